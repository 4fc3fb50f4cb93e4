//! "Søg og erstat": find and replace in all texts of the list, as a plan that the user sees before anything is saved.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::GetDynamicTextDto;

use super::incoming::send;
use super::input::Incoming;
use super::plan::{Fault, Plan, Row, Verdict};
use crate::platform::signals::ErasedSignal;
use crate::platform::time_slice::TimeSlice;
use crate::texts::control::control;
use crate::texts::editor::draft::Draft;
use crate::texts::list::List;
use crate::ui::element::{button_el, el, empty};
use crate::ui::language::use_locale;
use crate::ui::view::Key;

const FIND: &str = "erstat-soeg";
const ERROR: &str = "erstat-fejl";
const WITH: &str = "erstat-med";

/// The fields and the button, to open.
pub(in crate::texts) fn replace(list: List) -> AnyView {
    if !untrack(|| list.store.may_plan()) {
        return empty();
    }
    let (find, with) = (ErasedSignal::<String>::default(), ErasedSignal::<String>::default());
    // Nothing was entered, or it is in none of the texts.
    let (empty, absent) = (ErasedSignal::new(false), ErasedSignal::new(false));
    let write = move |of: ErasedSignal<String>| {
        move |event| {
            of.set(event_target_value(&event));
            empty.set(false);
            absent.set(false);
        }
    };
    let show = move || {
        if find.with_untracked(String::is_empty) {
            return empty.set(true);
        }
        list.once_complete(move |found| {
            leptos::task::spawn_local(async move {
                let texts = found.numbers.iter().filter_map(|number| found.catalog.get(*number));
                let plan = plan_for(texts, &find.get_untracked(), &with.get_untracked()).await;
                if plan.rows.is_empty() {
                    absent.set(true);
                } else {
                    send(list.store, Incoming::Planned(Arc::new(plan)));
                }
            });
        });
    };
    let input = |id: &'static str, of| {
        el("input", "form-input").attr("id", id).attr("autocomplete", "off").on("input", write(of))
    };
    let label = |id: &'static str, name: Key| el("label", "form-label").attr("for", id).word(name);
    let locale = use_locale();
    let told = move || if absent.get() { locale.words().exchange().not_found.to_owned() } else { String::new() };
    let content = el("div", "details-text")
        .child(el("p", "").word(|w| w.exchange().replace_hint).view())
        .child(control(label(FIND, |w| w.exchange().find), input(FIND, find), ERROR, empty, |w| {
            w.exchange().find_missing
        }))
        .child(
            el("div", "form-group")
                .child(label(WITH, |w| w.exchange().replace_with).view())
                .child(input(WITH, with).view())
                .view(),
        )
        .child(el("p", "").attr("role", "status").dyn_text(told).view())
        .child(button_el("button button-secondary", show).word(|w| w.exchange().show_changes).view());
    el("details", "details")
        .child(el("summary", "details-summary").word(|w| w.exchange().replace).view())
        .child(content.view())
        .view()
}

/// What replacing would do. In small steps: there may be many texts.
async fn plan_for(texts: impl Iterator<Item = &GetDynamicTextDto>, find: &str, with: &str) -> Plan {
    let mut slice = TimeSlice::new();
    let mut plan = Plan::default();
    for text in texts {
        slice.tick().await;
        if let Some(verdict) = verdict(text, find, with, plan.known.len()) {
            plan.known.push(text.clone());
            plan.rows.push(Row { line: 0, verdict });
        }
    }
    plan
}

/// What it would make of one text, which gets this number; `None` where there is nothing to replace.
fn verdict(text: &GetDynamicTextDto, find: &str, with: &str, number: usize) -> Option<Verdict> {
    let before = Draft::of(text);
    let now = Draft {
        text: before.text.replace(find, with),
        display_text: before.display_text.replace(find, with),
        group: before.group,
    };
    match now.complete() {
        _ if now == before => None,
        Ok(_) => Some(Verdict::Changed(number, now)),
        Err(missing) if missing.text => Some(Verdict::Faulty(Fault::NoText)),
        Err(_) => Some(Verdict::Faulty(Fault::NoDisplayText)),
    }
}

#[cfg(test)]
mod tests {
    use letasyl_contract::NonEmptyText;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn both_texts_are_replaced_in_to_the_letter() {
        let text = |text: &str, display_text: &str| GetDynamicTextDto {
            external_identifier: Uuid::nil(),
            text: NonEmptyText::new(text).unwrap().into(),
            display_text: NonEmptyText::new(display_text).unwrap().into(),
            group: None,
        };
        let of = |a: &str, b: &str| verdict(&text(a, b), "møde", "samtale", 3);
        let draft = |text: &str, display_text: &str| Draft {
            text: text.to_owned(),
            display_text: display_text.to_owned(),
            group: None,
        };
        assert_eq!(
            of("Et møde", "møde og møder"),
            Some(Verdict::Changed(3, draft("Et samtale", "samtale og samtaler")))
        );
        assert_eq!(of("Møde", "x"), None);
        assert_eq!(verdict(&text("møde", "x"), "møde", "", 0), Some(Verdict::Faulty(Fault::NoText)));
        assert_eq!(verdict(&text("x", "møde"), "møde", " ", 0), Some(Verdict::Faulty(Fault::NoDisplayText)));
    }
}
