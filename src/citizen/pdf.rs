//! The PDF: saved as a file, or shown in the page. It lives as a blob URL that is revoked as soon as it is let go.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use letasyl_contract::GetIntegrationslovsdataPdf;

use super::case::Case;
use super::outcome::citizen_failure;
use crate::api::{Abort, ApiError};
use crate::blob::{self, BlobUrl};
use crate::browser;
use crate::view::{Key, click, dynamic, word};

/// What the PDF is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A file.
    Save,
    /// A look at it in the page.
    Show,
}

/// What is known of the PDF.
#[derive(Clone, Default)]
pub(super) enum Pdf {
    /// Nobody asked for it.
    #[default]
    None,
    /// It is under way.
    Fetching,
    /// It was handed to the browser as a file.
    Saved,
    /// It stands in the page.
    Shown(Arc<BlobUrl>),
    /// It came, but this browser cannot show PDFs.
    NoViewer,
    /// LetAsyl has none.
    Absent,
    /// It did not come.
    Failed(ApiError, Purpose),
}

/// How long the browser gets to begin saving before the blob is let go.
const SAVE_TIME: Duration = Duration::from_secs(40);

/// Fetches the PDF. A second click while it is under way does nothing.
pub(super) fn fetch(case: Case, purpose: Purpose) {
    let Some(cpr) = case.cpr.get_untracked() else { return };
    if case.pdf.with_untracked(|pdf| matches!(pdf, Pdf::Fetching)) {
        return;
    }
    case.pdf.set(Pdf::Fetching);
    leptos::task::spawn_local(async move {
        let answer = case.session.send(&GetIntegrationslovsdataPdf { cpr: cpr.clone() }, &Abort::new()).await;
        if !case.is_about(&cpr) {
            return;
        }
        case.pdf.set(match answer {
            Ok(answer) => match answer.document {
                Some(document) => {
                    case.job_centre.set(document.jobcenterkode);
                    deliver(document.pdf_data.bytes(), purpose)
                }
                None => Pdf::Absent,
            },
            Err(error) => Pdf::Failed(error, purpose),
        });
    });
}

fn deliver(bytes: &[u8], purpose: Purpose) -> Pdf {
    if purpose == Purpose::Show && !browser::shows_pdf() {
        return Pdf::NoViewer;
    }
    let Some(url) = BlobUrl::new(bytes, "application/pdf") else {
        return Pdf::Failed(ApiError::of(crate::api::Failure::Unreadable), purpose);
    };
    match purpose {
        Purpose::Show => Pdf::Shown(Arc::new(url)),
        Purpose::Save => {
            let (today, _) = browser::now();
            let (year, month, day) = (today.year, today.month, today.day);
            blob::save(&url, &format!("integrationslovsdata-{year:04}-{month:02}-{day:02}.pdf"));
            set_timeout(move || drop(url), SAVE_TIME);
            Pdf::Saved
        }
    }
}

/// What became of the PDF.
pub(super) fn pdf_panel(case: Case) -> AnyView {
    let again = move |purpose| Callback::new(move |()| fetch(case, purpose));
    let status = dynamic(move || {
        let key: Key = match case.pdf.get() {
            Pdf::Fetching => |w| w.citizen.making_pdf,
            Pdf::Saved => |w| w.citizen.pdf_saved,
            Pdf::NoViewer => |w| w.citizen.no_viewer,
            Pdf::Absent => |w| w.citizen.no_pdf,
            Pdf::None | Pdf::Shown(_) | Pdf::Failed(..) => return ().into_any(),
        };
        view! { <p>{word(key)}</p> }.into_any()
    });
    let panel = dynamic(move || match case.pdf.get() {
        Pdf::Shown(url) => shown(case, url.as_str()),
        Pdf::Failed(error, purpose) => citizen_failure(error, again(purpose)),
        _ => ().into_any(),
    });
    let job_centre = dynamic(move || match case.job_centre.get() {
        None => ().into_any(),
        Some(code) => view! {
            <dl class="fields">
                <div>
                    <dt>{word(|w| w.citizen.job_centre)}</dt>
                    <dd>{code.as_str().to_owned()}</dd>
                </div>
            </dl>
        }
        .into_any(),
    });
    view! {
        <div class="no-print">
            <div role="status">{status}</div>
            {job_centre}
            {panel}
        </div>
    }
    .into_any()
}

fn shown(case: Case, url: &str) -> AnyView {
    view! {
        <iframe class="pdf-frame" src=url.to_owned() title=word(|w| w.citizen.pdf_frame)></iframe>
        <button type="button" class="button button-secondary" on:click=click(move || case.pdf.set(Pdf::None))>
            {word(|w| w.citizen.hide_pdf)}
        </button>
    }
    .into_any()
}
