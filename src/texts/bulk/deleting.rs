//! Deletes all selected texts. Asks first and has no undo: thousands of texts cannot wait eight seconds each. Texts
//! that somebody has changed since stay unchanged.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_locale::deletes;

use super::Chosen;
use super::batch::run::{Job, Run};
use super::batch::task::Task;
use super::choice::which;
use crate::texts::confirm::{DELETE, confirm};
use crate::texts::editor::draft::Draft;
use crate::texts::list::List;
use crate::texts::store::Store;
use crate::texts::store::selection::Selection;
use crate::ui::element::{button_el, el};
use crate::ui::language::use_locale;

/// The button that asks.
pub(super) fn button(open: RwSignal<bool>) -> AnyView {
    button_el("button button-warning", move || open.set(true)).word(|w| w.exchange().delete_chosen).view()
}

/// The question.
pub(super) fn question(list: List, run: Run, open: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let store = list.store;
    let count = move || deletes(locale.get(), store.selection.with(Selection::len));
    let said = vec![el("p", "").dyn_text(count).view(), which(list, open)];
    confirm(open, |w| w.exchange().delete_title, said, DELETE, move || begin(store, run))
}

fn begin(store: Store, run: Run) {
    let chosen = Arc::new(Chosen::of(store));
    let (named, settled) = (Arc::clone(&chosen), Arc::clone(&chosen));
    let count = chosen.len();
    let task = move |number| chosen.get(number).map(|text| Task::Delete(text.external_identifier, Draft::of(text)));
    let cells = move |number| named.cells(number);
    let after = move |done: Vec<usize>| settled.settle(store, &done);
    run.begin(Job::new(|w| w.exchange().deleting, count, Box::new(task), Box::new(cells), Box::new(after)));
}
