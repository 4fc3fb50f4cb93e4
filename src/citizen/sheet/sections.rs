//! The sections of the sheet: every element under a label that people use, absent values named, help on demand.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Field, IntegrationslovsdataDto, Section, Value};
use letasyl_locale::{field, help, help_for, section, unread};

use super::languages::languages;
use super::mark::{changed, changed_text};
use super::values::{absent, shown};
use crate::citizen::anchors::{field_anchor, section_anchor};
use crate::citizen::copy::{copy_field, copy_section};
use crate::citizen::state::{Before, Case, is_changed};
use crate::platform::signals::ErasedSignal;
use crate::ui::element::{ElementBuilder, button_el, el, empty, fragment};
use crate::ui::language::use_locale;

/// All of them.
pub(in crate::citizen) fn sections(case: Case, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    fragment(Section::ALL.into_iter().map(|part| one_section(case, part, data, before)).collect())
}

fn one_section(case: Case, part: Section, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    let locale = use_locale();
    let was = before.as_ref().map_or(data, |(was, _)| was);
    // The languages have no label for their help to stand at, unless they stand there as received.
    let is_table = part == Section::Sprog && !matches!(Field::Borgersprog.value(data), Some(Value::Unread(_)));
    let is_absent = part.is_absent(data) && !part.fields().any(|field| is_changed(field, before));
    let content = if is_absent {
        absent()
    } else if let Some(received) = part.unread(data) {
        let received = received.to_owned();
        el("div", "prewrap").dyn_text(move || unread(locale.get(), &received)).view()
    } else if is_table {
        languages(&was.borgersprog, &data.borgersprog)
    } else {
        el("dl", "fields").child(fragment(part.fields().map(|field| row(case, field, data, before)).collect())).view()
    };
    let heading = el("h2", "").attr("id", &section_anchor(part)).attr("tabindex", "-1");
    let heading = heading.dyn_text(move || section(locale.get(), part).to_owned()).view();
    let copy = if is_absent { empty() } else { copy_section(case, part, data) };
    let head = el("div", "section-head").child(heading);
    let head = if is_table { with_help(head, Field::Borgersprog) } else { head }.child(copy).view();
    el("section", if is_absent { "empty" } else { "" }).child(head).child(content).view()
}

/// A value under its label.
fn row(case: Case, of: Field, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    let locale = use_locale();
    let is_filled = of.is_filled(data);
    let content = match before.as_ref().filter(|_| is_changed(of, before)) {
        None => shown(of, data),
        Some((old, _)) => match (of.value(old), of.value(data)) {
            (Some(Value::Text(was)), Some(Value::Text(now))) => changed_text(was, now),
            _ => changed(shown(of, data), shown(of, old)),
        },
    };
    let copy = if is_filled { copy_field(case, of, data) } else { empty() };
    let class = match (is_changed(of, before), is_filled) {
        (true, _) => "changed",
        (false, true) => "",
        (false, false) => "empty",
    };
    let label = el("dt", "").dyn_text(move || field(locale.get(), of).to_owned());
    el("div", class)
        .attr("id", &field_anchor(of))
        .attr("tabindex", "-1")
        .child(with_help(label, of).view())
        .child(el("dd", "").child(el("div", "").child(content).view()).child(copy).view())
        .view()
}

/// The document's description, for who asks for it.
fn with_help(label: ElementBuilder, of: Field) -> ElementBuilder {
    if help(letasyl_locale::Language::Danish, of).is_empty() {
        return label;
    }
    let locale = use_locale();
    let (open, id) = (ErasedSignal::new(false), format!("hjaelp-{}", field_anchor(of)));
    let button = button_el("help no-print", move || open.set(!open.get_untracked()))
        .attr("aria-controls", &id)
        .dyn_attr("aria-expanded", move || Some(open.get().to_string()))
        .dyn_attr("aria-label", move || Some(help_for(locale.get(), of)));
    let about = el("span", "form-hint")
        .attr("id", &id)
        .dyn_attr("hidden", move || (!open.get()).then(String::new))
        .dyn_text(move || help(locale.get(), of).to_owned());
    label.text(" ").child(button.view()).child(about.view())
}
