//! The rows of the list, drawn by hand: while the user types, all of them change with each letter, and the one with the
//! focus must stay the same element. Leptos rebuilds a part or keeps it, which is neither. A row stays for its
//! place in the list and is written over: making elements is most of what a letter costs.

mod dom;

use std::sync::Arc;

use letasyl_contract::{GetDynamicTextDto, GetDynamicTextGroupDto, ReceivedText};
use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use self::dom::{create, spacer, write_marked};
use super::viewport::Viewport;
use crate::shell::paths;
use crate::texts::search::matcher::Needles;
use crate::texts::search::results::SearchResults;
use crate::texts::store::selection::Selection;

/// What holds the word that the names of the boxes begin with.
pub(in crate::texts) const CHOOSE: &str = "vaelg";
/// What holds the name of the button that opens a row, and that of the list of groups in an open one.
pub(in crate::texts) const OPEN: &str = "aabn-raekke";
pub(in crate::texts) const REGROUP: &str = "flyt-raekke";
/// How many characters of a display text are in the name of its row.
const NAME_LENGTH: usize = 80;
/// What can have the focus in a row: its box, its link, and the cells without either.
const PARTS: &str = "input, a, td:nth-child(n+3)";

/// A row that stands in the page, with the parts that are rewritten when it shows another text.
struct Drawn {
    index: usize,
    number: u32,
    element: HtmlElement,
    check: HtmlInputElement,
    link: Element,
    display_text: Element,
    group: Element,
    opener: Element,
    /// The list of groups, while the row is open.
    groups: Option<Element>,
    state: Option<State>,
}

/// How a row looks: none before that has been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    is_chosen: bool,
    /// Whether Tab leads to it.
    is_at: bool,
    /// Whether it has just been saved.
    is_saved: bool,
    is_open: bool,
    /// Whether its text stands beside the list.
    is_beside: bool,
}

/// The rows in the page, and what they were drawn of.
#[derive(Default)]
pub(in crate::texts) struct Rows {
    drawn: Vec<Drawn>,
    spacers: Vec<Element>,
    of: SearchResults,
    /// What stands in place of a text that is not there.
    pub missing: &'static str,
    /// The text that has just been saved: its row is marked.
    pub saved: Option<Uuid>,
    /// The text whose row is open.
    pub open: Option<Uuid>,
    /// The text that stands beside the list.
    pub beside: Option<Uuid>,
    /// The groups that a text can be moved to, by those who may, and what stands for none of them.
    pub groups: Option<Arc<Vec<GetDynamicTextGroupDto>>>,
    pub no_group: &'static str,
    /// What stood there when the rows were drawn.
    written: &'static str,
}

impl Rows {
    /// Draws these rows into the body of a table, and keeps room for the others. `at`: the row that Tab leads to.
    pub(in crate::texts) fn draw(
        &mut self,
        body: &Element,
        rows: &[usize],
        viewport: Viewport,
        found: SearchResults,
        chosen: &Selection,
        at: usize,
    ) {
        self.release(found.numbers.len(), rows);
        let needles = Needles::new(&found.search);
        let before = std::mem::replace(&mut self.of, found);
        let found = &self.of;
        let same_search = before.search == found.search && self.written == self.missing;
        let missing = self.missing;
        self.written = missing;
        let mut known = std::mem::take(&mut self.drawn).into_iter().peekable();
        let mut next = 0;
        // What stands where the next row belongs.
        let mut place = body.first_element_child();
        for index in rows.iter().copied() {
            if index > next {
                self.spacers.extend(spacer(body, place.as_ref(), viewport.height_of(next..index)));
            }
            next = index + 1;
            let Some(number) = found.numbers.get(index).copied() else { continue };
            let Some(text) = found.catalog.get(number) else { continue };
            let kept = known.next_if(|row| row.index == index);
            let is_new = kept.is_none();
            let Some(mut row) = kept.or_else(|| Drawn::new(index, number)) else { continue };
            let same_text = !is_new && row.number == number && found.catalog.same(&before.catalog, number);
            if !same_text {
                row.number = number;
                row.lead_to(text);
            }
            if !same_text || !same_search {
                write_marked(&row.link, shown(&text.text, missing), &needles);
                write_marked(&row.display_text, shown(&text.display_text, missing), &needles);
                write_marked(&row.group, text.group.as_ref().map_or("", |group| group.name.as_str()), &needles);
            }
            if is_new {
                let _ = body.insert_before(&row.element, place.as_deref());
            }
            let is_saved = self.saved == Some(text.external_identifier);
            let is_open = self.open == Some(text.external_identifier);
            let is_chosen = chosen.contains(text.external_identifier);
            let is_beside = self.beside == Some(text.external_identifier);
            let state = State { is_chosen, is_at: index == at, is_saved, is_open, is_beside };
            if row.mark(state) || is_open && !same_text {
                let groups = self.groups.as_ref().filter(|_| is_open);
                row.offer(groups.map(|groups| (groups.as_slice(), self.no_group)), text);
            }
            place = row.element.next_element_sibling();
            self.drawn.push(row);
        }
        if found.numbers.len() > next {
            self.spacers.extend(spacer(body, None, viewport.height_of(next..found.numbers.len())));
        }
    }

    /// How high a row is that is drawn, in pixels.
    pub(in crate::texts) fn height(&self, index: usize) -> Option<i32> {
        self.drawn.iter().find(|row| row.index == index).map(|row| row.element.offset_height())
    }

