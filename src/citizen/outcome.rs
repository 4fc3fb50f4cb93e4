//! What became of a look-up that shows no sheet: under way, failed, or nothing there.

use leptos::prelude::*;

use super::case::{Activity, Case};
use crate::api::{ApiError, Failure};
use crate::failure::{Told, failure_alert};
use crate::view::{click, dynamic, when, word};

/// The look-up under way: said after a moment, explained when it is slow, always to be called off.
pub(super) fn progress(case: Case) -> AnyView {
    let waiting = move || matches!(case.activity.get(), Activity::Fetching | Activity::Slow);
    let slow = move || case.activity.get() == Activity::Slow;
    view! {
        <div role="status">
            {when(
                waiting,
                || {
                    view! {
                        <p class="waiting">
                            {word(|w| w.citizen.fetching)} <span class="spinner" aria-hidden="true"></span>
                        </p>
                    }
                        .into_any()
                },
            )}
            {when(slow, || view! { <p>{word(|w| w.citizen.slow)}</p> }.into_any())}
        </div>
        {when(
            waiting,
            move || {
                view! {
                    <button type="button" class="button button-secondary" on:click=click(move || case.cancel())>
                        {word(|w| w.frame.cancel)}
                    </button>
                }
                    .into_any()
            },
        )}
    }
    .into_any()
}

/// Why nothing came.
pub(super) fn failed(case: Case) -> AnyView {
    let again = Callback::new(move |()| case.fetch_again());
    dynamic(move || case.failed.get().map(|error| citizen_failure(error, again)).into_any())
}

/// A failed call about a citizen. A refusal is about the citizen, not about the page.
pub(super) fn citizen_failure(error: ApiError, again: Callback<()>) -> AnyView {
    let refused = |language, _| {
        let words = &letasyl_locale::words(language).errors;
        Told { title: words.forbidden_citizen, whose: None, why: None, next: words.forbidden_citizen_do }
    };
    let retry = error.worth_retrying().then_some(again);
    let fitting = (error.failure == Failure::Forbidden).then_some(refused as fn(_, _) -> _);
    failure_alert(error, retry, fitting)
}

/// LetAsyl answered, and has nothing.
pub(super) fn no_data(case: Case) -> AnyView {
    let nothing = move || case.fetched.with(|fetched| fetched.as_ref().is_some_and(|fetched| fetched.data.is_none()));
    let notice = || {
        view! {
            <div class="alert alert-info">
                <p class="alert-heading">{word(|w| w.citizen.no_data)}</p>
                <p class="alert-text">{word(|w| w.citizen.no_data_text)}</p>
            </div>
        }
        .into_any()
    };
    view! { <div role="status">{when(nothing, notice)}</div> }.into_any()
}
