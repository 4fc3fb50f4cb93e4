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
use crate::platform::signals::ErasedSignal;
use crate::ui::element::{ElementBuilder, dyn_text, el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{Key, button};

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
        .attr("id", OVERVIEW)
        .attr("tabindex", "-1")
        .child(el("h2", "").word(|w| w.citizen.overview).view())
        .child(time_line(Dates::of(data), today, was))
        .child(el("dl", "facts no-print").child(fragment(facts)).view())
        .child(changes(case, data, before))
        .child(el("div", "sheet-tools").child(completeness(data)).child(options(case)).view())
        .view()
}

fn fact(of: Field, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    let locale = use_locale();
    let class = if is_changed(of, before) { "changed" } else { "" };
    let content = match of.value(data) {
        Some(Value::Languages(languages)) => el("div", "").attr("lang", "da").text(&names(languages)).view(),
        _ => shown(of, data),
    };
    el("div", class)
        .child(el("dt", "").dyn_text(move || field(locale.get(), of).to_owned()).view())
        .child(el("dd", "").child(content).view())
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
    let Some((_, changed)) = before.as_ref().filter(|(_, changed)| !changed.is_empty()) else { return empty() };
    let links = changed.iter().map(|field| link(*field, data)).collect();
    let done = button("function-link", |w| w.citizen.changes_seen, move || case.dismiss_changes());
    list(|w| w.citizen.changes_listed, links).child(done).view()
}

/// The count, and a link for each field that is missing.
fn completeness(data: &IntegrationslovsdataDto) -> AnyView {
    let locale = use_locale();
    let missing: Vec<_> = missing(data).collect();
    let count = Field::ALL.len() - missing.len();
    let links: Vec<_> = missing.into_iter().map(|field| link(field, data)).collect();
    let counted = el("p", "").dyn_text(move || counted(locale.get(), count, Field::ALL.len())).view();
    let missing = if links.is_empty() || count == 0 { empty() } else { list(|w| w.citizen.missing, links).view() };
    el("div", "completeness").child(counted).child(missing).view()
}

fn list(name: Key, links: Vec<AnyView>) -> ElementBuilder {
    el("nav", "section-nav no-print")
        .aria_label(name)
        .attr("data-return-focus", SHEET)
        .child(el("p", "").attr("aria-hidden", "true").word(name).view())
        .child(el("ul", "unstyled-list").child(fragment(links)).view())
}

/// The way to a field. Where a whole section is missing, its fields have no rows.
fn link(of: Field, data: &IntegrationslovsdataDto) -> AnyView {
    let locale = use_locale();
    let place = if of.section().is_absent(data) { section_anchor(of.section()) } else { field_anchor(of) };
    el("li", "").child(anchor_link(place, dyn_text(move || field(locale.get(), of).to_owned()))).view()
}

/// What of the sheet is shown.
fn options(case: Case) -> AnyView {
    let boxes = vec![
        option("kun-udfyldte", |w| w.citizen.only_filled, case.only_filled),
        option("vis-koder", |w| w.citizen.show_codes, case.codes),
    ];
    el("div", "sheet-options no-print").child(fragment(boxes)).view()
}

fn option(id: &'static str, name: Key, chosen: ErasedSignal<bool>) -> AnyView {
    let checkbox = el("input", "form-checkbox")
        .attr("type", "checkbox")
        .attr("id", id)
        .dyn_attr("checked", move || chosen.get().then(String::new))
        .on("change", move |_| chosen.set(!chosen.get_untracked()));
    let label = el("label", "").attr("for", id).word(name);
    el("div", "form-group-checkbox").child(checkbox.view()).child(label.view()).view()
}
