//! The state of the list: search, group, order, visible rows and the active row.

pub(in crate::texts) mod grid_navigation;
pub(in crate::texts) mod group_filter;
pub(in crate::texts) mod group_menu;
pub(in crate::texts) mod page;
pub(in crate::texts) mod rows;
pub(in crate::texts) mod selection_bar;
pub(in crate::texts) mod shortcuts;
pub(in crate::texts) mod table;
pub(in crate::texts) mod url_state;
pub(in crate::texts) mod viewport;

use std::sync::Arc;

use leptos::prelude::{LocalStorage, SetValue, StoredValue, UpdateValue, untrack};
use uuid::Uuid;

use self::url_state::write;
use self::viewport::Viewport;
use crate::platform::browser;
use crate::platform::signals::{ErasedMemo, ErasedSignal, effect};
use crate::shell::router::{Router, use_router};
use crate::texts::beside::Beside;
use crate::texts::search::live::find;
use crate::texts::search::query::{Column, GroupFilter, Query};
use crate::texts::search::results::SearchResults;
use crate::texts::store::selection::{Selection, ordered};
use crate::texts::store::{Store, use_store};

/// The search box's id.
pub(in crate::texts) const SEARCH: &str = "soeg";
/// The setting under which the browser remembers how high the rows are.
const ROWS: &str = "raekker";
const TALL: &str = "hoeje";

/// The state of the list.
#[derive(Clone, Copy)]
pub(in crate::texts) struct List {
    pub store: Store,
    pub router: Router,
    /// What is asked for; the address follows it, and it the address.
    pub query: ErasedSignal<Query>,
    pub found: ErasedSignal<SearchResults>,
    pub viewport: ErasedSignal<Viewport>,
    /// How much of the table is above the screen, to the pixel; `None` until that has been measured.
    pub scroll_top: ErasedSignal<Option<i32>>,
    /// What stands beside the list, if anything does.
    pub beside: ErasedMemo<Beside>,
    /// The row that the keys are at.
    pub at: ErasedSignal<usize>,
    /// The cell of that row that the keys are at, by its number; none for the row as a whole.
    pub cell: ErasedSignal<Option<u32>>,
    /// Whether the focus is to go there.
    pub lead: ErasedSignal<bool>,
    /// Whether the user has sorted it: then the order is announced.
    pub is_sorted: ErasedSignal<bool>,
    /// Whether the user has selected or deselected texts since the place was written down.
    pub chose: ErasedSignal<bool>,
    /// The text whose row is open, so that all of it can be read.
    pub open: ErasedSignal<Option<Uuid>>,
    /// The text that is to stand in another group, once the user has chosen one in its row.
    pub regroup: ErasedSignal<Option<(u32, Option<Uuid>)>>,
    /// Whether the rows are higher than usual.
    pub is_tall: ErasedSignal<bool>,
    /// Whether the table has been measured.
    pub is_measured: ErasedSignal<bool>,
    /// Where to scroll once the rows are there.
    pub jump: ErasedSignal<Option<i32>>,
    /// Whether something waits for all that is asked for to have been found.
    is_awaited: ErasedSignal<bool>,
    awaiting: StoredValue<Option<Awaiting>, LocalStorage>,
}

/// What to do with all that has been found.
type Awaiting = Box<dyn FnOnce(SearchResults)>;

