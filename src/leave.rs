//! Asks before something is left that would be lost: by a link, by "back", by a reload, by signing out. Knows no page;
//! whichever has something to lose says so.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::components::dialog;
use crate::language::use_locale;
use crate::live::Live;
use crate::router::use_router;
use crate::view::{Key, button, effect, question};

/// What is done when the user goes on.
pub(crate) type Act = Arc<dyn Fn() + Send + Sync>;

/// What is said of what would be lost: what it is, and what to think of.
pub(crate) type Loss = (Key, Key);

/// The question, shared by the whole app, which has it from its router.
#[derive(Clone, Copy)]
pub(crate) struct Leave {
    loss: Live<Option<Loss>>,
    /// What goes on whatever page is shown, and ends with the session or the tab.
    work: Live<Option<Loss>>,
    asked: Live<Option<Act>>,
    open: RwSignal<bool>,
}

impl Leave {
    /// With nothing at stake.
    pub(crate) fn new() -> Self {
        Self { loss: Live::new(None), work: Live::new(None), asked: Live::new(None), open: RwSignal::new(false) }
    }

    /// For a reload, another site or the closed tab, the browser asks, in its own words.
    pub(crate) fn watch(self) {
        browser::hear("beforeunload", move |event| {
            if self.holds() || self.works() {
                event.prevent_default();
            }
        });
    }

    /// While `at_stake` holds, and as long as the page that says so is there, leaving asks first.
    pub(crate) fn hold_while(self, at_stake: impl Fn() -> bool + 'static, loss: Loss) {
        effect(move || self.loss.set(at_stake().then_some(loss)));
        on_cleanup(move || self.loss.set(None));
    }

    /// While work goes on, ending the session or closing the tab asks first; going to another page does not. For as long
    /// as whoever says so is there.
    pub(crate) fn hold_while_working(self, works: impl Fn() -> bool + 'static, loss: Loss) {
        effect(move || self.work.set(works().then_some(loss)));
        on_cleanup(move || self.work.set(None));
    }

    /// Whether work goes on.
    fn works(self) -> bool {
        self.work.with_untracked(Option::is_some)
    }

    /// Whether anything is at stake.
    pub(crate) fn holds(self) -> bool {
        self.loss.with_untracked(Option::is_some)
    }

    /// Does it, after asking where something is at stake.
    pub(crate) fn ask(self, act: Act) {
        if self.holds() { self.ask_always(act) } else { act() }
    }

    /// The same for what ends the session, and so the work, too.
    pub(crate) fn ask_at_end(self, act: Act) {
        if self.holds() || self.works() { self.ask_always(act) } else { act() }
    }

    fn ask_always(self, act: Act) {
        self.asked.set(Some(act));
        self.open.set(true);
    }

    /// Takes what was to be done, which may hold a citizen's number: nothing of it stays behind.
    fn take(self) -> Option<Act> {
        self.asked.update(Option::take)
    }
}

/// Where the question stands.
pub(crate) fn leave_question() -> AnyView {
    let leave = use_router().leave();
    let locale = use_locale();
    let said = move |key: fn(Loss) -> Key| {
        Signal::derive(move || {
            let words = locale.words();
            leave.loss.get().or(leave.work.get()).map(|loss| key(loss)(words)).unwrap_or_default()
        })
    };
    let go_on = move || {
        let asked = leave.take();
        leave.open.set(false);
        if let Some(act) = asked {
            act();
        }
    };
    // However it was closed.
    effect(move || {
        if !leave.open.get() {
            leave.take();
        }
    });
    let buttons = vec![
        button("button button-primary", |w| w.act.stay, move || leave.open.set(false)),
        button("button button-secondary", |w| w.act.go_on, go_on),
    ];
    let text = said(|(_, text)| text);
    dialog(leave.open, said(|(title, _)| title), question(crate::view::text(move || text.get().to_owned()), buttons))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_to_be_done_is_gone_once_it_was_taken() {
        let owner = Owner::new();
        owner.set();
        let leave = Leave::new();
        let act: Act = Arc::new(|| {});
        leave.ask_always(Arc::clone(&act));
        assert_eq!(Arc::strong_count(&act), 2);
        drop(leave.take());
        assert_eq!(Arc::strong_count(&act), 1);
    }
}
