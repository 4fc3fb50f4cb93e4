//! The groups beside the list, each with how many texts it has: links, so that "back" undoes the choice and a group can
//! be opened in a tab of its own. Where there is no room for them, the style shows the select instead (filter.rs).

use leptos::prelude::*;
use letasyl_locale::grouped;
use uuid::Uuid;

use super::filter::choices;
use super::list::List;
use super::merge::merged;
use super::place::address;
use super::query::{GroupFilter, Query};
use super::shelf::Shelf;
use crate::element::{all, el, said};
use crate::language::use_locale;
use crate::live::{Derived, Live};
use crate::paths;
use crate::view::{Key, dynamic, effect};

/// How many texts there are, how many of them without a group, and the groups of the others, in order.
#[derive(Clone, PartialEq, Eq, Default)]
struct Counts {
    all: usize,
    without: usize,
    groups: Vec<Uuid>,
}

impl Counts {
    /// Of all texts but those on their way out.
    fn of(shelf: Shelf) -> Option<Self> {
        let leaving = shelf.leaving();
        let stock = shelf.texts.get()?;
        let mut counts = Self::default();
        for text in stock.all().filter(|text| !leaving.contains(&text.external_identifier)) {
            counts.all += 1;
            match text.group_external_identifier() {
                Some(group) => counts.groups.push(group),
                None => counts.without += 1,
            }
        }
        counts.groups = merged(counts.groups);
        Some(counts)
    }

    /// How many texts a group has.
    fn in_group(&self, group: Uuid) -> usize {
        let first = self.groups.partition_point(|known| *known < group);
        self.groups.partition_point(|known| *known <= group) - first
    }
}

/// The menu.
pub(super) fn group_menu(list: List) -> AnyView {
    let shelf = list.shelf;
    let counts = Derived::new(move || Counts::of(shelf));
    let groups = choices(list);
    let twins = count_twins(shelf);
    let count = move |of: GroupFilter| {
        let of = move |counts: &Counts| match of {
            GroupFilter::Only(group) => counts.in_group(group),
            GroupFilter::Without => counts.without,
            GroupFilter::All | GroupFilter::Twins => counts.all,
        };
        counts.with(|counts| counts.as_ref().map(of))
    };
    let items = dynamic(move || {
        let fixed = |of: GroupFilter, name: Key| item(list, of, said(name), move || count(of));
        let mut items = vec![fixed(GroupFilter::All, |w| w.texts.all)];
        for (id, name) in groups.get() {
            let of = GroupFilter::of_word(&id);
            items.push(item(list, of, el("span", "").with("lang", "da").reads(&name).view(), move || count(of)));
        }
        items.push(fixed(GroupFilter::Without, |w| w.texts.no_group));
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
