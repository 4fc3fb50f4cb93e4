//! Hearing events that no view's own attribute can: those of the window, and those of rows drawn by hand.

use leptos::prelude::on_cleanup;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Hears events before anybody else does, until the page that asked is gone.
pub(crate) fn hear(target: impl Into<EventTarget>, kind: &'static str, act: impl FnMut(Event) + 'static) {
    fn erased(target: EventTarget, kind: &'static str, act: Box<dyn FnMut(Event)>) {
        let act = Closure::wrap(act).into_js_value();
        let _ = target.add_event_listener_with_callback_and_bool(kind, act.unchecked_ref(), true);
        on_cleanup(move || {
            let _ = target.remove_event_listener_with_callback_and_bool(kind, act.unchecked_ref(), true);
        });
    }
    erased(target.into(), kind, Box::new(act));
}
