//! Deleting all chosen texts. It asks first and has no undo: who has read the number and said yes has thought about it,
//! and thousands of texts cannot wait eight seconds each. A text that somebody has changed since is left as it is.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_locale::deletes;

use super::Chosen;
use super::choice::which;
use crate::element::{el, press};
use crate::language::use_locale;
use crate::texts::batch::run::{Job, Run};
use crate::texts::batch::task::Task;
use crate::texts::confirm::{DELETE, confirm};
use crate::texts::draft::Draft;
use crate::texts::list::List;
use crate::texts::selection::Selection;
use crate::texts::shelf::Shelf;

/// The button that asks.
pub(super) fn button(open: RwSignal<bool>) -> AnyView {
    press("button button-warning", move || open.set(true)).says(|w| w.exchange().delete_chosen).view()
}

/// The question.
pub(super) fn question(list: List, run: Run, open: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let shelf = list.shelf;
    let count = move || deletes(locale.get(), shelf.selection.with(Selection::len));
    let said = vec![el("p", "").tells(count).view(), which(list, open)];
    confirm(open, |w| w.exchange().delete_title, said, DELETE, move || begin(shelf, run))
}

fn begin(shelf: Shelf, run: Run) {
    let chosen = Arc::new(Chosen::of(shelf));
    let (named, settled) = (Arc::clone(&chosen), Arc::clone(&chosen));
    let count = chosen.len();
    let task = move |number| chosen.get(number).map(|text| Task::Delete(text.external_identifier, Draft::of(text)));
    let cells = move |number| named.cells(number);
    let after = move |done: Vec<usize>| settled.settle(shelf, &done);
    run.begin(Job::new(|w| w.exchange().deleting, count, Box::new(task), Box::new(cells), Box::new(after)));
}
