//! The list page: search, group, order and links to the texts. Its state is in the URL.

use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::{count, counting, not_read, sorted_by};

use super::group_filter::{choices, filter_sheet, groups, known_groups};
use super::group_menu::group_menu;
use super::shortcuts::list_keys;
use super::table::table;
use super::url_state::keep_place;
use super::{List, SEARCH};
use crate::platform::browser;
use crate::platform::signals::{ErasedMemo, effect};
use crate::shell::document_title::{fault_in_title, title_while};
use crate::shell::failure_alert::failure_alert;
use crate::shell::paths;
use crate::texts::beside::Beside;
use crate::texts::bulk::bulk;
use crate::texts::files::export::exchange;
use crate::texts::import::incoming::hear_pastes;
use crate::texts::search::query::{GroupFilter, Query};
use crate::texts::store::Store;
use crate::ui::element::{button_el, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, dyn_view, show, waiting, word};

/// The id of the select of groups.
const FILTER: &str = "gruppevalg";

/// The list: alone on its page or, while `both` holds, with a text beside it, and then without what is for the whole page.
pub(in crate::texts) fn list(beside: ErasedMemo<Beside>, both: ErasedMemo<bool>) -> AnyView {
    let locale = use_locale();
    title_while(|w| w.texts().title, move || !both.get());
    let list = List::new(beside);
    let store = list.store;
    fault_in_title(move || store.failed.with(Option::is_some));
    // Loaded again on every visit. Beside a text, which loads what it needs, only if it is missing.
    effect(move || {
        store.session.returned();
        if beside.get() == Beside::Nothing {
            store.read();
        } else if store.texts.with_untracked(Option::is_none) {
            store.read_for_editor();
        }
    });
    store.list_seen.set(true);
    on_cleanup(move || store.list_seen.set(false));
    keep_place(list);
    lead_back(list);
    hear_pastes(store, move || locale.words().exchange().pasted.to_owned());
    let total =
        move || store.texts.get().map_or(0, |catalog| catalog.len().saturating_sub(store.pending.with(Vec::len)));
    let counted = boxed_text(move || {
        let (shown, done) = list.found.with(|found| (found.numbers.len(), found.done));
        match (store.texts.with(Option::is_some), done) {
            (true, true) => count(locale.get(), shown, total()),
            (true, false) => counting(locale.get(), shown, total()),
            (false, _) => String::new(),
        }
    });
    // Nothing is counted where there are no texts to count.
    let counting = move || {
        let busy = store.texts.with(Option::is_some) && !list.found.with(|found| found.done);
        if busy { "true" } else { "false" }
    };
    let known = choices(list);
    let may_create = move || store.session.may(OperationName::CreateText);
    let some = move || store.texts.with(Option::is_some) && total() > 0;
    let nothing = move || list.found.with(|found| found.done && found.numbers.is_empty());
    view! {
        <div class="texts-head">
            {dyn_view(move || {
                let title = word(|w| w.texts().title);
                // The heading of the page is that of the text.
                if both.get() {
                    view! { <h2 class="sr-only">{title}</h2> }.into_any()
                } else {
                    view! { <h1 tabindex="-1">{title}</h1> }.into_any()
                }
            })}
            <div class="toolbar" role="search">
                {search(list)}
                {groups(list, known, FILTER)}
            </div>
            {show(
                may_create,
                || {
                    view! {
                        <a class="button button-primary" href=paths::NEW_TEXT>
                            {word(|w| w.texts().new)}
                        </a>
                    }
                        .into_any()
                },
            )}
        </div>
        <div class="texts-body">
            {show(move || !both.get(), move || group_menu(list, known))}
            <div class="texts-list">
                <div class="list-line">
                    <p role="status" aria-busy=counting>
                        {counted}
                    </p>
                    {sorted(list)}
                    {filter_sheet(list, known)}
                    {show(
                        move || !both.get(),
                        move || fragment(vec![exchange(list), height(list), list_keys(list)]),
                    )}
                </div>
                {failure(store)}
                {unread(store)}
                {show(
                    move || store.texts.with(Option::is_none) && store.failed.with(Option::is_none),
                    || waiting(|w| w.texts().loading),
                )}
                {show(move || store.texts.with(Option::is_some) && total() == 0, empty)}
                {show(move || some() && nothing(), move || no_hits(list))}
                {show(move || some() && !nothing(), move || table(list))}
                {bulk(list)}
            </div>
        </div>
    }
    .into_any()
}