    /// Moves the focus to a row that is drawn, or to one of its cells.
    pub(in crate::texts) fn focus(&self, index: usize, cell: Option<u32>) {
        if let Some(row) = self.drawn.iter().find(|row| row.index == index) {
            let part = cell.and_then(|cell| row.element.query_selector_all(PARTS).ok()?.get(cell));
            let part = part.and_then(|part| part.dyn_into::<HtmlElement>().ok());
            let _ = part.as_ref().unwrap_or(&row.element).focus();
        }
    }

    /// Takes away what is not drawn any more.
    fn release(&mut self, count: usize, rows: &[usize]) {
        self.drawn.retain(|row| {
            let stays = row.index < count && rows.binary_search(&row.index).is_ok();
            if !stays {
                row.element.remove();
            }
            stays
        });
        self.spacers.drain(..).for_each(|spacer| spacer.remove());
    }
}

impl Drawn {
    /// A row without anything in it.
    fn new(index: usize, number: u32) -> Option<Self> {
        let name = format!("tekst-{index}");
        let row = create("tr", "")?;
        let set = |element: &Element, name: &str, value: &str| drop(element.set_attribute(name, value));
        set(&row, "aria-rowindex", &(index + 2).to_string());
        let check = create("input", "")?;
        set(&check, "type", "checkbox");
        set(&check, "aria-labelledby", &format!("{CHOOSE} {name}"));
        let link = create("a", "")?;
        set(&link, "id", &name);
        for part in [&check, &link] {
            set(part, "tabindex", "-1");
        }
        let cell = |class: &str, content: Option<&Element>| {
            let cell = create("td", class)?;
            set(&cell, "dir", "auto");
            set(&cell, "tabindex", "-1");
            if let Some(content) = content {
                let _ = cell.append_child(content);
            }
            let _ = row.append_child(&cell);
            Some(cell)
        };
        cell("col-check", Some(&check))?;
        cell("", Some(&link))?;
        let (group, opener) = (create("span", "")?, create("button", "open-row")?);
        for (name, value) in [("type", "button"), ("tabindex", "-1")] {
            set(&opener, name, value);
        }
        set(&opener, "aria-labelledby", &format!("{OPEN} {name}"));
        let display_text = cell("", None)?;
        let _ = cell("col-group", Some(&group))?.append_child(&opener);
        let (element, check) = (row.dyn_into().ok()?, check.dyn_into().ok()?);
        Some(Self { index, number, element, check, link, display_text, group, opener, groups: None, state: None })
    }

    /// To which text it leads, and what of it holds no hits.
    fn lead_to(&self, text: &GetDynamicTextDto) {
        let _ = self.link.set_attribute("href", &paths::text(text.external_identifier));
        let group = text.group.as_ref().map(|group| group.name.as_str());
        let start: String = text.display_text.as_str().chars().take(NAME_LENGTH).collect();
        let parts = [Some(text.text.as_str()), group, Some(start.as_str())];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let _ = self.element.set_attribute("aria-label", &name);
    }

    /// Shows how it stands with it; answers whether it has been opened or closed.
    fn mark(&mut self, state: State) -> bool {
        // The browser has already changed the box on a click.
        self.check.set_checked(state.is_chosen);
        let before = self.state.replace(state);
        if before != Some(state) {
            let _ = self.element.set_attribute("aria-selected", if state.is_chosen { "true" } else { "false" });
            let _ = self.element.set_attribute("tabindex", if state.is_at { "0" } else { "-1" });
            let _ = self.element.class_list().toggle_with_force("saved", state.is_saved);
            let _ = self.element.class_list().toggle_with_force("open", state.is_open);
            let _ = self.element.class_list().toggle_with_force("beside", state.is_beside);
            let _ = if state.is_beside {
                self.link.set_attribute("aria-current", "true")
            } else {
                self.link.remove_attribute("aria-current")
            };
            let _ = self.opener.set_attribute("aria-expanded", if state.is_open { "true" } else { "false" });
        }
        before.is_some_and(|before| before.is_open) != state.is_open
    }

    /// Offers the groups to move the text to; none of them takes the list away.
    fn offer(&mut self, groups: Option<(&[GetDynamicTextGroupDto], &'static str)>, text: &GetDynamicTextDto) {
        if let Some(before) = self.groups.take() {
            before.remove();
        }
        let Some((groups, none)) = groups else { return };
        let Some(select) = create("select", "form-select") else { return };
        let _ = select.set_attribute("aria-labelledby", &format!("{REGROUP} tekst-{}", self.index));
        let own = text.group_external_identifier();
        let named = groups.iter().map(|group| (Some(group.external_identifier), group.name.as_str()));
        for (id, name) in std::iter::once((None, none)).chain(named) {
            let Some(option) = create("option", "") else { continue };
            option.set_text_content(Some(name));
            let _ = option.set_attribute("value", &id.map(|id| id.to_string()).unwrap_or_default());
            if id == own {
                let _ = option.set_attribute("selected", "");
            }
            let _ = select.append_child(&option);
        }
        let _ = self.group.after_with_node_1(&select);
        self.groups = Some(select);
    }
}

/// The text, or what stands in place of one that is not there.
fn shown<'a>(text: &'a ReceivedText, missing: &'static str) -> &'a str {
    if text.as_str().is_empty() { missing } else { text.as_str() }
}
