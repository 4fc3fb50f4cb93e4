//! The ids of parts of the page, and links to them.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use letasyl_contract::{Field, Section};

use crate::platform::browser;

/// The id of the sheet.
pub(super) const SHEET: &str = "ark";
/// The id of the overview.
pub(super) const OVERVIEW: &str = "overblik";
/// The id of the transfer's panel, which takes the focus when the focused element disappears.
pub(super) const TRANSFER: &str = "overfoersel";
/// The id of the button that shows the PDF. It gets the focus back when the PDF is hidden.
pub(super) const SHOW_PDF: &str = "vis-pdf";

/// The id of a field's row.
pub(super) fn field_anchor(of: Field) -> String {
    format!("felt-{}", of.path().replace('/', "-"))
}

/// The id of a section's heading.
pub(super) fn section_anchor(of: Section) -> String {
    format!("afsnit-{}", of as u8)
}

/// A link to a part of the page. It moves the focus, and leaves address and history as they are.
pub(super) fn anchor_link(anchor: String, name: AnyView) -> AnyView {
    let target = format!("#{anchor}");
    let href = target.clone();
    let lead: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        event.prevent_default();
        browser::focus(&target);
    });
    view! {
        <a href=href rel="external" on:click=lead>
            {name}
        </a>
    }
    .into_any()
}
