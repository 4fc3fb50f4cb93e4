//! What became of a transfer: the receipt, or what is known instead of one.

use leptos::prelude::*;
use letasyl_contract::{Date, RequestId, TimeOfDay};
use letasyl_locale::{Language, date, time_of_day, words};

use super::case::Case;
use super::transfer::{Transfer, send};
use crate::browser;
use crate::failure::{Told, failure_alert};
use crate::language::use_locale;
use crate::notices::use_notices;
use crate::view::{Key, click, dynamic, text, waiting, word};

/// The panel below the actions.
pub(super) fn transfer_panel(case: Case) -> AnyView {
    let again = Callback::new(move |()| send(case));
    dynamic(move || match case.transfer.get() {
        Transfer::None => ().into_any(),
        Transfer::Sending => waiting(|w| w.citizen.transferring),
        Transfer::Received { id, at, before } => receipt(id, at, before),
        // Whatever the reason: only trying again with the same id settles what nobody knows.
        Transfer::Unknown(_, error) => failure_alert(error, Some(again), Some(unknown)),
        Transfer::Failed(error) => {
            let retry = error.worth_retrying().then_some(again);
            view! {
                <p>
                    <strong>{word(|w| w.citizen.not_transferred)}</strong>
                </p>
                {failure_alert(error, retry, None)}
            }
            .into_any()
        }
    })
}

fn unknown(language: Language) -> Told {
    let words = &words(language).citizen;
    Told { title: words.unknown, whose: None, next: words.unknown_text }
}

fn receipt(id: RequestId, at: (Date, TimeOfDay), before: bool) -> AnyView {
    let locale = use_locale();
    let notices = use_notices();
    let title: Key = if before { |w| w.citizen.already_received } else { |w| w.citizen.received };
    let shown = id.to_string();
    let copy = move || {
        let words = untrack(|| locale.words());
        let time = moment(untrack(|| locale.get()), at);
        let text = format!("{}\n{}: {time}\n{}: {id}", title(words), words.citizen.time, words.citizen.request_id);
        leptos::task::spawn_local(async move {
            if browser::copy(&text).await {
                notices.tell(|w| w.citizen.copied);
            } else {
                notices.warn(|w| w.citizen.not_copied);
            }
        });
    };
    view! {
        <div class="alert alert-success" role="status">
            <p class="alert-heading">{word(title)}</p>
            <dl class="fields">
                <div>
                    <dt>{word(|w| w.citizen.time)}</dt>
                    <dd>{text(move || moment(locale.get(), at))}</dd>
                </div>
                <div>
                    <dt>{word(|w| w.citizen.request_id)}</dt>
                    <dd>{shown}</dd>
                </div>
            </dl>
            <button type="button" class="button button-secondary no-print" on:click=click(copy)>
                {word(|w| w.citizen.copy)}
            </button>
        </div>
    }
    .into_any()
}

/// "5. marts 2024 kl. 14.05".
pub(super) fn moment(language: Language, (day, time): (Date, TimeOfDay)) -> String {
    format!("{} {}", date(language, day), time_of_day(language, time))
}
