//! How many texts are chosen, choosing all that were found, and letting go of them.

use leptos::prelude::*;
use letasyl_locale::{all_found, chosen_count};

use super::list::List;
use super::selection::Selection;
use crate::language::use_locale;
use crate::view::{button, click, text, when};

/// The line about what is chosen. The count is said politely.
pub(super) fn chosen(list: List) -> AnyView {
    let locale = use_locale();
    let selection = list.shelf.selection;
    let counted = text(move || match selection.with(Selection::len) {
        0 => String::new(),
        chosen => chosen_count(locale.get(), chosen),
    });
    let found = move || list.found.with(|found| if found.done { found.numbers.len() } else { 0 });
    let all = move || {
        let name = text(move || all_found(locale.get(), found()));
        view! {
            <button type="button" class="function-link" on:click=click(move || list.choose_all())>
                {name}
            </button>
        }
        .into_any()
    };
    let none = move || button("function-link", |w| w.texts.choose_none, move || selection.update(Selection::clear));
    view! {
        {when(move || found() > 0, all)}
        <p role="status">{counted}</p>
        {when(move || selection.with(|selection| !selection.is_empty()), none)}
    }
    .into_any()
}
