//! Focus, title and history follow the page: the router alone moves none of them.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::browser;
use crate::language::use_locale;
use crate::view::{Key, effect};

/// Moves the focus to the page's `h1` whenever the address leads to another page, "back" included. The first page
/// keeps the focus where the browser puts it.
pub(crate) fn follow_page() {
    let path = use_location().pathname;
    let url = use_context::<BrowserUrl>();
    let mut before = None;
    effect(move || {
        let path = path.get();
        // The router waits to be told that the page stands before it writes the address into the history.
        if let Some(url) = &url {
            url.ready_to_complete();
        }
        if before.replace(path.clone()).is_some_and(|before: String| before != path) {
            browser::focus_soon("main h1");
        }
    });
}

/// Gives the page its title: the page, then the name of the whole. Never a word about a citizen.
pub(crate) fn use_title(page: Key) {
    let locale = use_locale();
    effect(move || {
        let words = locale.words();
        browser::set_title(&format!("{} – {}", page(words), words.frame.name));
    });
}
