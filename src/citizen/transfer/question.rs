//! The question before a transfer. It names the citizen, is another one where a transfer of the same citizen is not
//! settled or has just been received, and always offers the safe answer first.

use leptos::prelude::*;
use letasyl_contract::{Cpr, RequestId, TimeOfDay};
use letasyl_locale::{Language, another_citizen, same_citizen, time_of_day, transfer_of, transferred_at, under_way};

use super::interrupted::{unsettled_of, when_and_id};
use crate::citizen::state::{Case, PendingTransfer, Transfer, send, send_as};
use crate::platform::signals::effect;
use crate::ui::dialog::dialog;
use crate::ui::element::{button_el, el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{Key, button, dyn_view, safe_button};

/// What has to be asked.
enum Question {
    /// Nothing is known of another transfer of this citizen.
    Transfer,
    /// One is under way: there is nothing to confirm.
    UnderWay,
    /// One has been received at this time.
    Again(TimeOfDay),
    /// One is not settled; it is sent again with the same id.
    Retry(RequestId),
    /// Earlier ones are not settled, and only the user knows whether they were about this citizen.
    WhoseWas(Vec<PendingTransfer>),
}

impl Question {
    /// The question that fits what is known of this citizen's transfers.
    fn of(case: Case, cpr: &Cpr) -> Self {
        match case.transfer.get_untracked() {
            Transfer::Sending(_) => Self::UnderWay,
            Transfer::Unknown(id, _) => Self::Retry(id),
            Transfer::Received { at: (_, time), .. } => Self::Again(time),
            Transfer::None | Transfer::Failed(..) => {
                let open = unsettled_of(case, cpr);
                match open.iter().find(|begun| begun.cpr.is_some()) {
                    Some(known) => Self::Retry(known.id.clone()),
                    None if open.is_empty() => Self::Transfer,
                    None => Self::WhoseWas(open),
                }
            }
        }
    }

    fn title(&self) -> Key {
        match self {
            Self::Transfer => |w| w.citizen.transfer_title,
            Self::UnderWay => |w| w.act.under_way_title,
            Self::Again(_) => |w| w.act.again_title,
            Self::Retry(_) => |w| w.citizen.unknown,
            Self::WhoseWas(_) => |w| w.act.same_title,
        }
    }

    fn text(&self) -> Key {
        match self {
            Self::Retry(_) => |w| w.citizen.unknown_text,
            Self::WhoseWas(_) => |w| w.act.same_text,
            Self::UnderWay => |w| w.act.no_recall,
            Self::Transfer | Self::Again(_) => |w| w.citizen.transfer_text,
        }
    }

    /// The sentence that names the citizen.
    fn whom(&self, language: Language, citizen: &str) -> String {
        match self {
            Self::UnderWay => under_way(language, citizen),
            Self::Again(time) => transferred_at(language, citizen, &time_of_day(language, *time)),
            Self::Transfer | Self::Retry(_) | Self::WhoseWas(_) => transfer_of(language, citizen),
        }
    }
}

/// The dialog.
pub(in crate::citizen) fn confirm_transfer(case: Case, asking: RwSignal<bool>) -> AnyView {
    // Whom it asks about is gone, for instance because nobody used the page: nothing is left to ask.
    effect(move || {
        if case.cpr.with(Option::is_none) {
            asking.set(false);
        }
    });
    let locale = use_locale();
    let title = RwSignal::new(Question::Transfer.title());
    // Decided when it opens: what is read stays what is answered.
    let content = dyn_view(move || {
        let cpr = if asking.get() { case.cpr.get_untracked() } else { None };
        let Some(cpr) = cpr else { return empty() };
        let question = Question::of(case, &cpr);
        title.set(question.title());
        content(case, asking, question, &cpr)
    });
    dialog(asking, Signal::derive(move || title.get()(locale.words())), content)
}

fn content(case: Case, asking: RwSignal<bool>, question: Question, cpr: &Cpr) -> AnyView {
    let locale = use_locale();
    let citizen = cpr.formatted();
    let close = move || asking.set(false);
    // Closed first, so that a second press meets a button that is gone.
    let new = move || {
        close();
        send(case);
    };
    let again = move |id: RequestId| {
        move || {
            close();
            send_as(case, id.clone(), true);
        }
    };
    let (rows, action) = match &question {
        Question::UnderWay => (Vec::new(), None),
        Question::Transfer => (Vec::new(), Some(button("button button-primary", |w| w.citizen.transfer, new))),
        Question::Again(_) => (Vec::new(), Some(button("button button-secondary", |w| w.act.again, new))),
        Question::Retry(id) => {
            (Vec::new(), Some(button("button button-primary", |w| w.frame.retry, again(id.clone()))))
        }
        Question::WhoseWas(open) => {
            let row = |begun: &PendingTransfer| {
                let citizen = citizen.clone();
                let same = button_el("button button-secondary", again(begun.id.clone()))
                    .dyn_text(move || same_citizen(locale.get(), &citizen));
                el("p", "same-citizen").dyn_text(when_and_id(begun)).text(" ").child(same.view()).view()
            };
            let citizen = citizen.clone();
            let another =
                button_el("button button-secondary", new).dyn_text(move || another_citizen(locale.get(), &citizen));
            (open.iter().map(row).collect(), Some(another.view()))
        }
    };
    let safe: Key = if action.is_some() { |w| w.frame.cancel } else { |w| w.frame.close };
    let text = question.text();
    let said = move || format!("{} {}", question.whom(locale.get(), &citizen), text(locale.words()));
    let buttons =
        el("div", "button-group").child(fragment(action.into_iter().collect())).child(safe_button(safe, close));
    fragment(vec![el("p", "").dyn_text(said).view(), fragment(rows), buttons.view()])
}
