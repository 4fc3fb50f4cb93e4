//! The PDF on the page: how far it has come, the PDF itself, and the citizen's job centre, which comes with it.

use std::sync::Arc;

use leptos::prelude::*;

use super::anchors::SHOW_PDF;
use super::state::{Case, Pdf, Purpose, save_pdf};
use crate::ui::element::{el, empty, fragment};
use crate::ui::view::{Key, button, dyn_view, show, waiting};

/// How far the PDF has come, in the line of the bar.
pub(super) fn pdf_progress(case: Case) -> AnyView {
    let status = dyn_view(move || {
        let key: Key = match case.pdf.get() {
            Pdf::Fetching(..) => return waiting(|w| w.citizen.making_pdf),
            Pdf::Saved => |w| w.citizen.pdf_saved,
            Pdf::NoViewer(_) => |w| w.citizen.no_viewer,
            Pdf::Absent => |w| w.citizen.no_pdf,
            Pdf::None | Pdf::Failed(..) => return empty(),
        };
        el("p", "").word(key).view()
    });
    let act = dyn_view(move || match case.pdf.get() {
        Pdf::Fetching(..) => {
            button("button button-secondary late", |w| w.frame.cancel, move || case.stop_waiting_for_pdf())
        }
        Pdf::NoViewer(url) => button(
            "button button-primary",
            |w| w.citizen.save_pdf,
            move || case.pdf.set(save_pdf(case, Arc::clone(&url))),
        ),
        _ => empty(),
    });
    el("div", "progress-of-pdf no-print")
        .attr("data-return-focus", SHOW_PDF)
        .child(el("div", "").attr("role", "status").child(status).view())
        .child(act)
        .view()
}

/// Whose citizen it is, which comes with the PDF.
pub(super) fn job_centre(case: Case) -> AnyView {
    dyn_view(move || match case.job_centre.get() {
        None => empty(),
        Some(code) => el("span", "citizen-late").word(|w| w.citizen.job_centre).text(" ").text(code.as_str()).view(),
    })
}

/// The PDF in the page. There is room for it as soon as it is asked for, so that nothing moves when it comes.
pub(super) fn pdf_panel(case: Case) -> AnyView {
    let is_awaited = move || case.pdf.with(|pdf| matches!(pdf, Pdf::Fetching(_, Purpose::Show)));
    let has_room = move || is_awaited() || case.shown.with(Option::is_some);
    el("div", "no-print")
        .dyn_attr("class", move || Some(if has_room() { "no-print pdf-room" } else { "no-print" }.to_owned()))
        .attr("data-return-focus", SHOW_PDF)
        .child(viewer(case))
        .view()
}

/// The PDF in the page, marked when the data on the page are newer.
fn viewer(case: Case) -> AnyView {
    let outdated =
        move || case.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.fetches != case.fetches.get()));
    dyn_view(move || match case.shown.get() {
        None => empty(),
        Some(shown) => fragment(vec![
            el("div", "")
                .attr("role", "status")
                .child(show(outdated, || el("p", "alert alert-warning").word(|w| w.citizen.pdf_outdated).view()))
                .view(),
            // Above it, where it is in reach without scrolling past all of the PDF.
            button("button button-secondary", |w| w.citizen.hide_pdf, move || case.shown.set(None)),
            el("iframe", "pdf-frame").attr("src", shown.url.as_str()).title(|w| w.citizen.pdf_frame).view(),
        ]),
    })
}
