//! Deletes texts that a file does not contain: offers a backup first, asks separately and names some of them, and
//! requires typing the number if there are many.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_locale::{deletes_missing, deletes_of, first_names, type_number};

use super::Plan;
use crate::platform::signals::ErasedSignal;
use crate::texts::confirm::{DELETE, NAMED, confirm};
use crate::texts::control::control;
use crate::texts::files::cells;
use crate::texts::files::export::{ALL, export};
use crate::ui::element::{button_el, el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::notices::use_notices;
use crate::ui::view::show;

/// Up to so many are deleted without typing their number, as long as they are no large part of all.
const FEW: usize = 50;
/// So many times as many texts there must be for them to be no large part.
const LARGE_PART: usize = 10;
/// The box that has missing texts deleted, and the field for their number.
const ALSO: &str = "slet-ogsaa";
const FIELD: &str = "antal";
const ERROR: &str = "antal-fejl";

/// Whether so many of all are deleted only once their number has been typed.
fn is_typed(count: usize, all: usize) -> bool {
    count > FEW || count * LARGE_PART > all
}

/// Whether this is the number, with or without points and blanks in it.
fn is_number(typed: &str, number: usize) -> bool {
    let digits: String = typed.chars().filter(|sign| !matches!(sign, '.' | ',' | ' ' | '\u{a0}')).collect();
    digits == number.to_string()
}

/// Whether the missing texts are deleted, too, and what the user typed to confirm that.
#[derive(Clone, Copy)]
pub(super) struct Deleting {
    /// How many are missing, and how many texts there are.
    count: usize,
    known: usize,
    /// Whether they are to be deleted.
    pub chosen: ErasedSignal<bool>,
    typed: ErasedSignal<String>,
    wrong: ErasedSignal<bool>,
}

impl Deleting {
    /// Nothing is deleted unless the user says so.
    pub(super) fn new(plan: &Plan) -> Self {
        let (count, known) = (plan.missing.len(), plan.known.len());
        Self {
            count,
            known,
            chosen: ErasedSignal::default(),
            typed: ErasedSignal::default(),
            wrong: ErasedSignal::default(),
        }
    }

    /// How many are to be deleted; a view that reads it follows it.
    pub(super) fn deleted(self) -> usize {
        if self.chosen.get() { self.count } else { 0 }
    }

    /// Whether the number was typed where it has to be; says so where it was not.
    pub(super) fn is_confirmed(self) -> bool {
        let is_wrong =
            is_typed(self.count, self.known) && !self.typed.with_untracked(|typed| is_number(typed, self.count));
        self.wrong.set(is_wrong);
        !is_wrong
    }

    /// The box, and once it is ticked the copy that is offered first and the number to type.
    pub(super) fn view(self, plan: &Arc<Plan>) -> AnyView {
        let (locale, notices) = (use_locale(), use_notices());
        let Self { count, known, chosen, .. } = self;
        let change = move |event| chosen.set(event_target_checked(&event));
        let check = el("input", "form-checkbox").attr("id", ALSO).attr("type", "checkbox").on("change", change);
        let label = el("label", "").attr("for", ALSO).dyn_text(move || deletes_missing(locale.get(), count));
        let plan = Arc::clone(plan);
        let backup = move || {
            let plan = Arc::clone(&plan);
            leptos::task::spawn_local(async move {
                let of = |number| plan.known.get(number).map(cells);
                export(notices, ALL, plan.known.len(), &of, true).await;
            });
        };
        let more = move || {
            let copy = button_el("function-link", backup.clone()).word(|w| w.exchange().backup).view();
            let number = if is_typed(count, known) { self.field() } else { empty() };
            fragment(vec![el("p", "").child(copy).view(), number])
        };
        fragment(vec![
            el("p", "").word(|w| w.exchange().missing_hint).view(),
            el("div", "form-group-checkbox").child(check.view()).child(label.view()).view(),
            show(move || chosen.get(), more),
        ])
    }

    fn field(self) -> AnyView {
        let locale = use_locale();
        let Self { count, typed, wrong, .. } = self;
        let write = move |event| {
            typed.set(event_target_value(&event));
            wrong.set(false);
        };
        let input = el("input", "form-input input-char-11")
            .attr("id", FIELD)
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .on("input", write);
        let label = el("label", "form-label").attr("for", FIELD).dyn_text(move || type_number(locale.get(), count));
        control(label, input, ERROR, wrong, |w| w.exchange().wrong_number)
    }
}

/// The question before they are deleted; `yes` carries the plan out.
pub(super) fn question(plan: &Arc<Plan>, open: RwSignal<bool>, yes: Callback<()>) -> AnyView {
    let locale = use_locale();
    let (count, known) = (plan.missing.len(), plan.known.len());
    let plan = Arc::clone(plan);
    let names = move || {
        let missing = plan.missing.iter().take(NAMED).filter_map(|number| plan.known.get(*number));
        let names: Vec<_> = missing.map(|text| text.text.as_str()).collect();
        first_names(locale.get(), &names, count)
    };
    let said = vec![
        el("p", "").dyn_text(move || deletes_of(locale.get(), count, known)).view(),
        el("p", "prewrap").attr("dir", "auto").dyn_text(names).view(),
    ];
    confirm(open, |w| w.exchange().delete_missing_title, said, DELETE, move || yes.run(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_or_a_large_part_are_typed() {
        assert!(!is_typed(50, 3_041) && is_typed(51, 3_041));
        assert!(!is_typed(5, 50) && is_typed(6, 50));
    }

    #[test]
    fn the_number_counts_however_it_is_grouped_and_no_other() {
        for typed in ["3041", "3.041", " 3 041 ", "3,041"] {
            assert!(is_number(typed, 3_041), "{typed}");
        }
        for typed in ["", "304", "3041x", "30410"] {
            assert!(!is_number(typed, 3_041), "{typed}");
        }
    }
}
