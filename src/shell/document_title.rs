//! Focus, title and history follow the page: a change of address alone moves none of them.

use std::cell::Cell;

use leptos::prelude::*;

use crate::platform::browser;
use crate::platform::signals::{ErasedSignal, effect};
use crate::shell::router::use_router;
use crate::shell::session::use_session;
use crate::ui::language::use_locale;
use crate::ui::view::Key;

/// Moves the focus to where the page begins whenever the address leads to another page, "back" included. The first page
/// keeps the focus where the browser puts it.
pub(crate) fn follow_page() {
    About::provide();
    let path = use_router().path();
    let mut before = None;
    effect(move || {
        let path = path.get();
        if before.replace(path.clone()).is_some_and(|before: String| before != path) {
            focus_page();
        }
    });
}

thread_local! {
    /// Whether a page was to get the focus that was not there yet.
    static AWAITED: Cell<bool> = const { Cell::new(false) };
}

/// Moves the focus, once the page is drawn, to the field that the page names with [`FIRST_FOCUS`], else to its `h1`.
/// A page that is still on its way gets it when it comes.
pub(crate) fn focus_page() {
    let focus = || {
        let field = browser::attribute("[data-first-focus]", FIRST_FOCUS).map(|field| format!("#{field}"));
        // "Back" leads to where the page was scrolled to, not to its top.
        AWAITED.set(!browser::focus_in_place(field.as_deref().unwrap_or("main h1")));
    };
    request_animation_frame(focus);
}

/// A page has come that was on its way: it gets the focus that it was to have, unless that is elsewhere by now.
pub(crate) fn focus_late_page() {
    if AWAITED.take() && !browser::has_focus() {
        focus_page();
    }
}

/// Holds the id of the field in which the user of a page begins.
pub(crate) const FIRST_FOCUS: &str = "data-first-focus";

/// Gives the page its title: the page, then the name of the whole. Never a word about a citizen. While the session has
/// ended the page is out of sight, and the title is that of signing in.
pub(crate) fn use_title(page: Key) {
    title_while(page, || true);
}

/// The same while this is the page that the user is at.
pub(crate) fn title_while(page: Key, is_at: impl Fn() -> bool + 'static) {
    let session = use_session();
    set_title_while(page, move || is_at() && !session.ended());
}

/// The title of signing in, which stands in the place of a page.
pub(super) fn use_title_of_sign_in() {
    set_title_while(|w| w.frame.sign_in, || true);
}

fn set_title_while(page: Key, seen: impl Fn() -> bool + 'static) {
    let locale = use_locale();
    let about = use_context::<About>();
    effect(move || {
        let words = locale.words();
        if seen() {
            let fault = about.filter(|about| about.fault.get()).map(|_| format!("{}: ", words.frame.fault));
            let name = about.map(|about| about.name.get()).filter(|name| !name.is_empty());
            let name = name.map(|name| format!("{name} – ")).unwrap_or_default();
            let fault = fault.unwrap_or_default();
            browser::set_title(&format!("{fault}{name}{} – {}", page(words), words.frame.name));
        }
    });
}

/// What the title says besides the page.
#[derive(Clone, Copy)]
struct About {
    /// Whether something is wrong on the page: said first.
    fault: ErasedSignal<bool>,
    /// What the page shows one of, by its name.
    name: ErasedSignal<String>,
}

impl About {
    /// Offers it to the pages.
    fn provide() {
        provide_context(Self { fault: ErasedSignal::new(false), name: ErasedSignal::default() });
    }
}

/// The title says "Fejl: …" while this holds; the page's last word on it counts.
pub(crate) fn fault_in_title(holds: impl Fn() -> bool + 'static) {
    let Some(About { fault, .. }) = use_context() else { return };
    effect(move || fault.set(holds()));
    on_cleanup(move || fault.set(false));
}

/// So much of a name is enough to know a tab by, in characters.
const NAME: usize = 40;

/// The title begins with the name of what the page shows. Never anything of a citizen.
pub(crate) fn name_in_title(shown: &str) {
    let Some(About { name, .. }) = use_context() else { return };
    let mut beginning: String = shown.chars().take(NAME).collect();
    if beginning.len() < shown.len() {
        beginning.push('…');
    }
    name.set(beginning);
    on_cleanup(move || name.set(String::new()));
}
