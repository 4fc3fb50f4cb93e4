//! Where sections and fields stand on the page, and the links that lead to them.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use letasyl_contract::{Field, Section};

use crate::browser;

/// The id of a field's row.
pub(super) fn place(of: Field) -> String {
    format!("felt-{}", of.path().replace('/', "-"))
}

/// The id of a section's heading.
pub(super) fn section_place(of: Section) -> String {
    format!("afsnit-{}", of as u8)
}

/// A link to a place on the page. It moves the focus, and leaves address and history as they are.
pub(super) fn way(place: String, name: AnyView) -> AnyView {
    let target = format!("#{place}");
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
