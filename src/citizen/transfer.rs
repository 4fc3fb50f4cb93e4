//! The transfer: one intent, one request id, one effect.

use leptos::prelude::*;
use letasyl_contract::{Date, OverfoerLetAsylIntegrationslovsdata, RequestId, TimeOfDay};
use uuid::Uuid;

use super::case::Case;
use crate::api::{Abort, ApiError, Effect};
use crate::browser;
use crate::components::dialog;
use crate::view::{click, word, word_signal};

/// What is known of the transfer.
#[derive(Clone, Default)]
pub(super) enum Transfer {
    /// Nobody asked for one.
    #[default]
    None,
    /// It is under way.
    Sending,
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

/// Sends the transfer: with the id of the attempt whose outcome is unknown, if there is one, else with a new one.
pub(super) fn send(case: Case) {
    let Some(cpr) = case.cpr.get_untracked() else { return };
    let id = match case.transfer.get_untracked() {
        Transfer::Sending => return,
        Transfer::Unknown(id, _) => id,
        _ => RequestId::from(Uuid::new_v4()),
    };
    case.transfer.set(Transfer::Sending);
    leptos::task::spawn_local(async move {
        let call = OverfoerLetAsylIntegrationslovsdata { cpr: cpr.clone(), request_id: id.clone() };
        let answer = case.session.send(&call, &Abort::new()).await;
        if case.is_about(&cpr) {
            case.transfer.set(outcome(id, answer.map(|_| ()), browser::now()));
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

/// The question before it.
pub(super) fn confirm_transfer(case: Case, asking: RwSignal<bool>) -> AnyView {
    let confirm = move || {
        asking.set(false);
        send(case);
    };
    let content = view! {
        <p>{word(|w| w.citizen.transfer_text)}</p>
        <div class="button-group">
            <button type="button" class="button button-primary" on:click=click(confirm)>
                {word(|w| w.citizen.transfer)}
            </button>
            <button type="button" class="button button-secondary" on:click=click(move || asking.set(false))>
                {word(|w| w.frame.cancel)}
            </button>
        </div>
    };
    dialog(asking, word_signal(|w| w.citizen.transfer_title), content.into_any())
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
