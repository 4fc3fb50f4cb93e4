//! The table of the list: never more rows in the page than fit, whatever their number; screen readers learn the true
//! one.
//!
//! It is a grid, not a plain table: rows can be chosen, which only a grid can say, and the arrow keys lead through all
//! rows, those that are not drawn included. In a plain table screen readers keep these keys for themselves and end
//! where the drawn rows end. Tab leads to one row and out again.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::list::List;
use super::query::Column;
use super::rows::{CHOOSE, Rows};
use super::steering::steer;
use super::window::Measures;
use crate::browser;
use crate::events::on_resize;
use crate::language::use_locale;
use crate::view::{Key, click, effect, text, word};

/// The table.
pub(super) fn table(list: List) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let measure = move || {
        // The page may be gone by the time the browser gets to it.
        let Some(node) = node.try_get_untracked().flatten() else { return };
        let row = node.query_selector("tbody tr[aria-rowindex]").ok().flatten();
        let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()).map(|row| row.offset_height());
        let Measures { top, row: known, .. } = list.measures.get_untracked();
        list.is_measured.set(true);
        list.measures.set(Measures { top, height: node.client_height(), row: row.unwrap_or(known) });
    };
    let mut rows = Rows::default();
    let locale = use_locale();
    // What is heard is heard for as long as the table is there, not until its rows are drawn again.
    let mut owner = Owner::current();
    effect(move || {
        let Some(node) = node.get() else { return };
        let Ok(Some(body)) = node.query_selector("tbody") else { return };
        if let Some(owner) = owner.take() {
            owner.with(|| steer(list, &body));
            // Not only when the browser's window changes: the first rows, too, make the list as high as it will be.
            owner.with(|| on_resize(&node, measure));
        }
        rows.missing = locale.words().texts.missing;
        draw(list, &node, &body, &mut rows);
    });
    // The rows are as high as the user wants them: what fits is counted anew.
    effect(move || {
        list.is_tall.get();
        request_animation_frame(measure);
    });
    let rows_and_head = move || {
        list.found.with(|found| if found.done { (found.numbers.len() + 1).to_string() } else { "-1".to_owned() })
    };
    let busy = move || list.found.with(|found| if found.done { "false" } else { "true" });
    view! {
        <div
            class=move || if list.is_tall.get() { "table-window tall" } else { "table-window" }
            node_ref=node
            on:scroll=move |_| {
                if let Some(node) = node.try_get_untracked().flatten() {
                    list.scrolled(node.scroll_top());
                }
            }
        >
            <table
                class="table data-table"
                role="grid"
                aria-multiselectable="true"
                aria-rowcount=text(rows_and_head)
                aria-busy=busy
            >
                <caption class="sr-only">{word(|w| w.texts.title)}</caption>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col" class="col-check">
                            <span id=CHOOSE class="sr-only">{word(|w| w.texts.choose)}</span>
                        </th>
                        {heading(list, Column::Text, |w| w.texts.text, "")}
                        {heading(list, Column::DisplayText, |w| w.texts.display_text, "")}
                        {heading(list, Column::Group, |w| w.texts.group, "col-group")}
                    </tr>
                </thead>
                <tbody></tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Draws what is to be seen, scrolls where the user is to be led, and keeps the focus on its row.
fn draw(list: List, node: &Element, body: &Element, rows: &mut Rows) {
    let found = list.found.get();
    let measures = list.measures.get();
    let chosen = list.shelf.selection.get();
    let all = found.numbers.len();
    let inside = |element: &Element| body.contains(Some(element));
    let focused = browser::document().and_then(|document| document.active_element()).is_some_and(|at| inside(&at));
    let lead = list.lead.get();
    let at = list.at.get().min(all.saturating_sub(1));
    let done = found.done;
    let drawn = measures.drawn(all, (focused || lead).then_some(at));
    // Without the focus in it, Tab leads to a row that one sees.
    let seen = |row: &usize| (measures.first_seen()..measures.first_seen() + measures.page()).contains(row);
    let at = if focused || lead || seen(&at) { at } else { measures.first_seen().min(all.saturating_sub(1)) };
    rows.saved = list.shelf.saved.get();
    rows.draw(body, &drawn, measures.row, found, &chosen, at);
    if let Some(top) = list.jump.get() {
        // Where it stands there already it is left alone: the browser would lay the whole page out at once.
        let there = top == 0 && list.scroll_top.get_untracked() == 0;
        if !there {
            node.set_scroll_top(top);
            list.scroll_top.set(top);
        }
        // While the search goes on, the place may still be to come.
        if there || done || node.scroll_top() == top {
            list.jump.set(None);
        }
    }
    if lead
        || focused && !browser::document().and_then(|document| document.active_element()).is_some_and(|at| inside(&at))
    {
        rows.focus(at, list.cell.get_untracked());
        list.lead.set(false);
    }
}

fn heading(list: List, column: Column, name: Key, class: &'static str) -> AnyView {
    let order = move || {
        list.query.with(|query| match query.descending {
            _ if query.column != column => None,
            false => Some("ascending"),
            true => Some("descending"),
        })
    };
    view! {
        <th scope="col" class=class aria-sort=order>
            <button
                type="button"
                class="sort-button"
                on:click=click(move || list.sort_by(column))
            >
                {word(name)}
            </button>
        </th>
    }
    .into_any()
}
