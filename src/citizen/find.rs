//! Finding a citizen: one field and one button. What was typed stays, whatever happens.

use leptos::prelude::*;
use letasyl_contract::{Cpr, CprError, OperationName};
use letasyl_locale::{cpr as explain, still_shown as still_shown_text};

use super::state::Case;
use crate::platform::signals::{ErasedMemo, ErasedSignal, effect};
use crate::shell::document_title::fault_in_title;
use crate::ui::error_summary::error_summary;
use crate::ui::field::{Field, text_field};
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, show, word, word_signal};

/// The id of the field.
pub(super) const FIELD: &str = "cpr-nummer";

/// The form.
pub(super) fn find(case: Case) -> AnyView {
    let locale = use_locale();
    let typed = case.typed;
    let wrong = ErasedSignal::new(None::<CprError>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match Cpr::from_input(&typed.get_untracked()) {
            Ok(cpr) => {
                wrong.set(None);
                case.fetch(cpr);
            }
            // Set again each time, so that the summary takes the focus each time.
            Err(error) => wrong.set(Some(error)),
        }
    };
    // "Ryd" empties the field, too: it holds the citizen's number.
    let mut was_empty = true;
    effect(move || {
        let empty = case.cpr.with(Option::is_none);
        if empty && !was_empty {
            typed.set(String::new());
            wrong.set(None);
        }
        was_empty = empty;
    });
    fault_in_title(move || wrong.with(Option::is_some) || case.failed.with(Option::is_some));
    let error = Signal::derive(move || wrong.get().map(|error| explain(locale.get(), error)));
    let errors = Signal::derive(move || error.get().map(|text| (FIELD, text)).into_iter().collect());
    let field = Field {
        id: FIELD,
        label: word_signal(|w| w.citizen.cpr_label),
        hint: word_signal(|w| w.citizen.cpr_hint),
        error,
        value: typed,
    };
    // Only once data or an answer is there: while the first one is under way, nothing old is shown.
    let still_shown = ErasedMemo::new(move || {
        let answered = case.fetched.with(Option::is_some) || case.failed.with(Option::is_some);
        let shown = case.cpr.get().filter(|_| answered)?;
        let same = typed.with(|typed| Cpr::from_input(typed).is_ok_and(|cpr| cpr == shown));
        (!same).then(|| shown.formatted())
    });
    let still = boxed_text(move || {
        still_shown.get().map(|citizen| still_shown_text(locale.get(), &citizen)).unwrap_or_default()
    });
    let may_read = move || case.session.may(OperationName::GetIntegrationslovsdata);
    view! {
        {error_summary(word_signal(|w| w.frame.error_summary), errors)}
        <form class="find no-print" novalidate on:submit=submit>
            {text_field(field, true)}
            {show(
                may_read,
                || {
                    view! {
                        <button type="submit" class="button button-primary">
                            {word(|w| w.citizen.fetch)}
                        </button>
                    }
                        .into_any()
                },
            )}
        </form>
        <p class="news still-shown no-print" role="status">
            {still}
        </p>
    }
    .into_any()
}
