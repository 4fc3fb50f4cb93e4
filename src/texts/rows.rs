//! The rows of the list, drawn by hand: while the user types, all of them change with each letter, and the one with the
//! focus must stay the same element. Leptos makes a part anew or not at all, which is neither.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::finder::Found;
use super::needle::Needle;
use super::selection::Selection;
use crate::{browser, collation, paths};

/// What holds the word that the names of the boxes begin with.
pub(super) const CHOOSE: &str = "vaelg";

/// A row that stands in the page.
struct Drawn {
    index: usize,
    number: u32,
    element: HtmlElement,
}

/// The rows in the page, and what they were drawn of.
#[derive(Default)]
pub(super) struct Rows {
    drawn: Vec<Drawn>,
    spacers: Vec<Element>,
    of: Found,
}

impl Rows {
    /// Draws these rows, each `height` pixels high, into the body of a table, and keeps room for the others. `at`: the
    /// row that Tab leads to.
    pub(super) fn draw(
        &mut self,
        body: &Element,
        rows: &[usize],
        height: i32,
        found: Found,
        chosen: &Selection,
        at: usize,
    ) {
        self.let_go(&found, rows);
        let needle = Needle::new(&found.search);
        let mut before = std::mem::take(&mut self.drawn).into_iter().peekable();
        let mut next = 0;
        // What stands where the next row belongs.
        let mut place = body.first_element_child();
        for index in rows.iter().copied() {
            if index > next {
                self.spacers.extend(spacer(body, place.as_ref(), index - next, height));
            }
            next = index + 1;
            let kept = before.next_if(|row| row.index == index);
            let row = kept.or_else(|| {
                let number = *found.numbers.get(index)?;
                let element = row(index, number, &found, &needle)?;
                let _ = body.insert_before(&element, place.as_deref());
                Some(Drawn { index, number, element })
            });
            let Some(row) = row else { continue };
            let is_chosen = found.stock.get(row.number).is_some_and(|text| chosen.contains(text.external_identifier));
            mark(&row.element, is_chosen, index == at);
            place = row.element.next_element_sibling();
            self.drawn.push(row);
        }
        let below = found.numbers.len().saturating_sub(next);
        if below > 0 {
            self.spacers.extend(spacer(body, None, below, height));
        }
        self.of = found;
    }

    /// Moves the focus to a row that is drawn.
    pub(super) fn focus(&self, index: usize) {
        if let Some(row) = self.drawn.iter().find(|row| row.index == index) {
            let _ = row.element.focus();
        }
    }

    /// Takes away what is not drawn any more, or not as it stands.
    fn let_go(&mut self, found: &Found, rows: &[usize]) {
        let same_marks = self.of.search == found.search;
        let stays = |row: &Drawn| {
            same_marks
                && rows.binary_search(&row.index).is_ok()
                && found.numbers.get(row.index) == Some(&row.number)
                && found.stock.same(&self.of.stock, row.number)
        };
        self.drawn.retain(|row| {
            let stays = stays(row);
            if !stays {
                row.element.remove();
            }
            stays
        });
        self.spacers.drain(..).for_each(|spacer| spacer.remove());
    }
}

fn create(name: &str, class: &str) -> Option<Element> {
    let element = browser::document()?.create_element(name).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Some(element)
}

/// A row as it is read; what can change about it is for [`mark`].
fn row(index: usize, number: u32, found: &Found, needle: &Needle) -> Option<HtmlElement> {
    let text = found.stock.get(number)?;
    let name = format!("tekst-{index}");
    let row = create("tr", "")?;
    let set = |element: &Element, name: &str, value: &str| drop(element.set_attribute(name, value));
    set(&row, "aria-rowindex", &(index + 2).to_string());
    set(&row, "aria-labelledby", &name);

    let check = create("input", "")?;
    set(&check, "type", "checkbox");
    set(&check, "aria-labelledby", &format!("{CHOOSE} {name}"));
    let link = create("a", "")?;
    set(&link, "href", &paths::text(text.external_identifier));
    set(&link, "id", &name);
    for part in [&check, &link] {
        set(part, "tabindex", "-1");
    }
    write(&link, text.text.as_str(), needle);

    let cell = |class: &str, content: Option<&Element>| {
        let cell = create("td", class)?;
        if let Some(content) = content {
            let _ = cell.append_child(content);
        }
        let _ = row.append_child(&cell);
        Some(cell)
    };
    cell("col-check", Some(&check))?;
    cell("", Some(&link))?;
    write(&cell("", None)?, text.display_text.as_str(), needle);
    cell("col-group", None)?.set_text_content(text.group.as_ref().map(|group| group.name.as_str()));
    row.dyn_into().ok()
}

/// Writes a text to the letter, with its hits marked.
fn write(into: &Element, text: &str, needle: &Needle) {
    let mut at = 0;
    for (from, to) in needle.places(text, collation::lower) {
        let Some(mark) = create("mark", "") else { continue };
        mark.set_text_content(text.get(from..to));
        let _ = into.append_with_str_1(text.get(at..from).unwrap_or_default());
        let _ = into.append_child(&mark);
        at = to;
    }
    let _ = into.append_with_str_1(text.get(at..).unwrap_or_default());
}

/// Whether a row is chosen, and whether Tab leads to it.
fn mark(row: &Element, chosen: bool, at: bool) {
    let _ = row.set_attribute("aria-selected", if chosen { "true" } else { "false" });
    let _ = row.set_attribute("tabindex", if at { "0" } else { "-1" });
    if let Some(check) = row.first_element_child().and_then(|cell| cell.first_element_child()) {
        check.unchecked_ref::<HtmlInputElement>().set_checked(chosen);
    }
}

/// Keeps the room of rows that are not drawn.
fn spacer(body: &Element, before: Option<&Element>, rows: usize, height: i32) -> Option<Element> {
    let spacer = create("tr", "spacer")?;
    let _ = spacer.set_attribute("aria-hidden", "true");
    let room = create("td", "")?;
    let _ = room.set_attribute("colspan", "4");
    let pixels = i64::try_from(rows).unwrap_or(0) * i64::from(height);
    let _ = room.unchecked_ref::<HtmlElement>().style().set_property("height", &format!("{pixels}px"));
    let _ = spacer.append_child(&room);
    let _ = body.insert_before(&spacer, before.map(AsRef::as_ref));
    Some(spacer)
}
