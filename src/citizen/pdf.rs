//! The PDF: saved as a file, or shown in the page. It lives as a blob URL that is revoked as soon as it is let go.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::case::Case;
use super::outcome::citizen_failure;
use crate::api::{ApiError, Failure, PdfFile};
use crate::blob::{self, BlobUrl};
use crate::browser;
use crate::view::{Key, button, dynamic, waiting, word};

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
    /// It is under way; the number tells this wait from others.
    Fetching(u32),
    /// It was handed to the browser as a file.
    Saved,
    /// It stands in the page.
    Shown(Arc<BlobUrl>),
    /// It came, but this browser cannot show PDFs.
    NoViewer(Arc<BlobUrl>),
    /// LetAsyl has none.
    Absent,
    /// It did not come.
    Failed(ApiError, Purpose),
}

/// How long the browser gets to begin saving before the blob is let go.
const SAVE_TIME: Duration = Duration::from_secs(10);

/// Fetches the PDF. A second click while it is under way does nothing.
pub(super) fn fetch(case: Case, purpose: Purpose) {
    let Some(cpr) = case.cpr.get_untracked() else { return };
    if case.pdf.with_untracked(|pdf| matches!(pdf, Pdf::Fetching(_))) {
        return;
    }
    let (wait, abort) = case.next_wait_for_pdf();
    case.pdf.set(Pdf::Fetching(wait));
    leptos::task::spawn_local(async move {
        let answer = case.session.pdf(cpr, &abort).await;
        // Called off, or about somebody else by now.
        if !case.pdf.with_untracked(|pdf| matches!(pdf, Pdf::Fetching(current) if *current == wait)) {
            return;
        }
        case.pdf.set(match answer {
            Ok(Some(file)) => deliver(case, file, purpose),
            Ok(None) => Pdf::Absent,
            Err(error) => Pdf::Failed(error, purpose),
        });
    });
}

fn deliver(case: Case, file: PdfFile, purpose: Purpose) -> Pdf {
    let Some(url) = BlobUrl::new(&file.parts, "application/pdf").map(Arc::new) else {
        return Pdf::Failed(ApiError::of(Failure::Unreadable), purpose);
    };
    case.job_centre.set(file.job_centre);
    match purpose {
        Purpose::Save => save(url),
        Purpose::Show if browser::shows_pdf() => Pdf::Shown(url),
        Purpose::Show => Pdf::NoViewer(url),
    }
}

fn save(url: Arc<BlobUrl>) -> Pdf {
    let (today, _) = browser::now();
    let (year, month, day) = (today.year, today.month, today.day);
    blob::save(&url, &format!("integrationslovsdata-{year:04}-{month:02}-{day:02}.pdf"));
    set_timeout(move || drop(url), SAVE_TIME);
    Pdf::Saved
}

/// What became of the PDF.
pub(super) fn pdf_panel(case: Case) -> AnyView {
    let again = move |purpose| Callback::new(move |()| fetch(case, purpose));
    let status = dynamic(move || {
        let key: Key = match case.pdf.get() {
            Pdf::Fetching(_) => return waiting(|w| w.citizen.making_pdf),
            Pdf::Saved => |w| w.citizen.pdf_saved,
            Pdf::NoViewer(_) => |w| w.citizen.no_viewer,
            Pdf::Absent => |w| w.citizen.no_pdf,
            Pdf::None | Pdf::Shown(_) | Pdf::Failed(..) => return ().into_any(),
        };
        view! { <p>{word(key)}</p> }.into_any()
    });
    let panel = dynamic(move || match case.pdf.get() {
        Pdf::Fetching(_) => button("button button-secondary late", |w| w.frame.cancel, move || case.let_go_of_pdf()),
        Pdf::Shown(url) => view! {
            <iframe class="pdf-frame" src=url.as_str().to_owned() title=word(|w| w.citizen.pdf_frame)></iframe>
            {button("button button-secondary", |w| w.citizen.hide_pdf, move || case.let_go_of_pdf())}
        }
        .into_any(),
        Pdf::NoViewer(url) => {
            button("button button-primary", |w| w.citizen.save_pdf, move || case.pdf.set(save(Arc::clone(&url))))
        }
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
