//! The PDF: saved as a file, or shown in the page. It lives as a blob URL that is revoked as soon as it is let go.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use letasyl_contract::{Date, TimeOfDay};
use uuid::Uuid;

use super::bar::SHOW_PDF;
use super::case::Case;
use super::outcome::citizen_failure;
use crate::api::{ApiError, Failure, PdfFile};
use crate::blob::{self, BlobUrl};
use crate::browser;
use crate::element::{all, el, nothing};
use crate::view::{Key, button, dynamic, waiting, when};

/// What the PDF is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A file.
    Save,
    /// A look at it in the page.
    Show,
}

/// What became of the last wish for the PDF.
#[derive(Clone, Default)]
pub(super) enum Pdf {
    /// Nobody asked for it, or it is shown.
    #[default]
    None,
    /// It is under way, for this; the number tells this wait from others.
    Fetching(u32, Purpose),
    /// It was handed to the browser as a file.
    Saved,
    /// It came, but this browser cannot show PDFs.
    NoViewer(Arc<BlobUrl>),
    /// LetAsyl has none.
    Absent,
    /// It did not come.
    Failed(ApiError, Purpose),
}

/// The PDF that is shown in the page.
pub(super) struct Shown {
    url: BlobUrl,
    /// How often data had been fetched when it came.
    fetches: u32,
}

/// How long the browser gets to begin saving before the blob is let go.
const SAVE_TIME: Duration = Duration::from_secs(10);

/// Fetches the PDF. A second click while it is under way does nothing.
pub(super) fn fetch(case: Case, purpose: Purpose) {
    let Some(cpr) = case.cpr.get_untracked() else { return };
    if case.pdf.with_untracked(|pdf| matches!(pdf, Pdf::Fetching(..))) {
        return;
    }
    let (wait, abort) = case.next_wait_for_pdf();
    // The line belongs to the PDF now.
    case.hush();
    case.pdf.set(Pdf::Fetching(wait, purpose));
    leptos::task::spawn_local(async move {
        let answer = case.session.pdf(cpr, &abort).await;
        // Called off, or about somebody else by now.
        if !case.pdf.with_untracked(|pdf| matches!(pdf, Pdf::Fetching(current, _) if *current == wait)) {
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
    let Some(url) = BlobUrl::new(&file.parts, "application/pdf") else {
        return Pdf::Failed(ApiError::of(Failure::Unreadable), purpose);
    };
    case.job_centre.set(file.job_centre);
    match purpose {
        Purpose::Save => save(case, Arc::new(url)),
        Purpose::Show if browser::shows_pdf() => {
            case.shown.set(Some(Arc::new(Shown { url, fetches: case.fetches.get_untracked() })));
            Pdf::None
        }
        Purpose::Show => Pdf::NoViewer(Arc::new(url)),
    }
}

fn save(case: Case, url: Arc<BlobUrl>) -> Pdf {
    let version = case.fetched.with_untracked(|fetched| {
        fetched.as_ref().and_then(|fetched| fetched.data.as_ref()?.integrationslovsdata_identifier)
    });
    blob::save(&url, &file_name(browser::now(), version));
    set_timeout(move || drop(url), SAVE_TIME);
    Pdf::Saved
}

/// `integrationslovsdata-2026-11-25-2342-6f1f5f0a.pdf`: when it was saved, and the beginning of the id of the data on the
/// page, so that files of one day can be told apart. Never a CPR.
fn file_name((day, time): (Date, TimeOfDay), version: Option<Uuid>) -> String {
    let Date { year, month, day } = day;
    let version = version.map(|id| id.simple().to_string()).unwrap_or_default();
    let version = version.get(..8).map(|short| format!("-{short}")).unwrap_or_default();
    format!("integrationslovsdata-{year:04}-{month:02}-{day:02}-{:02}{:02}{version}.pdf", time.hour, time.minute)
}

/// How far the PDF has come, in the line of the bar.
pub(super) fn pdf_progress(case: Case) -> AnyView {
    let status = dynamic(move || {
        let key: Key = match case.pdf.get() {
            Pdf::Fetching(..) => return waiting(|w| w.citizen.making_pdf),
            Pdf::Saved => |w| w.citizen.pdf_saved,
            Pdf::NoViewer(_) => |w| w.citizen.no_viewer,
            Pdf::Absent => |w| w.citizen.no_pdf,
            Pdf::None | Pdf::Failed(..) => return nothing(),
        };
        el("p", "").says(key).view()
    });
    let act = dynamic(move || match case.pdf.get() {
        Pdf::Fetching(..) => {
            button("button button-secondary late", |w| w.frame.cancel, move || case.stop_waiting_for_pdf())
        }
        Pdf::NoViewer(url) => {
            button("button button-primary", |w| w.citizen.save_pdf, move || case.pdf.set(save(case, Arc::clone(&url))))
        }
        _ => nothing(),
    });
    el("div", "progress-of-pdf no-print")
        .with("data-return-focus", SHOW_PDF)
        .holds(el("div", "").with("role", "status").holds(status).view())
        .holds(act)
        .view()
}

/// Whose citizen it is, which comes with the PDF.
pub(super) fn job_centre(case: Case) -> AnyView {
    dynamic(move || match case.job_centre.get() {
        None => nothing(),
        Some(code) => el("span", "citizen-late").says(|w| w.citizen.job_centre).reads(" ").reads(code.as_str()).view(),
    })
}

/// The PDF in the page, or why it did not come. There is room for it as soon as it is asked for, so that nothing moves
/// when it comes.
pub(super) fn pdf_panel(case: Case) -> AnyView {
    let failed = dynamic(move || match case.pdf.get() {
        Pdf::Failed(error, purpose) => citizen_failure(error, Callback::new(move |()| fetch(case, purpose))),
        _ => nothing(),
    });
    let is_awaited = move || case.pdf.with(|pdf| matches!(pdf, Pdf::Fetching(_, Purpose::Show)));
    let has_room = move || is_awaited() || case.shown.with(Option::is_some);
    el("div", "no-print")
        .live("class", move || Some(if has_room() { "no-print pdf-room" } else { "no-print" }.to_owned()))
        .with("data-return-focus", SHOW_PDF)
        .holds(failed)
        .holds(viewer(case))
        .view()
}

/// The PDF in the page, marked when the data on the page are newer.
fn viewer(case: Case) -> AnyView {
    let outdated =
        move || case.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.fetches != case.fetches.get()));
    dynamic(move || match case.shown.get() {
        None => nothing(),
        Some(shown) => all(vec![
            el("div", "")
                .with("role", "status")
                .holds(when(outdated, || el("p", "alert alert-warning").says(|w| w.citizen.pdf_outdated).view()))
                .view(),
            // Above it, where it is in reach without scrolling past all of the PDF.
            button("button button-secondary", |w| w.citizen.hide_pdf, move || case.shown.set(None)),
            el("iframe", "pdf-frame").with("src", shown.url.as_str()).title(|w| w.citizen.pdf_frame).view(),
        ]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_time_and_version() {
        let at = (Date { year: 2026, month: 3, day: 5 }, TimeOfDay { hour: 9, minute: 7, second: 0 });
        let version = Uuid::parse_str("6f1f5f0a-3c1d-4b52-9c55-0d5f2c1a0601").unwrap();
        assert_eq!(file_name(at, Some(version)), "integrationslovsdata-2026-03-05-0907-6f1f5f0a.pdf");
        assert_eq!(file_name(at, None), "integrationslovsdata-2026-03-05-0907.pdf");
    }
}
