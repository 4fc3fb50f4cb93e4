//! An [`ApiError`] told to the user: what failed, at whom, what to do, the code and the number to quote.

use std::borrow::Cow;

use leptos::prelude::*;
use letasyl_locale::{FejlkodeWords, Language, Whose, fejlkode, pdf_data, refusal, words};

use crate::api::{ApiError, Failure};
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, on_click, word};

/// A failed call in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorText {
    /// What failed.
    pub title: &'static str,
    /// With whom the cause lies, where that helps.
    pub whose: Option<&'static str>,
    /// The reason, where the title tells something else.
    pub why: Option<&'static str>,
    /// What to do next.
    pub next: Cow<'static, str>,
}

/// Makes of the general words those that fit the place better.
pub type AdaptText = Box<dyn Fn(Language, ErrorText) -> ErrorText + Send + Sync>;

/// The words for an error.
pub(crate) fn describe(language: Language, error: &ApiError) -> ErrorText {
    let words = &words(language).errors;
    let (title, whose, next) = match error.failure {
        Failure::Fejlkode(code) => {
            let FejlkodeWords { title, next, whose } = fejlkode(language, code);
            let whose = match whose {
                Whose::Nobody => None,
                Whose::Star => Some(words.at_star),
                Whose::Operator => Some(words.at_operator),
            };
            (title, whose, next)
        }
        Failure::UnknownFejlkode => (words.unknown_code, Some(words.at_star), words.unknown_code_do),
        Failure::Offline => (words.offline, None, words.offline_do),
        Failure::Unreachable | Failure::Aborted => (words.unreachable, Some(words.at_us), words.unreachable_do),
        Failure::TimedOut => (words.timed_out, None, words.timed_out_do),
        Failure::SessionEnded => {
            let frame = &self::words(language).frame;
            (frame.ended, None, frame.ended_text)
        }
        Failure::Forbidden => (words.forbidden, None, words.forbidden_do),
        Failure::NotFound => (words.not_found, None, words.not_found_do),
        Failure::AlreadyReceived => (words.already, None, words.already_do),
        // Where nothing is named, there is nothing to correct.
        Failure::Refused if error.faults.is_empty() => (words.refused, None, words.rejected_do),
        Failure::Refused => (words.refused, None, words.refused_do),
        Failure::TooMany => (words.too_many, None, words.too_many_do),
        Failure::Rejected(_) => (words.rejected, Some(words.at_us), words.rejected_do),
        Failure::ServerFailed(_) => (words.server, Some(words.at_us), words.server_do),
        Failure::WrongCitizen => (words.wrong_citizen, Some(words.at_star), words.wrong_citizen_do),
        Failure::Unreadable => (words.unreadable, Some(words.at_us), words.unreadable_do),
        Failure::Pdf(fault) => (pdf_data(language, fault), Some(words.at_star), words.unreadable_do),
    };
    let why = error.fejlkode.filter(|_| error.failure == Failure::Forbidden).and_then(|code| refusal(language, code));
    ErrorText { title, whose, why, next: next.into() }
}

