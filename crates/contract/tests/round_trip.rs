//! What is written is read back equal: answers, and requests from one side to the other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod reading;
mod support;

use letasyl_contract::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use support::{data, id, non_empty, request_id};

/// What the network makes of a request between the two sides.
fn arrived(spec: &OperationSpec, sent: &Request) -> RawRequest {
    let (path, query) = sent.path.split_once('?').unwrap_or((&sent.path, ""));
    let template = spec.path.split('/');
    let path = template
        .zip(path.split('/'))
        .filter_map(|(name, value)| Some((name.strip_prefix('{')?.strip_suffix('}')?.to_owned(), value.to_owned())))
        .collect();
    let query = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect();
    let headers = sent.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone())).collect();
    RawRequest { path, query, headers, body: sent.body.clone().unwrap_or_default().into_bytes() }
}

fn goes_through<O: Operation + PartialEq + std::fmt::Debug>(call: &O) {
    let sent = call.to_request();
    assert_eq!(sent.method, O::SPEC.method);
    assert_eq!(&O::from_request(&arrived(&O::SPEC, &sent)).unwrap(), call);
}

fn comes_back<A: Answer + PartialEq + std::fmt::Debug>(answer: &A) {
    let written = answer.encode().unwrap_or_default();
    assert_eq!(&reading::read::<A>(&written).unwrap(), answer);
}

fn dynamic_text() -> impl Strategy<Value = GetDynamicTextDto> {
    let group = (id(), non_empty())
        .prop_map(|(external_identifier, name)| GetDynamicTextGroupDto { external_identifier, name: name.into() });
    (id(), non_empty(), non_empty(), of(group)).prop_map(|(external_identifier, text, display_text, group)| {
        GetDynamicTextDto { external_identifier, text: text.into(), display_text: display_text.into(), group }
    })
}

proptest! {
    #[test]
    fn citizen_data(data in of(data())) {
        let answer = GetIntegrationslovsdataResponseDto { integrationslovsdata: data };
        comes_back(&answer);
    }

    #[test]
    fn pdf(bytes in vec(any::<u8>(), 0..200), code in of("[0-9]{5}")) {
        let bytes = [b"%PDF-".as_slice(), &bytes].concat();
        let pdf = GetIntegrationslovdataSomPdfDto {
            jobcenterkode: code.map(|code| JobCentreCode::parse(&code).unwrap()),
            pdf_data: PdfData::new(bytes).unwrap(),
        };
        comes_back(&GetIntegrationslovdataSomPdfResponseDto { document: Some(pdf) });
    }

    #[test]
    fn texts(texts in vec(dynamic_text(), 0..5), new in id()) {
        comes_back(&new);
        comes_back(&texts.iter().filter_map(|text| text.group.clone()).collect::<Vec<_>>());
        if let Some(first) = texts.first() {
            comes_back(first);
        }
        comes_back(&texts);
    }

    #[test]
    fn calls_on_texts(id in id(), group in of(id()), request_id in request_id(), text in non_empty(), shown in non_empty()) {
        let create = CreateDynamicTextDto {
            text: text.clone(),
            display_text: shown.clone(),
            group_external_identifier: group,
        };
        goes_through(&CreateText { request_id: request_id.clone(), body: create });
        let body = UpdateDynamicTextDto {
            external_identifier: id,
            text,
            display_text: shown,
            group_external_identifier: group,
        };
        goes_through(&UpdateText { request_id: request_id.clone(), body });
        goes_through(&DeleteText { external_identifier: id, request_id });
        goes_through(&GetText { external_identifier: id });
        goes_through(&GetTexts { external_group_identifier: group });
        goes_through(&GetAllGroups);
    }

    #[test]
    fn calls_on_a_citizen(cpr in support::cpr(), request_id in request_id()) {
        goes_through(&GetIntegrationslovsdata { cpr: cpr.clone() });
        goes_through(&GetIntegrationslovsdataPdf { cpr: cpr.clone() });
        let transfer = OverfoerLetAsylIntegrationslovsdata { cpr: cpr.clone(), request_id };
        prop_assert!(!transfer.to_request().path.contains(cpr.expose()));
        goes_through(&transfer);
    }

    #[test]
    fn nothing_that_arrives_panics(body in vec(any::<u8>(), 0..80), value in ".{0,60}") {
        let headers = vec![(CPR_HEADER.to_owned(), value.clone()), (REQUEST_ID_HEADER.to_owned(), value.clone())];
        let path = vec![("externalIdentifier".to_owned(), value.clone())];
        let raw = RawRequest { path, query: vec![("externalGroupIdentifier".to_owned(), value)], headers, body };
        let _ = (CreateText::from_request(&raw), UpdateText::from_request(&raw), DeleteText::from_request(&raw), GetTexts::from_request(&raw));
        let _ = (GetIntegrationslovsdata::from_request(&raw), OverfoerLetAsylIntegrationslovsdata::from_request(&raw));
        let body = String::from_utf8_lossy(&raw.body);
        let json: Option<serde_json::Value> = serde_json::from_str(&body).ok();
        let _ = ErrorBody::decode(json.as_ref().as_ref(), &body);
    }
}

#[test]
fn an_absent_element_is_left_out() {
    let empty = GetIntegrationslovsdataResponseDto { integrationslovsdata: None };
    assert_eq!(empty.encode().unwrap(), "{}");
    let text = CreateDynamicTextDto {
        text: NonEmptyText::new("a").unwrap(),
        display_text: NonEmptyText::new("b").unwrap(),
        group_external_identifier: None,
    };
    assert_eq!(serde_json::to_string(&text).unwrap(), r#"{"text":"a","displayText":"b"}"#);
}
