//! Asks before unsaved work is lost: by a link, "back", a reload or signing out. Knows no page; pages register what they
//! would lose.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::browser;
use crate::platform::signals::{ErasedSignal, effect};
use crate::ui::dialog::dialog;
use crate::ui::language::use_locale;
use crate::ui::view::{Key, button, dialog_content};

/// What is done when the user continues.
pub(crate) type Action = Arc<dyn Fn() + Send + Sync>;

/// What is said of what would be lost: what it is, and what to think of.
pub(crate) type Loss = (Key, Key);

/// The question, shared by the whole app, which has it from its router.
#[derive(Clone, Copy)]
pub(crate) struct NavigationGuard {
    loss: ErasedSignal<Option<Loss>>,
    /// What goes on whatever page is shown, and ends with the session or the tab.
    work: ErasedSignal<Option<Loss>>,
    asked: ErasedSignal<Option<Action>>,
    open: RwSignal<bool>,
}

impl NavigationGuard {
    /// Blocks nothing.
    pub(crate) fn new() -> Self {
        Self {
            loss: ErasedSignal::new(None),
            work: ErasedSignal::new(None),
            asked: ErasedSignal::new(None),
            open: RwSignal::new(false),
        }
    }

    /// For a reload, another site or the closed tab, the browser asks, in its own words.
    pub(crate) fn watch(self) {
        browser::add_listener("beforeunload", move |event| {
            if self.is_blocking() || self.is_working() {
                event.prevent_default();
            }
        });
    }

    /// Asks before the page is left while `at_stake` is true. Ends with the caller's reactive owner.
    pub(crate) fn block_while(self, at_stake: impl Fn() -> bool + 'static, loss: Loss) {
        effect(move || self.loss.set(at_stake().then_some(loss)));
        on_cleanup(move || self.loss.set(None));
    }

    /// Asks before the session or the tab ends while `works` is true, not before another page. Ends with the caller's
    /// reactive owner.
    pub(crate) fn block_end_while(self, works: impl Fn() -> bool + 'static, loss: Loss) {
        effect(move || self.work.set(works().then_some(loss)));
        on_cleanup(move || self.work.set(None));
    }

    /// Whether work is in progress that outlives the page.
    fn is_working(self) -> bool {
        self.work.with_untracked(Option::is_some)
    }

    /// Whether leaving the page would lose something.
    pub(crate) fn is_blocking(self) -> bool {
        self.loss.with_untracked(Option::is_some)
    }

    /// Runs the action, after asking if leaving the page would lose something.
    pub(crate) fn confirm_if_blocking(self, act: Action) {
        if self.is_blocking() { self.confirm(act) } else { act() }
    }

    /// The same for an action that ends the session and all work in progress.
    pub(crate) fn confirm_end(self, act: Action) {
        if self.is_blocking() || self.is_working() { self.confirm(act) } else { act() }
    }

    fn confirm(self, act: Action) {
        self.asked.set(Some(act));
        self.open.set(true);
    }

    /// Takes the action out of memory: it may hold a citizen's number.
    fn take(self) -> Option<Action> {
        self.asked.update(Option::take)
    }
}

/// The dialog that asks.
pub(crate) fn guard_dialog(guard: NavigationGuard) -> AnyView {
    let locale = use_locale();
    let said = move |key: fn(Loss) -> Key| {
        Signal::derive(move || {
            let words = locale.words();
            guard.loss.get().or(guard.work.get()).map(|loss| key(loss)(words)).unwrap_or_default()
        })
    };
    let go_on = move || {
        let asked = guard.take();
        guard.open.set(false);
        if let Some(act) = asked {
            act();
        }
    };
    // However it was closed.
    effect(move || {
        if !guard.open.get() {
            guard.take();
        }
    });
    let buttons = vec![
        button("button button-primary", |w| w.act.stay, move || guard.open.set(false)),
        button("button button-secondary", |w| w.act.go_on, go_on),
    ];
    let text = said(|(_, text)| text);
    dialog(
        guard.open,
        said(|(title, _)| title),
        dialog_content(crate::ui::view::boxed_text(move || text.get().to_owned()), buttons),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_action_is_dropped_once_it_is_taken() {
        let owner = Owner::new();
        owner.set();
        let guard = NavigationGuard::new();
        let act: Action = Arc::new(|| {});
        guard.confirm(Arc::clone(&act));
        assert_eq!(Arc::strong_count(&act), 2);
        drop(guard.take());
        assert_eq!(Arc::strong_count(&act), 1);
    }
}
