//! The plan as the user reads it, and the word that carries it out.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::{carries_out, line, twin};
use uuid::Uuid;

use super::missing::{Deleting, question};
use super::{Fault, Plan, Verdict};
use crate::diff::marked;
use crate::element::{Element, all, el, nothing, press};
use crate::language::use_locale;
use crate::texts::batch::heap::{Item, buttons, heap};
use crate::texts::batch::run::Job;
use crate::texts::batch::task::Task;
use crate::texts::draft::Draft;
use crate::texts::exchange::beginning;
use crate::texts::import::{Import, Stage};
use crate::view::{Key, when};

/// The plan of a file.
pub(in crate::texts) fn plan_view(import: Import, plan: &Arc<Plan>) -> AnyView {
    let locale = use_locale();
    let rows = |such: fn(&Verdict) -> bool| -> Vec<usize> {
        let numbered = plan.rows.iter().enumerate();
        numbered.filter(|(_, row)| such(&row.verdict)).map(|(number, _)| number).collect()
    };
    let new = rows(|verdict| matches!(verdict, Verdict::New(_)));
    let changed = rows(|verdict| matches!(verdict, Verdict::Changed(..)));
    let same = rows(|verdict| *verdict == Verdict::Same);
    let faulty = rows(|verdict| matches!(verdict, Verdict::Faulty(_)));
    let missing = plan.missing.clone();
    let item: Item = {
        let plan = Arc::clone(plan);
        Arc::new(move |number| row(import, &plan, number))
    };
    let gone: Item = {
        let plan = Arc::clone(plan);
        Arc::new(move |number| {
            let name = plan.known.get(number).map(|text| beginning(text.text.as_str()));
            el("span", "prewrap").reads(&name.unwrap_or_default()).view()
        })
    };
    let any_new = !new.is_empty();
    let writes = new.len() + changed.len();
    let may_delete = !missing.is_empty() && import.shelf.session.may(OperationName::DeleteText);
    let deleting = Deleting::new(plan);
    let (creates, updates) = (new.len(), changed.len());
    let count = move || writes + deleting.deleted();
    let steps: Arc<[Vec<usize>; 3]> = Arc::new([new.clone(), changed.clone(), missing.clone()]);
    let carry_out = {
        let plan = Arc::clone(plan);
        Callback::new(move |()| begin(import, Arc::clone(&plan), Arc::clone(&steps), deleting.chosen.get_untracked()))
    };
    let asking = RwSignal::new(false);
    let go = move || {
        let act = move || match deleting.chosen.get_untracked() {
            false => carry_out.run(()),
            true if deleting.is_confirmed() => asking.set(true),
            true => {}
        };
        press("button button-primary", act)
            .tells(move || carries_out(locale.get(), [creates, updates, deleting.deleted()]))
            .view()
    };
    let mut views = vec![
        el("h3", "").says(|w| w.exchange.plan).view(),
        when(move || count() == 0, || el("p", "").says(|w| w.exchange.nothing).view()),
        heap(|w| w.exchange.faulty, faulty, true, &item),
        heap(|w| w.exchange.changes, changed, true, &item),
    ];
    if any_new {
        views.push(el("p", "").says(|w| w.exchange.new_hint).view());
    }
    views.push(heap(|w| w.exchange.new, new, false, &item));
    views.push(heap(|w| w.exchange.same, same, false, &item));
    views.push(heap(|w| w.exchange.missing, missing, false, &gone));
    if may_delete {
        views.push(deleting.view(plan));
        views.push(question(plan, asking, carry_out));
    }
    let cancel = move || import.stage.set(Stage::Empty);
    let answers = buttons()
        .holds(when(move || count() != 0, go))
        .holds(press("button button-secondary", cancel).says(|w| w.texts.cancel).view());
    views.push(answers.view());
    all(views)
}

