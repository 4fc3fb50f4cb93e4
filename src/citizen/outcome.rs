//! What became of a look-up that shows no sheet: under way, failed, or nothing there.

use leptos::prelude::*;
use letasyl_contract::JobCentreCode;
use letasyl_locale::{Language, moment, only_pdf_of};

use super::case::{Activity, Case};
use super::status::STATUS;
use crate::api::{ApiError, Failure};
use crate::element::{all, el, nothing};
use crate::failure::{Fitting, Told, failure_alert};
use crate::language::use_locale;
use crate::view::{button, dynamic, when, word};

/// Where the focus goes when "Annuller" disappears under it: to the data, if they came, else to the field.
const RETURN: &str = "ark cpr-nummer";

/// The look-up under way: said after a moment, explained when it is slow, always to be called off.
pub(super) fn progress(case: Case) -> AnyView {
    let waiting = move || matches!(case.activity.get(), Activity::Fetching | Activity::Slow);
    let slow = move || case.activity.get() == Activity::Slow;
    let said = vec![
        when(waiting, || {
            let spinner = el("span", "spinner").with("aria-hidden", "true").view();
            el("p", "waiting").says(|w| w.citizen.fetching).reads(" ").holds(spinner).view()
        }),
        when(slow, || el("p", "").says(|w| w.citizen.slow).view()),
    ];
    let cancel = when(waiting, move || button("button button-secondary", |w| w.frame.cancel, move || case.cancel()));
    el("div", "progress-of-look-up")
        .with("data-return-focus", RETURN)
        .holds(el("div", "").with("role", "status").holds(all(said)).view())
        .holds(cancel)
        .view()
}

/// Why nothing came, and how old what stands below is.
pub(super) fn failed(case: Case) -> AnyView {
    let locale = use_locale();
    let again = Callback::new(move |()| case.fetch_again());
    let failure = dynamic(move || match case.failed.get() {
        Some(error) if case.refused() && case.session.may_have_every_pdf() => {
            failure_alert(error, None, Some(Box::new(move |language, _| only_pdf(case, language))))
        }
        error => error.map(|error| citizen_failure(error, again)).into_any(),
    });
    let still_old = dynamic(move || {
        let at = case.fetched.with(|fetched| fetched.as_ref().map(|fetched| fetched.at));
        let Some(at) = at.filter(|_| case.failed.with(Option::is_some)) else { return nothing() };
        let said = move || format!("{} {}.", locale.words().citizen.still_old, moment(locale.get(), at));
        el("p", "no-print").tells(said).view()
    });
    el("div", "").with("data-return-focus", STATUS).holds(failure).holds(still_old).view()
}

/// A failed call about a citizen. A refusal is about the citizen, not about the page.
pub(super) fn citizen_failure(error: ApiError, again: Callback<()>) -> AnyView {
    let refused = |language, _| {
        let words = &letasyl_locale::words(language).errors;
        Told { title: words.forbidden_citizen, whose: None, why: None, next: words.forbidden_citizen_do.into() }
    };
    let retry = error.worth_retrying().then_some(again);
    let fitting: Option<Fitting> = if error.failure == Failure::Forbidden { Some(Box::new(refused)) } else { None };
    failure_alert(error, retry, fitting)
}

/// A refusal of the data, where the PDF may be had: whose citizen it is, as far as the PDF has told it, and what the user
/// can do.
fn only_pdf(case: Case, language: Language) -> Told {
    let title = letasyl_locale::words(language).errors.forbidden_citizen;
    let job_centre = case.job_centre.get();
    let next = only_pdf_of(language, job_centre.as_ref().map(JobCentreCode::as_str)).into();
    Told { title, whose: None, why: None, next }
}

/// LetAsyl answered, and has nothing.
pub(super) fn no_data(case: Case) -> AnyView {
    let absent = move || case.fetched.with(|fetched| fetched.as_ref().is_some_and(|fetched| fetched.data.is_none()));
    let notice = || {
        view! {
            <div class="alert alert-info">
                <p class="alert-heading">{word(|w| w.citizen.no_data)}</p>
                <p class="alert-text">{word(|w| w.citizen.no_data_text)}</p>
            </div>
        }
        .into_any()
    };
    when(absent, notice)
}
