//! The bar with actions for all selected texts: move to a group, delete. Both ask first.

pub(in crate::texts) mod batch;
mod choice;
mod deleting;
mod moving;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use letasyl_contract::{GetDynamicTextDto, OperationName};
use uuid::Uuid;

use self::batch::outcome::{WORK, work};
use self::batch::run::use_run;
use crate::platform::browser;
use crate::platform::events::follow_size;
use crate::texts::files::export;
use crate::texts::files::{Cells, cells};
use crate::texts::list::List;
use crate::texts::list::selection_bar::chosen;
use crate::texts::store::Store;
use crate::texts::store::catalog::Catalog;
use crate::texts::store::selection::{Selection, ordered};
use crate::ui::element::{el, fragment};
use crate::ui::view::show;

/// The bar at the foot of the list: how many texts are chosen and what to do with them, then how far that has come and
/// what became of it.
pub(in crate::texts) fn bulk(list: List) -> AnyView {
    let store = list.store;
    let run = use_run();
    let may = move |operation| untrack(|| store.session.may(operation));
    let any = move || !run.is_busy() && !store.selection.with(Selection::is_empty);
    let (moves, deletes) = (moving::Moving::new(list, run), RwSignal::new(false));
    let bar = move || {
        let mut bar = el("div", "toolbar");
        if may(OperationName::UpdateText) {
            bar = bar.child(moves.bar());
        }
        bar = bar.child(export::chosen(list));
        if may(OperationName::DeleteText) {
            bar = bar.child(deleting::button(deletes));
        }
        bar.view()
    };
    let foot = NodeRef::<html::Div>::new();
    // Notices stand above the bar, however high it is.
    follow_size(foot, |foot| browser::set_length("--bulk-height", foot.offset_height()));
    let foot = view! {
        <div class="bulk-foot" node_ref=foot>
            {work(run)}
            {chosen(list, any)}
            {show(any, bar)}
        </div>
    };
    let questions = fragment(vec![moves.question(), deleting::question(list, run, deletes)]);
    // What is pressed here makes way for the work, and that for nothing.
    el("div", "bulk").attr("data-return-focus", WORK).child(foot.into_any()).child(questions).view()
}

/// The chosen texts as the user saw them.
struct Chosen {
    catalog: Arc<Catalog>,
    numbers: Vec<u32>,
}

impl Chosen {
    fn of(store: Store) -> Self {
        let catalog = store.texts.get_untracked().unwrap_or_default();
        let numbers = store.selection.with_untracked(|selection| {
            let chosen =
                |number: &u32| catalog.get(*number).is_some_and(|text| selection.contains(text.external_identifier));
            catalog.numbers().filter(chosen).collect()
        });
        Self { catalog, numbers }
    }

    fn len(&self) -> usize {
        self.numbers.len()
    }

    fn get(&self, number: usize) -> Option<&GetDynamicTextDto> {
        self.catalog.get(*self.numbers.get(number)?)
    }

    fn cells(&self, number: usize) -> Option<Cells> {
        self.get(number).map(cells)
    }

    fn ids(&self, numbers: &[usize]) -> Vec<Uuid> {
        numbers.iter().filter_map(|number| self.get(*number)).map(|text| text.external_identifier).collect()
    }

    /// What is done is no longer chosen; what failed still is.
    fn settle(&self, store: Store, done: &[usize]) {
        let done = ordered(self.ids(done));
        store.selection.update(|selection| selection.retain(|id| done.binary_search(&id).is_err()));
        store.read();
    }
}
