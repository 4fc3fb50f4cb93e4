//! Going through the rows and choosing them, by keys and by pointer.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use super::list::List;
use crate::browser;
use crate::events::hear;

/// Lets keys and pointer steer the rows in the body of the table.
pub(super) fn steer(list: List, body: &Element) {
    hear(body.clone(), "keydown", move |event| {
        if pressed(list, event.unchecked_ref()) {
            event.prevent_default();
        }
    });
    hear(body.clone(), "click", move |event| clicked(list, event.unchecked_ref()));
    // The keys are where the focus is, however it came there.
    hear(body.clone(), "focusin", move |event| {
        let row = event.target().and_then(|target| index_of(target.unchecked_ref()));
        if let Some(row) = row.filter(|row| *row != list.at.get_untracked()) {
            list.at.set(row);
        }
    });
    // A range is drawn with shift, and no text marked by it.
    hear(body.clone(), "mousedown", |event| {
        if event.unchecked_ref::<MouseEvent>().shift_key() {
            event.prevent_default();
        }
    });
}

/// What a key does in the rows; answers whether it was one of ours.
fn pressed(list: List, event: &KeyboardEvent) -> bool {
    let control = event.ctrl_key() || event.meta_key();
    let at = list.at.get_untracked();
    let page = list.measures.get_untracked().page();
    let last = list.found.with_untracked(|found| found.numbers.len()).saturating_sub(1);
    let to = match (event.key().as_str(), control) {
        _ if event.alt_key() => return false,
        ("a" | "A", true) => {
            list.choose_all();
            return true;
        }
        ("Home", _) => 0,
        ("End", _) => last,
        (_, true) => return false,
        ("ArrowDown", _) => at + 1,
        ("ArrowUp", _) => at.saturating_sub(1),
        ("PageDown", _) => at + page,
        ("PageUp", _) => at.saturating_sub(page),
        (" ", _) if event.shift_key() => at,
        (" ", _) => {
            list.toggle(at);
            return true;
        }
        ("Enter", _) => {
            open(event);
            return true;
        }
        _ => return false,
    };
    let to = to.min(last);
    if event.shift_key() {
        list.choose_to(at, to);
    }
    list.lead_to(to);
    true
}

/// A click in a row chooses it, but for one on its link.
fn clicked(list: List, event: &MouseEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(index) = index_of(&target) else { return };
    let at = list.at.get_untracked();
    list.at.set(index);
    let on_link = target.closest("a").is_ok_and(|link| link.is_some());
    // Who has just marked a piece of text wants to copy it.
    let marking = browser::window().and_then(|window| window.get_selection().ok().flatten());
    if on_link || marking.is_some_and(|marked| marked.type_() == "Range") {
        return;
    }
    if event.shift_key() {
        list.choose_to(at, index);
    } else {
        list.toggle(index);
    }
    list.lead_to(index);
}

/// Opens the text of the row that the event is in, as a click on its link would.
fn open(event: &Event) {
    let row = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = row.and_then(|row| row.query_selector("a").ok().flatten());
    if let Some(link) = link {
        link.unchecked_ref::<HtmlElement>().click();
    }
}

fn index_of(element: &Element) -> Option<usize> {
    let row = element.closest("tr[aria-rowindex]").ok().flatten()?;
    row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)
}
