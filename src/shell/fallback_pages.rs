//! The start page that leads on, the address that leads nowhere, and the page that is not for this user.

use leptos::prelude::*;
use letasyl_contract::{OperationName, Reach, reach};
use letasyl_locale::who_may;

use super::document_title::use_title;
use crate::shell::paths;
use crate::shell::permissions::{CITIZEN_OPERATIONS, TEXTS_OPERATIONS};
use crate::shell::router::use_router;
use crate::shell::session::use_session;
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, word};

/// Leads to what the user may do: administrators to the texts, caseworkers to the citizen.
pub(crate) fn home() -> AnyView {
    let session = use_session();
    let target = untrack(|| {
        if session.may_any(TEXTS_OPERATIONS) {
            Some(paths::TEXTS)
        } else {
            session.may_any(CITIZEN_OPERATIONS).then_some(paths::CITIZEN)
        }
    });
    let Some(target) = target else { return forbidden(CITIZEN_OPERATIONS) };
    let router = use_router();
    request_animation_frame(move || router.go_instead(target));
    view! { <h1 tabindex="-1">{word(|w| w.frame.loading)}</h1> }.into_any()
}

/// An address that leads to no page.
pub(crate) fn not_found() -> AnyView {
    use_title(|w| w.frame.not_found);
    view! {
        <h1 tabindex="-1">{word(|w| w.frame.not_found)}</h1>
        <p>{word(|w| w.frame.not_found_text)}</p>
        <p>
            <a href=paths::HOME>{word(|w| w.frame.home)}</a>
        </p>
    }
    .into_any()
}

/// A page that the user may not use: who may, as the document says, and what to do. A notice, not an error.
pub(crate) fn forbidden(operations: &'static [OperationName]) -> AnyView {
    use_title(|w| w.frame.forbidden);
    let locale = use_locale();
    let may = |kind| operations.iter().any(|name| reach(kind, name.rights()) != Reach::Nobody);
    let allowed = boxed_text(move || who_may(locale.get(), may));
    view! {
        <h1 tabindex="-1">{word(|w| w.frame.forbidden)}</h1>
        <div class="alert alert-info">
            <p class="alert-text">
                {word(|w| w.frame.forbidden_text)} " " <strong>{allowed}</strong> "."
            </p>
            <p class="alert-text">{word(|w| w.frame.forbidden_next)}</p>
        </div>
    }
    .into_any()
}
