//! Asks before something is left that would be lost: by a link, by "back", by a reload, by signing out. Knows no page;
//! whichever has something to lose says so.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::components::dialog;
use crate::language::use_locale;
use crate::live::Live;
use crate::view::{Key, button};

/// What is done when the user goes on.
pub(crate) type Act = Arc<dyn Fn() + Send + Sync>;

/// What somebody has to lose.
#[derive(Clone)]
struct Hold {
    at_stake: Arc<dyn Fn() -> bool + Send + Sync>,
    title: Key,
    text: Key,
}

/// The question, shared by the whole app.
#[derive(Clone, Copy)]
pub(crate) struct Leave {
    hold: Live<Option<Hold>>,
    asked: Live<Option<Act>>,
    open: RwSignal<bool>,
}

impl Leave {
    fn new() -> Self {
        Self { hold: Live::new(None), asked: Live::new(None), open: RwSignal::new(false) }
    }

    /// Offers the question to the whole app. For a reload, another site or the closed tab, the browser asks in its
    /// own words.
    pub(crate) fn provide() -> Self {
        let leave = Self::new();
        browser::hear("beforeunload", move |event| {
            if leave.holds() {
                event.prevent_default();
            }
        });
        provide_context(leave);
        leave
    }

    /// While `at_stake` holds, and as long as the page that says so is there, leaving asks first.
    pub(crate) fn hold_while(self, at_stake: impl Fn() -> bool + Send + Sync + 'static, title: Key, text: Key) {
        self.hold.set(Some(Hold { at_stake: Arc::new(at_stake), title, text }));
        on_cleanup(move || self.hold.set(None));
    }

    /// Whether anything is at stake.
    pub(crate) fn holds(self) -> bool {
        self.hold.with_untracked(|hold| hold.as_ref().is_some_and(|hold| (hold.at_stake)()))
    }

    /// Does it, after asking where something is at stake.
    pub(crate) fn ask(self, act: Act) {
        if self.holds() { self.ask_always(act) } else { act() }
    }

    /// Does it after asking.
    pub(crate) fn ask_always(self, act: Act) {
        self.asked.set(Some(act));
        self.open.set(true);
    }
}

/// The app's question.
pub(crate) fn use_leave() -> Leave {
    use_context().unwrap_or_else(Leave::new)
}

/// Where the question stands.
pub(crate) fn leave_question() -> AnyView {
    let leave = use_leave();
    let locale = use_locale();
    let said = move |key: fn(&Hold) -> Key| {
        Signal::derive(move || {
            let words = locale.words();
            leave.hold.with(|hold| hold.as_ref().map(|hold| key(hold)(words))).unwrap_or_default()
        })
    };
    let go_on = move || {
        leave.open.set(false);
        if let Some(act) = leave.asked.get_untracked() {
            act();
        }
    };
    let content = view! {
        <p>{said(|hold| hold.text)}</p>
        <div class="button-group">
            {button("button button-primary", |w| w.act.stay, move || leave.open.set(false))}
            {button("button button-secondary", |w| w.act.go_on, go_on)}
        </div>
    };
    dialog(leave.open, said(|hold| hold.title), content.into_any())
}
