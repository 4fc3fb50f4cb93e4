//! The list: search, group, order, and the way to each text. What it shows stands in the address.

use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::{count, counting};
use uuid::Uuid;

use super::bulk::bulk;
use super::chosen::chosen;
use super::export::exchange;
use super::filter::{groups, known_groups};
use super::finder::{Found, find};
use super::keys::list_keys;
use super::place::{keep_place, write};
use super::query::{GroupFilter, Query};
use super::selection::ordered;
use super::shelf::{Shelf, use_shelf};
use super::table::table;
use super::window::Measures;
use crate::failure::failure_alert;
use crate::frame::use_title;
use crate::language::use_locale;
use crate::live::Live;
use crate::paths;
use crate::router::{Router, use_router};
use crate::view::{dynamic, effect, text, waiting, when, word};

/// The search box's id.
pub(super) const SEARCH: &str = "soeg";

/// The state of the list.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub shelf: Shelf,
    pub router: Router,
    /// What is asked for; the address follows it, and it the address.
    pub query: Live<Query>,
    pub found: Live<Found>,
    pub measures: Live<Measures>,
    /// How far the window is scrolled, to the pixel.
    pub scroll_top: Live<i32>,
    /// The row that the keys are at.
    pub at: Live<usize>,
    /// Whether the focus is to go there.
    pub lead: Live<bool>,
    /// Where to scroll once the rows are there.
    pub jump: Live<Option<i32>>,
}

impl List {
    fn new() -> Self {
        let (shelf, router) = (use_shelf(), use_router());
        let query = Live::new(router.query_untracked(|value| Query::read(value)));
        let top = router.kept().unwrap_or(0);
        let measures = Live::new(Measures { top, ..Measures::default() });
        let found = find(shelf, query);
        let (scroll_top, at, lead) = (Live::default(), Live::default(), Live::default());
        Self { shelf, router, query, found, measures, scroll_top, at, lead, jump: Live::new((top > 0).then_some(top)) }
    }

    /// Shows what another query asks for, from its top.
    pub(super) fn show(self, query: Query) {
        self.query.set(query);
        self.at.set(0);
        self.measures.update(|measures| measures.top = 0);
        self.jump.set(Some(0));
    }

    /// The same, and writes it into the address at once.
    pub(super) fn go(self, query: Query) {
        self.show(query);
        write(self);
    }

    /// The window has been scrolled.
    pub(super) fn scrolled(self, top: i32) {
        self.scroll_top.set(top);
        let Measures { top: before, row, .. } = self.measures.get_untracked();
        // Within the same row nothing changes.
        if top / row.max(1) != before / row.max(1) {
            self.measures.update(|measures| measures.top = top);
        }
    }

    /// Leads keys, eye and focus to a row.
    pub(super) fn lead_to(self, row: usize) {
        self.at.set(row);
        let top = self.measures.with_untracked(|measures| measures.top_for(row));
        self.measures.update(|measures| measures.top = top);
        self.jump.set(Some(top));
        self.lead.set(true);
    }

    /// Chooses the text of a row, or no longer.
    pub(super) fn toggle(self, row: usize) {
        for id in self.ids(row, row) {
            self.shelf.selection.update(|selection| selection.toggle(id));
        }
    }

    /// Chooses the rows from where the range began, which is `from` if none has, to another.
    pub(super) fn choose_to(self, from: usize, to: usize) {
        let anchor = self.shelf.selection.with_untracked(|selection| selection.anchor());
        let begun = anchor.and_then(|id| self.row_of(id));
        let range = self.ids(begun.unwrap_or(from), to);
        self.shelf.selection.update(|selection| {
            if let (None, Some(first)) = (begun, self.ids(from, from).first()) {
                selection.begin(*first);
            }
            selection.choose_range(range);
        });
    }

    /// Chooses all that have been found.
    pub(super) fn choose_all(self) {
        let all = self.ids(0, usize::MAX);
        self.shelf.selection.update(|selection| selection.add(all));
    }

    /// How many chosen texts the list does not show, because another search or group hides them; a view that reads it
    /// follows it. Nothing is counted while the list shows all texts.
    pub(super) fn hidden(self) -> usize {
        let filtered = self.query.with(|query| !query.search.is_empty() || query.group != GroupFilter::All);
        if !filtered {
            return 0;
        }
        self.shelf.selection.with(|selection| {
            let shown = |found: &Found| {
                let ids = found.numbers.iter().filter_map(|number| found.stock.get(*number));
                ids.filter(|text| selection.contains(text.external_identifier)).count()
            };
            selection.len().saturating_sub(self.found.with(shown))
        })
    }

    /// Keeps only those chosen texts that the list shows.
    pub(super) fn choose_shown_only(self) {
        let shown = ordered(self.ids(0, usize::MAX));
        self.shelf.selection.update(|selection| selection.retain(|id| shown.binary_search(&id).is_ok()));
    }

    /// The row of a text.
    pub(super) fn row_of(self, id: Uuid) -> Option<usize> {
        self.found.with_untracked(|found| {
            let is = |number: &u32| found.stock.get(*number).is_some_and(|text| text.external_identifier == id);
            found.numbers.iter().position(is)
        })
    }

