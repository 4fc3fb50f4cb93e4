//! Focus, title and history follow the page: a change of address alone moves none of them.

use leptos::prelude::*;

use crate::browser;
use crate::language::use_locale;
use crate::live::Live;
use crate::router::use_router;
use crate::session::use_session;
use crate::view::{Key, effect};

/// Moves the focus to where the page begins whenever the address leads to another page, "back" included. The first page
/// keeps the focus where the browser puts it.
pub(crate) fn follow_page() {
    Fault::provide();
    let path = use_router().path();
    let mut before = None;
    effect(move || {
        let path = path.get();
        if before.replace(path.clone()).is_some_and(|before: String| before != path) {
            focus_page();
        }
    });
}

/// Moves the focus, once the page is drawn, to the field that the page names with [`FIRST_FOCUS`], else to its `h1`.
pub(crate) fn focus_page() {
    let focus = || match browser::attribute("[data-first-focus]", FIRST_FOCUS) {
        Some(field) => browser::focus(&format!("#{field}")),
        None => browser::focus("main h1"),
    };
    request_animation_frame(focus);
}

/// Holds the id of the field in which the user of a page begins.
pub(crate) const FIRST_FOCUS: &str = "data-first-focus";

/// Gives the page its title: the page, then the name of the whole. Never a word about a citizen. While the session has
/// ended the page is out of sight, and the title is that of signing in.
pub(crate) fn use_title(page: Key) {
    let session = use_session();
    title_while(page, move || !session.ended());
}

/// The title of signing in, which stands in the place of a page.
pub(super) fn use_title_of_sign_in() {
    title_while(|w| w.frame.sign_in, || true);
}

fn title_while(page: Key, seen: impl Fn() -> bool + 'static) {
    let locale = use_locale();
    let fault = use_context::<Fault>();
    effect(move || {
        let words = locale.words();
        if seen() {
            let fault = fault.filter(|fault| fault.0.get()).map(|_| format!("{}: ", words.frame.fault));
            browser::set_title(&format!("{}{} – {}", fault.unwrap_or_default(), page(words), words.frame.name));
        }
    });
}

/// Whether something is wrong on the page, which its title says first.
#[derive(Clone, Copy)]
struct Fault(Live<bool>);

impl Fault {
    /// Offers it to the pages.
    fn provide() {
        provide_context(Self(Live::new(false)));
    }
}

/// The title says "Fejl: …" while this holds; the page's last word on it counts.
pub(crate) fn fault_in_title(holds: impl Fn() -> bool + 'static) {
    let Some(Fault(fault)) = use_context() else { return };
    effect(move || fault.set(holds()));
    on_cleanup(move || fault.set(false));
}
