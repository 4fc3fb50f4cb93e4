//! How many texts are chosen, choosing all that were found, and letting go of them.

use leptos::prelude::*;
use letasyl_locale::{all_found, chosen_count};

use super::list::List;
use super::query::Query;
use super::selection::Selection;
use crate::element::press;
use crate::language::use_locale;
use crate::live::{Derived, Live};
use crate::view::{button, effect, text, when};

/// The line about what is chosen. The count is said politely.
pub(super) fn chosen(list: List) -> AnyView {
    let locale = use_locale();
    let selection = list.shelf.selection;
    let hidden = Derived::new(move || list.hidden());
    let counted = text(move || match selection.with(Selection::len) {
        0 => String::new(),
        chosen => chosen_count(locale.get(), chosen, hidden.get()),
    });
    let show = move || button("function-link", |w| w.texts.show_hidden, move || list.go(Query::default()));
    let shown_only = move || button("function-link", |w| w.texts.choose_shown_only, move || list.choose_shown_only());
    let done = move || list.found.with(|found| found.done);
    // Out of reach while a search goes on, but its room stays: a list that is read again moves nothing.
    let found = Live::new(0);
    effect(move || {
        if let Some(count) = list.found.with(|found| found.done.then_some(found.numbers.len())) {
            found.set(count);
        }
    });
    let all = move || {
        press("function-link", move || list.choose_all())
            .live("data-unready", move || (!done()).then(String::new))
            .tells(move || all_found(locale.get(), found.get()))
            .view()
    };
    let none = move || button("function-link", |w| w.texts.choose_none, move || selection.update(Selection::clear));
    view! {
        {when(move || found.get() > 0, all)}
        <p role="status">{counted}</p>
        {when(move || hidden.get() > 0, show)}
        {when(move || hidden.get() > 0, shown_only)}
        {when(move || selection.with(|selection| !selection.is_empty()), none)}
    }
    .into_any()
}
