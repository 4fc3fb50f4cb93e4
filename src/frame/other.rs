//! The start page that leads on, the address that leads nowhere, and the page that is not for this user.

use leptos::prelude::*;
use leptos_router::components::{A, Redirect};
use letasyl_contract::{ALL, OperationName};

use super::use_title;
use crate::app::{CITIZEN_OPERATIONS, TEXTS_OPERATIONS};
use crate::language::use_locale;
use crate::paths;
use crate::session::use_session;

/// Leads to what the user may do: administrators to the texts, caseworkers to the citizen.
#[component]
pub(crate) fn Home() -> impl IntoView {
    let session = use_session();
    let may = move |operations: &[OperationName]| operations.iter().any(|operation| session.may(*operation));
    if may(TEXTS_OPERATIONS) {
        view! { <Redirect path=paths::TEXTS /> }.into_any()
    } else if may(CITIZEN_OPERATIONS) {
        view! { <Redirect path=paths::CITIZEN /> }.into_any()
    } else {
        view! { <Forbidden operations=CITIZEN_OPERATIONS /> }.into_any()
    }
}

/// An address that leads to no page.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let locale = use_locale();
    use_title(|words| words.frame.not_found);
    view! {
        <h1 tabindex="-1">{move || locale.words().frame.not_found}</h1>
        <p>{move || locale.words().frame.not_found_text}</p>
        <p>
            <A href=paths::HOME>{move || locale.words().frame.home}</A>
        </p>
    }
}

/// A page that the user may not use: who may, as the document says, and what to do. A notice, not an error.
#[component]
pub(crate) fn Forbidden(
    /// Any one of these would do.
    operations: &'static [OperationName],
) -> impl IntoView {
    let locale = use_locale();
    use_title(|words| words.frame.forbidden);
    let mut allowed = Vec::new();
    for right in ALL.iter().filter(|spec| operations.contains(&spec.name)).flat_map(|spec| spec.rights) {
        let name = right.organisation.as_written();
        if !allowed.contains(&name) {
            allowed.push(name);
        }
    }
    let allowed = allowed.join(", ");
    view! {
        <h1 tabindex="-1">{move || locale.words().frame.forbidden}</h1>
        <div class="alert alert-info">
            <p class="alert-text">
                {move || locale.words().frame.forbidden_text} " " <strong>{allowed}</strong> "."
            </p>
            <p class="alert-text">{move || locale.words().frame.forbidden_next}</p>
        </div>
    }
}
