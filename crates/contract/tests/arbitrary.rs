//! Whatever arrives, nothing panics; what is read is what was written; what is refused is refused with a reason.
//!
//! `PROPTEST_CASES=1000000 cargo test --release -p letasyl-contract --test arbitrary` looks longer.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test fails by panicking, and does not use all of the support"
)]

mod support;

use std::fmt::Debug;

use letasyl_contract::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// The names that mean something to a decoder, and some that nearly do.
const NAMES: &[&str] = &[
    "personnummer",
    "integrationslovsdata",
    "integrationslovsdataIdentifier",
    "kontraktvarighed",
    "foersteUnderskriftsdato",
    "programStartdato",
    "uddannelse",
    "senestVejledtDato",
    "vurderingssagsstatusType",
    "helbredstilstand",
    "helbredsvurdering",
    "behovForVurdering",
    "kontrakt",
    "danskmaal",
    "danskmaalType",
    "antalBoern",
    "borgersprog",
    "sprogStamdata",
    "sprognavn",
    "sprogkode",
    "taleniveauType",
    "kommentar",
    "code",
    "name",
    "kode",
    "navn",
    "externalIdentifier",
    "text",
    "displayText",
    "group",
    "groupExternalIdentifier",
    "document",
    "jobcenterkode",
    "pdfData",
    "user",
    "organisation",
    "operations",
    "id",
    "type",
    "errors",
    "fejl",
    "fejlkode",
    "fejltekst",
    "detail",
    "title",
    "status",
    "pointer",
    "parameter",
    "",
    "Personnummer",
    "__proto__",
];

/// Text that looks like what is wanted, nearly like it, or like nothing.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "(?s).{0,30}",
        2 => "[0-9]{6}-?[0-9]{4}",
        1 => "[0-9 \\-\u{a0}\u{2013}]{0,16}",
        3 => "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{0,9})?(Z|[+-][0-9]{2}:[0-9]{2})?)?",
        1 => "[0-9TZ:.+\\-]{0,40}",
        2 => "[0-9a-fA-F]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        2 => "JVBERi0[A-Za-z0-9+/=\\s]{0,40}",
        1 => "[A-Za-z0-9+/=_\\-]{0,40}",
        1 => "[0-9]{0,8}",
        1 => "(STAR|JobCenter|AndenAktoer|Kommune|GetTexts|CreateText)",
    ]
}

fn any_number() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<i32>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(|number| json!(number)),
        any::<u64>().prop_map(|number| json!(number)),
        // Eighths: serde_json reads long fractions to the last digit but one, which no code list will ever hold.
        any::<i32>().prop_map(|number| json!(f64::from(number) / 8.0)),
        select(vec![json!(-0.0), json!(1e308), json!(2147483648_i64), json!(1.5)]),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any_number(),
        any_text().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::Array),
            vec((prop_oneof![6 => select(NAMES).prop_map(str::to_owned), 1 => ".{0,8}"], inner), 0..8)
                .prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

/// Every place in a JSON value, as pointers.
fn places(json: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match json {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| places(item, &format!("{here}/{index}"), found));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| places(member, &format!("{here}/{name}"), found));
        }
        _ => {}
    }
}

/// The same with something else in one place.
fn spoilt(mut json: Value, place: Index, other: Value) -> Value {
    let mut found = Vec::new();
    places(&json, "", &mut found);
    let place = place.get(found.as_slice()).clone();
    *json.pointer_mut(&place).unwrap() = other;
    json
}

/// What is read as an answer is written as something that reads as the same, but for what could not be read.
fn answer<A: Answer + PartialEq + Debug>(json: &Value) {
    match A::decode(Some(&json)) {
        Ok(read) => {
            let written: Value = serde_json::from_str(&read.encode().unwrap_or_else(|| "null".to_owned())).unwrap();
            assert_eq!(A::decode(Some(&&written)).unwrap().encode(), read.encode());
        }
        Err(fault) => assert!(!format!("{fault:?}").is_empty()),
    }
}

fn every_answer(json: &Value) {
    answer::<GetIntegrationslovsdataResponseDto>(json);
    answer::<GetIntegrationslovdataSomPdfResponseDto>(json);
    answer::<GetDynamicTextDto>(json);
    answer::<Vec<GetDynamicTextDto>>(json);
    answer::<Vec<GetDynamicTextGroupDto>>(json);
    answer::<uuid::Uuid>(json);
    answer::<Nothing>(json);
}

fn session_and_errors(json: &Value) {
    let text = json.to_string();
    if let Ok(session) = SessionDto::from_json(&json) {
        assert_eq!(SessionDto::from_json(&&serde_json::to_value(&session).unwrap()).unwrap(), session);
    }
    let _ = (Vec::<DemoUserDto>::from_json(&json), SignInDto::from_json(&json), Code::from_json(&json));
    let read = ErrorBody::decode(Some(&json), &text);
    assert!(read.faults.len() <= text.len());
    let _ = serde_json::from_value::<Problem>(json.clone());
}

