//! What one can do for the citizen: each action only for those who may.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Cpr, OperationName};

use super::case::Case;
use super::find::FIELD;
use super::pdf::{self, Purpose};
use super::question::confirm_transfer;
use crate::api::Failure;
use crate::browser;
use crate::element::press;
use crate::language::use_locale;
use crate::view::{self, Key, text, when, word};

/// The row of buttons.
pub(super) fn actions(case: Case) -> AnyView {
    let locale = use_locale();
    let asking = RwSignal::new(false);
    let may = move |operation| case.session.may(operation);
    let has_data = move || case.fetched.with(|fetched| fetched.as_ref().is_some_and(|fetched| fetched.data.is_some()));
    let answered = move || case.fetched.with(Option::is_some);
    // A job centre may have the PDF of a citizen whose data it may not read: the document says so.
    let refused = move || case.failed.with(|e| e.as_ref().is_some_and(|e| e.failure == Failure::Forbidden));
    let may_pdf = move || may(OperationName::GetIntegrationslovsdataPdf);
    let may_transfer = move || has_data() && may(OperationName::OverfoerLetAsylIntegrationslovsdata);
    let clear = move || {
        case.clear_and_tell(|w| w.citizen.cleared, false);
        browser::focus(&format!("#{FIELD}"));
    };
    let clear = move || case.leave.ask(Arc::new(clear));
    // They act on whom is shown, whatever stands in the field.
    let name = move || {
        let citizen = case.cpr.with(|cpr| cpr.as_ref().map(Cpr::formatted)).unwrap_or_default();
        format!("{} {citizen}", locale.words().citizen.actions)
    };
    let buttons = move || {
        view! {
            {when(
                move || refused() && may_pdf(),
                || view! { <p>{word(|w| w.citizen.pdf_only)}</p> }.into_any(),
            )}
            <p id="handlinger" class="actions-for no-print">
                {text(name)}
            </p>
            <div class="button-group no-print" role="group" aria-labelledby="handlinger">
                {button(may_pdf, PRIMARY, |w| w.citizen.save_pdf, move || pdf::fetch(case, Purpose::Save))}
                {show_pdf(may_pdf, case)}
                {button(may_transfer, SECONDARY, |w| w.citizen.transfer, move || asking.set(true))}
                {button(has_data, SECONDARY, |w| w.citizen.print, browser::print)}
                {button(answered, SECONDARY, |w| w.citizen.fetch_again, move || case.fetch_again())}
                {button(|| true, SECONDARY, |w| w.citizen.clear, clear)}
            </div>
        }
        .into_any()
    };
    view! {
        {when(move || answered() || refused(), buttons)}
        {confirm_transfer(case, asking)}
    }
    .into_any()
}

const PRIMARY: &str = "button button-primary";
const SECONDARY: &str = "button button-secondary";
/// The id of the button that shows the PDF: it has the focus again when the PDF is hidden.
pub(super) const SHOW_PDF: &str = "vis-pdf";

fn button(
    shown: impl Fn() -> bool + Send + Sync + 'static,
    class: &'static str,
    name: Key,
    act: impl Fn() + Clone + Send + 'static,
) -> AnyView {
    when(shown, move || view::button(class, name, act.clone()))
}

fn show_pdf(shown: impl Fn() -> bool + Send + Sync + 'static, case: Case) -> AnyView {
    when(shown, move || {
        press(SECONDARY, move || pdf::fetch(case, Purpose::Show))
            .with("id", SHOW_PDF)
            .says(|w| w.citizen.show_pdf)
            .view()
    })
}
