//! The transfer: one intent, one request id, one effect.

use leptos::prelude::*;
use letasyl_contract::{Date, OverfoerLetAsylIntegrationslovsdata, RequestId, TimeOfDay};
use uuid::Uuid;

use super::case::Case;
use super::interrupted::{interrupted, same_citizen};
use crate::api::{ApiError, Effect};
use crate::browser;
use crate::components::dialog;
use crate::language::use_locale;
use crate::view::{Key, button, dynamic, question, text};

/// What is known of the transfer.
#[derive(Clone, Default)]
pub(super) enum Transfer {
    /// Nobody asked for one.
    #[default]
    None,
    /// It is under way.
    Sending(RequestId),
    /// STAR accepted it, now or (the same id seen twice) before.
    Received {
        /// The id of the intent.
        id: RequestId,
        /// When the answer came.
        at: (Date, TimeOfDay),
        /// Whether it had been received before.
        before: bool,
    },
    /// Nobody can say whether it arrived. Only the same id settles it.
    Unknown(RequestId, ApiError),
    /// It took no effect.
    Failed(ApiError),
}

impl Transfer {
    /// The id of a transfer of which nobody knows yet whether it arrived.
    pub(super) fn at_stake(&self) -> Option<&RequestId> {
        match self {
            Self::Sending(id) | Self::Unknown(id, _) => Some(id),
            _ => None,
        }
    }
}

/// Sends the transfer: with the id of the attempt whose outcome is unknown, if there is one, else with a new one.
pub(super) fn send(case: Case) {
    match case.transfer.get_untracked() {
        Transfer::Sending(_) => {}
        Transfer::Unknown(id, _) => send_as(case, id),
        _ => send_as(case, RequestId::from(Uuid::new_v4())),
    }
}

/// Sends it with this id.
pub(super) fn send_as(case: Case, id: RequestId) {
    let Some(cpr) = case.cpr.get_untracked() else { return };
    let abort = case.next_transfer();
    case.note(&id);
    case.transfer.set(Transfer::Sending(id.clone()));
    leptos::task::spawn_local(async move {
        let call = OverfoerLetAsylIntegrationslovsdata { cpr, request_id: id.clone() };
        let answer = case.session.send(&call, &abort).await.map(|_| ());
        let outcome = outcome(id.clone(), answer, browser::now());
        // Wherever the user is by now, what is known need not be asked for any more.
        if outcome.at_stake().is_none() {
            case.settle(&id);
        }
        if case.transfer.with_untracked(|now| matches!(now, Transfer::Sending(current) if *current == id)) {
            case.transfer.set(outcome);
        }
    });
}

/// What an answer means for the transfer.
pub(super) fn outcome(id: RequestId, answer: Result<(), ApiError>, at: (Date, TimeOfDay)) -> Transfer {
    match answer {
        Ok(()) => Transfer::Received { id, at, before: false },
        Err(error) => match error.effect() {
            Effect::Already => Transfer::Received { id, at, before: true },
            Effect::Unknown => {
                let error = error.with_request_id(&id);
                Transfer::Unknown(id, error)
            }
            Effect::None => Transfer::Failed(error.with_request_id(&id)),
        },
    }
}

/// The question before it. After a transfer that was interrupted it is another one: only the user knows whether it
/// was about this citizen, and its id used for another would bring "already received" of a transfer never sent.
pub(super) fn confirm_transfer(case: Case, asking: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let title = Signal::derive(move || {
        let words = locale.words();
        if interrupted(case).is_empty() { words.citizen.transfer_title } else { words.act.same_title }
    });
    let new = move || {
        asking.set(false);
        send(case);
    };
    let content = dynamic(move || {
        let mut buttons = same_citizen(case, asking);
        let (said, class, name): (Key, &str, Key) = if buttons.is_empty() {
            (|w| w.citizen.transfer_text, "button button-primary", |w| w.citizen.transfer)
        } else {
            (|w| w.act.same_text, "button button-secondary", |w| w.act.another)
        };
        buttons.push(button(class, name, new));
        buttons.push(button("button button-secondary", |w| w.frame.cancel, move || asking.set(false)));
        question(text(move || said(locale.words()).to_owned()), buttons)
    });
    dialog(asking, title, content)
}

#[cfg(test)]
mod tests {
    use letasyl_contract::{Date, TimeOfDay};

    use super::*;
    use crate::api::{Failure, answered};

    fn after(answer: Result<(), ApiError>) -> Transfer {
        let at = (Date { year: 2024, month: 3, day: 5 }, TimeOfDay { hour: 14, minute: 5, second: 0 });
        outcome(RequestId::parse("id-1").unwrap(), answer, at)
    }

    #[test]
    fn accepted_and_already_accepted() {
        assert!(matches!(after(Ok(())), Transfer::Received { before: false, .. }));
        let again = after(Err(answered(412, "")));
        assert!(matches!(again, Transfer::Received { before: true, .. }));
    }

    #[test]
    fn what_is_unknown_keeps_its_id() {
        for failure in [Failure::Unreachable, Failure::TimedOut, Failure::ServerFailed(500), Failure::Unreadable] {
            let Transfer::Unknown(id, error) = after(Err(ApiError::of(failure))) else {
                panic!("{failure:?} should be unknown");
            };
            assert_eq!(id.as_str(), "id-1");
            assert_eq!(error.request_id, Some(id));
        }
    }

    #[test]
    fn what_was_refused_did_not_happen() {
        for status in [400, 401, 403, 404, 429] {
            assert!(matches!(after(Err(answered(status, ""))), Transfer::Failed(_)), "{status}");
        }
        assert!(matches!(after(Err(ApiError::of(Failure::Offline))), Transfer::Failed(_)));
    }
}
