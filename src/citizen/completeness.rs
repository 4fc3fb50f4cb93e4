//! How many fields are filled, and the way to those that are not. The way leaves no trace in address or history.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use letasyl_contract::{Field, IntegrationslovsdataDto, Section};
use letasyl_locale::{completeness as counted, field};

use crate::browser;
use crate::language::use_locale;
use crate::view::{text, word};

/// The id of a field's row.
pub(super) fn place(of: Field) -> String {
    format!("felt-{}", of.path().replace('/', "-"))
}

/// The id of a section's heading.
pub(super) fn section_place(of: Section) -> String {
    format!("afsnit-{}", of as u8)
}

/// How many fields are filled.
pub(super) fn filled(data: &IntegrationslovsdataDto) -> usize {
    Field::ALL.len() - missing(data).count()
}

fn missing(data: &IntegrationslovsdataDto) -> impl Iterator<Item = Field> {
    Field::ALL.into_iter().filter(|field| !field.is_filled(data))
}

/// The count, and a link for each field that is missing.
pub(super) fn completeness(data: &IntegrationslovsdataDto) -> AnyView {
    let locale = use_locale();
    let missing: Vec<_> = missing(data).collect();
    let count = Field::ALL.len() - missing.len();
    let none_missing = missing.is_empty();
    let links: Vec<_> = missing.into_iter().map(|field| link(field, field.section().is_absent(data))).collect();
    view! {
        <p>{text(move || counted(locale.get(), count, Field::ALL.len()))}</p>
        <nav class="section-nav no-print" hidden=none_missing aria-label=word(|w| w.citizen.missing)>
            <p aria-hidden="true">{word(|w| w.citizen.missing)}</p>
            <ul class="unstyled-list">{links}</ul>
        </nav>
    }
    .into_any()
}

fn link(of: Field, whole_section: bool) -> AnyView {
    let locale = use_locale();
    // Where a whole section is missing, its fields have no rows.
    let place = format!("#{}", if whole_section { section_place(of.section()) } else { place(of) });
    let target = place.clone();
    let lead: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        event.prevent_default();
        browser::focus(&target);
    });
    view! {
        <li>
            <a href=place rel="external" on:click=lead>
                {text(move || field(locale.get(), of).to_owned())}
            </a>
        </li>
    }
    .into_any()
}
