//! Focus, title and history follow the page: a change of address alone moves none of them.

use crate::browser;
use crate::language::use_locale;
use crate::router::use_router;
use crate::view::{Key, effect};

/// Moves the focus to the page's `h1` whenever the address leads to another page, "back" included. The first page
/// keeps the focus where the browser puts it.
pub(crate) fn follow_page() {
    let path = use_router().path();
    let mut before = None;
    effect(move || {
        let path = path.get();
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