impl List {
    fn new(beside: ErasedMemo<Beside>) -> Self {
        let (store, router) = (use_store(), use_router());
        // Beside a text the address is that one's.
        let is_alone = untrack(|| beside.get()) == Beside::Nothing;
        let (known, _) = store.place.get_untracked();
        let query =
            ErasedSignal::new(if is_alone { router.query_untracked(|value| Query::read(value)) } else { known });
        let kept = router.kept().map(|(top, _)| top).filter(|_| is_alone);
        let viewport = ErasedSignal::new(Viewport { top: kept.unwrap_or(0), ..Viewport::default() });
        let found = find(store, query);
        let (scroll_top, at, cell, lead) =
            (ErasedSignal::default(), ErasedSignal::default(), ErasedSignal::default(), ErasedSignal::default());
        let is_sorted = ErasedSignal::default();
        let list = Self {
            store,
            router,
            query,
            found,
            beside,
            viewport,
            scroll_top,
            at,
            cell,
            lead,
            is_sorted,
            chose: ErasedSignal::default(),
            open: ErasedSignal::default(),
            regroup: ErasedSignal::default(),
            is_tall: ErasedSignal::new(browser::remembered(ROWS).as_deref() == Some(TALL)),
            is_measured: ErasedSignal::default(),
            jump: ErasedSignal::new(kept),
            is_awaited: ErasedSignal::default(),
            awaiting: StoredValue::new_local(None),
        };
        effect(move || {
            if !list.is_awaited.get() {
                return;
            }
            if list.is_complete() {
                list.is_awaited.set(false);
                if let Some(act) = list.awaiting.try_update_value(Option::take).flatten() {
                    act(list.found.get_untracked());
                }
            } else if store.failed.with(Option::is_some) {
                list.is_awaited.set(false);
            }
        });
        list
    }

    /// Whether all that is asked for has been found among the texts as they are now; a view that reads it follows it.
    fn is_complete(self) -> bool {
        let Some(texts) = self.store.texts.get() else { return false };
        let query = self.query.get();
        self.found.with(|found| found.done && found.query == query && Arc::ptr_eq(&texts, &found.catalog))
    }

    /// Does something with all that is asked for, once all of it has been found: with a part of it, it would do
    /// something else than what the user sees. Asking for something else calls it off, and so does a read that fails.
    pub(in crate::texts) fn once_complete(self, act: impl FnOnce(SearchResults) + 'static) {
        self.awaiting.set_value(Some(Box::new(act)));
        self.is_awaited.set(true);
    }

    /// Makes the rows higher, or as high as usual, in this browser from now on.
    pub(in crate::texts) fn toggle_height(self) {
        let is_tall = !self.is_tall.get_untracked();
        self.is_tall.set(is_tall);
        browser::remember(ROWS, if is_tall { TALL } else { "" });
    }

    /// Shows what another query asks for, from its top.
    pub(in crate::texts) fn show(self, query: Query) {
        self.is_awaited.set(false);
        self.query.set(query);
        self.at.set(0);
        self.open.set(None);
        self.to_top();
    }

    /// Scrolls up to the first row, and no further.
    pub(in crate::texts) fn to_top(self) {
        if self.viewport.with_untracked(|viewport| viewport.top > 0) {
            self.viewport.update(|viewport| viewport.top = 0);
            self.jump.set(Some(0));
        }
    }

    /// The same, and writes it into the address at once.
    pub(in crate::texts) fn go(self, query: Query) {
        self.show(query);
        write(self);
    }

    /// Sorts by a column, or turns its order round.
    pub(in crate::texts) fn sort_by(self, column: Column) {
        self.go(self.query.with_untracked(|query| query.ordered_by(column)));
        self.is_sorted.set(true);
    }

    /// The page has been scrolled.
    pub(in crate::texts) fn scrolled(self, top: i32) {
        self.scroll_top.set(Some(top));
        let Viewport { top: before, row, .. } = self.viewport.get_untracked();
        // Within the same row nothing changes.
        if top.div_euclid(row.max(1)) != before.div_euclid(row.max(1)) {
            self.viewport.update(|viewport| viewport.top = top);
        }
    }

    /// Leads keys, eye and focus to a row.
    pub(in crate::texts) fn lead_to(self, row: usize) {
        self.at.set(row);
        self.show_row(row);
        self.lead.set(true);
    }

    /// Scrolls until a row is seen.
    pub(in crate::texts) fn show_row(self, row: usize) {
        let top = self.viewport.with_untracked(|viewport| viewport.top_for(row));
        self.viewport.update(|viewport| viewport.top = top);
        self.jump.set(Some(top));
    }

