//! Moves through the rows and selects them, by keyboard and pointer.

use leptos::prelude::event_target_value;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use super::List;
use crate::platform::browser;
use crate::platform::events::{closest_target, use_event_listener};
use crate::texts::beside::Beside;

/// The number of the last cell of a row that is seen: beside a text there is room for little more than its name.
fn last_cell(list: List) -> u32 {
    if list.beside.with_untracked(|beside| *beside == Beside::Nothing) { 3 } else { 1 }
}

/// Lets keys and pointer steer the rows in the body of the table.
pub(in crate::texts) fn steer(list: List, body: &Element) {
    use_event_listener(body.clone(), "keydown", move |event| {
        if pressed(list, event.unchecked_ref()) {
            event.prevent_default();
        }
    });
    use_event_listener(body.clone(), "click", move |event| clicked(list, event.unchecked_ref()));
    use_event_listener(body.clone(), "change", move |event| {
        let Some(select) = closest_target(&event, "select") else { return };
        let number =
            index_of(&select).and_then(|row| list.found.with_untracked(|found| found.numbers.get(row).copied()));
        let group = Uuid::try_parse(&event_target_value(&event)).ok();
        list.regroup.set(number.map(|number| (number, group)));
    });
    // The keys are where the focus is, however it came there.
    use_event_listener(body.clone(), "focusin", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        list.cell.set(target.as_ref().and_then(cell_of));
        let row = target.as_ref().and_then(index_of);
        if let Some(row) = row.filter(|row| *row != list.at.get_untracked()) {
            list.at.set(row);
        }
    });
    // A range is drawn with shift, and no text marked by it.
    use_event_listener(body.clone(), "mousedown", |event| {
        if event.unchecked_ref::<MouseEvent>().shift_key() {
            event.prevent_default();
        }
    });
}

/// What a key does in the rows; answers whether it was one of ours.
fn pressed(list: List, event: &KeyboardEvent) -> bool {
    // The list of groups in an open row has these keys for itself.
    if closest_target(event, "select").is_some() {
        return false;
    }
    let control = event.ctrl_key() || event.meta_key();
    let at = list.at.get_untracked();
    let page = list.viewport.get_untracked().page();
    let last = list.found.with_untracked(|found| found.numbers.len()).saturating_sub(1);
    let to = match (event.key().as_str(), control) {
        _ if event.alt_key() => return false,
        ("a" | "A", true) => {
            list.choose_all();
            return true;
        }
        ("Enter", true) => {
            open_in_tab(event);
            return true;
        }
        ("Home", _) => 0,
        ("End", _) => last,
        (_, true) => return false,
        ("ArrowRight", _) if !event.shift_key() => {
            let cell = list.cell.get_untracked().map_or(0, |cell| (cell + 1).min(last_cell(list)));
            return lead_to_cell(list, at, Some(cell));
        }
        ("ArrowLeft", _) if !event.shift_key() => {
            let cell = list.cell.get_untracked().and_then(|cell| cell.checked_sub(1));
            return lead_to_cell(list, at, cell);
        }
        ("ArrowDown", _) => at + 1,
        ("ArrowUp", _) => at.saturating_sub(1),
        ("PageDown", _) => at + page,
        ("PageUp", _) => at.saturating_sub(page),
        (" ", _) if event.shift_key() => at,
        (" ", _) => {
            list.toggle(at);
            return true;
        }
        ("Enter", _) if event.shift_key() => {
            list.toggle_open(at);
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

/// The keys go on to a cell, or to the row as a whole.
fn lead_to_cell(list: List, row: usize, cell: Option<u32>) -> bool {
    list.cell.set(cell);
    list.lead_to(row);
    true
}

/// A click in a row chooses it, but for one on its link.
fn clicked(list: List, event: &MouseEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(index) = index_of(&target) else { return };
    let at = list.at.get_untracked();
    list.at.set(index);
    let is_in = |selector| target.closest(selector).is_ok_and(|found| found.is_some());
    if is_in("button") {
        return list.toggle_open(index);
    }
    if is_in("a, select") || !is_in("input") && is_marked(&target) {
        return;
    }
    if event.shift_key() {
        list.choose_to(at, index);
    } else {
        list.toggle(index);
    }
    list.lead_to(index);
}

/// Whether a piece of the text in this row is marked: who has just marked it wants to copy it.
fn is_marked(target: &Element) -> bool {
    let row = target.closest("tr").ok().flatten();
    let marked = browser::window().and_then(|window| window.get_selection().ok().flatten());
    let (Some(row), Some(marked)) = (row, marked) else { return false };
    marked.type_() == "Range" && marked.contains_node_with_allow_partial_containment(&row, true).unwrap_or(false)
}

/// Opens the text of the row that the event is in, as a click on its link would.
fn open(event: &Event) {
    if let Some(link) = link_of(event) {
        link.unchecked_ref::<HtmlElement>().click();
    }
}

/// The same in a tab of its own.
fn open_in_tab(event: &Event) {
    let address = link_of(event).and_then(|link| link.get_attribute("href"));
    if let (Some(address), Some(window)) = (address, browser::window()) {
        let _ = window.open_with_url_and_target_and_features(&address, "_blank", "noopener");
    }
}

/// The link of the row that the event is in.
fn link_of(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("tr").ok()??.query_selector("a").ok()?
}

/// The number of the cell that an element is in; none for a row.
fn cell_of(element: &Element) -> Option<u32> {
    let cell = element.closest("td").ok().flatten()?;
    std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling)
        .try_fold(0, |n: u32, _| n.checked_add(1))
}

fn index_of(element: &Element) -> Option<usize> {
    let row = element.closest("tr[aria-rowindex]").ok().flatten()?;
    row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)
}
