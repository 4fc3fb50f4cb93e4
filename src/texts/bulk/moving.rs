//! Moves all selected texts to a group. No group is preselected, the question says how many texts move where, and undo
//! moves each back to its own group.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::GetDynamicTextDto;
use letasyl_locale::moves;
use uuid::Uuid;

use super::Chosen;
use super::batch::run::{Job, Run};
use super::batch::task::Task;
use super::choice::which;
use crate::platform::signals::{ErasedSignal, effect};
use crate::texts::confirm::{Yes, confirm};
use crate::texts::control::control;
use crate::texts::list::List;
use crate::texts::store::selection::Selection;
use crate::ui::element::{button_el, el, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::dyn_view;

const SELECT: &str = "flyt-til";
const ERROR: &str = "flyt-til-fejl";
/// The choice of no group at all; nothing stands for no choice.
const NO_GROUP: &str = "uden";

/// The part of the bar that moves, with its question.
#[derive(Clone, Copy)]
pub(super) struct Moving {
    list: List,
    run: Run,
    /// What is chosen in the list of groups: nothing, no group, or the id of one.
    choice: ErasedSignal<String>,
    /// Whether it was tried without a choice.
    missing: ErasedSignal<bool>,
    open: RwSignal<bool>,
}

/// A chosen text, by its number among them, from one group to another.
#[derive(Clone, Copy)]
struct Step {
    number: usize,
    from: Option<Uuid>,
    to: Option<Uuid>,
}

impl Moving {
    /// With no group chosen.
    pub(super) fn new(list: List, run: Run) -> Self {
        let moving = Self {
            list,
            run,
            choice: ErasedSignal::default(),
            missing: ErasedSignal::default(),
            open: RwSignal::new(false),
        };
        effect(move || {
            if let Some((number, to)) = list.regroup.get() {
                list.regroup.set(None);
                moving.move_one(number, to);
            }
        });
        // A group that is gone is no choice.
        effect(move || {
            let groups = list.store.groups.get().unwrap_or_default();
            let chosen = moving.choice.with_untracked(|choice| Uuid::try_parse(choice).ok());
            if chosen.is_some_and(|id| !groups.iter().any(|group| group.external_identifier == id)) {
                moving.choice.set(String::new());
            }
        });
        moving
    }

    /// The list of groups and the button.
    pub(super) fn bar(self) -> AnyView {
        let Self { list, choice, missing, open, .. } = self;
        let options = dyn_view(move || {
            let groups = list.store.groups.get().unwrap_or_default();
            let chosen = choice.get_untracked();
            let option = |id: &str| {
                let option = el("option", "").attr("value", id);
                if *id == *chosen { option.attr("selected", "") } else { option }
            };
            let fixed = [
                option("").word(|w| w.exchange().choose_group).view(),
                option(NO_GROUP).word(|w| w.texts().no_group).view(),
            ];
            let others = groups
                .iter()
                .map(|group| option(&group.external_identifier.to_string()).text(group.name.as_str()).view());
            fragment(fixed.into_iter().chain(others).collect())
        });
        let choose = move |event| {
            missing.set(false);
            choice.set(event_target_value(&event));
        };
        let label = el("label", "form-label").attr("for", SELECT).word(|w| w.exchange().move_to);
        let select = el("select", "form-select").attr("id", SELECT).on("change", choose).child(options);
        let go = move || {
            if choice.with_untracked(String::is_empty) {
                missing.set(true);
            } else {
                open.set(true);
            }
        };
        fragment(vec![
            control(label, select, ERROR, missing, |w| w.exchange().group_missing),
            button_el("button button-secondary", go).word(|w| w.exchange().move_chosen).view(),
        ])
    }

    /// The question.
    pub(super) fn question(self) -> AnyView {
        let Self { list, open, .. } = self;
        let locale = use_locale();
        let count = move || {
            if !open.get() {
                return String::new();
            }
            let groups = list.store.groups.get_untracked().unwrap_or_default();
            let group = groups.iter().find(|group| Some(group.external_identifier) == self.group());
            let name = group.map(|group| group.name.as_str());
            moves(locale.get(), list.store.selection.with(Selection::len), name)
        };
        let begin = move || {
            let chosen = Chosen::of(list.store);
            let to = self.group();
            let steps = (0..chosen.len()).filter_map(|number| {
                let from = chosen.get(number)?.group_external_identifier();
                Some(Step { number, from, to })
            });
            let steps = steps.collect();
            self.begin(Arc::new(chosen), steps, true);
        };
        let said = vec![el("p", "").dyn_text(count).view(), which(list, open)];
        let yes = Yes { class: "button button-primary", name: |w| w.exchange().move_chosen };
        confirm(open, |w| w.exchange().move_title, said, yes, begin)
    }

    /// Moves one text, which the user has chosen another group for in its row. Nothing is asked: it can be undone.
    pub(super) fn move_one(self, number: u32, to: Option<Uuid>) {
        let Self { list, run, .. } = self;
        if untrack(|| run.is_busy()) {
            return list.store.notices.warn(|w| w.exchange().busy);
        }
        let catalog = list.found.with_untracked(|found| Arc::clone(&found.catalog));
        let from = catalog.get(number).and_then(GetDynamicTextDto::group_external_identifier);
        let chosen = Chosen { catalog, numbers: vec![number] };
        self.begin(Arc::new(chosen), vec![Step { number: 0, from, to }], true);
    }

    fn begin(self, chosen: Arc<Chosen>, steps: Vec<Step>, may_undo: bool) {
        let store = self.list.store;
        let (count, steps) = (steps.len(), Arc::new(steps));
        let number = {
            let steps = Arc::clone(&steps);
            move |index: usize| steps.get(index).map(|step| step.number)
        };
        let named = (Arc::clone(&chosen), number.clone());
        let cells = move |index| (named.1)(index).and_then(|number| named.0.cells(number));
        let settled = Arc::clone(&chosen);
        let after = move |done: Vec<usize>| {
            settled.settle(store, &done.into_iter().filter_map(&number).collect::<Vec<_>>());
        };
        let task = {
            let (chosen, steps) = (Arc::clone(&chosen), Arc::clone(&steps));
            move |index: usize| {
                let Step { number, from, to } = *steps.get(index)?;
                Some(Task::Move { id: chosen.get(number)?.external_identifier, from, to })
            }
        };
        let job = Job::new(|w| w.exchange().moving, count, Box::new(task), Box::new(cells), Box::new(after));
        let back = move |done: Vec<usize>| {
            let done = done.into_iter().filter_map(|index| steps.get(index));
            let back = done.map(|step| Step { from: step.to, to: step.from, ..*step }).collect();
            self.begin(Arc::clone(&chosen), back, false);
        };
        self.run.begin(if may_undo { job.with_undo(Box::new(back)) } else { job });
    }

    fn group(self) -> Option<Uuid> {
        self.choice.with_untracked(|choice| Uuid::try_parse(choice).ok())
    }
}
