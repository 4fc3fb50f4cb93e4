//! Invented citizens to try, where the backend has any: one click looks one up.

use leptos::prelude::*;
use letasyl_contract::DemoCitizenDto;
use letasyl_locale::Language;

use super::state::Case;
use crate::api;
use crate::element::{all, el, nothing, press, told};
use crate::language::use_locale;
use crate::view::{Asked, ask, dynamic};

const HEADING: &str = "demoborgere";

/// The citizens to try; nothing once one is on the page.
pub(super) fn demo(case: Case) -> AnyView {
    if !case.session.is_demo() {
        return nothing();
    }
    let Asked { answer, .. } = ask(api::demo_citizens);
    // Without them everything else works, so a failure is not worth a word.
    dynamic(move || match answer.get() {
        Some(Ok(citizens)) if case.cpr.with(Option::is_none) => offer(case, citizens),
        _ => nothing(),
    })
}

fn offer(case: Case, citizens: Vec<DemoCitizenDto>) -> AnyView {
    let buttons = citizens.into_iter().map(|citizen| el("li", "").holds(button(case, citizen)).view());
    el("section", "demo no-print")
        .with("aria-labelledby", HEADING)
        .holds(el("h2", "h4").with("id", HEADING).says(|w| w.citizen.demo).view())
        .holds(el("ul", "unstyled-list").holds(all(buttons.collect())).view())
        .view()
}

/// The number stands in the field once it is chosen, and nowhere before.
fn button(case: Case, citizen: DemoCitizenDto) -> AnyView {
    let DemoCitizenDto { cpr, danish, english } = citizen;
    let locale = use_locale();
    let about = told(move || match locale.get() {
        Language::Danish => danish.clone(),
        Language::English => english.clone(),
    });
    let look_up = move || {
        case.typed.set(cpr.formatted());
        case.fetch(cpr.clone());
    };
    press("function-link", look_up).holds(about).view()
}
