//! Short notices at the lower edge: "Teksten er gemt". Each is announced once, politely, and one may offer to undo.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::platform::browser;
use crate::platform::signals::ErasedSignal;
use crate::ui::view::{Key, dyn_view, on_click, word};

/// How long a notice stands, in milliseconds: also the time to undo.
const SHOWN_FOR: u64 = 8_000;

/// How many characters of a name are shown.
const LONGEST: usize = 60;

/// What the button is called that undoes.
const UNDO: Key = |w| w.frame.undo;

/// How many stand at once; the oldest makes room.
const SLOTS: usize = 3;

/// What a button does. It outlives the page that offers it, unlike a callback.
type Action = Arc<dyn Fn() + Send + Sync>;

/// One notice.
#[derive(Clone)]
struct Notice {
    text: Key,
    /// What it is about: the name of a text; empty where that goes without saying.
    about: String,
    /// It stands until the user closes it, and looks like a warning.
    warning: bool,
    /// What its button does and is called; without one, it closes the notice.
    action: Option<(Key, Action)>,
    /// What happens when it goes and its button was not used.
    expired: Option<Action>,
    /// Tells it from those before and after it.
    number: u32,
}

/// The notices, shared by the whole app. Each has a place of its own, so that one never takes another's button away
/// under the user's hand.
#[derive(Clone, Copy, Default)]
pub(crate) struct Notices {
    slots: [ErasedSignal<Option<Notice>>; SLOTS],
    count: ErasedSignal<u32>,
}

impl Notices {
    /// Offers the notices to the whole app.
    pub(crate) fn provide() {
        provide_context(Self::default());
    }

    /// Reports that something was done.
    pub(crate) fn inform(self, text: Key) {
        self.show(text, "", false, None, None);
    }

    /// Warns that something was not done. Stays until the user closes it.
    pub(crate) fn warn(self, text: Key) {
        self.show(text, "", true, None, None);
    }

    /// Shows either of them, and returns the number to dismiss it by.
    pub(crate) fn dismissible(self, text: Key, warning: bool) -> u32 {
        self.show(text, "", warning, None, None)
    }

    /// Warns that something was not done with this text.
    pub(crate) fn warn_about(self, text: Key, about: &str) {
        self.show(text, about, true, None, None);
    }

    /// Closes a notice, if it is still shown.
    pub(crate) fn dismiss(self, number: u32) {
        self.standing(number).for_each(expire);
    }

    /// Closes a notice without running what happens when it expires.
    pub(crate) fn cancel(self, number: u32) {
        self.standing(number).for_each(|slot| slot.set(None));
    }

    fn standing(self, number: u32) -> impl Iterator<Item = ErasedSignal<Option<Notice>>> {
        let stands = move |notice: &Option<Notice>| notice.as_ref().is_some_and(|notice| notice.number == number);
        self.slots.into_iter().filter(move |slot| slot.with_untracked(stands))
    }

    /// Something is about to be done and can still be undone while the notice stands. `expired` is run once when it
    /// goes without that. Answers the number of the notice.
    pub(crate) fn offer_undo(
        self,
        text: Key,
        about: &str,
        undo: impl Fn() + Send + Sync + 'static,
        expired: impl Fn() + Send + Sync + 'static,
    ) -> u32 {
        self.show(text, about, false, Some((UNDO, Arc::new(undo))), Some(Arc::new(expired)))
    }

    /// Undoes what was done last, where that can still be undone; answers whether there was anything.
    pub(crate) fn undo_last(self) -> bool {
        let notices = self.slots.into_iter().filter_map(|slot| Some((slot, slot.get_untracked()?)));
        let last = notices.filter(|(_, notice)| notice.expired.is_some()).max_by_key(|(_, notice)| notice.number);
        let Some((slot, Notice { action: Some((_, undo)), .. })) = last else { return false };
        slot.set(None);
        undo();
        true
    }

