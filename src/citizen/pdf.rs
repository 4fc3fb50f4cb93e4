//! The PDF on the page: how far it has come, the PDF itself, and the citizen's job centre, which comes with it.

use std::sync::Arc;

use leptos::prelude::*;

use super::anchors::SHOW_PDF;
use super::state::{Case, Pdf, Purpose, save_pdf};
use crate::element::{all, el, nothing};
use crate::view::{Key, button, dynamic, waiting, when};

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
        Pdf::NoViewer(url) => button(
            "button button-primary",
            |w| w.citizen.save_pdf,
            move || case.pdf.set(save_pdf(case, Arc::clone(&url))),
        ),
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

/// The PDF in the page. There is room for it as soon as it is asked for, so that nothing moves when it comes.
pub(super) fn pdf_panel(case: Case) -> AnyView {
    let is_awaited = move || case.pdf.with(|pdf| matches!(pdf, Pdf::Fetching(_, Purpose::Show)));
    let has_room = move || is_awaited() || case.shown.with(Option::is_some);
    el("div", "no-print")
        .live("class", move || Some(if has_room() { "no-print pdf-room" } else { "no-print" }.to_owned()))
        .with("data-return-focus", SHOW_PDF)
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
