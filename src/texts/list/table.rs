//! The table of the list: never more rows in the page than fit, whatever their number; screen readers learn the true
//! one.
//!
//! It is a grid, not a plain table: rows can be chosen, which only a grid can say, and the arrow keys lead through all
//! rows, those that are not drawn included. In a plain table screen readers keep these keys for themselves and end
//! where the drawn rows end. Tab leads to one row and out again.

use leptos::html;
use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::all_found;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::List;
use super::grid_navigation::steer;
use super::rows::{CHOOSE, OPEN, REGROUP, Rows};
use super::viewport::Viewport;
use crate::platform::browser;
use crate::platform::events::{on_resize, use_event_listener};
use crate::platform::signals::{ErasedSignal, effect};
use crate::texts::search::query::Column;
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, on_click, word};

/// The table.
pub(in crate::texts) fn table(list: List) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let measure = move || {
        // The page may be gone by the time the browser gets to it.
        let Some(node) = node.try_get_untracked().flatten() else { return };
        let row = node.query_selector("tbody tr[aria-rowindex]:not(.open)").ok().flatten();
        let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()).map(|row| row.offset_height());
        let known = list.viewport.get_untracked();
        // Where it is on its way elsewhere, it counts as there.
        let top = list.jump.get_untracked().unwrap_or_else(|| above(&node));
        let viewport = Viewport { top, height: browser::height(), row: row.unwrap_or(known.row), ..known };
        list.is_measured.set(true);
        if viewport != known {
            list.viewport.set(viewport);
        }
    };
    if let Some(window) = browser::window() {
        use_event_listener(window, "scroll", move |_| {
            if let Some(node) = node.try_get_untracked().flatten() {
                list.scrolled(above(&node));
            }
        });
    }
    let mut rows = Rows::default();
    let may_move = untrack(|| list.store.session.may(OperationName::UpdateText));
    let locale = use_locale();
    // What is heard is heard for as long as the table is there, not until its rows are drawn again.
    let mut owner = Owner::current();
    effect(move || {
        let Some(node) = node.get() else { return };
        let Ok(Some(body)) = node.query_selector("tbody") else { return };
        if let Some(owner) = owner.take() {
            owner.with(|| steer(list, &body));
            // Of the page, too: what comes above the table moves it.
            for changing in browser::body().iter().map(AsRef::as_ref).chain([&**node]) {
                owner.with(|| on_resize(changing, measure));
            }
        }
        rows.missing = locale.words().texts().missing;
        rows.groups = may_move.then(|| list.store.groups.get()).flatten();
        rows.no_group = locale.words().texts().no_group;
        draw(list, &node, &body, &mut rows);
    });
    // The rows are as high as the user wants them: what fits is counted again.
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
        >
            <table
                class="table data-table"
                role="grid"
                aria-multiselectable="true"
                aria-rowcount=boxed_text(rows_and_head)
                aria-busy=busy
            >
                <caption class="sr-only">{word(|w| w.texts().title)}</caption>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col" class="col-check">
                            <span id=CHOOSE class="sr-only">{word(|w| w.texts().choose)}</span>
                            {choose_all(list)}
                        </th>
                        {Vec::from(Column::ALL.map(|column| heading(list, column)))}
                    </tr>
                </thead>
                <tbody></tbody>
            </table>
            <span id=OPEN hidden>{word(|w| w.texts().open_row)}</span>
            <span id=REGROUP hidden>{word(|w| w.texts().regroup)}</span>
        </div>
    }
    .into_any()
}

/// Draws what is to be seen, scrolls where the user is to be led, and keeps the focus on its row.
fn draw(list: List, node: &Element, body: &Element, rows: &mut Rows) {
    let found = list.found.get();
    let viewport = list.viewport.get();
    let chosen = list.store.selection.get();
    let all = found.numbers.len();
    let inside = |element: &Element| body.contains(Some(element));
    let focused = browser::document().and_then(|document| document.active_element()).is_some_and(|at| inside(&at));
    let lead = list.lead.get();
    let at = list.at.get().min(all.saturating_sub(1));
    let done = found.done;
    let drawn = viewport.drawn(all, (focused || lead).then_some(at));
    // Without the focus in it, Tab leads to a row that one sees.
    let seen = |row: &usize| (viewport.first_seen()..viewport.first_seen() + viewport.page()).contains(row);
    let at = if focused || lead || seen(&at) { at } else { viewport.first_seen().min(all.saturating_sub(1)) };
    rows.saved = list.store.saved.get();
    rows.open = list.open.get();
    rows.beside = list.beside.get().id();
    // Where the open row stands, and how high it is, is known once it is drawn.
    let open = rows.open.and_then(|id| list.row_of(id));
    rows.draw(body, &drawn, viewport, found, &chosen, at);
    let height = open.and_then(|row| rows.height(row)).map(|height| height - viewport.row);
    let more = height.or(viewport.open.map(|(_, more)| more)).unwrap_or(0);
    let open = open.map(|row| (row, more));
    if viewport.open != open {
        list.viewport.update(|viewport| viewport.open = open);
    }
    if let Some(top) = list.jump.get() {
        // Where it stands there already it is left alone: the browser would lay the whole page out at once.
        let there = list.scroll_top.get_untracked() == Some(top);
        if !there {
            browser::scroll_by(top - above(node));
        }
        // While the search goes on, the place may still be to come.
        if there || done || above(node) == top {
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

/// How much of the table is above the screen, in pixels; negative while it begins below the screen's upper edge.
fn above(node: &Element) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "pixels")]
    let top = -node.get_bounding_client_rect().top().round() as i32;
    top
}

/// The box of the head: all that were found, some of them, or none.
fn choose_all(list: List) -> AnyView {
    let locale = use_locale();
    let node = NodeRef::<html::Input>::new();
    // The number stays while a search goes on: it is not counted aloud.
    let found = ErasedSignal::new(0);
    effect(move || {
        if let Some(count) = list.found.with(|found| found.done.then_some(found.numbers.len())) {
            found.set(count);
        }
    });
    effect(move || {
        let (chosen, all) = (list.shown_chosen(), found.get());
        if let Some(node) = node.get() {
            node.set_checked(chosen > 0 && chosen >= all);
            node.set_indeterminate(chosen > 0 && chosen < all);
        }
    });
    let name = boxed_text(move || all_found(locale.get(), found.get()));
    // The browser changes the box on a click: it is set back if nothing came of it.
    let toggle = move || {
        list.toggle_all();
        list.store.selection.update(|_| ());
    };
    view! { <input type="checkbox" node_ref=node aria-label=name on:change=move |_| toggle() /> }.into_any()
}

fn heading(list: List, column: Column) -> AnyView {
    let class = match column {
        Column::Text | Column::DisplayText => "",
        Column::Group => "col-group",
    };
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
                on:click=on_click(move || list.sort_by(column))
            >
                {word(column.name())}
            </button>
        </th>
    }
    .into_any()
}