    /// Something waits for the user, who may take all the time there is. `about`: which text; empty where that goes
    /// without saying.
    pub(crate) fn offer(self, text: Key, about: &str, name: Key, act: impl Fn() + Send + Sync + 'static) {
        self.show(text, about, true, Some((name, Arc::new(act))), None);
    }

    /// Takes all notices away.
    pub(crate) fn clear(self) {
        self.slots.into_iter().for_each(expire);
    }

    fn show(
        self,
        text: Key,
        about: &str,
        warning: bool,
        action: Option<(Key, Action)>,
        expired: Option<Action>,
    ) -> u32 {
        self.place(Notice { text, about: shortened(about), warning, action, expired, number: 0 })
    }

    /// Gives the notice a number and a place.
    fn place(self, mut notice: Notice) -> u32 {
        let number = self.count.next();
        let Some(slot) = self.room() else { return number };
        expire(slot);
        let warning = notice.warning;
        notice.number = number;
        slot.set(Some(notice));
        // A warning stands until the user closes it.
        if !warning {
            expire_later(slot, number);
        }
        number
    }

    /// Where there is room: nothing or only a passing word stands there, or what has stood longest.
    fn room(self) -> Option<ErasedSignal<Option<Notice>>> {
        self.slots.into_iter().min_by_key(|slot| {
            slot.with_untracked(|notice| match notice {
                Some(notice) if notice.warning || notice.action.is_some() => notice.number,
                _ => 0,
            })
        })
    }
}

/// Takes the notice away after its time; while the pointer or the focus is on it, the user is not hurried.
fn expire_later(slot: ErasedSignal<Option<Notice>>, number: u32) {
    let later = move || {
        if !slot.with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.number == number)) {
            return;
        }
        let place = id(number);
        if browser::exists(&format!("#{place}:hover, #{place} :focus-visible")) {
            expire_later(slot, number);
        } else {
            expire(slot);
        }
    };
    set_timeout(later, Duration::from_millis(SHOWN_FOR));
}

fn expire(slot: ErasedSignal<Option<Notice>>) {
    let gone = slot.get_untracked();
    if gone.is_some() {
        slot.set(None);
    }
    if let Some(expired) = gone.and_then(|notice| notice.expired) {
        expired();
    }
}

/// ": " and the beginning of a long name; nothing for none.
fn shortened(name: &str) -> String {
    if name.is_empty() {
        return String::new();
    }
    let short: String = name.chars().take(LONGEST).collect();
    if short.len() < name.len() { format!(": {}…", short.trim_end()) } else { format!(": {short}") }
}

fn id(number: u32) -> String {
    format!("besked-{number}")
}

/// The app's notices.
pub(crate) fn use_notices() -> Notices {
    use_context().unwrap_or_default()
}

/// Where the notices stand. The region is there from the start, so that screen readers hear what comes into it, and
/// only that.
pub(crate) fn notice_region() -> AnyView {
    let slots = use_notices().slots.map(|slot| dyn_view(move || slot.get().map(|notice| one(slot, notice)).into_any()));
    view! {
        <div class="toast-region" role="status" aria-atomic="false">
            {slots.into_iter().collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

fn one(slot: ErasedSignal<Option<Notice>>, notice: Notice) -> AnyView {
    let Notice { text, about, warning, action, number, .. } = notice;
    let name = action.as_ref().map_or((|w| w.frame.close) as Key, |(name, _)| *name);
    let act = move || match &action {
        Some((_, act)) => {
            slot.set(None);
            act();
        }
        None => expire(slot),
    };
    view! {
        <div id=id(number) class=if warning { "toast toast-error" } else { "toast" }>
            <p>
                {word(text)}<span class="prewrap" dir="auto">
                    {about}
                </span>
            </p>
            <button type="button" class="function-link" on:click=on_click(act)>
                {word(name)}
            </button>
        </div>
    }
    .into_any()
}
