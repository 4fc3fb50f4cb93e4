//! Whether and when a call is sent again automatically. Pure. A write only is where the backend said that it did nothing, and
//! when to come back; whether it may be repeated else, with its request id, only its user or its page knows.

use letasyl_contract::Method;

use super::error::Failure;

/// How often a call is sent again before the user is told.
const RETRIES: u32 = 2;
/// The longest wait that a server may ask for without the user being told, in milliseconds.
const LONGEST: u32 = 10_000;
/// The wait before the first retry, in milliseconds; before the second it is three times as long.
const FIRST: u32 = 300;

/// The wait before the next attempt, in milliseconds; `None` to tell the user what happened.
///
/// `before`: the attempts that failed already. `asked`: the seconds in the answer's `Retry-After`. `random`: from 0 to
/// 1, so that browsers that failed together do not come back together.
pub(super) fn wait(method: Method, failure: Failure, before: u32, asked: Option<&str>, random: f64) -> Option<u32> {
    let passing = match failure {
        Failure::TooMany => method == Method::Get || asked.is_some(),
        Failure::Unreachable | Failure::ServerFailed(502 | 503) => method == Method::Get,
        Failure::Aborted
        | Failure::Offline
        | Failure::TimedOut
        | Failure::SessionEnded
        | Failure::Forbidden
        | Failure::NotFound
        | Failure::AlreadyReceived
        | Failure::Refused
        | Failure::Fejlkode(_)
        | Failure::UnknownFejlkode
        | Failure::Rejected(_)
        | Failure::ServerFailed(_)
        | Failure::Unreadable
        | Failure::WrongCitizen
        | Failure::Pdf(_) => false,
    };
    if !passing || before >= RETRIES {
        return None;
    }
    match asked {
        // A time of day in it, which the standard allows, is told to the user as a failure.
        Some(seconds) => seconds.trim().parse::<u32>().ok()?.checked_mul(1_000).filter(|wait| *wait <= LONGEST),
        None => {
            let least = FIRST * 3_u32.pow(before);
            Some(least + (f64::from(least) * random) as u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use letasyl_contract::Fejlkode;

    use super::*;

    fn after(failure: Failure, before: u32) -> Option<u32> {
        wait(Method::Get, failure, before, None, 0.5)
    }

    #[test]
    fn what_passes_is_tried_twice_more_and_later_each_time() {
        for failure in [Failure::Unreachable, Failure::ServerFailed(502), Failure::ServerFailed(503), Failure::TooMany]
        {
            assert_eq!([0, 1, 2].map(|before| after(failure, before)), [Some(450), Some(1_350), None]);
        }
    }

    #[test]
    fn what_stays_is_told_at_once() {
        for failure in [
            Failure::Aborted,
            Failure::Offline,
            Failure::TimedOut,
            Failure::SessionEnded,
            Failure::Forbidden,
            Failure::NotFound,
            Failure::Refused,
            Failure::Unreadable,
            Failure::Fejlkode(Fejlkode::OperatorUnreachable),
            Failure::Rejected(405),
            Failure::ServerFailed(500),
        ] {
            assert_eq!(after(failure, 0), None, "{failure:?}");
        }
    }

    #[test]
    fn a_write_is_sent_again_only_where_it_did_nothing_and_is_told_when() {
        for method in [Method::Post, Method::Put, Method::Delete] {
            for (failure, asked, expected) in [
                (Failure::Unreachable, None, None),
                (Failure::ServerFailed(503), Some("1"), None),
                (Failure::TooMany, None, None),
                (Failure::TooMany, Some("60"), None),
                (Failure::TooMany, Some("1"), Some(1_000)),
            ] {
                assert_eq!(wait(method, failure, 0, asked, 0.5), expected, "{failure:?}");
            }
        }
    }

    #[test]
    fn the_server_says_when_and_a_long_wait_is_told() {
        let asked = |text| wait(Method::Get, Failure::ServerFailed(503), 0, Some(text), 0.9);
        assert_eq!([asked("0"), asked("2"), asked(" 10 ")], [Some(0), Some(2_000), Some(10_000)]);
        for refused in ["11", "4294967295", "-1", "", "Tue, 24 Nov 2026 04:00:00 GMT"] {
            assert_eq!(asked(refused), None, "{refused}");
        }
    }

    #[test]
    fn waits_lie_between_once_and_twice_the_least() {
        for random in [0.0, 0.999] {
            let first = wait(Method::Get, Failure::Unreachable, 0, None, random).unwrap();
            assert!((300..600).contains(&first), "{first}");
        }
    }
}
