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
use crate::view::{Key, button, dynamic, text, waiting, word};

/// The class on the page while only the receipt is printed (style/_notices.scss).
const RECEIPT_ONLY: &str = "receipt-only";

/// The panel below the actions.
pub(super) fn transfer_panel(case: Case) -> AnyView {
    let again = Callback::new(move |()| send(case));
    dynamic(move || match case.transfer.get() {
        Transfer::None => ().into_any(),
        Transfer::Sending(_) => under_way(case),
        Transfer::Received { id, at, before } => receipt(case, id, at, before),
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

/// Not called off, since nobody can: the user may stop waiting, and then does not know.
fn under_way(case: Case) -> AnyView {
    view! {
        {waiting(|w| w.citizen.transferring)}
        <div class="late no-print">
            <p>{word(|w| w.act.no_recall)}</p>
            {button("button button-secondary", |w| w.act.stop_waiting, move || case.stop_waiting_for_transfer())}
        </div>
    }
    .into_any()
}

fn unknown(language: Language, told: Told) -> Told {
    let words = &words(language).citizen;
    Told { title: words.unknown, whose: None, why: Some(told.title), next: words.unknown_text }
}

fn receipt(case: Case, id: RequestId, at: (Date, TimeOfDay), before: bool) -> AnyView {
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
    let citizen =
        untrack(|| case.cpr.with(|cpr| cpr.as_ref().map(letasyl_contract::Cpr::formatted))).unwrap_or_default();
    view! {
        <div class="alert alert-success receipt" role="status">
            <p class="alert-heading">{word(title)}</p>
            <dl class="fields">
                // On paper, alone, it must say whom it is about; on the page that stands below.
                <div class="receipt-citizen">
                    <dt>{word(|w| w.citizen.cpr_label)}</dt>
                    <dd>{citizen}</dd>
                </div>
                {row(|w| w.citizen.time, text(move || moment(locale.get(), at)))}
                {row(|w| w.citizen.request_id, text(move || shown.clone()))}
            </dl>
            <div class="button-group no-print">
                {button("button button-secondary", |w| w.citizen.copy, copy)}
                {button("button button-secondary", |w| w.act.print_receipt, || browser::print_only(RECEIPT_ONLY))}
            </div>
        </div>
    }
    .into_any()
}

/// One line of a receipt.
pub(super) fn row(name: Key, value: Box<dyn FnMut() -> String + Send>) -> AnyView {
    view! {
        <div>
            <dt>{word(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// "5. marts 2024 kl. 14.05".
pub(super) fn moment(language: Language, (day, time): (Date, TimeOfDay)) -> String {
    format!("{} {}", date(language, day), time_of_day(language, time))
}
