//! The plan as shown to the user, and the button that carries it out.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::{carries_out, rows_of, titled};
use uuid::Uuid;

use super::damage::is_damaged;
use super::excluded::Excluded;
use super::missing::{Deleting, question};
use super::row::{group_name, row};
use super::{Doubt, Plan, Verdict};
use crate::platform::signals::ErasedMemo;
use crate::texts::bulk::batch::run::Job;
use crate::texts::bulk::batch::task::Task;
use crate::texts::editor::draft::Draft;
use crate::texts::excerpt::in_short;
use crate::texts::import::{Import, Stage};
use crate::texts::paged_list::{Item, buttons, paged_list};
use crate::ui::element::{button_el, el, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{Key, show};

/// The rows that are new texts only if the user says so, and what they are called.
const DOUBTS: [(Doubt, Key); 3] = [
    (Doubt::Exists, |w| w.exchange().exists),
    (Doubt::Gone, |w| w.exchange().gone),
    (Doubt::Repeated, |w| w.exchange().repeated),
];

/// The plan of a file.
pub(in crate::texts) fn plan_view(import: Import, plan: &Arc<Plan>) -> AnyView {
    let locale = use_locale();
    let rows = |such: &dyn Fn(&Verdict) -> bool| -> Vec<usize> {
        let numbered = plan.rows.iter().enumerate();
        numbered.filter(|(_, row)| such(&row.verdict)).map(|(number, _)| number).collect()
    };
    let new = rows(&|verdict| matches!(verdict, Verdict::New(_)));
    let changed = rows(&|verdict| matches!(verdict, Verdict::Changed(..)));
    let is_damaged = |row: &usize| {
        let Some(Verdict::Changed(known, now)) = plan.rows.get(*row).map(|row| &row.verdict) else { return false };
        plan.known.get(*known).is_some_and(|known| is_damaged(&Draft::of(known), now))
    };
    let (damaged, changed): (Vec<_>, Vec<_>) = changed.into_iter().partition(is_damaged);
    let doubtful = DOUBTS
        .map(|(doubt, name)| (name, rows(&|verdict| matches!(verdict, Verdict::Doubtful(of, _) if *of == doubt))));
    let doubted: Vec<_> = doubtful.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
    let excluded = Excluded::new(plan.rows.len(), &[damaged.as_slice(), &doubted].concat());
    let same = rows(&|verdict| *verdict == Verdict::Same);
    let faulty = rows(&|verdict| matches!(verdict, Verdict::Faulty(_)));
    let missing = plan.missing.clone();
    let item: Item = {
        let plan = Arc::clone(plan);
        Arc::new(move |number| row(import, &plan, excluded, number))
    };
    let gone: Item = {
        let plan = Arc::clone(plan);
        Arc::new(move |number| {
            let name = plan.known.get(number).map(|text| in_short(text.text.as_str()));
            el("span", "prewrap").text(&name.unwrap_or_default()).view()
        })
    };
    let any_new = !new.is_empty();
    let numbers = {
        let [exists, gone, repeated] = doubtful.each_ref().map(|(name, rows)| (*name, rows.len()));
        let names: [(Key, usize); 9] = [
            (|w| w.exchange().new, new.len()),
            (|w| w.exchange().changes, changed.len()),
            (|w| w.exchange().damaged, damaged.len()),
            exists,
            gone,
            repeated,
            (|w| w.exchange().faulty, faulty.len()),
            (|w| w.exchange().same, same.len()),
            (|w| w.exchange().missing, missing.len()),
        ];
        let all = plan.rows.len();
        move || {
            let some = names.iter().filter(|(_, count)| *count > 0);
            let told: Vec<_> = some.map(|(name, count)| titled(locale.get(), name(locale.words()), *count)).collect();
            format!("{}: {}", rows_of(locale.get(), all), told.join(" · "))
        }
    };
    let may_delete = !missing.is_empty() && import.store.session.may(OperationName::DeleteText);
    let deleting = Deleting::new(plan);
    let written: Arc<[Vec<usize>; 2]> =
        Arc::new([[new.as_slice(), &doubted].concat(), [changed.as_slice(), &damaged].concat()]);
    let steps = {
        let written = Arc::clone(&written);
        move || written.each_ref().map(|rows| excluded.others(rows))
    };
    // How many texts are created, changed and deleted.
    let counts = {
        let steps = steps.clone();
        ErasedMemo::new(move || {
            let [new, changed] = steps();
            [new.len(), changed.len(), deleting.deleted()]
        })
    };
    let count = move || counts.with(|counts| counts.iter().sum::<usize>());
    let carry_out = {
        let (plan, missing) = (Arc::clone(plan), missing.clone());
        Callback::new(move |()| {
            let [new, changed] = untrack(&steps);
            let gone = if deleting.chosen.get_untracked() { missing.clone() } else { Vec::new() };
            begin(import, Arc::clone(&plan), Arc::new([new, changed, gone]));
        })
    };
    let asking = RwSignal::new(false);
    let go = move || {
        let act = move || match deleting.chosen.get_untracked() {
            false => carry_out.run(()),
            true if deleting.is_confirmed() => asking.set(true),
            true => {}
        };
        button_el("button button-primary", act).dyn_text(move || carries_out(locale.get(), counts.get())).view()
    };
    let mut views = vec![
        el("h3", "").word(|w| w.exchange().plan).view(),
        el("p", "").dyn_text(numbers).view(),
        show(move || count() == 0, || el("p", "").word(|w| w.exchange().nothing).view()),
        paged_list(|w| w.exchange().faulty, faulty, true, &item),
        paged_list(|w| w.exchange().damaged, damaged.clone(), true, &item),
        excluded.all_or_none(damaged),
    ];
    if !doubted.is_empty() {
        views.push(el("p", "").word(|w| w.exchange().doubt_hint).view());
    }
    for (name, rows) in doubtful {
        views.push(paged_list(name, rows.clone(), true, &item));
        views.push(excluded.all_or_none(rows));
    }
    views.push(paged_list(|w| w.exchange().changes, changed.clone(), true, &item));
    views.push(excluded.all_or_none(changed));
    if any_new {
        views.push(el("p", "").word(|w| w.exchange().new_hint).view());
    }
    views.push(paged_list(|w| w.exchange().new, new.clone(), false, &item));
    views.push(excluded.all_or_none(new));
    views.push(paged_list(|w| w.exchange().same, same, false, &item));
    views.push(paged_list(|w| w.exchange().missing, missing, false, &gone));
    if may_delete {
        views.push(deleting.view(plan));
        views.push(question(plan, asking, carry_out));
    }
    let cancel = move || import.put_away();
    let answers = buttons()
        .child(show(move || count() != 0, go))
        .child(button_el("button button-secondary", cancel).word(|w| w.texts().cancel).view());
    views.push(answers.view());
    fragment(views)
}

/// Carries the plan out: the new texts, the changed ones, and the missing ones, as far as so told.
fn begin(import: Import, plan: Arc<Plan>, steps: Arc<[Vec<usize>; 3]>) {
    let [new, changed, missing] = steps.as_ref();
    let writes = new.len() + changed.len();
    let count = writes + missing.len();
    // The number of a row, or after those the number of a known text.
    let find = move |number: usize| {
        let [new, changed, missing] = steps.as_ref();
        let row = new.get(number).or_else(|| changed.get(number.checked_sub(new.len())?));
        let row = row.and_then(|row| plan.rows.get(*row));
        match row.map(|row| &row.verdict) {
            Some(Verdict::New(draft) | Verdict::Doubtful(_, draft)) => Some(Task::Create(draft.clone())),
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
    let after = move |_| import.store.read();
    let title: Key =
        if import.replaces.get_untracked() { |w| w.exchange().replacing } else { |w| w.exchange().importing };
    import.run.begin(Job::new(title, count, Box::new(find), Box::new(cells), Box::new(after)));
    // Once it has begun, the plan is no longer what would happen.
    import.stage.set(Stage::Empty);
}