/// The alert for a failed call, with a way to try again where one is given. It takes the screen reader's attention,
/// not the focus.
pub fn failure_alert(error: ApiError, retry: Option<Callback<()>>, fitting: Option<AdaptText>) -> AnyView {
    // The page that asks to sign in again says it already, and after that there is nothing to read about it, unless the
    // place has more to say.
    if error.session_ended() && fitting.is_none() {
        return ().into_any();
    }
    let locale = use_locale();
    let told = {
        let error = error.clone();
        Signal::derive(move || {
            let language = locale.get();
            let told = describe(language, &error);
            match &fitting {
                Some(fitting) => fitting(language, told),
                None => told,
            }
        })
    };
    let next = boxed_text(move || {
        let ErrorText { whose, why, next, .. } = told.get();
        let at = whose.map(|whose| format!("{} {whose}. ", locale.words().errors.at)).unwrap_or_default();
        at + &why.map(|why| format!("{why}. ")).unwrap_or_default() + &next
    });
    let ApiError { failure, fejlkode: code, request_id, faults, detail, error_id, language, .. } = error;
    let quoted = boxed_text(move || {
        let words = &locale.words().errors;
        let code = code.map(|code| format!("{} {code}", words.code));
        let id = request_id.as_ref().map(|id| format!("{} {id}", words.request_id));
        let error_id = error_id.as_ref().map(|id| format!("{} {id}", words.error_id));
        [code, id, error_id].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    // The service's own words belong to its code, or say why it takes nothing; for any other status ours say it better.
    let no_faults = faults.is_empty();
    let detail = detail.filter(|_| code.is_some() || failure == Failure::Refused && no_faults);
    let faults: Vec<_> = faults
        .into_iter()
        .map(|fault| {
            let place = fault.pointer.or(fault.parameter).unwrap_or_default();
            let detail = fault.detail;
            let about = boxed_text(move || {
                locale.words().name_of(&place).map_or_else(|| detail.clone(), |name| format!("{name}: {detail}"))
            });
            // In the language that the page had when it asked, whatever it has now.
            view! { <li lang=language.clone()>{about}</li> }
        })
        .collect();
    view! {
        <div class="alert alert-error" role="alert">
            <p class="alert-heading">{move || told.get().title}</p>
            <p class="alert-text">{next}</p>
            {detail.map(|detail| view! { <p class="alert-text" lang="da">{detail}</p> })}
            <ul hidden=no_faults>{faults}</ul>
            <p class="alert-text">{quoted}</p>
            {retry.map(retry_button)}
        </div>
    }
    .into_any()
}

fn retry_button(retry: Callback<()>) -> AnyView {
    view! {
        <button type="button" class="button button-secondary" on:click=on_click(move || retry.run(()))>
            {word(|w| w.frame.retry)}
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use letasyl_contract::{Fejlkode, PdfDataError};

    use super::*;

    /// Each failure, and with whom its cause lies: nobody (or nobody knows), this site, STAR, the operator.
    fn all() -> Vec<(Failure, &'static str)> {
        let mut all = vec![
            (Failure::Offline, ""),
            (Failure::Unreachable, "site"),
            (Failure::TimedOut, ""),
            (Failure::SessionEnded, ""),
            (Failure::Forbidden, ""),
            (Failure::NotFound, ""),
            (Failure::AlreadyReceived, ""),
            (Failure::Refused, ""),
            (Failure::TooMany, ""),
            (Failure::ServerFailed(500), "site"),
            (Failure::Unreadable, "site"),
            (Failure::WrongCitizen, "STAR"),
            (Failure::Pdf(PdfDataError::Empty), "STAR"),
            (Failure::Pdf(PdfDataError::NotBase64), "STAR"),
            (Failure::Pdf(PdfDataError::NotPdf), "STAR"),
            (Failure::UnknownFejlkode, "STAR"),
        ];
        all.extend(Fejlkode::ALL.iter().copied().map(|code| {
            let whose = match code {
                Fejlkode::NoSuchPerson | Fejlkode::Deceased => "",
                Fejlkode::OperatorFailed
                | Fejlkode::OperatorTimedOut
                | Fejlkode::OperatorUnreachable
                | Fejlkode::UnknownAtOperator => "LetAsyl",
                Fejlkode::InvalidLogHeaders
                | Fejlkode::UnknownMunicipality
                | Fejlkode::InvalidParameters
                | Fejlkode::SignInRefused => "STAR",
            };
            (Failure::Fejlkode(code), whose)
        }));
        all
    }

    #[test]
    fn each_failure_has_a_title_of_its_own_and_a_next_step_in_both_languages() {
        for language in Language::ALL.iter().copied() {
            let mut titles = Vec::new();
            for (failure, _) in all() {
                let ErrorText { title, next, why, .. } = describe(language, &ApiError::of(failure));
                assert!(!title.ends_with('.') && title.len() > 5, "{failure:?}: {title}");
                assert!(next.ends_with('.') && next.len() > 10, "{failure:?}: {next}");
                assert!(why.is_none() && !titles.contains(&title), "{failure:?}: {title}");
                titles.push(title);
            }
        }
    }

    #[test]
    fn each_failure_tells_with_whom_its_cause_lies_and_no_word_is_the_same_in_both_languages() {
        for (failure, whose) in all() {
            let error = ApiError::of(failure);
            let (danish, english) = (describe(Language::Danish, &error), describe(Language::English, &error));
            assert!(danish.title != english.title && danish.next != english.next, "{failure:?}");
            let (site, star) = (("os", "us"), ("STAR", "STAR"));
            let operator = ("asyloperatøren (LetAsyl)", "the asylum operator (LetAsyl)");
            let expected = match whose {
                "site" => Some(site),
                "STAR" => Some(star),
                "LetAsyl" => Some(operator),
                _ => None,
            };
            assert_eq!(danish.whose.zip(english.whose), expected, "{failure:?}");
        }
    }
}
