//! What became of a transfer: the receipt, or what is known instead of one.

use leptos::prelude::*;
use letasyl_contract::{Date, RequestId, TimeOfDay};
use letasyl_locale::{Language, moment, words};

use crate::citizen::anchors::TRANSFER;
use crate::citizen::copy::to_clipboard;
use crate::citizen::state::{Case, Transfer, send};
use crate::platform::browser;
use crate::shell::failure_alert::{ErrorText, failure_alert};
use crate::ui::element::{el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::notices::use_notices;
use crate::ui::view::{Key, button, dyn_view, waiting};

/// The class on the page while only the receipt is printed (style/_print.scss).
const RECEIPT_ONLY: &str = "receipt-only";

/// The panel below the actions.
pub(in crate::citizen) fn transfer_panel(case: Case) -> AnyView {
    let again = Callback::new(move |()| send(case));
    let panel = dyn_view(move || match case.transfer.get() {
        Transfer::None => empty(),
        Transfer::Sending(_) => under_way(case),
        Transfer::Received { id, at, before } => receipt(case, id, at, before),
        // Whatever the reason: only trying again with the same id settles what nobody knows.
        Transfer::Unknown(_, error) => failure_alert(error, Some(again), Some(Box::new(unknown))),
        Transfer::Failed(_, error) => fragment(vec![
            el("p", "").child(el("strong", "").word(|w| w.citizen.not_transferred).view()).view(),
            if error.session_ended() {
                // Once signed in again, there is nothing to explain any more.
                button("button button-secondary", |w| w.frame.retry, move || send(case))
            } else {
                let retry = error.worth_retrying().then_some(again);
                failure_alert(error, retry, None)
            },
        ]),
    });
    // There is room for what comes as soon as it is sent, so that nothing moves then.
    let class = move || case.transfer.with(|transfer| !matches!(transfer, Transfer::None)).then(|| "room".to_owned());
    el("div", "")
        .dyn_attr("class", class)
        .attr("id", TRANSFER)
        .attr("tabindex", "-1")
        .attr("data-return-focus", TRANSFER)
        .child(panel)
        .view()
}

/// Not called off, since nobody can: the user may stop waiting, and then does not know.
fn under_way(case: Case) -> AnyView {
    let stop = button("button button-secondary", |w| w.act.stop_waiting, move || case.stop_waiting_for_transfer());
    fragment(vec![
        waiting(|w| w.citizen.transferring),
        el("div", "late no-print").child(el("p", "").word(|w| w.act.no_recall).view()).child(stop).view(),
    ])
}

fn unknown(language: Language, told: ErrorText) -> ErrorText {
    let words = &words(language).citizen;
    ErrorText { title: words.unknown, whose: None, why: Some(told.title), next: words.unknown_text.into() }
}

fn receipt(case: Case, id: RequestId, at: (Date, TimeOfDay), before: bool) -> AnyView {
    let locale = use_locale();
    let notices = use_notices();
    let title: Key = if before { |w| w.citizen.already_received } else { |w| w.citizen.received };
    let citizen = untrack(|| case.number());
    let sender = case.session.sender();
    // On the page, on paper and on the clipboard the same.
    let rows = move || {
        let words = &locale.words().citizen;
        [
            (words.cpr_label, citizen.clone()),
            (words.time, moment(locale.get(), at)),
            (words.request_id, id.to_string()),
            (words.sender, sender.clone()),
        ]
    };
    let copied = rows.clone();
    let copy = move || {
        let mut text = untrack(|| title(locale.words())).to_owned();
        for (name, value) in untrack(&copied) {
            text.push_str(&format!("\n{name}: {value}"));
        }
        to_clipboard(notices, text);
    };
    let list = dyn_view(move || {
        let row = |(name, value): (&str, String)| {
            el("div", "").child(el("dt", "").text(name).view()).child(el("dd", "").text(&value).view()).view()
        };
        el("dl", "fields").child(fragment(rows().into_iter().map(row).collect())).view()
    });
    let buttons = vec![
        button("button button-secondary", |w| w.citizen.copy, copy),
        button("button button-secondary", |w| w.act.print_receipt, || browser::print_only(RECEIPT_ONLY)),
    ];
    el("section", "alert alert-success receipt")
        .aria_label(|w| w.citizen.receipt)
        .child(el("p", "alert-heading").word(title).view())
        .child(list)
        .child(el("div", "button-group no-print").child(fragment(buttons)).view())
        .view()
}
