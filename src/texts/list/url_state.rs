//! Keeps search, filter and order in the URL, and the scroll position in the history entry. Writes when the user
//! pauses, because browsers limit the writes, and before the page is left.

use std::time::Duration;

use leptos::prelude::*;

use super::List;
use crate::platform::browser;
use crate::platform::events::use_event_listener;
use crate::platform::signals::effect;
use crate::shell::paths;
use crate::texts::beside::Beside;
use crate::texts::search::query::Query;
use crate::texts::search::url::list_url;

/// How long the user pauses, in milliseconds, before the place is written.
const PAUSE: u64 = 300;

/// Follows the address, which "back" and links change, and keeps the place of the list in it.
pub(in crate::texts) fn keep_place(list: List) {
    effect(move || {
        // Beside a text the address is that one's.
        if list.beside.get() != Beside::Nothing {
            return;
        }
        let there = list.router.query(|value| Query::read(value));
        let kept = list.router.kept();
        if let Some((_, choice)) = kept {
            list.store.choose_again(choice);
        }
        if list.query.with_untracked(|query| *query != there) {
            list.query.set(there);
            match kept {
                Some((top, _)) => list.jump.set(Some(top)),
                None => list.to_top(),
            }
        }
    });
    let mut turn = 0_u32;
    let newest = crate::platform::signals::ErasedSignal::new(turn);
    effect(move || {
        list.query.with(|_| ());
        list.viewport.with(|_| ());
        list.store.selection.with(|_| ());
        turn = turn.wrapping_add(1);
        newest.set(turn);
        let mine = turn;
        // The first is the place that stands there already.
        if mine > 1 {
            set_timeout(
                move || {
                    if newest.get_untracked() == mine {
                        write(list);
                    }
                },
                Duration::from_millis(PAUSE),
            );
        }
    });
    // Before a link leads away, too: afterwards this entry of the history can no longer be written.
    for leaving in ["pagehide", "click"] {
        if let Some(window) = browser::window() {
            use_event_listener(window, leaving, move |_| write(list));
        }
    }
}

/// Writes the place down, unless the address is another page's already. What the user has narrowed the list to, sorted it
/// by or chosen in it is an entry of its own in the history: "back" undoes it. Another letter of a search is none.
pub(in crate::texts) fn write(list: List) {
    let query = list.query.get_untracked();
    let top = list.viewport.with_untracked(|viewport| viewport.top);
    let path = browser::window().and_then(|window| window.location().pathname().ok());
    if path.is_none_or(|path| path.trim_end_matches('/') != paths::TEXTS) {
        // Beside a text only the way back is written down.
        if list.beside.with_untracked(|beside| *beside != Beside::Nothing) {
            list.store.place.set((query, top));
        }
        return;
    }
    let address = list_url(&query);
    let written = list.router.query_untracked(|value| Query::read(value));
    let chose = list.chose.get_untracked();
    list.chose.set(false);
    let kept = (top, list.store.remember_choice(chose));
    if chose || !written.is_narrowed_alike(&query) {
        list.router.append(&address, kept);
    } else if written != query {
        list.router.rewrite(&address, kept);
    } else if list.router.kept() != Some(kept) {
        list.router.keep(kept);
    }
    list.store.place.set((query, top));
}