fn call<O: Operation + PartialEq + Debug>(raw: &RawRequest) {
    match O::from_request(raw) {
        Ok(read) => {
            let sent = read.to_request();
            assert_eq!(sent.method, O::SPEC.method);
            if let Some(body) = &sent.body {
                assert!(serde_json::from_str::<Value>(body).is_ok());
            }
        }
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            assert!(faults.iter().all(|fault| fault.pointer.is_some() != fault.parameter.is_some()));
        }
    }
}

fn every_call(raw: &RawRequest) {
    call::<CreateText>(raw);
    call::<UpdateText>(raw);
    call::<DeleteText>(raw);
    call::<GetText>(raw);
    call::<GetTexts>(raw);
    call::<GetAllGroups>(raw);
    call::<GetIntegrationslovsdata>(raw);
    call::<GetIntegrationslovsdataPdf>(raw);
    call::<OverfoerLetAsylIntegrationslovsdata>(raw);
}

fn any_body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..60),
        any_json().prop_map(|json| json.to_string().into_bytes()),
        (any_text(), any_text(), of(any_text()), of(any_text())).prop_map(|(text, shown, group, id)| {
            let body = json!({ "text": text, "displayText": shown, "groupExternalIdentifier": group, "externalIdentifier": id });
            body.to_string().into_bytes()
        }),
        // Cut off, or with a byte that does not belong there.
        (any_json(), any::<Index>(), any::<u8>()).prop_map(|(json, place, byte)| {
            let mut text = json.to_string().into_bytes();
            let place = place.index(text.len());
            text[place] = byte;
            text.truncate(place + text.len() / 2);
            text
        }),
    ]
}

proptest! {
    #[test]
    fn any_json_is_read_or_refused(json in any_json()) {
        every_answer(&json);
        session_and_errors(&json);
    }

    #[test]
    fn an_answer_with_one_thing_wrong_is_read_or_refused(data in support::data(), place in any::<Index>(), other in any_json()) {
        let whole = serde_json::to_value(GetIntegrationslovsdataResponseDto { integrationslovsdata: Some(data) }).unwrap();
        answer::<GetIntegrationslovsdataResponseDto>(&spoilt(whole, place, other));
    }

    #[test]
    fn other_answers_with_one_thing_wrong_are_read_or_refused(
        text in any_text(), bytes in vec(any::<u8>(), 0..40), place in any::<Index>(), other in any_json(),
    ) {
        use base64::Engine;
        let pdf = base64::engine::general_purpose::STANDARD.encode([b"%PDF-1.7".as_slice(), &bytes].concat());
        let id = "34f0df34-d28b-5c3c-ab11-a1929dcf1544";
        for whole in [
            json!({ "document": { "jobcenterkode": "10100", "pdfData": pdf } }),
            json!([{ "externalIdentifier": id, "text": text, "displayText": "x", "group": { "externalIdentifier": id, "name": text } }]),
            json!({ "user": { "id": text, "name": text }, "organisation": { "type": "STAR", "code": text, "name": text }, "operations": ["GetTexts"] }),
            json!({ "type": text, "title": text, "status": 400, "detail": text, "fejlkode": 9292, "errors": [{ "pointer": text, "detail": text }] }),
            json!([{ "fejlkode": 9292, "fejltekst": text }]),
        ] {
            let json = spoilt(whole, place, other.clone());
            every_answer(&json);
            session_and_errors(&json);
        }
    }

    #[test]
    fn any_text_is_a_value_or_is_not(text in any_text()) {
        if let Ok(time) = DateTime::parse(&text) {
            prop_assert_eq!(time.as_written(), &text);
            let _ = (time.time(), time.date().days_since_1970());
        }
        for read in [Cpr::parse(&text), Cpr::from_input(&text)].into_iter().flatten() {
            prop_assert!(read.expose().len() == 10 && read.expose().bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert_eq!(&Cpr::from_input(&read.formatted()).unwrap(), &read);
            let shown = format!("{read:?}");
            prop_assert!(!shown.contains(read.expose()));
        }
        if let Ok(id) = RequestId::parse(&text) {
            prop_assert!((1..=REQUEST_ID_MAX).contains(&id.as_str().len()));
        }
        if let Ok(code) = JobCentreCode::parse(&text) {
            prop_assert_eq!(code.as_str().len(), 5);
        }
        if let Ok(pdf) = PdfData::from_base64(&text) {
            prop_assert!(pdf.bytes().starts_with(b"%PDF-"));
        }
        let _ = NonEmptyText::new(text.clone());
        let _ = ErrorBody::decode(None::<&&Value>, &text);
    }

    #[test]
    fn any_request_is_read_or_refused(
        body in any_body(), id in of(any_text()), query in of(any_text()), cpr in of(any_text()), request in of(any_text()),
    ) {
        let pairs = |name: &str, value: Option<String>| value.map(|value| (name.to_owned(), value)).into_iter();
        let headers = pairs(CPR_HEADER, cpr).chain(pairs("X-REQUESTID", request)).collect();
        every_call(&RawRequest {
            path: pairs("externalIdentifier", id).collect(),
            query: pairs("externalGroupIdentifier", query).collect(),
            headers,
            body,
        });
    }
}
