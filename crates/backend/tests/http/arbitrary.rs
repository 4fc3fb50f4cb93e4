//! Whole requests with anything in them: each is answered as the interface says, none brings the service down, and none
//! is answered with a fault of ours.
//!
//! `PROPTEST_CASES=100000 cargo test --release -p letasyl-backend --test http arbitrary` looks longer.

use axum::http::{HeaderName, HeaderValue, Request};
use letasyl_contract::ALL;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::*;

const ID: &str = "34f0df34-d28b-5c3c-ab11-a1929dcf1544";
const METHODS: &[&str] = &["GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "X"];
const HEADERS: &[&str] = &[
    "x-civilregistrationidentifier",
    "x-requestid",
    "content-type",
    "content-length",
    "if-none-match",
    "accept",
    "accept-encoding",
    "accept-language",
    "origin",
    "sec-fetch-site",
    "cookie",
    "host",
    "range",
    "x-anything",
    "transfer-encoding",
    "expect",
    "if-modified-since",
    "x-forwarded-for",
];
const VALUES: &[&str] = &[
    "2902011234",
    "2902139999",
    "290201-1234",
    "application/json",
    "text/plain",
    "*",
    "*/*",
    "text/html",
    "0",
    "1",
    "99999999999999999999",
    "-1",
    "https://evil.test",
    "http://localhost",
    "cross-site",
    "same-origin",
    "gzip, br",
    "bytes=0-1",
    "chunked",
    "100-continue",
    "letasyl=0",
    "",
    ",",
    "\"",
    "W/\"x\"",
    "da",
    "en-GB;q=0.1",
];
const BODIES: &[&str] = &[
    "",
    "{}",
    "[]",
    "null",
    "{",
    "\"",
    r#"{"user":"kommune"}"#,
    r#"{"text":"a","displayText":"b"}"#,
    r#"{"text":"","displayText":null,"groupExternalIdentifier":7}"#,
    r#"{"externalIdentifier":"34f0df34-d28b-5c3c-ab11-a1929dcf1544","text":"a","displayText":"b"}"#,
];

fn path() -> impl Strategy<Value = String> {
    let known: Vec<String> = ALL.iter().map(|spec| spec.path.replace("{externalIdentifier}", ID)).collect();
    let others =
        ["/session", "/session/all", "/session/others", "/session/demo-users", "/readyz", "/openapi.json", "/"];
    let known = select([known, others.map(str::to_owned).to_vec()].concat());
    let piece = "[A-Za-z0-9%./~;:@&=+$,!'()*\\-]{0,20}";
    prop_oneof![
        4 => known.clone(),
        2 => (known, piece, piece).prop_map(|(path, more, query)| format!("{path}{more}?{query}")),
        1 => piece.prop_map(|path| format!("/{path}")),
        1 => piece.prop_map(|id| format!("/v1/DynamicTexts/{id}")),
        1 => piece.prop_map(|id| format!("/v1/DynamicTexts?externalGroupIdentifier={id}")),
    ]
}

fn header() -> impl Strategy<Value = (HeaderName, HeaderValue)> {
    let value = prop_oneof![
        3 => select(VALUES).prop_map(|text| text.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..60),
    ];
    (select(HEADERS), value).prop_filter_map("a header's value", |(name, value)| {
        Some((HeaderName::from_static(name), HeaderValue::from_bytes(&value).ok()?))
    })
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![4 => select(BODIES).prop_map(|text| text.as_bytes().to_vec()), 1 => vec(any::<u8>(), 0..200)]
}

#[test]
fn any_request_is_answered_as_the_interface_says() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let service = runtime.block_on(Service::with(5, |settings| settings.slow = std::time::Duration::ZERO, None));
    let cookies = runtime.block_on(async { [service.sign_in(ADMIN).await, service.sign_in(CASEWORKER).await] });
    let requests = (select(METHODS), path(), vec(header(), 0..6), body(), 0..3_usize)
        // Signing out would make strangers of all who follow.
        .prop_filter("signs out", |(method, path, ..)| !(*method == "DELETE" && path.starts_with("/session")));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::default());
    runner
        .run(&requests, |(method, path, headers, body, user)| {
            let Ok(mut request) = Request::builder().method(method).uri(&path).body(body.into()) else { return Ok(()) };
            request.headers_mut().insert("host", HeaderValue::from_static("localhost"));
            request.headers_mut().extend(headers);
            let mut ask = Ask::from(request);
            if let Some(user) = cookies.get(user) {
                ask = ask.by(user);
            }
            // Time goes on, or signing in at random would soon be too often.
            service.wait(std::time::Duration::from_millis(1));
            let status = runtime.block_on(service.send(ask)).status.as_u16();
            prop_assert!(status < 500 || matches!(status, 502 | 504), "{method} {path}: {status}");
            Ok(())
        })
        .unwrap();
    // And it is none the worse for it.
    let verified = runtime.block_on(service.store.verify_audit(None));
    assert!(verified.is_ok());
    assert_eq!(runtime.block_on(service.send(Ask::get("/readyz"))).status, 200);
}
