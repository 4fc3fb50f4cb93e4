//! The groups beside the list, each with its number of texts. Links, so that Back undoes the choice and a group opens
//! in a new tab. On narrow screens the style shows the select instead (group_filter.rs).

use leptos::prelude::*;
use letasyl_locale::grouped;
use uuid::Uuid;

use super::List;
use super::group_filter::Groups;
use crate::platform::signals::{ErasedSignal, effect};
use crate::platform::time_slice::TimeSlice;
use crate::texts::search::query::{GroupFilter, Query};
use crate::texts::search::url::list_url;
use crate::texts::store::Store;
use crate::texts::store::catalog::Catalog;
use crate::ui::element::{el, fragment, word_view};
use crate::ui::language::use_locale;
use crate::ui::view::dyn_view;

/// How many texts there are, how many of them without a group, in each group, and with the same "Tekst" as another one.
#[derive(Clone, Default)]
struct Counts {
    all: usize,
    without: usize,
    groups: Vec<(Uuid, usize)>,
    /// `None` until that has been found out.
    twins: Option<usize>,
}

impl Counts {
    /// Of all texts but those on their way out. In small steps: there may be many.
    async fn of(catalog: &Catalog, leaving: &[Uuid]) -> Self {
        let mut slice = TimeSlice::new();
        let mut counts = Self::default();
        for text in catalog.all().filter(|text| !leaving.contains(&text.external_identifier)) {
            slice.tick().await;
            counts.all += 1;
            let Some(group) = text.group_external_identifier() else {
                counts.without += 1;
                continue;
            };
            match counts.groups.iter_mut().find(|(known, _)| *known == group) {
                Some((_, count)) => *count += 1,
                None => counts.groups.push((group, 1)),
            }
        }
        counts
    }

    fn count(&self, of: GroupFilter) -> Option<usize> {
        match of {
            GroupFilter::All => Some(self.all),
            GroupFilter::Without => Some(self.without),
            GroupFilter::Twins => self.twins,
            GroupFilter::Only(group) => {
                let found = self.groups.iter().find(|(known, _)| *known == group);
                Some(found.map_or(0, |(_, count)| *count))
            }
        }
    }
}

/// The menu of these groups.
pub(in crate::texts) fn group_menu(list: List, groups: Groups) -> AnyView {
    let counts = count(list.store);
    let items = dyn_view(move || {
        let item = |of, name| item(list, of, name, counts);
        let mut items = vec![item(GroupFilter::All, word_view(|w| w.texts().all))];
        for (id, name) in groups.get() {
            let name = el("span", "").attr("lang", "da").text(&name);
            items.push(item(GroupFilter::of_word(&id), name.view()));
        }
        items.push(item(GroupFilter::Without, word_view(|w| w.texts().no_group)));
        items.push(item(GroupFilter::Twins, word_view(|w| w.texts().twins)));
        fragment(items)
    });
    let items = el("ul", "").child(items).view();
    el("nav", "group-menu no-print").aria_label(|w| w.texts().groups).child(items).view()
}

fn item(list: List, group: GroupFilter, name: AnyView, counts: ErasedSignal<Option<Counts>>) -> AnyView {
    let locale = use_locale();
    let way = move || {
        let query = Query { group, ..list.query.get() };
        Some(list_url(&query))
    };
    let current = move || list.query.with(|query| query.group == group).then(|| "true".to_owned());
    let count = move || {
        let count = counts.with(|counts| counts.as_ref()?.count(group));
        let count = count.and_then(|count| i64::try_from(count).ok());
        count.map(|count| grouped(locale.get(), count)).unwrap_or_default()
    };
    let link = el("a", "")
        .dyn_attr("href", way)
        .dyn_attr("aria-current", current)
        .child(el("span", "").attr("dir", "auto").child(name).view())
        .text(" ")
        .child(el("span", "count").dyn_text(count).view());
    el("li", "").child(link.view()).view()
}

/// Counts again whenever the texts change.
fn count(store: Store) -> ErasedSignal<Option<Counts>> {
    let counts = ErasedSignal::<Option<Counts>>::default();
    let turn = ErasedSignal::new(0_u32);
    effect(move || {
        let Some(catalog) = store.texts.get() else { return };
        let leaving = store.leaving();
        let mine = turn.next();
        leptos::task::spawn_local(async move {
            let mut counted = Counts::of(&catalog, &leaving).await;
            // The previous counts stay until the new ones are known.
            counted.twins = counts.with_untracked(|counts| counts.as_ref()?.twins);
            if turn.get_untracked() == mine {
                counts.set(Some(counted));
            }
            catalog.find_twins().await;
            if turn.get_untracked() == mine {
                let twins = catalog.numbers().filter(|number| catalog.is_twin(*number)).count();
                counts.update(|counts| counts.as_mut().map(|counts| counts.twins = Some(twins)));
            }
        });
    });
    counts
}
