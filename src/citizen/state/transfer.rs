//! What is known of the transfer, and what a response means for it. One intent, one request id, one effect.

use letasyl_contract::{Date, RequestId, TimeOfDay};

use crate::api::{ApiError, Effect};

/// What is known of the transfer. An id stays until 200 or 412 settles it: whatever is sent again for this citizen
/// carries it.
#[derive(Clone, Default)]
pub(in crate::citizen) enum Transfer {
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
    Failed(RequestId, ApiError),
}

impl Transfer {
    /// The id of a transfer of which nobody knows yet whether it arrived.
    pub(in crate::citizen) fn at_stake(&self) -> Option<&RequestId> {
        match self {
            Self::Sending(id) | Self::Unknown(id, _) => Some(id),
            _ => None,
        }
    }
}

/// What an answer means for the transfer. A refusal says nothing of an earlier attempt that is in doubt.
pub(super) fn outcome(id: RequestId, in_doubt: bool, answer: Result<(), ApiError>, at: (Date, TimeOfDay)) -> Transfer {
    let error = match answer {
        Ok(()) => return Transfer::Received { id, at, before: false },
        Err(error) => error.with_request_id(&id),
    };
    match error.effect() {
        Effect::Already => Transfer::Received { id, at, before: true },
        Effect::None if !in_doubt => Transfer::Failed(id, error),
        Effect::None | Effect::Unknown => Transfer::Unknown(id, error),
    }
}

#[cfg(test)]
mod tests {
    use letasyl_contract::{Date, TimeOfDay};

    use super::*;
    use crate::api::{Failure, answered};

    fn after(in_doubt: bool, answer: Result<(), ApiError>) -> Transfer {
        let at = (Date { year: 2024, month: 3, day: 5 }, TimeOfDay { hour: 14, minute: 5, second: 0 });
        outcome(RequestId::parse("id-1").unwrap(), in_doubt, answer, at)
    }

    #[test]
    fn accepted_and_already_accepted() {
        for in_doubt in [false, true] {
            assert!(matches!(after(in_doubt, Ok(())), Transfer::Received { before: false, .. }));
            let again = after(in_doubt, Err(answered(412, "")));
            assert!(matches!(again, Transfer::Received { before: true, .. }));
        }
    }

    #[test]
    fn what_is_unknown_keeps_its_id() {
        for failure in
            [Failure::Unreachable, Failure::Offline, Failure::TimedOut, Failure::ServerFailed(500), Failure::Unreadable]
        {
            let Transfer::Unknown(id, error) = after(false, Err(ApiError::of(failure))) else {
                panic!("{failure:?} should be unknown");
            };
            assert_eq!(id.as_str(), "id-1");
            assert_eq!(error.request_id, Some(id));
        }
    }

    #[test]
    fn a_refused_first_attempt_did_not_happen_and_keeps_its_id() {
        for status in [400, 401, 403, 404, 429] {
            let Transfer::Failed(id, _) = after(false, Err(answered(status, ""))) else {
                panic!("{status} should have failed");
            };
            assert_eq!(id.as_str(), "id-1");
        }
    }

    #[test]
    fn a_refused_retry_settles_nothing() {
        for status in [400, 401, 403, 404, 429] {
            assert!(matches!(after(true, Err(answered(status, ""))), Transfer::Unknown(..)), "{status}");
        }
        assert!(matches!(after(true, Err(ApiError::of(Failure::Offline))), Transfer::Unknown(..)));
    }
}