/// Carries the plan out: the new texts, the changed ones, and the missing ones if so told.
fn begin(import: Import, plan: Arc<Plan>, steps: Arc<[Vec<usize>; 3]>, deletes: bool) {
    let [new, changed, missing] = steps.as_ref();
    let writes = new.len() + changed.len();
    let count = writes + if deletes { missing.len() } else { 0 };
    // The number of a row, or after those the number of a known text.
    let find = move |number: usize| {
        let [new, changed, missing] = steps.as_ref();
        let row = new.get(number).or_else(|| changed.get(number.checked_sub(new.len())?));
        let row = row.and_then(|row| plan.rows.get(*row));
        match row.map(|row| &row.verdict) {
            Some(Verdict::New(draft)) => Some(Task::Create(draft.clone())),
            Some(Verdict::Changed(known, draft)) => {
                let known = plan.known.get(*known)?;
                Some(Task::Update(known.external_identifier, Draft::of(known), draft.clone()))
            }
            _ => {
                let known = plan.known.get(*missing.get(number.checked_sub(writes)?)?)?;
                Some(Task::Delete(known.external_identifier, Draft::of(known)))
            }
        }
    };
    let named = find.clone();
    let cells = move |number| {
        let (id, draft) = match named(number)? {
            Task::Create(draft) => (None, draft),
            Task::Update(id, _, draft) | Task::Delete(id, draft) => (Some(id), draft),
            Task::Move { .. } => return None,
        };
        let word = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        let group = untrack(|| group_name(import, draft.group));
        Some([word(id), draft.text, draft.display_text, word(draft.group), group])
    };
    let after = move |_| import.shelf.read();
    import.run.begin(Job::new(|w| w.exchange.importing, count, Box::new(find), Box::new(cells), Box::new(after)));
    // Once it has begun, the plan is no longer what would happen.
    import.stage.set(Stage::Empty);
}

fn row(import: Import, plan: &Plan, number: usize) -> AnyView {
    let Some(row) = plan.rows.get(number) else { return ().into_any() };
    let locale = use_locale();
    let (place, fault) = (
        row.line,
        match row.verdict {
            Verdict::Faulty(fault) => Some(fault),
            _ => None,
        },
    );
    let told = move || {
        let language = locale.get();
        let place = line(language, place);
        match fault {
            None => place,
            Some(Fault::Twin(other)) => format!("{place}: {}", twin(language, other)),
            Some(fault) => format!("{place}: {}", name_of(fault)(locale.words())),
        }
    };
    let mut views = vec![el("p", "").tells(told).view()];
    match &row.verdict {
        Verdict::New(draft) => {
            for part in [beginning(&draft.text), beginning(&draft.display_text), group_name(import, draft.group)] {
                views.push(el("p", "prewrap").reads(&part).view());
            }
        }
        Verdict::Changed(known, now) => {
            let before = plan.known.get(*known).map(Draft::of).unwrap_or_default();
            let of_group = |draft: &Draft| group_name(import, draft.group);
            views.push(change(|w| w.texts.text, &before.text, &now.text, true));
            views.push(change(|w| w.texts.display_text, &before.display_text, &now.display_text, false));
            views.push(change(|w| w.texts.group, &of_group(&before), &of_group(now), false));
        }
        Verdict::Same | Verdict::Faulty(_) => {}
    }
    all(views)
}

/// What changes in one of the fields. `always`: it is told even when it does not, because the text is known by it.
fn change(name: Key, before: &str, now: &str, always: bool) -> AnyView {
    if before == now {
        return if always { el("p", "prewrap").reads(&beginning(now)).view() } else { nothing() };
    }
    let words = el("strong", "").says(name).view();
    let runs = marked(before, now);
    let drawn = runs.iter().map(|(tag, part)| el(tag, "prewrap").reads(part).view());
    drawn.fold(el("p", "diff").holds(words).reads(": "), Element::holds).view()
}

fn group_name(import: Import, id: Option<Uuid>) -> String {
    let groups = import.shelf.groups.get().unwrap_or_default();
    let known = groups.iter().find(|group| Some(group.external_identifier) == id);
    known.map(|group| group.name.as_str().to_owned()).unwrap_or_default()
}

fn name_of(fault: Fault) -> Key {
    match fault {
        Fault::Odd | Fault::Twin(_) => |w| w.exchange.odd,
        Fault::NotAnId => |w| w.exchange.not_an_id,
        Fault::NoText => |w| w.exchange.no_text,
        Fault::NoDisplayText => |w| w.exchange.no_display_text,
        Fault::UnknownGroup => |w| w.exchange.unknown_group,
        Fault::OtherGroup => |w| w.exchange.other_group,
    }
}
