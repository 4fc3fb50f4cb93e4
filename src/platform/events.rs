//! Listeners that no attribute of a view can add: for the window, rows drawn by hand, and sizes.

use leptos::html;
use leptos::prelude::{Get, NodeRef, on_cleanup};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DragEvent, Element, Event, EventTarget, HtmlElement, ResizeObserver};

use crate::platform::browser;
use crate::platform::signals::{ErasedSignal, effect};

/// The element that the event is for, or the closest one around it that the selector finds.
pub(crate) fn closest_target(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Listens in the capture phase until the caller's reactive owner is disposed of.
pub(crate) fn use_event_listener(target: impl Into<EventTarget>, kind: &'static str, act: impl FnMut(Event) + 'static) {
    fn erased(target: EventTarget, kind: &'static str, act: Box<dyn FnMut(Event)>) {
        let act = Closure::wrap(act).into_js_value();
        let _ = target.add_event_listener_with_callback_and_bool(kind, act.unchecked_ref(), true);
        on_cleanup(move || {
            let _ = target.remove_event_listener_with_callback_and_bool(kind, act.unchecked_ref(), true);
        });
    }
    erased(target.into(), kind, Box::new(act));
}

/// Keeps the browser from opening a file that is dropped anywhere on the page.
pub(crate) fn prevent_file_drops() {
    for kind in ["dragover", "drop"] {
        let Some(window) = browser::window() else { return };
        use_event_listener(window, kind, |event| {
            let dragged = event.dyn_ref().and_then(DragEvent::data_transfer);
            if dragged.is_some_and(|dragged| dragged.types().includes(&"Files".into(), 0)) {
                event.prevent_default();
            }
        });
    }
}

/// Runs when the element has its first size and whenever that changes, until the page that asked is gone.
pub(crate) fn on_resize(element: &Element, act: impl FnMut() + 'static) {
    fn erased(element: &Element, act: Box<dyn FnMut()>) {
        let act = Closure::wrap(act).into_js_value();
        let Ok(observer) = ResizeObserver::new(act.unchecked_ref()) else { return };
        observer.observe(element);
        on_cleanup(move || observer.disconnect());
    }
    erased(element, Box::new(act));
}

/// Runs with the element of a view when that has its first size and whenever that changes.
pub(crate) fn follow_size(node: NodeRef<html::Div>, act: impl Fn(&HtmlElement) + Clone + 'static) {
    effect(move || {
        let Some(element) = node.get() else { return };
        let (measured, act) = (element.clone(), act.clone());
        on_resize(&element, move || act(&measured));
    });
}

/// Whether a condition on the screen holds, as style sheets write it; followed until the page that asked is gone.
pub(crate) fn follow_media(condition: &str) -> ErasedSignal<bool> {
    let holds = ErasedSignal::new(false);
    if let Some(list) = browser::window().and_then(|window| window.match_media(condition).ok().flatten()) {
        holds.set(list.matches());
        let followed = list.clone();
        use_event_listener(list, "change", move |_| holds.set(followed.matches()));
    }
    holds
}
