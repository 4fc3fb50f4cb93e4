//! How many texts are selected, how many of those the list does not show, and a button to clear the selection.

use leptos::prelude::*;
use letasyl_locale::chosen_count;

use super::List;
use crate::platform::signals::ErasedMemo;
use crate::texts::search::query::Query;
use crate::texts::store::selection::Selection;
use crate::ui::element::el;
use crate::ui::language::use_locale;
use crate::ui::view::{button, show};

/// The line about what is chosen. The count is said politely, and seen while something can be done with the texts: while
/// `free` holds.
pub(in crate::texts) fn chosen(list: List, free: impl Fn() -> bool + Copy + Send + Sync + 'static) -> AnyView {
    let locale = use_locale();
    let selection = list.store.selection;
    let hidden = ErasedMemo::new(move || list.hidden());
    let counted = move || match selection.with(Selection::len) {
        0 => String::new(),
        chosen => chosen_count(locale.get(), chosen, hidden.get()),
    };
    let some_hidden = move || free() && hidden.get() > 0;
    let show_all = move || button("function-link", |w| w.texts().show_hidden, move || list.go(Query::default()));
    let shown_only = move || button("function-link", |w| w.texts().choose_shown_only, move || list.choose_shown_only());
    let none = move || button("function-link", |w| w.texts().choose_none, move || list.choose(Selection::clear));
    let class = move || Some(if free() { "" } else { "sr-only" }.to_owned());
    el("div", "chosen")
        .child(el("p", "").attr("role", "status").dyn_attr("class", class).dyn_text(counted).view())
        .child(show(some_hidden, show_all))
        .child(show(some_hidden, shown_only))
        .child(show(free, none))
        .view()
}
