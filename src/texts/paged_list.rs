//! A collapsible list, 50 items a page.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_locale::{range, titled};

use crate::element::{Element, all, el, nothing, press};
use crate::language::use_locale;
use crate::live::Live;
use crate::view::{Key, dynamic, when};

/// So many are drawn at once.
const PAGE: usize = 50;

/// Draws one of them, by its number.
pub(in crate::texts) type Item = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// The things of these numbers under their name; nothing where there are none.
pub(in crate::texts) fn paged_list(name: Key, numbers: Vec<usize>, open: bool, item: &Item) -> AnyView {
    let locale = use_locale();
    let count = numbers.len();
    if count == 0 {
        return nothing();
    }
    let (numbers, item) = (Arc::new(numbers), Arc::clone(item));
    let (opened, first) = (Live::new(open), Live::new(0_usize));
    let list = move || {
        let (numbers, item) = (Arc::clone(&numbers), Arc::clone(&item));
        let items = dynamic(move || {
            let page = numbers.iter().skip(first.get()).take(PAGE);
            all(page.map(|number| el("li", "").holds(item(*number)).view()).collect())
        });
        let list = el("ul", "paged-list").holds(items).view();
        if count > PAGE { all(vec![list, pages(first, count)]) } else { list }
    };
    let title = el("summary", "details-summary").tells(move || titled(locale.get(), name(locale.words()), count));
    let details = el("details", "details").on("toggle", move |_| opened.set(true)).holds(title.view());
    let details = if open { details.with("open", "") } else { details };
    details.holds(el("div", "details-text").holds(when(move || opened.get(), list)).view()).view()
}

fn pages(first: Live<usize>, count: usize) -> AnyView {
    let locale = use_locale();
    let shown = move || {
        let first = first.get();
        range(locale.get(), first + 1, (first + PAGE).min(count), count)
    };
    let back = move || first.update(|first| *first = first.saturating_sub(PAGE));
    let on = move || {
        first.update(|first| {
            if *first + PAGE < count {
                *first += PAGE;
            }
        });
    };
    let button = |act: Box<dyn Fn()>, name: Key| press("button button-secondary", act).says(name).view();
    buttons()
        .holds(button(Box::new(back), |w| w.exchange().previous))
        .holds(button(Box::new(on), |w| w.exchange().next))
        .holds(el("p", "").with("role", "status").tells(shown).view())
        .view()
}

/// A row of buttons.
pub(in crate::texts) fn buttons() -> Element {
    el("div", "button-group")
}
