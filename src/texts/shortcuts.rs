//! Keyboard shortcuts of these pages, and the dialog that lists them. Single-letter shortcuts can be turned off (WCAG
//! 2.1.4): speech input would trigger them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::platform::browser;
use crate::platform::events::{closest_target, use_event_listener};
use crate::platform::signals::ErasedSignal;
use crate::ui::dialog::dialog;
use crate::ui::notices::use_notices;
use crate::ui::view::{Key, button, show, word, word_signal};

/// What the browser remembers the choice by.
const SETTING: &str = "genveje";
const OFF: &str = "nej";
const OTHER: &str = "button button-secondary";

/// What a page does on a key.
type Act = Box<dyn Fn(&KeyboardEvent, bool) -> bool>;

/// Keys as they are shown: which, and what for.
pub(in crate::texts) type Keys = &'static [(Key, Key)];

/// The keys of the page for one text.
pub(in crate::texts) const EDITOR: Keys = &[
    (|_| "Ctrl + S", |w| w.texts().save),
    (|_| "Ctrl + Enter", |w| w.texts().save_and_next),
    (|_| "Esc", |w| w.texts().key_close),
    (|_| "Ctrl + Z", |w| w.frame.undo),
    (|_| "?", |w| w.texts().keys),
];

/// The keys of a plan.
pub(in crate::texts) const PLAN: Keys = &[(|_| "Esc", |w| w.exchange().put_away), (|_| "?", |w| w.texts().keys)];

/// Hears the keys of a page, but while a dialog is open or a letter is being put together, and offers to tell them.
/// `shown`: those that do something here. `act` learns whether single letters count, and answers whether a key was one
/// of its own.
pub(in crate::texts) fn keys(shown: Keys, act: impl Fn(&KeyboardEvent, bool) -> bool + 'static) -> AnyView {
    fn erased(shown: Keys, act: Act) -> AnyView {
        let notices = use_notices();
        let help = RwSignal::new(false);
        let letters = ErasedSignal::new(browser::remembered(SETTING).as_deref() != Some(OFF));
        if let Some(window) = browser::window() {
            use_event_listener(window, "keydown", move |event| {
                let key: &KeyboardEvent = event.unchecked_ref();
                if key.alt_key() || key.is_composing() || browser::exists("dialog[open]") {
                    return;
                }
                let letter = letters.get_untracked() && !key.ctrl_key() && !key.meta_key() && !is_typing(key);
                let undo = key.key() == "z" && (key.ctrl_key() || key.meta_key()) && !is_typing(key);
                if letter && key.key() == "?" {
                    help.set(true);
                } else if undo {
                    if !notices.undo_last() {
                        return;
                    }
                } else if !act(key, letter) {
                    return;
                }
                event.prevent_default();
            });
        }
        view! {
            {button("function-link push", |w| w.texts().keys, move || help.set(true))}
            {dialog(help, word_signal(|w| w.texts().keys), told(shown, letters, help))}
        }
        .into_any()
    }
    erased(shown, Box::new(act))
}

/// Whether the key is meant for a field.
fn is_typing(event: &KeyboardEvent) -> bool {
    closest_target(event, "input:not([type=checkbox]), textarea, select, [contenteditable]").is_some()
}

fn told(shown: Keys, letters: ErasedSignal<bool>, help: RwSignal<bool>) -> AnyView {
    let rows: Vec<_> = shown
        .iter()
        .map(|&(key, what)| {
            view! {
                <div>
                    <dt>
                        <kbd>{word(key)}</kbd>
                    </dt>
                    <dd>{word(what)}</dd>
                </div>
            }
        })
        .collect();
    let switch = move || {
        let on = !letters.get_untracked();
        letters.set(on);
        browser::remember(SETTING, if on { "" } else { OFF });
        // The button that was pressed has made way for its counterpart.
        browser::focus_soon("dialog[open] .button-secondary");
    };
    view! {
        <dl class="fields keys">{rows}</dl>
        <div class="button-group">
            {button("button button-primary", |w| w.frame.close, move || help.set(false))}
            {show(move || letters.get(), move || button(OTHER, |w| w.texts().letters_off, switch))}
            {show(move || !letters.get(), move || button(OTHER, |w| w.texts().letters_on, switch))}
        </div>
    }
    .into_any()
}
