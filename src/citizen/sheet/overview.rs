//! What a caseworker looks for first: the courses with the time that is left, four facts, what is missing and what has
//! changed. The links leave no trace in address or history.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Date, Field, IntegrationslovsdataDto, SprogDto, Value};
use letasyl_locale::{completeness as counted, field};

use super::values::shown;
use crate::citizen::anchors::{OVERVIEW, SHEET, anchor_link, field_anchor, section_anchor};
use crate::citizen::state::{Before, Case, is_changed, missing};
use crate::citizen::timeline::{Dates, time_line};
use crate::element::{Element, all, el, nothing, told};
use crate::language::use_locale;
use crate::live::Live;
use crate::view::{Key, button};

/// What is asked most, besides the dates.
const FACTS: [Field; 4] =
    [Field::AarsagTilOpholdstilladelseType, Field::DanskmaalType, Field::AntalBoern, Field::Borgersprog];
/// So many languages are named.
const NAMED: usize = 4;

/// The overview.
pub(in crate::citizen) fn overview(
    case: Case,
    data: &Arc<IntegrationslovsdataDto>,
    today: Date,
    before: &Before,
) -> AnyView {
    let was = before.as_ref().map(|(was, _)| Dates::of(was));
    let facts = FACTS.into_iter().map(|of| fact(of, data, before)).collect();
    el("div", "overview")
        .with("id", OVERVIEW)
        .with("tabindex", "-1")
        .holds(el("h2", "").says(|w| w.citizen.overview).view())
        .holds(time_line(Dates::of(data), today, was))
        .holds(el("dl", "facts no-print").holds(all(facts)).view())
        .holds(changes(case, data, before))
        .holds(el("div", "sheet-tools").holds(completeness(data)).holds(options(case)).view())
        .view()
}

fn fact(of: Field, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    let locale = use_locale();
    let class = if is_changed(of, before) { "changed" } else { "" };
    let content = match of.value(data) {
        Some(Value::Languages(languages)) => el("div", "").with("lang", "da").reads(&names(languages)).view(),
        _ => shown(of, data),
    };
    el("div", class)
        .holds(el("dt", "").tells(move || field(locale.get(), of).to_owned()).view())
        .holds(el("dd", "").holds(content).view())
        .view()
}

/// "Arabisk, Dari, Dansk, Engelsk +16".
fn names(languages: &[SprogDto]) -> String {
    let named = languages.iter().filter_map(|language| language.sprog_stamdata.sprognavn.as_deref());
    let mut names = named.take(NAMED).collect::<Vec<_>>().join(", ");
    let more = languages.len().saturating_sub(NAMED);
    if more > 0 {
        names.push_str(&format!(" +{more}"));
    }
    names
}

/// A link for each field that has changed, and the way to be done with them.
fn changes(case: Case, data: &IntegrationslovsdataDto, before: &Before) -> AnyView {
    let Some((_, changed)) = before.as_ref().filter(|(_, changed)| !changed.is_empty()) else { return nothing() };
    let links = changed.iter().map(|field| link(*field, data)).collect();
    let done = button("function-link", |w| w.citizen.changes_seen, move || case.forget_changes());
    list(|w| w.citizen.changes_listed, links).holds(done).view()
}

/// The count, and a link for each field that is missing.
fn completeness(data: &IntegrationslovsdataDto) -> AnyView {
    let locale = use_locale();
    let missing: Vec<_> = missing(data).collect();
    let count = Field::ALL.len() - missing.len();
    let links: Vec<_> = missing.into_iter().map(|field| link(field, data)).collect();
    let counted = el("p", "").tells(move || counted(locale.get(), count, Field::ALL.len())).view();
    let missing = if links.is_empty() || count == 0 { nothing() } else { list(|w| w.citizen.missing, links).view() };
    el("div", "completeness").holds(counted).holds(missing).view()
}

fn list(name: Key, links: Vec<AnyView>) -> Element {
    el("nav", "section-nav no-print")
        .named(name)
        .with("data-return-focus", SHEET)
        .holds(el("p", "").with("aria-hidden", "true").says(name).view())
        .holds(el("ul", "unstyled-list").holds(all(links)).view())
}

/// The way to a field. Where a whole section is missing, its fields have no rows.
fn link(of: Field, data: &IntegrationslovsdataDto) -> AnyView {
    let locale = use_locale();
    let place = if of.section().is_absent(data) { section_anchor(of.section()) } else { field_anchor(of) };
    el("li", "").holds(anchor_link(place, told(move || field(locale.get(), of).to_owned()))).view()
}

/// What of the sheet is shown.
fn options(case: Case) -> AnyView {
    let boxes = vec![
        option("kun-udfyldte", |w| w.citizen.only_filled, case.only_filled),
        option("vis-koder", |w| w.citizen.show_codes, case.codes),
    ];
    el("div", "sheet-options no-print").holds(all(boxes)).view()
}

fn option(id: &'static str, name: Key, chosen: Live<bool>) -> AnyView {
    let checkbox = el("input", "form-checkbox")
        .with("type", "checkbox")
        .with("id", id)
        .live("checked", move || chosen.get().then(String::new))
        .on("change", move |_| chosen.set(!chosen.get_untracked()));
    let label = el("label", "").with("for", id).says(name);
    el("div", "form-group-checkbox").holds(checkbox.view()).holds(label.view()).view()
}