/// Tab leads back to the text that was opened last; one that has just been saved is to be seen, and so is the one that
/// stands beside the list.
fn lead_back(list: List) {
    effect(move || {
        list.found.with(|_| ());
        if let Some(row) = list.store.opened.get_untracked().and_then(|id| list.row_of(id)) {
            list.store.opened.set(None);
            list.at.set(row);
        }
    });
    let mut before = (None, None);
    effect(move || {
        let now = (list.beside.get().id(), list.store.saved.get());
        // Found among the texts as they are now: a text that has been saved may stand elsewhere in the order.
        let ready = list.is_complete() && list.is_measured.get();
        if ready && now != before {
            let (beside, saved) = now;
            let opened = beside.filter(|_| beside != before.0);
            let sought = opened.or(saved.filter(|_| saved != before.1));
            before = now;
            if let Some(row) = sought.and_then(|id| list.row_of(id)) {
                list.show_row(row);
                // The window may reach below the screen.
                browser::reveal_soon("tr.saved, tr.beside");
            }
        }
    });
    // Marked until the list is left.
    on_cleanup(move || list.store.saved.set(None));
}

/// Lower rows show more, higher ones are easier to hit.
fn height(list: List) -> AnyView {
    let locale = use_locale();
    let name = move || {
        let words = locale.words().texts();
        if list.is_tall.get() { words.rows_low } else { words.rows_tall }.to_owned()
    };
    button_el("function-link push row-height", move || list.toggle_height()).dyn_text(name).view()
}

/// Says in which order the list is, once it has been sorted.
fn sorted(list: List) -> AnyView {
    let locale = use_locale();
    let told = boxed_text(move || {
        if !list.is_sorted.get() {
            return String::new();
        }
        list.query.with(|query| sorted_by(locale.get(), query.column.name()(locale.words()), query.descending))
    });
    view! {
        <p class="sr-only" role="status">
            {told}
        </p>
    }
    .into_any()
}

fn failure(store: Store) -> AnyView {
    let again = Callback::new(move |()| store.read());
    dyn_view(move || {
        let retry = store.failed.with(|e| e.as_ref().is_some_and(|e| e.worth_retrying())).then_some(again);
        store.failed.get().map(|error| failure_alert(error, retry, None)).into_any()
    })
}

/// Says how much of the answers cannot be read, and so is not in the list.
fn unread(store: Store) -> AnyView {
    let locale = use_locale();
    dyn_view(move || {
        let (texts, groups) = store.unread.get();
        (texts + groups > 0)
            .then(|| {
                let told = boxed_text(move || not_read(locale.get(), texts, groups));
                view! {
                    <div class="alert alert-warning">
                        <p class="alert-heading">{told}</p>
                        <p class="alert-text">{word(|w| w.texts().not_read_text)}</p>
                    </div>
                }
            })
            .into_any()
    })
}

fn search(list: List) -> AnyView {
    let query = list.query;
    view! {
        <div class="form-group">
            <label class="form-label" for=SEARCH>
                {word(|w| w.texts().search)}
            </label>
            <input
                id=SEARCH
                class="form-input"
                type="search"
                autocomplete="off"
                prop:value=boxed_text(move || query.with(|query| query.search.clone()))
                on:keydown=move |event| {
                    let some = list.found.with_untracked(|found| !found.numbers.is_empty());
                    if event.key() == "ArrowDown" && !event.is_composing() && some {
                        event.prevent_default();
                        list.lead_to(list.at.get_untracked());
                    }
                }
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
        !known_groups(list.store).iter().any(|(id, _)| *id == word)
    };
    let locale = use_locale();
    let say = move |gone_word: crate::ui::view::Key, word: crate::ui::view::Key| {
        boxed_text(move || (if gone() { gone_word } else { word })(locale.words()).to_owned())
    };
    view! {
        <div class="alert alert-info">
            <p class="alert-heading">{say(|w| w.texts().group_gone, |w| w.texts().no_hits)}</p>
            <p class="alert-text">{say(|w| w.texts().group_gone_text, |w| w.texts().no_hits_text)}</p>
            <p class="alert-text">
                <a href=paths::TEXTS>{word(|w| w.texts().show_all)}</a>
            </p>
        </div>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="alert alert-info">
            <p class="alert-heading">{word(|w| w.texts().empty)}</p>
            <p class="alert-text">{word(|w| w.texts().empty_text)}</p>
        </div>
    }
    .into_any()
}
