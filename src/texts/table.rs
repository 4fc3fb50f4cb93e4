//! The table of the list: never more rows in the page than fit, whatever their number; screen readers learn the true
//! one.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::list::go;
use super::query::{Column, Query};
use super::stock::Stock;
use crate::live::{Derived, Live};
use crate::paths;
use crate::router::Router;
use crate::view::{Key, click, dynamic, effect, word};

/// Rows drawn above and below what is seen, so that a quick turn of the wheel shows no gap.
const SPARE: usize = 8;

/// What the window measures, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Measures {
    /// Scrolled away above.
    top: i32,
    /// Seen.
    height: i32,
    /// One row; the style has all of them equally high.
    row: i32,
}

/// Until the first row has been measured.
const USUAL: Measures = Measures { top: 0, height: 800, row: 48 };

impl Default for Measures {
    fn default() -> Self {
        USUAL
    }
}

/// The rows that are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Window {
    first: usize,
    count: usize,
}

/// Which of all rows to draw.
fn window(measures: Measures, all: usize) -> Window {
    let rows = |pixels: i32| usize::try_from(pixels / measures.row.max(1)).unwrap_or(0);
    let first = rows(measures.top).saturating_sub(SPARE).min(all);
    let count = (rows(measures.height) + 2 + 2 * SPARE).min(all - first);
    Window { first, count }
}

/// The table.
pub(super) fn table(
    stock: Arc<Stock>,
    query: Derived<Query>,
    found: Derived<Arc<Vec<u32>>>,
    router: Router,
) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let measures = Live::new(USUAL);
    let measure = move || {
        // The page may be gone by the time the browser gets to it.
        let Some(node) = node.try_get_untracked().flatten() else { return };
        let row = node.query_selector("tbody tr[aria-rowindex]").ok().flatten();
        let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()).map_or(USUAL.row, |row| row.offset_height());
        measures.set(Measures { top: node.scroll_top(), height: node.client_height(), row });
    };
    effect(move || {
        if node.get().is_some() {
            request_animation_frame(measure);
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    // Another search or order begins at its top.
    let mut before = None;
    effect(move || {
        let now = query.get();
        if before.replace(now.clone()).is_some_and(|before| before != now)
            && let Some(node) = node.try_get_untracked().flatten()
        {
            node.set_scroll_top(0);
        }
    });
    let rows = dynamic(move || {
        let found = found.get();
        let measures = measures.get();
        let height = measures.row;
        let Window { first, count } = window(measures, found.len());
        let rows: Vec<_> = found
            .iter()
            .enumerate()
            .skip(first)
            .take(count)
            .filter_map(|(index, number)| stock.get(*number).map(|text| row(index, text)))
            .collect();
        let below = found.len().saturating_sub(first + count);
        view! {
            {spacer(first, height)}
            {rows}
            {spacer(below, height)}
        }
        .into_any()
    });
    view! {
        <div
            class="table-window"
            node_ref=node
            on:scroll=move |_| {
                if let Some(node) = node.try_get_untracked().flatten() {
                    let Measures { top, row, .. } = measures.get_untracked();
                    let now = node.scroll_top();
                    // Within the same row nothing changes.
                    if now / row.max(1) != top / row.max(1) {
                        measures.update(|measures| measures.top = now);
                    }
                }
            }
        >
            <table class="table data-table" aria-rowcount=move || (found.with(|found| found.len()) + 1).to_string()>
                <caption class="sr-only">{word(|w| w.texts.title)}</caption>
                <thead>
                    <tr aria-rowindex="1">
                        {heading(Column::Text, |w| w.texts.text, "", query, router)}
                        {heading(Column::DisplayText, |w| w.texts.display_text, "", query, router)}
                        {heading(Column::Group, |w| w.texts.group, "col-group", query, router)}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn heading(column: Column, name: Key, class: &'static str, query: Derived<Query>, router: Router) -> AnyView {
    let order = move || {
        query.with(|query| match query.descending {
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
                on:click=click(move || go(router, &query.with_untracked(|query| query.ordered_by(column))))
            >
                {word(name)}
            </button>
        </th>
    }
    .into_any()
}

fn row(index: usize, of: &letasyl_contract::GetDynamicTextDto) -> AnyView {
    let group = of.group.as_ref().map(|group| group.name.as_str().to_owned()).unwrap_or_default();
    view! {
        <tr aria-rowindex=(index + 2).to_string()>
            <td>
                <a href=paths::text(of.external_identifier)>{of.text.as_str().to_owned()}</a>
            </td>
            <td>{of.display_text.as_str().to_owned()}</td>
            <td class="col-group">{group}</td>
        </tr>
    }
    .into_any()
}

/// Keeps the room of the rows that are not drawn.
fn spacer(rows: usize, height: i32) -> AnyView {
    let height = i64::try_from(rows).unwrap_or(0) * i64::from(height);
    view! {
        <tr class="spacer" aria-hidden="true">
            <td colspan="3" style:height=format!("{height}px")></td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(top: i32) -> Measures {
        Measures { top, height: 480, row: 48 }
    }

    #[test]
    fn draws_what_is_seen_and_a_little_more() {
        assert_eq!(window(at(0), 100_000), Window { first: 0, count: 28 });
        assert_eq!(window(at(48_000), 100_000), Window { first: 992, count: 28 });
    }

    #[test]
    fn never_more_than_there_are() {
        assert_eq!(window(at(0), 3), Window { first: 0, count: 3 });
        assert_eq!(window(at(i32::MAX), 3), Window { first: 3, count: 0 });
        assert_eq!(window(Measures { top: -5, height: 0, row: 0 }, 0), Window { first: 0, count: 0 });
    }
}
