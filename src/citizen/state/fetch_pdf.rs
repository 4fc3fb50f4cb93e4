//! Fetches the PDF, and saves it as a file or keeps it to be shown.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use letasyl_contract::{Date, TimeOfDay};
use uuid::Uuid;

use super::case::Case;
use super::pdf::{Pdf, Purpose, ShownPdf};
use crate::api::{ApiError, Failure, PdfFile};
use crate::platform::blob::{self, BlobUrl};
use crate::platform::browser;

/// How long the browser gets to begin saving before the blob is released.
const SAVE_TIME: Duration = Duration::from_secs(10);

/// Fetches the PDF. A second click while it is under way does nothing.
pub(in crate::citizen) fn fetch_pdf(case: Case, purpose: Purpose) {
    let Some(cpr) = case.cpr.get_untracked() else { return };
    if case.pdf.with_untracked(|pdf| matches!(pdf, Pdf::Fetching(..))) {
        return;
    }
    let (wait, abort) = case.next_wait_for_pdf();
    // The line belongs to the PDF now, and so does the place of failures.
    case.clear_status();
    if untrack(|| case.has_answer()) {
        case.failed.set(None);
    }
    case.pdf.set(Pdf::Fetching(wait, purpose));
    leptos::task::spawn_local(async move {
        let answer = case.api.pdf(cpr, &abort).await;
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
        Purpose::Save => save_pdf(case, Arc::new(url)),
        Purpose::Show if browser::shows_pdf() => {
            case.shown.set(Some(Arc::new(ShownPdf { url, fetches: case.fetches.get_untracked() })));
            Pdf::None
        }
        Purpose::Show => Pdf::NoViewer(Arc::new(url)),
    }
}

/// Saves the file.
pub(in crate::citizen) fn save_pdf(case: Case, url: Arc<BlobUrl>) -> Pdf {
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
