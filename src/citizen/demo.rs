//! Invented citizens to try, where the backend has any: one click looks one up.

use leptos::prelude::*;
use letasyl_contract::DemoCitizenDto;
use letasyl_locale::Language;

use super::state::Case;
use crate::api;
use crate::ui::element::{button_el, dyn_text, el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{Load, dyn_view, load};

const HEADING: &str = "demoborgere";

/// The citizens to try; nothing once one is on the page.
pub(super) fn demo(case: Case) -> AnyView {
    if !case.session.is_demo() {
        return empty();
    }
    let Load { response, .. } = load(api::demo_citizens);
    // Without them everything else works, so a failure is not worth a word.
    dyn_view(move || match response.get() {
        Some(Ok(citizens)) if case.cpr.with(Option::is_none) => offer(case, citizens),
        _ => empty(),
    })
}

fn offer(case: Case, citizens: Vec<DemoCitizenDto>) -> AnyView {
    let buttons = citizens.into_iter().map(|citizen| el("li", "").child(button(case, citizen)).view());
    el("section", "demo no-print")
        .attr("aria-labelledby", HEADING)
        .child(el("h2", "h4").attr("id", HEADING).word(|w| w.citizen.demo).view())
        .child(el("ul", "unstyled-list").child(fragment(buttons.collect())).view())
        .view()
}

/// The number stands in the field once it is chosen, and nowhere before.
fn button(case: Case, citizen: DemoCitizenDto) -> AnyView {
    let DemoCitizenDto { cpr, danish, english } = citizen;
    let locale = use_locale();
    let about = dyn_text(move || match locale.get() {
        Language::Danish => danish.clone(),
        Language::English => english.clone(),
    });
    let look_up = move || {
        case.typed.set(cpr.formatted());
        case.fetch(cpr.clone());
    };
    button_el("function-link", look_up).child(about).view()
}
