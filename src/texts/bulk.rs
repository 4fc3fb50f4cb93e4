//! What can be done with all chosen texts at once: moving them to a group, and deleting them.
//!
//! Deleting asks first and has no undo: who has read the number and said yes has thought about it, and thousands of
//! texts cannot wait eight seconds each.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::{deletes, first_names, of_them_hidden};
use uuid::Uuid;

use super::batch::heap::buttons;
use super::batch::outcome::work;
use super::batch::run::{Job, Run};
use super::batch::task::Task;
use super::list::List;
use super::selection::Selection;
use super::shelf::Shelf;
use crate::components::dialog;
use crate::element::{all, el, press};
use crate::language::use_locale;
use crate::live::Live;
use crate::view::{Key, dynamic, safe_button, when, word_signal};

/// How many of the texts to be deleted are named.
const NAMED: usize = 3;

/// The bar at the foot of the list: what to do with the chosen texts, then how far it has come and what became of it.
pub(super) fn bulk(list: List) -> AnyView {
    let shelf = list.shelf;
    let run = Run::new(shelf.session);
    let asking = RwSignal::new(false);
    let any = move || run.job.with(Option::is_none) && !shelf.selection.with(Selection::is_empty);
    let bar = move || {
        let may = |operation| untrack(|| shelf.session.may(operation));
        let mut bar = el("div", "toolbar");
        if may(OperationName::UpdateText) {
            bar = bar.holds(moving(shelf, run));
        }
        if may(OperationName::DeleteText) {
            let ask = move || asking.set(true);
            bar = bar.holds(press("button button-warning", ask).says(|w| w.exchange.delete_chosen).view());
        }
        bar.view()
    };
    let foot = el("div", "bulk-foot").holds(when(any, bar)).holds(work(run)).view();
    all(vec![foot, ask(list, run, asking)])
}

/// Begins with the texts that are chosen now.
fn begin(shelf: Shelf, run: Run, title: Key, task: Box<dyn Fn(Uuid) -> Task + Send + Sync>) {
    let ids = Arc::new(shelf.selection.with_untracked(|selection| selection.ids().to_vec()));
    let (named, counted, count) = (Arc::clone(&ids), Arc::clone(&ids), ids.len());
    let stock = shelf.texts.get_untracked();
    let name = move |number| {
        let id = named.get(number);
        let mut all = stock.iter().flat_map(|stock| stock.all());
        let text = all.find(|text| Some(&text.external_identifier) == id);
        text.map(|text| text.text.as_str().to_owned()).unwrap_or_default()
    };
    // What is done is no longer chosen; what failed still is. The ids are in order, and so are the numbers.
    let after = move |done: Vec<usize>| {
        let done: Vec<Uuid> = done.into_iter().filter_map(|number| counted.get(number).copied()).collect();
        shelf.selection.update(|selection| selection.retain(|id| done.binary_search(&id).is_err()));
        shelf.read();
    };
    let task = move |number| ids.get(number).map(|id| task(*id));
    run.begin(Job::new(title, count, Box::new(task), Box::new(name), Box::new(after)));
}

fn moving(shelf: Shelf, run: Run) -> AnyView {
    let group = Live::new(None);
    let options = dynamic(move || {
        let groups = shelf.groups.get().unwrap_or_default();
        let option = |id: &str| el("option", "").with("value", id);
        let none = option("").says(|w| w.texts.no_group).view();
        let others =
            groups.iter().map(|group| option(&group.external_identifier.to_string()).reads(group.name.as_str()).view());
        all(std::iter::once(none).chain(others).collect())
    });
    let choose = move |event| group.set(Uuid::try_parse(&event_target_value(&event)).ok());
    let label = el("label", "form-label").with("for", "flyt-til").says(|w| w.exchange.move_to);
    let select = el("select", "form-select").with("id", "flyt-til").on("change", choose).holds(options);
    let go = move || {
        let group = group.get_untracked();
        begin(shelf, run, |w| w.exchange.moving, Box::new(move |id| Task::Move(id, group)));
    };
    all(vec![
        el("div", "form-group").holds(label.view()).holds(select.view()).view(),
        press("button button-secondary", go).says(|w| w.exchange.move_chosen).view(),
    ])
}

fn ask(list: List, run: Run, asking: RwSignal<bool>) -> AnyView {
    let shelf = list.shelf;
    let locale = use_locale();
    let count = move || deletes(locale.get(), shelf.selection.with(Selection::len));
    // Counted only when it is asked: what another search hides is deleted, too.
    let which = move || {
        if !asking.get() {
            return String::new();
        }
        let stock = shelf.texts.get_untracked();
        let texts = stock.iter().flat_map(|stock| stock.all());
        let (all, names) = shelf.selection.with_untracked(|selection| {
            let chosen = texts.filter(|text| selection.contains(text.external_identifier));
            (selection.len(), chosen.take(NAMED).map(|text| text.text.as_str()).collect::<Vec<_>>())
        });
        let names = first_names(locale.get(), &names, all);
        match untrack(|| list.hidden()) {
            0 => names,
            hidden => format!("{names} ({})", of_them_hidden(locale.get(), hidden)),
        }
    };
    let yes = move || {
        asking.set(false);
        begin(shelf, run, |w| w.exchange.deleting, Box::new(|id| Task::Delete(id, None)));
    };
    let answers = buttons()
        .holds(press("button button-warning", yes).says(|w| w.texts.delete).view())
        .holds(safe_button(|w| w.texts.cancel, move || asking.set(false)));
    let names = el("p", "prewrap").with("dir", "auto").tells(which).view();
    let content = all(vec![el("p", "").tells(count).view(), names, answers.view()]);
    dialog(asking, word_signal(|w| w.exchange.delete_title), content)
}
