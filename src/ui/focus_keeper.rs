//! Moves the focus somewhere sensible when the element that has it disappears. Browsers drop it then, and who works
//! with the keyboard or listens would start again at the top of the page.
//!
//! An element around it names where to in `data-return-focus`: ids, the first that can be seen wins. Without one it is
//! the page's heading.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

use crate::platform::browser;
use crate::platform::events::{closest_target, use_event_listener};

const ATTRIBUTE: &str = "data-return-focus";
const HEADING: &str = "main h1";

/// What has the focus, and the ids of where it goes from there.
type Focused = Rc<RefCell<Option<(Element, String)>>>;

/// Watches for as long as the page lives.
pub(crate) fn keep_focus() {
    let Some(window) = browser::window() else { return };
    let focused = Focused::default();
    let known = Rc::clone(&focused);
    use_event_listener(window.clone(), "focusin", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        *known.borrow_mut() = target.map(|target| {
            let around = closest_target(&event, &format!("[{ATTRIBUTE}]"));
            let ids = around.and_then(|around| around.get_attribute(ATTRIBUTE)).unwrap_or_default();
            (target, ids)
        });
    });
    let look: Rc<dyn Fn()> = Rc::new(move || {
        let lost = focused.borrow().as_ref().filter(|(element, _)| is_lost(element)).map(|(_, ids)| ids.clone());
        if let Some(ids) = lost {
            focused.take();
            // What takes its place is drawn by then.
            request_animation_frame(move || restore(&ids));
        }
    });
    let closed = Rc::clone(&look);
    use_event_listener(window, "close", move |_| closed());
    let changed = Closure::<dyn FnMut()>::new(move || look());
    if let (Ok(observer), Some(body)) = (
        MutationObserver::new(changed.as_ref().unchecked_ref()),
        browser::document().and_then(|document| document.body()),
    ) {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        let _ = observer.observe_with_options(&body, &what);
    }
    changed.forget();
}

/// Whether nothing has the focus because the element that had it cannot be seen any more.
fn is_lost(element: &Element) -> bool {
    nothing_focused() && !is_seen(element)
}

fn nothing_focused() -> bool {
    let Some(document) = browser::document() else { return false };
    document.active_element().is_none_or(|active| active.tag_name() == "BODY")
}

fn is_seen(element: &Element) -> bool {
    element.is_connected() && element.get_client_rects().length() > 0
}

fn restore(ids: &str) {
    // Something else has taken the focus meanwhile and keeps it.
    if !nothing_focused() {
        return;
    }
    let seen = |id| browser::element_by_id(id).filter(|element| is_seen(element));
    match ids.split(' ').find_map(seen) {
        Some(element) => drop(HtmlElement::focus(&element)),
        None => browser::focus(HEADING),
    }
}
