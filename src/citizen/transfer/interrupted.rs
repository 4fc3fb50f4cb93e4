//! Transfers of an earlier page, or of a citizen who is no longer here, of which nobody knows whether they arrived:
//! shown until they are settled.

use leptos::prelude::*;
use letasyl_contract::Cpr;
use letasyl_locale::moment;

use crate::citizen::state::{Case, PendingTransfer};
use crate::platform::browser;
use crate::ui::dialog::dialog;
use crate::ui::element::{el, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, button, dialog_content, dyn_view, safe_button, word_signal};

/// Those that may be about this citizen: known to be, or of a citizen whom this page does not know.
pub(in crate::citizen) fn unsettled_of(case: Case, cpr: &Cpr) -> Vec<PendingTransfer> {
    let mut open = case.unsettled.get_untracked();
    open.retain(|begun| begun.cpr.as_ref().is_none_or(|known| known == cpr));
    open
}

/// All of them but the one that the transfer's own panel shows.
pub(in crate::citizen) fn interrupted_panel(case: Case) -> AnyView {
    let asking = RwSignal::new(false);
    let panel = dyn_view(move || {
        let mut open = case.unsettled.get();
        case.transfer.with(|transfer| open.retain(|begun| transfer.at_stake() != Some(&begun.id)));
        if open.is_empty() {
            return ().into_any();
        }
        let rows: Vec<_> = open.iter().map(|begun| el("p", "").dyn_text(when_and_id(begun)).view()).collect();
        el("section", "alert alert-warning no-print")
            .aria_label(|w| w.act.interrupted)
            .child(el("p", "alert-heading").word(|w| w.act.interrupted).view())
            .child(el("p", "alert-text").word(|w| w.act.interrupted_text).view())
            .child(fragment(rows))
            .child(button("button button-secondary", |w| w.act.forget, move || asking.set(true)))
            .view()
    });
    fragment(vec![panel, forget_question(case, asking)])
}

/// Removing the message removes the only safeguard against a second transfer, so the safe answer comes first.
fn forget_question(case: Case, asking: RwSignal<bool>) -> AnyView {
    let forget = move || {
        asking.set(false);
        case.discard_pending();
    };
    let locale = use_locale();
    let buttons = vec![
        safe_button(|w| w.act.keep, move || asking.set(false)),
        button("button button-secondary", |w| w.act.forget, forget),
    ];
    let content = dialog_content(boxed_text(move || locale.words().act.forget_text.to_owned()), buttons);
    dialog(asking, word_signal(|w| w.act.forget_title), content)
}

/// "290201-1234 · 5. marts 2026 kl. 14.05 · Anmodnings-id …": whose it is where this page knows, when it was begun, and
/// its id.
pub(in crate::citizen) fn when_and_id(begun: &PendingTransfer) -> impl FnMut() -> String + Send + use<> {
    let locale = use_locale();
    let at = browser::at(&begun.at.as_str().into());
    let PendingTransfer { id, cpr, .. } = begun.clone();
    let citizen = cpr.map(|cpr| format!("{} · ", cpr.formatted())).unwrap_or_default();
    move || format!("{citizen}{} · {} {id}", moment(locale.get(), at), locale.words().citizen.request_id)
}
