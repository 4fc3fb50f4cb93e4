//! Deleting the texts that a file does not name: asks separately, names some of them, offers a copy of all texts first,
//! and where they are many, has their number typed.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_locale::{deletes_of, first_names, type_number};

use super::Plan;
use crate::components::dialog;
use crate::element::{all, el, press};
use crate::language::use_locale;
use crate::live::Live;
use crate::notices::use_notices;
use crate::texts::batch::heap::buttons;
use crate::texts::export::{ALL, export};
use crate::view::{safe_button, when, word_signal};

/// Up to so many are deleted without typing their number, as long as they are no large part of all.
const FEW: usize = 50;
/// So many times as many texts there must be for them to be no large part.
const LARGE_PART: usize = 10;
/// How many of the texts are named.
const NAMED: usize = 3;
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

/// The question; `yes` carries the plan out.
pub(super) fn question(plan: &Arc<Plan>, open: RwSignal<bool>, yes: Callback<()>) -> AnyView {
    let (locale, notices) = (use_locale(), use_notices());
    let (count, known) = (plan.missing.len(), plan.known.len());
    let (typed, wrong) = (Live::<String>::default(), Live::new(false));
    let names = {
        let plan = Arc::clone(plan);
        move || {
            let missing = plan.missing.iter().take(NAMED).filter_map(|number| plan.known.get(*number));
            let names: Vec<_> = missing.map(|text| text.text.as_str()).collect();
            first_names(locale.get(), &names, count)
        }
    };
    let backup = {
        let plan = Arc::clone(plan);
        move || {
            let plan = Arc::clone(&plan);
            leptos::task::spawn_local(async move {
                export(notices, ALL, &plan.known.iter().collect::<Vec<_>>(), true).await;
            });
        }
    };
    let delete = move || {
        if is_typed(count, known) && !typed.with_untracked(|typed| is_number(typed, count)) {
            return wrong.set(true);
        }
        open.set(false);
        yes.run(());
    };
    let write = move |event| {
        typed.set(event_target_value(&event));
        wrong.set(false);
    };
    let field = move || {
        let told = move || if wrong.get() { locale.words().exchange.wrong_number.to_owned() } else { String::new() };
        let input = el("input", "form-input")
            .with("id", FIELD)
            .with("type", "text")
            .with("inputmode", "numeric")
            .with("autocomplete", "off")
            .with("aria-describedby", ERROR)
            .live("aria-invalid", move || wrong.get().then(|| "true".to_owned()))
            .on("input", write);
        let label = el("label", "form-label").with("for", FIELD).tells(move || type_number(locale.get(), count));
        let error = el("span", "form-error-message").with("id", ERROR).with("role", "status");
        el("div", "form-group")
            .live("class", move || Some(if wrong.get() { "form-group form-error" } else { "form-group" }.to_owned()))
            .holds(label.view())
            .holds(error.tells(told).view())
            .holds(input.view())
            .view()
    };
    let answers = buttons()
        .holds(press("button button-warning", delete).says(|w| w.texts.delete).view())
        .holds(safe_button(|w| w.texts.cancel, move || open.set(false)));
    let content = all(vec![
        el("p", "").tells(move || deletes_of(locale.get(), count, known)).view(),
        el("p", "prewrap").with("dir", "auto").tells(names).view(),
        el("p", "").holds(press("function-link", backup).says(|w| w.exchange.backup).view()).view(),
        // Made anew each time: what was typed once is not there the next time.
        when(move || is_typed(count, known) && open.get(), field),
        answers.view(),
    ]);
    dialog(open, word_signal(|w| w.exchange.delete_missing_title), content)
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