    /// The ids of the rows between two, in whichever order these are.
    fn ids(self, one: usize, other: usize) -> Vec<Uuid> {
        self.found.with_untracked(|found| {
            let rows = found.numbers.iter().take(one.max(other).saturating_add(1)).skip(one.min(other));
            rows.filter_map(|number| found.stock.get(*number)).map(|text| text.external_identifier).collect()
        })
    }
}

/// The page "Dynamiske tekster".
pub(crate) fn list_page() -> AnyView {
    let locale = use_locale();
    use_title(|w| w.texts.title);
    let list = List::new();
    let shelf = list.shelf;
    effect(move || {
        shelf.session.returned();
        shelf.read();
    });
    keep_place(list);
    lead_back(list);
    let all = move || shelf.texts.get().map_or(0, |stock| stock.len().saturating_sub(shelf.pending.with(Vec::len)));
    let counted = text(move || {
        let (shown, done) = list.found.with(|found| (found.numbers.len(), found.done));
        match (shelf.texts.with(Option::is_some), done) {
            (true, true) => count(locale.get(), shown, all()),
            (true, false) => counting(locale.get(), shown, all()),
            (false, _) => String::new(),
        }
    });
    // Nothing is counted where there are no texts to count.
    let counting = move || {
        let busy = shelf.texts.with(Option::is_some) && !list.found.with(|found| found.done);
        if busy { "true" } else { "false" }
    };
    let may_create = move || shelf.session.may(OperationName::CreateText);
    let some = move || shelf.texts.with(Option::is_some) && all() > 0;
    let nothing = move || list.found.with(|found| found.done && found.numbers.is_empty());
    view! {
        <h1 tabindex="-1">{word(|w| w.texts.title)}</h1>
        <div class="toolbar" role="search">
            {search(list)}
            {groups(list)}
            {when(
                may_create,
                || {
                    view! {
                        <a class="button button-primary push" href=paths::NEW_TEXT>
                            {word(|w| w.texts.new)}
                        </a>
                    }
                        .into_any()
                },
            )}
        </div>
        {exchange(list)}
        <div class="list-line">
            <p role="status" aria-busy=counting>
                {counted}
            </p>
            {chosen(list)}
            {list_keys(list)}
        </div>
        {failure(shelf)}
        {when(
            move || shelf.texts.with(Option::is_none) && shelf.failed.with(Option::is_none),
            || waiting(|w| w.texts.loading),
        )}
        {when(move || shelf.texts.with(Option::is_some) && all() == 0, empty)}
        {when(move || some() && nothing(), move || no_hits(list))}
        {when(move || some() && !nothing(), move || table(list))}
        {bulk(list)}
    }
    .into_any()
}

/// Tab leads back to the text that was opened last.
fn lead_back(list: List) {
    effect(move || {
        list.found.with(|_| ());
        if let Some(row) = list.shelf.opened.get_untracked().and_then(|id| list.row_of(id)) {
            list.shelf.opened.set(None);
            list.at.set(row);
        }
    });
}

fn failure(shelf: Shelf) -> AnyView {
    let again = Callback::new(move |()| shelf.read());
    dynamic(move || {
        let retry = shelf.failed.with(|e| e.as_ref().is_some_and(|e| e.worth_retrying())).then_some(again);
        shelf.failed.get().map(|error| failure_alert(error, retry, None)).into_any()
    })
}

fn search(list: List) -> AnyView {
    let query = list.query;
    view! {
        <div class="form-group">
            <label class="form-label" for=SEARCH>
                {word(|w| w.texts.search)}
            </label>
            <input
                id=SEARCH
                class="form-input"
                type="search"
                autocomplete="off"
                prop:value=text(move || query.with(|query| query.search.clone()))
                on:input=move |event| list.show(Query { search: event_target_value(&event), ..query.get_untracked() })
            />
        </div>
    }
    .into_any()
}

fn no_hits(list: List) -> AnyView {
    let gone = move || {
        let GroupFilter::Only(_) = list.query.with(|query| query.group) else { return false };
        let word = list.query.with(|query| query.group.as_word());
        !known_groups(list.shelf).iter().any(|(id, _)| *id == word)
    };
    let locale = use_locale();
    let say = move |gone_word: crate::view::Key, word: crate::view::Key| {
        text(move || (if gone() { gone_word } else { word })(locale.words()).to_owned())
    };
    view! {
        <div class="alert alert-info">
            <p class="alert-heading">{say(|w| w.texts.group_gone, |w| w.texts.no_hits)}</p>
            <p class="alert-text">{say(|w| w.texts.group_gone_text, |w| w.texts.no_hits_text)}</p>
            <p class="alert-text">
                <a href=paths::TEXTS>{word(|w| w.texts.show_all)}</a>
            </p>
        </div>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="alert alert-info">
            <p class="alert-heading">{word(|w| w.texts.empty)}</p>
            <p class="alert-text">{word(|w| w.texts.empty_text)}</p>
        </div>
    }
    .into_any()
}
