//! A held key does no more than one press: keyboards repeat it some thirty times a second, and each repetition would
//! press the button under the focus, submit the form or save again.
//!
//! One listener for the whole app, before all others, so that no button has to think of it. Keys that write or move
//! repeat as ever.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::platform::browser;
use crate::platform::events::{closest_target, use_event_listener};

/// Where Enter is a letter like any other.
const TEXT: &str = "textarea, [contenteditable]";

/// Listens for as long as the page lives.
pub(crate) fn ignore_key_repeat() {
    let Some(window) = browser::window() else { return };
    use_event_listener(window, "keydown", |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.repeat()) else { return };
        let command = key.ctrl_key() || key.meta_key();
        let acts = match key.key().as_str() {
            "Enter" => command || closest_target(key, TEXT).is_none(),
            "s" | "S" => command,
            _ => false,
        };
        if acts {
            key.prevent_default();
            key.stop_immediate_propagation();
        }
    });
}