    /// Opens a row, or closes it.
    pub(in crate::texts) fn toggle_open(self, row: usize) {
        let id = self.ids(row, row).first().copied();
        self.open.update(|open| *open = id.filter(|id| *open != Some(*id)));
    }

    /// Changes what is chosen, as the user wants it.
    pub(in crate::texts) fn choose(self, change: impl FnOnce(&mut Selection)) {
        self.chose.set(true);
        self.store.selection.update(change);
    }

    /// Chooses the text of a row, or no longer.
    pub(in crate::texts) fn toggle(self, row: usize) {
        for id in self.ids(row, row) {
            self.choose(|selection| selection.toggle(id));
        }
    }

    /// Chooses the rows from where the range began, which is `from` if none has, to another.
    pub(in crate::texts) fn choose_to(self, from: usize, to: usize) {
        let anchor = self.store.selection.with_untracked(|selection| selection.anchor());
        let begun = anchor.and_then(|id| self.row_of(id));
        let range = self.ids(begun.unwrap_or(from), to);
        self.choose(|selection| {
            if let (None, Some(first)) = (begun, self.ids(from, from).first()) {
                selection.begin(*first);
            }
            selection.choose_range(range);
        });
    }

    /// Chooses all that the list shows.
    pub(in crate::texts) fn choose_all(self) {
        self.once_complete(move |_| {
            let all = self.ids(0, usize::MAX);
            self.choose(|selection| selection.add(all));
        });
    }

    /// Chooses all that the list shows or, where all of them are chosen, none of them.
    pub(in crate::texts) fn toggle_all(self) {
        self.once_complete(move |found| {
            if untrack(|| self.shown_chosen()) < found.numbers.len() {
                return self.choose_all();
            }
            let shown = ordered(self.ids(0, usize::MAX));
            self.choose(|selection| selection.retain(|id| shown.binary_search(&id).is_err()));
        });
    }

    /// How many of the chosen texts the list shows; a view that reads it follows it.
    pub(in crate::texts) fn shown_chosen(self) -> usize {
        self.store.selection.with(Selection::len).saturating_sub(self.hidden())
    }

    /// How many chosen texts the list does not show, because another search or group hides them; a view that reads it
    /// follows it. Nothing is counted while the list shows all texts.
    pub(in crate::texts) fn hidden(self) -> usize {
        let filtered = self.query.with(|query| !query.search.is_empty() || query.group != GroupFilter::All);
        if !filtered {
            return 0;
        }
        self.store.selection.with(|selection| {
            let shown = |found: &SearchResults| {
                let ids = found.numbers.iter().filter_map(|number| found.catalog.get(*number));
                ids.filter(|text| selection.contains(text.external_identifier)).count()
            };
            selection.len().saturating_sub(self.found.with(shown))
        })
    }

    /// Keeps only those chosen texts that the list shows.
    pub(in crate::texts) fn choose_shown_only(self) {
        self.once_complete(move |_| {
            let shown = ordered(self.ids(0, usize::MAX));
            self.choose(|selection| selection.retain(|id| shown.binary_search(&id).is_ok()));
        });
    }

    /// The row of a text.
    pub(in crate::texts) fn row_of(self, id: Uuid) -> Option<usize> {
        self.found.with_untracked(|found| {
            let is = |number: &u32| found.catalog.get(*number).is_some_and(|text| text.external_identifier == id);
            found.numbers.iter().position(is)
        })
    }

    /// The ids of the rows between two, in whichever order these are.
    fn ids(self, one: usize, other: usize) -> Vec<Uuid> {
        self.found.with_untracked(|found| {
            let rows = found.numbers.iter().take(one.max(other).saturating_add(1)).skip(one.min(other));
            rows.filter_map(|number| found.catalog.get(*number)).map(|text| text.external_identifier).collect()
        })
    }
}
