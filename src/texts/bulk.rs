//! What can be done with all chosen texts at once: moving them to a group, and deleting them. Both ask first.

mod choice;
mod deleting;
mod moving;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use letasyl_contract::{GetDynamicTextDto, OperationName};
use uuid::Uuid;

use super::batch::outcome::{WORK, work};
use super::batch::run::use_run;
use super::chosen::chosen;
use super::exchange::{Cells, cells};
use super::export;
use super::list::List;
use super::selection::{Selection, ordered};
use super::shelf::Shelf;
use super::stock::Stock;
use crate::browser;
use crate::element::{all, el};
use crate::events::on_resize;
use crate::view::{effect, when};

/// The bar at the foot of the list: how many texts are chosen and what to do with them, then how far that has come and
/// what became of it.
pub(super) fn bulk(list: List) -> AnyView {
    let shelf = list.shelf;
    let run = use_run();
    let may = move |operation| untrack(|| shelf.session.may(operation));
    let any = move || !run.is_busy() && !shelf.selection.with(Selection::is_empty);
    let (moves, deletes) = (moving::Moving::new(list, run), RwSignal::new(false));
    let bar = move || {
        let mut bar = el("div", "toolbar");
        if may(OperationName::UpdateText) {
            bar = bar.holds(moves.bar());
        }
        bar = bar.holds(export::chosen(list));
        if may(OperationName::DeleteText) {
            bar = bar.holds(deleting::button(deletes));
        }
        bar.view()
    };
    let foot = NodeRef::<html::Div>::new();
    keep_height(foot);
    let foot = view! {
        <div class="bulk-foot" node_ref=foot>
            {work(run)}
            {chosen(list, any)}
            {when(any, bar)}
        </div>
    };
    let questions = all(vec![moves.question(), deleting::question(list, run, deletes)]);
    // What is pressed here makes way for the work, and that for nothing.
    el("div", "bulk").with("data-return-focus", WORK).holds(foot.into_any()).holds(questions).view()
}

/// Tells the style how high the bar is: notices stand above it.
fn keep_height(foot: NodeRef<html::Div>) {
    effect(move || {
        let Some(foot) = foot.get() else { return };
        let measured = foot.clone();
        on_resize(&foot, move || browser::set_length("--bulk-height", measured.offset_height()));
    });
}

/// The chosen texts as the user saw them.
struct Chosen {
    stock: Arc<Stock>,
    numbers: Vec<u32>,
}

impl Chosen {
    fn of(shelf: Shelf) -> Self {
        let stock = shelf.texts.get_untracked().unwrap_or_default();
        let numbers = shelf.selection.with_untracked(|selection| {
            let chosen =
                |number: &u32| stock.get(*number).is_some_and(|text| selection.contains(text.external_identifier));
            stock.numbers().filter(chosen).collect()
        });
        Self { stock, numbers }
    }

    fn len(&self) -> usize {
        self.numbers.len()
    }

    fn get(&self, number: usize) -> Option<&GetDynamicTextDto> {
        self.stock.get(*self.numbers.get(number)?)
    }

    fn cells(&self, number: usize) -> Option<Cells> {
        self.get(number).map(cells)
    }

    fn ids(&self, numbers: &[usize]) -> Vec<Uuid> {
        numbers.iter().filter_map(|number| self.get(*number)).map(|text| text.external_identifier).collect()
    }

    /// What is done is no longer chosen; what failed still is.
    fn settle(&self, shelf: Shelf, done: &[usize]) {
        let done = ordered(self.ids(done));
        shelf.selection.update(|selection| selection.retain(|id| done.binary_search(&id).is_err()));
        shelf.read();
    }
}
