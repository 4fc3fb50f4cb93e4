//! The way to each section, with how much in it is missing or has changed: a menu beside the sheet, and where there is
//! no room for one, a list to open.

use leptos::prelude::*;
use letasyl_contract::{Field, IntegrationslovsdataDto, Section};
use letasyl_locale::section;

use crate::citizen::anchors::{OVERVIEW, anchor_link, section_anchor};
use crate::citizen::state::{Before, is_changed};
use crate::ui::element::{dyn_text, el, fragment, word_view};
use crate::ui::language::use_locale;

/// Both; the style shows one of them.
pub(in crate::citizen) fn menu(data: &IntegrationslovsdataDto, before: &Before) -> AnyView {
    let open = el("details", "jump details")
        .child(el("summary", "details-summary").word(|w| w.citizen.jump).view())
        .child(links(data, before));
    fragment(vec![
        el("nav", "side-menu no-print").aria_label(|w| w.citizen.sections).child(links(data, before)).view(),
        el("nav", "jump no-print").aria_label(|w| w.citizen.jump).child(open.view()).view(),
    ])
}

fn links(data: &IntegrationslovsdataDto, before: &Before) -> AnyView {
    let first = el("li", "").child(anchor_link(OVERVIEW.to_owned(), word_view(|w| w.citizen.overview))).view();
    let sections = Section::ALL.into_iter().map(|of| link(of, data, before));
    el("ul", "unstyled-list").child(fragment(std::iter::once(first).chain(sections).collect())).view()
}

fn link(of: Section, data: &IntegrationslovsdataDto, before: &Before) -> AnyView {
    let locale = use_locale();
    let wants_a_look = |field: &Field| !field.is_filled(data) || is_changed(*field, before);
    let count = of.fields().filter(wants_a_look).count();
    let name = dyn_text(move || {
        let name = section(locale.get(), of);
        if count == 0 { name.to_owned() } else { format!("{name} ({count})") }
    });
    el("li", "").child(anchor_link(section_anchor(of), name)).view()
}
