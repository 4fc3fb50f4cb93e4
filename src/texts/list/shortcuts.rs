//! Keyboard shortcuts of these pages, and the dialog that lists them. Single-letter shortcuts can be turned off (WCAG
//! 2.1.4): speech input would trigger them.

use leptos::prelude::*;
use letasyl_contract::OperationName;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::List;
use super::page::SEARCH;
use super::url_state::write;
use crate::components::dialog;
use crate::events::{hear, target_in};
use crate::live::Live;
use crate::notices::use_notices;
use crate::view::{Key, button, when, word, word_signal};
use crate::{browser, paths};

/// What the browser remembers the choice by.
const SETTING: &str = "genveje";
const OFF: &str = "nej";
const OTHER: &str = "button button-secondary";

/// What a page does on a key.
type Act = Box<dyn Fn(&KeyboardEvent, bool) -> bool>;

/// Keys as they are shown: which, and what for.
type Keys = &'static [(Key, Key)];

/// The keys of the list.
const LIST: Keys = &[
    (|_| "/", |w| w.texts().search),
    (|_| "n", |w| w.texts().new),
    (|_| "?", |w| w.texts().keys),
    (|_| "↑ ↓", |w| w.texts().key_rows),
    (|_| "← →", |w| w.texts().key_cells),
    (|_| "Page Up, Page Down", |w| w.texts().key_pages),
    (|_| "Home, End", |w| w.texts().key_ends),
    (|_| "Enter", |w| w.texts().key_open),
    (|_| "Ctrl + Enter", |w| w.texts().key_open_tab),
    (|_| "Shift + Enter", |w| w.texts().open_row),
    (|w| w.texts().key_space, |w| w.texts().key_choose),
    (|_| "Shift + ↑ ↓", |w| w.texts().key_range),
    (|_| "Ctrl + A", |w| w.texts().key_all),
    (|_| "Ctrl + Z", |w| w.frame.undo),
];

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

/// The keys of the list.
pub(in crate::texts) fn list_keys(list: List) -> AnyView {
    keys(LIST, move |event, letter| {
        match event.key().as_str() {
            "/" if letter => browser::focus(&format!("#{SEARCH}")),
            "n" if letter && untrack(|| list.store.session.may(OperationName::CreateText)) => {
                write(list);
                list.router.visit(paths::NEW_TEXT.to_owned());
            }
            _ => return false,
        }
        true
    })
}

/// Hears the keys of a page, but while a dialog is open or a letter is being put together, and offers to tell them.
/// `shown`: those that do something here. `act` learns whether single letters count, and answers whether a key was one
/// of its own.
pub(in crate::texts) fn keys(shown: Keys, act: impl Fn(&KeyboardEvent, bool) -> bool + 'static) -> AnyView {
    fn erased(shown: Keys, act: Act) -> AnyView {
        let notices = use_notices();
        let help = RwSignal::new(false);
        let letters = Live::new(browser::remembered(SETTING).as_deref() != Some(OFF));
        if let Some(window) = browser::window() {
            hear(window, "keydown", move |event| {
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
    target_in(event, "input:not([type=checkbox]), textarea, select, [contenteditable]").is_some()
}

fn told(shown: Keys, letters: Live<bool>, help: RwSignal<bool>) -> AnyView {
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
            {when(move || letters.get(), move || button(OTHER, |w| w.texts().letters_off, switch))}
            {when(move || !letters.get(), move || button(OTHER, |w| w.texts().letters_on, switch))}
        </div>
    }
    .into_any()
}
