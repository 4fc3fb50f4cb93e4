//! What an answer's status and body mean.

use letasyl_contract::Fejlkode;

use super::*;

fn failure(status: u16, body: &str) -> Failure {
    answered(status, body).failure
}

#[test]
fn a_status_without_a_code() {
    for (status, expected) in [
        (400, Failure::Refused),
        (401, Failure::SessionEnded),
        (403, Failure::Forbidden),
        (405, Failure::Rejected(405)),
        (408, Failure::TimedOut),
        (412, Failure::AlreadyReceived),
        (413, Failure::Refused),
        (429, Failure::TooMany),
        (500, Failure::ServerFailed(500)),
        (503, Failure::ServerFailed(503)),
        (504, Failure::TimedOut),
        (302, Failure::Rejected(302)),
    ] {
        for body in ["", "<html>", "{}", "null", "[]", "ups"] {
            assert_eq!(failure(status, body), expected, "{status} {body}");
        }
    }
}

#[test]
fn what_is_not_there_is_for_the_backend_to_say() {
    assert_eq!(failure(404, &format!(r#"{{"type":"{NO_SUCH_TEXT}"}}"#)), Failure::NotFound);
    for body in ["", "<html>", "null", "[]", "ups", "{}", r#"{"message":"no Route matched"}"#, r#"{"type":"x"}"#] {
        assert_eq!(failure(404, body), Failure::Rejected(404), "{body}");
    }
}

#[test]
fn every_code_of_the_document_whatever_its_status() {
    for known in Fejlkode::ALL.iter().copied() {
        for status in [400, 404, 409, 500, 502, 504] {
            let body = format!(r#"{{"fejlkode":{},"fejltekst":"{}"}}"#, known.code(), known.text());
            let error = answered(status, &body);
            assert_eq!(error.failure, Failure::Fejlkode(known));
            assert_eq!(error.detail.as_deref(), Some(known.text()));
        }
    }
}

#[test]
fn what_is_known_of_a_write() {
    assert_eq!(answered(412, "").effect(), Effect::Already);
    for status in [400, 401, 403, 404, 405, 413, 415, 429] {
        assert_eq!(answered(status, "").effect(), Effect::None, "{status}");
    }
    for status in [408, 500, 502, 503, 504] {
        assert_eq!(answered(status, "").effect(), Effect::Unknown, "{status}");
    }
    for lost in [Failure::Offline, Failure::Unreachable, Failure::TimedOut, Failure::Aborted, Failure::Unreadable] {
        assert_eq!(ApiError::of(lost).effect(), Effect::Unknown, "{lost:?}");
    }
}

#[test]
fn a_page_instead_of_an_answer_asks_to_sign_in_and_says_nothing_of_a_write() {
    let page = ApiError::from_page(200);
    assert!(page.session_ended() && !page.withdraws());
    assert_eq!(page.effect(), Effect::Unknown);
    assert_eq!(ApiError::of(Failure::SessionEnded).effect(), Effect::None);
}

#[test]
fn a_code_never_overrides_the_status() {
    let coded = |status| answered(status, r#"{"code":4922,"text":"Ingen adgang"}"#);
    assert_eq!((coded(403).failure, coded(403).fejlkode), (Failure::Forbidden, Some(4922)));
    assert_eq!(coded(401).failure, Failure::SessionEnded);
    for status in [400, 403, 404, 409, 422] {
        assert_eq!(coded(status).effect(), Effect::None, "{status}");
    }
    for status in [408, 500, 502] {
        assert_eq!(coded(status).effect(), Effect::Unknown, "{status}");
    }
}

#[test]
fn a_refusal_withdraws_what_was_shown_and_a_breakdown_does_not() {
    let code = |code| answered(404, &format!(r#"{{"fejlkode":{code}}}"#));
    for refusal in [answered(403, ""), answered(404, ""), answered(400, ""), code(4405), code(110001), code(9289)] {
        assert!(refusal.withdraws(), "{refusal:?}");
    }
    assert!(ApiError::of(Failure::WrongCitizen).withdraws());
    for breakdown in [answered(500, ""), answered(504, ""), answered(429, ""), answered(401, ""), code(9287)] {
        assert!(!breakdown.withdraws(), "{breakdown:?}");
    }
    for lost in [Failure::Offline, Failure::Unreachable, Failure::Aborted] {
        assert!(!ApiError::of(lost).withdraws(), "{lost:?}");
    }
}

#[test]
fn faults_are_kept_with_their_places() {
    let body = r#"{"title":"T","status":400,"detail":"D","errors":[{"pointer":"/text","detail":"tom"}]}"#;
    let error = answered(400, body);
    assert_eq!(error.faults.len(), 1);
    assert_eq!(error.faults[0].pointer.as_deref(), Some("/text"));
    assert_eq!(error.detail.as_deref(), Some("D"));
}
