//! The bodies of errors of any origin.

#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use letasyl_contract::*;
use serde_json::json;

#[test]
fn error_bodies_in_every_form() {
    let read_body = |body: &str| {
        let json: Option<serde_json::Value> = serde_json::from_str(body).ok();
        ErrorBody::decode(json.as_ref().as_ref(), body)
    };
    let problem = json!({ "type": "about:blank", "title": "T", "status": 404, "detail": "D", "fejlkode": 110001, "fejltekst": "F" });
    let read = read_body(&problem.to_string());
    assert_eq!(
        (read.fejlkode, read.fejltekst.as_deref(), read.detail.as_deref()),
        (Some(110001), Some("F"), Some("D"))
    );
    let list = read_body(r#"[{"code":"4405","text":"død"},{"text":"mere"}]"#);
    assert_eq!((list.fejlkode, list.fejltekst.as_deref(), list.faults.len()), (Some(4405), Some("død"), 1));
    let faults = read_body(r#"{"errors":[{"pointer":"/text","detail":"tom"}]}"#);
    assert_eq!(faults.faults[0].pointer.as_deref(), Some("/text"));
    let net = r#"{"type":"x","title":"One or more validation errors occurred.","status":400,
        "errors":{"DisplayText":["Mangler","For kort"],"$.groupExternalIdentifier":["Ukendt"],"dto":["Skal udfyldes"]}}"#;
    let told: Vec<_> = read_body(net).faults.into_iter().map(|fault| (fault.pointer, fault.detail)).collect();
    let told: Vec<_> = told.iter().map(|(pointer, detail)| (pointer.as_deref(), detail.as_str())).collect();
    assert_eq!(
        told,
        [
            (Some("/groupExternalIdentifier"), "Ukendt"),
            (Some("/displayText"), "Mangler"),
            (Some("/displayText"), "For kort"),
            (None, "Skal udfyldes"),
        ]
    );
    assert_eq!(read_body("Nede").detail.as_deref(), Some("Nede"));
    assert_eq!(read_body(""), ErrorBody::default());
    assert_eq!(read_body("<html>502</html>"), ErrorBody::default());
}

#[test]
fn only_its_own_type_says_that_a_text_is_not_there() {
    let kind = |body: serde_json::Value| ErrorBody::decode(Some(&&body), "").kind;
    assert_eq!(kind(json!({ "type": NO_SUCH_TEXT })).as_deref(), Some(NO_SUCH_TEXT));
    assert_eq!(kind(json!({ "message": "no Route matched" })), None);
}
