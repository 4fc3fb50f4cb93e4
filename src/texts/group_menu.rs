//! The groups beside the list, each with how many texts it has: links, so that "back" undoes the choice and a group can
//! be opened in a tab of its own. Where there is no room for them, the style shows the select instead (filter.rs).

use std::collections::HashMap;

use leptos::prelude::*;
use letasyl_locale::grouped;
use uuid::Uuid;

use super::filter::choices;
use super::list::List;
use super::place::address;
use super::query::{GroupFilter, Query};
use super::shelf::Shelf;
use crate::element::{all, el, said};
use crate::language::use_locale;
use crate::live::{Derived, Live};
use crate::paths;
use crate::view::{dynamic, effect};

/// How many texts each group has; those without a group under `None`.
type Counts = HashMap<Option<Uuid>, usize>;

/// The menu.
pub(super) fn group_menu(list: List) -> AnyView {
    let shelf = list.shelf;
    let counts = Derived::new(move || counts(shelf));
    let groups = choices(list);
    let twins = count_twins(shelf);
    let sum = move || counts.with(|counts| shelf.texts.with(Option::is_some).then(|| counts.values().sum()));
    let of = move |group| counts.with(|counts| counts.get(&group).copied());
    let items = dynamic(move || {
        let mut items = vec![item(list, GroupFilter::All, said(|w| w.texts.all), sum)];
        for (id, name) in groups.get() {
            let group = Uuid::try_parse(&id).ok();
            let filter = GroupFilter::of_word(&id);
            items.push(item(list, filter, el("span", "").with("lang", "da").reads(&name).view(), move || of(group)));
        }
        items.push(item(list, GroupFilter::Without, said(|w| w.texts.no_group), move || of(None)));
        items.push(item(list, GroupFilter::Twins, said(|w| w.texts.twins), move || twins.get()));
        all(items)
    });
    let items = el("ul", "").holds(items).view();
    el("nav", "group-menu no-print").named(|w| w.texts.groups).holds(items).view()
}

fn item(
    list: List,
    group: GroupFilter,
    name: AnyView,
    count: impl Fn() -> Option<usize> + Send + Sync + 'static,
) -> AnyView {
    let locale = use_locale();
    let way = move || {
        let query = Query { group, ..list.query.get() };
        Some(format!("{}{}", paths::TEXTS, address(&query)))
    };
    let current = move || list.query.with(|query| query.group == group).then(|| "true".to_owned());
    let count = move || {
        let count = count().and_then(|count| i64::try_from(count).ok());
        count.map(|count| grouped(locale.get(), count)).unwrap_or_default()
    };
    let link = el("a", "")
        .live("href", way)
        .live("aria-current", current)
        .holds(el("span", "").with("dir", "auto").holds(name).view())
        .reads(" ")
        .holds(el("span", "count").tells(count).view());
    el("li", "").holds(link.view()).view()
}

/// Counts the texts, without those on their way out.
fn counts(shelf: Shelf) -> Counts {
    let leaving = shelf.leaving();
    let mut counts = Counts::new();
    shelf.texts.with(|stock| {
        for text in stock.iter().flat_map(|stock| stock.all()) {
            if !leaving.contains(&text.external_identifier) {
                *counts.entry(text.group_external_identifier()).or_default() += 1;
            }
        }
    });
    counts
}

/// How many texts have the same "Tekst" as another one, found out anew whenever the texts change.
fn count_twins(shelf: Shelf) -> Live<Option<usize>> {
    let count = Live::default();
    effect(move || {
        let Some(stock) = shelf.texts.get() else { return };
        leptos::task::spawn_local(async move {
            stock.find_twins().await;
            count.set(Some(stock.numbers().filter(|number| stock.is_twin(*number)).count()));
        });
    });
    count
}
