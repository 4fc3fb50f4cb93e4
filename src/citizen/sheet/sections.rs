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
use crate::element::{Element, all, el, nothing, press};
use crate::language::use_locale;
use crate::live::Live;

/// All of them.
pub(in crate::citizen) fn sections(case: Case, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    all(Section::ALL.into_iter().map(|part| one_section(case, part, data, before)).collect())
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
        el("div", "prewrap").tells(move || unread(locale.get(), &received)).view()
    } else if is_table {
        languages(&was.borgersprog, &data.borgersprog)
    } else {
        el("dl", "fields").holds(all(part.fields().map(|field| row(case, field, data, before)).collect())).view()
    };
    let heading = el("h2", "").with("id", &section_anchor(part)).with("tabindex", "-1");
    let heading = heading.tells(move || section(locale.get(), part).to_owned()).view();
    let copy = if is_absent { nothing() } else { copy_section(case, part, data) };
    let head = el("div", "section-head").holds(heading);
    let head = if is_table { with_help(head, Field::Borgersprog) } else { head }.holds(copy).view();
    el("section", if is_absent { "empty" } else { "" }).holds(head).holds(content).view()
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
    let copy = if is_filled { copy_field(case, of, data) } else { nothing() };
    let class = match (is_changed(of, before), is_filled) {
        (true, _) => "changed",
        (false, true) => "",
        (false, false) => "empty",
    };
    let label = el("dt", "").tells(move || field(locale.get(), of).to_owned());
    el("div", class)
        .with("id", &field_anchor(of))
        .with("tabindex", "-1")
        .holds(with_help(label, of).view())
        .holds(el("dd", "").holds(el("div", "").holds(content).view()).holds(copy).view())
        .view()
}

/// The document's description, for who asks for it.
fn with_help(label: Element, of: Field) -> Element {
    if help(letasyl_locale::Language::Danish, of).is_empty() {
        return label;
    }
    let locale = use_locale();
    let (open, id) = (Live::new(false), format!("hjaelp-{}", field_anchor(of)));
    let button = press("help no-print", move || open.set(!open.get_untracked()))
        .with("aria-controls", &id)
        .live("aria-expanded", move || Some(open.get().to_string()))
        .live("aria-label", move || Some(help_for(locale.get(), of)));
    let about = el("span", "form-hint")
        .with("id", &id)
        .live("hidden", move || (!open.get()).then(String::new))
        .tells(move || help(locale.get(), of).to_owned());
    label.reads(" ").holds(button.view()).holds(about.view())
}
