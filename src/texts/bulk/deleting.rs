//! Deleting all chosen texts. It asks first and has no undo: who has read the number and said yes has thought about it,
//! and thousands of texts cannot wait eight seconds each. A text that somebody has changed since is left as it is.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_locale::deletes;

use super::Chosen;
use super::choice::which;
use crate::components::dialog;
use crate::element::{all, el, press};
use crate::language::use_locale;
use crate::texts::batch::heap::buttons;
use crate::texts::batch::run::{Job, Run};
use crate::texts::batch::task::Task;
use crate::texts::draft::Draft;
use crate::texts::list::List;
use crate::texts::selection::Selection;
use crate::texts::shelf::Shelf;
use crate::view::{safe_button, word_signal};

/// The button that asks.
pub(super) fn button(open: RwSignal<bool>) -> AnyView {
    press("button button-warning", move || open.set(true)).says(|w| w.exchange.delete_chosen).view()
}

/// The question.
pub(super) fn question(list: List, run: Run, open: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let shelf = list.shelf;
    let count = move || deletes(locale.get(), shelf.selection.with(Selection::len));
    let yes = move || {
        open.set(false);
        begin(shelf, run);
    };
    let answers = buttons()
        .holds(press("button button-warning", yes).says(|w| w.texts.delete).view())
        .holds(safe_button(|w| w.texts.cancel, move || open.set(false)));
    let names = el("p", "prewrap").with("dir", "auto").tells(which(list, open)).view();
    let content = all(vec![el("p", "").tells(count).view(), names, answers.view()]);
    dialog(open, word_signal(|w| w.exchange.delete_title), content)
}

fn begin(shelf: Shelf, run: Run) {
    let chosen = Arc::new(Chosen::of(shelf));
    let (named, settled) = (Arc::clone(&chosen), Arc::clone(&chosen));
    let count = chosen.len();
    let task = move |number| chosen.get(number).map(|text| Task::Delete(text.external_identifier, Draft::of(text)));
    let name = move |number| named.name(number);
    let after = move |done: Vec<usize>| settled.settle(shelf, &done);
    run.begin(Job::new(|w| w.exchange.deleting, count, Box::new(task), Box::new(name), Box::new(after)));
}
