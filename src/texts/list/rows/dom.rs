//! Elements of rows that are drawn by hand.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::platform::browser;
use crate::platform::collation;
use crate::texts::search::matcher::Needles;
use crate::texts::search::query::Column;

/// An element with this tag and class; an empty class adds none.
pub(super) fn create(name: &str, class: &str) -> Option<Element> {
    let element = browser::document()?.create_element(name).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Some(element)
}

/// Writes a text to the letter, with its hits marked, in the place of what stood there.
pub(super) fn write_marked(into: &Element, text: &str, needles: &Needles) {
    let places = needles.places(text, collation::lower);
    let first = places.first().map_or(text.len(), |(from, _)| *from);
    into.set_text_content(text.get(..first));
    let ends = places.iter().skip(1).map(|(from, _)| *from).chain([text.len()]);
    for ((from, to), end) in places.iter().zip(ends) {
        let Some(mark) = create("mark", "") else { continue };
        mark.set_text_content(text.get(*from..*to));
        let _ = into.append_child(&mark);
        if let Some(rest) = text.get(*to..end).filter(|rest| !rest.is_empty()) {
            let _ = into.append_with_str_1(rest);
        }
    }
}

/// Keeps the room of rows that are not drawn.
pub(super) fn spacer(body: &Element, before: Option<&Element>, pixels: i32) -> Option<Element> {
    let spacer = create("tr", "spacer")?;
    let _ = spacer.set_attribute("aria-hidden", "true");
    let room = create("td", "")?;
    // Beside the column of the checkboxes.
    let _ = room.set_attribute("colspan", &(Column::ALL.len() + 1).to_string());
    let _ = room.unchecked_ref::<HtmlElement>().style().set_property("height", &format!("{pixels}px"));
    let _ = spacer.append_child(&room);
    let _ = body.insert_before(&spacer, before.map(AsRef::as_ref));
    Some(spacer)
}
