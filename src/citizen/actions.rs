//! What one can do for the citizen: each action only for those who may.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::OperationName;

use super::case::Case;
use super::find::FIELD;
use super::pdf::{self, Purpose};
use super::transfer::confirm_transfer;
use crate::api::Failure;
use crate::browser;
use crate::notices::use_notices;
use crate::view::{Key, click, when, word};

/// The row of buttons.
pub(super) fn actions(case: Case) -> AnyView {
    let notices = use_notices();
    let asking = RwSignal::new(false);
    let may = move |operation| case.session.may(operation);
    let has_data = move || case.fetched.with(|fetched| fetched.as_ref().is_some_and(|fetched| fetched.data.is_some()));
    let answered = move || case.fetched.with(Option::is_some);
    // A job centre may have the PDF of a citizen whose data it may not read: the document says so.
    let refused = move || case.failed.with(|e| e.as_ref().is_some_and(|e| e.failure == Failure::Forbidden));
    let may_pdf = move || may(OperationName::GetIntegrationslovsdataPdf);
    let may_transfer = move || has_data() && may(OperationName::OverfoerLetAsylIntegrationslovsdata);
    let clear = move || {
        case.clear();
        case.forget_transfers();
        notices.tell(|w| w.citizen.cleared);
        browser::focus(&format!("#{FIELD}"));
    };
    let clear = move || {
        let nothing_open = case.unsettled.with_untracked(Vec::is_empty);
        if nothing_open { clear() } else { case.leave.ask_always(Arc::new(clear)) }
    };
    let buttons = move || {
        view! {
            {when(
                move || refused() && may_pdf(),
                || view! { <p>{word(|w| w.citizen.pdf_only)}</p> }.into_any(),
            )}
            <div class="button-group no-print" role="group" aria-label=word(|w| w.citizen.actions)>
                {button(may_pdf, true, |w| w.citizen.save_pdf, move || pdf::fetch(case, Purpose::Save))}
                {button(may_pdf, false, |w| w.citizen.show_pdf, move || pdf::fetch(case, Purpose::Show))}
                {button(may_transfer, false, |w| w.citizen.transfer, move || asking.set(true))}
                {button(has_data, false, |w| w.citizen.print, browser::print)}
                {button(answered, false, |w| w.citizen.fetch_again, move || case.fetch_again())}
                {button(|| true, false, |w| w.citizen.clear, clear)}
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

fn button(
    shown: impl Fn() -> bool + Send + Sync + 'static,
    primary: bool,
    name: Key,
    act: impl Fn() + Clone + Send + 'static,
) -> AnyView {
    let class = if primary { "button button-primary" } else { "button button-secondary" };
    when(shown, move || {
        view! {
            <button type="button" class=class on:click=click(act.clone())>
                {word(name)}
            </button>
        }
        .into_any()
    })
}
