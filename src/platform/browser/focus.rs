//! Where the focus is, and what is scrolled to.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::document;

/// The first element that the selector finds.
fn first(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Moves the focus to the first element that the selector finds.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        let _ = element.focus();
    }
}

/// The same without scrolling there: the page is where it is to be. Answers whether there is such an element.
pub(crate) fn focus_in_place(selector: &str) -> bool {
    let Some(element) = first(selector) else { return false };
    let in_place = FocusOptions::new();
    in_place.set_prevent_scroll(true);
    element.focus_with_options(&in_place).is_ok()
}

/// Whether any element has the focus: the body has it when none does.
pub(crate) fn has_focus() -> bool {
    let at = document().and_then(|document| document.active_element());
    at.is_some_and(|at| at.tag_name() != "BODY")
}

/// Scrolls, once the page is drawn, as little as it takes for the first element that the selector finds to be seen.
pub(crate) fn reveal_soon(selector: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(element) = first(selector) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}

/// Moves the focus once the page has been drawn with what has just changed.
pub(crate) fn focus_soon(selector: &'static str) {
    leptos::prelude::request_animation_frame(move || focus(selector));
}
