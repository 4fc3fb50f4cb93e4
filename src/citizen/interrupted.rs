//! Transfers of an earlier page, or of a citizen who is no longer here, of which nobody knows whether they arrived:
//! said until they are settled.

use std::sync::Arc;

use leptos::prelude::*;

use super::begun::Begun;
use super::case::Case;
use super::receipt::moment;
use super::transfer::send_as;
use crate::browser;
use crate::language::use_locale;
use crate::view::{button, dynamic, text, word};

/// Those that the transfer of the citizen on the page has to be asked about: none while that is itself not settled.
pub(super) fn interrupted(case: Case) -> Vec<Begun> {
    if case.transfer.with(|transfer| transfer.at_stake().is_some()) { Vec::new() } else { case.unsettled.get() }
}

/// What is said of them.
pub(super) fn interrupted_panel(case: Case) -> AnyView {
    let forget = move || case.leave.ask_always(Arc::new(move || case.forget_transfers()));
    dynamic(move || {
        let mut all = case.unsettled.get();
        case.transfer.with(|transfer| all.retain(|begun| transfer.at_stake() != Some(&begun.id)));
        if all.is_empty() {
            return ().into_any();
        }
        let rows: Vec<_> = all.into_iter().map(|begun| view! { <p>{told(begun)}</p> }.into_any()).collect();
        view! {
            <div class="alert alert-warning no-print" role="status">
                <p class="alert-heading">{word(|w| w.act.interrupted)}</p>
                <p class="alert-text">{word(|w| w.act.interrupted_text)}</p>
                {rows}
                {button("button button-secondary", |w| w.act.forget, forget)}
            </div>
        }
        .into_any()
    })
}

/// When it was begun, and its id.
fn told(Begun { id, at }: Begun) -> Box<dyn FnMut() -> String + Send> {
    let locale = use_locale();
    let at = browser::at(&at.into());
    text(move || format!("{} · {} {id}", moment(locale.get(), at), locale.words().citizen.request_id))
}

/// "Ja, samme borger", once for each.
pub(super) fn same_citizen(case: Case, asking: RwSignal<bool>) -> Vec<AnyView> {
    let one = |begun: Begun| {
        let id = begun.id.clone();
        let again = move || {
            asking.set(false);
            send_as(case, id.clone());
        };
        let same = button("button button-primary", |w| w.act.same, again);
        view! { <p class="same-citizen">{told(begun)} {same}</p> }.into_any()
    };
    interrupted(case).into_iter().map(one).collect()
}
