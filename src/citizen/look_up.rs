//! A look-up that shows no sheet: under way, failed, or without data.

use leptos::prelude::*;
use letasyl_contract::JobCentreCode;
use letasyl_locale::{Language, moment, only_pdf_of};

use super::state::{Activity, Case, Pdf, fetch_pdf};
use super::status_line::STATUS;
use crate::api::{ApiError, Failure};
use crate::shell::failure_alert::{AdaptText, ErrorText, failure_alert};
use crate::ui::element::{el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{button, dyn_view, show, word};

/// Where the focus goes when "Annuller" disappears under it: to the data, if they came, else to the field.
const RETURN: &str = "ark cpr-nummer";

/// The look-up under way: said after a moment, explained when it is slow, always to be called off.
pub(super) fn progress(case: Case) -> AnyView {
    let waiting = move || matches!(case.activity.get(), Activity::Fetching | Activity::Slow);
    let slow = move || case.activity.get() == Activity::Slow;
    let said = vec![
        show(waiting, || {
            let spinner = el("span", "spinner").attr("aria-hidden", "true").view();
            el("p", "waiting").word(|w| w.citizen.fetching).text(" ").child(spinner).view()
        }),
        show(slow, || el("p", "").word(|w| w.citizen.slow).view()),
    ];
    let cancel = show(waiting, move || button("button button-secondary", |w| w.frame.cancel, move || case.cancel()));
    el("div", "progress-of-look-up")
        .attr("data-return-focus", RETURN)
        .child(el("div", "").attr("role", "status").child(fragment(said)).view())
        .child(cancel)
        .view()
}

/// Why nothing came. With data on the page the bar shows it instead: see [`failures_over_data`].
pub(super) fn failures(case: Case) -> AnyView {
    let content = move || fragment(vec![failed_look_up(case), failed_pdf(case)]);
    el("div", "").attr("data-return-focus", STATUS).child(show(move || !case.has_answer(), content)).view()
}

/// Why nothing new came, and how old the data are. Lies over them, so that they do not move under the pointer, and is in
/// sight wherever the page is scrolled to.
pub(super) fn failures_over_data(case: Case) -> AnyView {
    let has_failed = move || case.failed.with(Option::is_some) || case.pdf.with(|pdf| matches!(pdf, Pdf::Failed(..)));
    let close = move || {
        case.failed.set(None);
        case.close_failed_pdf();
    };
    let content = move || {
        el("div", "citizen-failures no-print")
            .child(failed_look_up(case))
            .child(failed_pdf(case))
            .child(still_old(case))
            .child(button("button button-secondary", |w| w.frame.close, close))
            .view()
    };
    let shown = show(move || case.has_answer() && has_failed(), content);
    el("div", "").attr("data-return-focus", STATUS).child(shown).view()
}

fn failed_look_up(case: Case) -> AnyView {
    let again = Callback::new(move |()| case.fetch_again());
    dyn_view(move || match case.failed.get() {
        Some(error) if case.refused() && case.session.may_have_every_pdf() => {
            failure_alert(error, None, Some(Box::new(move |language, _| only_pdf(case, language))))
        }
        error => error.map(|error| citizen_failure(error, again)).into_any(),
    })
}

fn failed_pdf(case: Case) -> AnyView {
    dyn_view(move || match case.pdf.get() {
        Pdf::Failed(error, purpose) => citizen_failure(error, Callback::new(move |()| fetch_pdf(case, purpose))),
        _ => empty(),
    })
}

/// When the data on the page were fetched, where a later look-up failed.
fn still_old(case: Case) -> AnyView {
    let locale = use_locale();
    dyn_view(move || {
        let Some(at) = case.fetched_at().filter(|_| case.failed.with(Option::is_some)) else { return empty() };
        let text = move || format!("{} {}.", locale.words().citizen.still_old, moment(locale.get(), at));
        el("p", "").dyn_text(text).view()
    })
}

/// A failed call about a citizen. A refusal is about the citizen, not about the page.
fn citizen_failure(error: ApiError, again: Callback<()>) -> AnyView {
    let refused = |language, _| {
        let words = &letasyl_locale::words(language).errors;
        ErrorText { title: words.forbidden_citizen, whose: None, why: None, next: words.forbidden_citizen_do.into() }
    };
    let retry = error.worth_retrying().then_some(again);
    let fitting: Option<AdaptText> = if error.failure == Failure::Forbidden { Some(Box::new(refused)) } else { None };
    failure_alert(error, retry, fitting)
}

/// A refusal of the data, where the PDF may be had: whose citizen it is, as far as the PDF has told it, and what the user
/// can do.
fn only_pdf(case: Case, language: Language) -> ErrorText {
    let title = letasyl_locale::words(language).errors.forbidden_citizen;
    let job_centre = case.job_centre.get();
    let next = only_pdf_of(language, job_centre.as_ref().map(JobCentreCode::as_str)).into();
    ErrorText { title, whose: None, why: None, next }
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
    show(absent, notice)
}
