//! The sheet: everything that was fetched, with an overview on top and the way to each section beside it.

mod languages;
mod mark;
mod menu;
mod overview;
mod sections;
mod values;

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Date, IntegrationslovsdataDto, Section, TimeOfDay};
use letasyl_locale::moment;

use super::anchors::SHEET;
use super::state::{Before, Case, Fetched};
use crate::ui::element::{el, empty};
use crate::ui::language::use_locale;
use crate::ui::view::dyn_view;

use menu::menu;
use overview::overview;
use sections::sections;

pub(super) use mark::mark;

/// The sheet; nothing while there is no data.
pub(super) fn sheet(case: Case) -> AnyView {
    dyn_view(move || match case.fetched.get() {
        Some(Fetched { data: Some(data), at, before }) => untrack(|| of(case, &data, at, &before)),
        _ => empty(),
    })
}

fn of(case: Case, data: &Arc<IntegrationslovsdataDto>, at: (Date, TimeOfDay), before: &Before) -> AnyView {
    let class = move || {
        let also = |holds: bool, class: &'static str| if holds { class } else { "" };
        let (filled, codes) = (also(case.only_filled.get(), " only-filled"), also(case.codes.get(), " with-codes"));
        Some(format!("sheet{filled}{codes}"))
    };
    let body = if is_empty(data, before) {
        el("p", "").word(|w| w.citizen.nothing_filled).view()
    } else {
        let main =
            el("div", "sheet-main").child(overview(case, data, at.0, before)).child(sections(case, data, before));
        el("div", "sheet-body").child(menu(data, before)).child(main.view()).view()
    };
    el("article", "")
        .attr("id", SHEET)
        .attr("tabindex", "-1")
        .dyn_attr("class", class)
        .child(head(data, at))
        .child(body)
        .view()
}

/// Whether there is nothing to show, nor anything that is gone.
fn is_empty(data: &IntegrationslovsdataDto, before: &Before) -> bool {
    let has_changed = before.as_ref().is_some_and(|(_, changed)| !changed.is_empty());
    !has_changed && Section::ALL.into_iter().all(|part| part.is_absent(data))
}

/// Whose sheet it is, on top of each page of paper (style/_print.scss).
fn head(data: &IntegrationslovsdataDto, at: (Date, TimeOfDay)) -> AnyView {
    let locale = use_locale();
    let (cpr, version) = (data.personnummer.formatted(), data.integrationslovsdata_identifier);
    let whose = move || {
        let words = &locale.words().citizen;
        let fetched = moment(locale.get(), at);
        let version = version.map_or_else(|| words.no_version.to_owned(), |id| format!("{} {id}", words.version));
        format!("{} {cpr} · {} {fetched} · {version}", words.cpr_label, words.fetched_from)
    };
    el("p", "print-only").dyn_text(whose).view()
}
