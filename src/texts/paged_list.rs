//! A collapsible list, 50 items a page.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_locale::{range, titled};

use crate::platform::signals::ErasedSignal;
use crate::ui::element::{ElementBuilder, button_el, el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{Key, dyn_view, show};

/// So many are drawn at once.
const PAGE: usize = 50;

/// Draws one of them, by its number.
pub(in crate::texts) type Item = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// The things of these numbers under their name; nothing where there are none.
pub(in crate::texts) fn paged_list(name: Key, numbers: Vec<usize>, open: bool, item: &Item) -> AnyView {
    let locale = use_locale();
    let count = numbers.len();
    if count == 0 {
        return empty();
    }
    let (numbers, item) = (Arc::new(numbers), Arc::clone(item));
    let (opened, first) = (ErasedSignal::new(open), ErasedSignal::new(0_usize));
    let list = move || {
        let (numbers, item) = (Arc::clone(&numbers), Arc::clone(&item));
        let items = dyn_view(move || {
            let page = numbers.iter().skip(first.get()).take(PAGE);
            fragment(page.map(|number| el("li", "").child(item(*number)).view()).collect())
        });
        let list = el("ul", "paged-list").child(items).view();
        if count > PAGE { fragment(vec![list, pages(first, count)]) } else { list }
    };
    let title = el("summary", "details-summary").dyn_text(move || titled(locale.get(), name(locale.words()), count));
    let details = el("details", "details").on("toggle", move |_| opened.set(true)).child(title.view());
    let details = if open { details.attr("open", "") } else { details };
    details.child(el("div", "details-text").child(show(move || opened.get(), list)).view()).view()
}

fn pages(first: ErasedSignal<usize>, count: usize) -> AnyView {
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
    let button = |act: Box<dyn Fn()>, name: Key| button_el("button button-secondary", act).word(name).view();
    buttons()
        .child(button(Box::new(back), |w| w.exchange().previous))
        .child(button(Box::new(on), |w| w.exchange().next))
        .child(el("p", "").attr("role", "status").dyn_text(shown).view())
        .view()
}

/// A row of buttons.
pub(in crate::texts) fn buttons() -> ElementBuilder {
    el("div", "button-group")
}
