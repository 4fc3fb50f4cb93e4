//! Answers as real services write them (`tests/real`), each with what is read of it. The page is held against the same
//! files (`tests/e2e/real.spec.ts`).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod reading;

use std::path::Path;

use letasyl_contract::*;
use serde_json::{Map, Value as Json, json};

fn all(of: &str) -> Vec<(String, Json)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real").join(of);
    let read = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    };
    std::fs::read_dir(folder).unwrap().map(|file| read(file.unwrap().path())).collect()
}

fn expected(value: Value<'_>) -> Json {
    match value {
        Value::Date(date) => {
            let Date { year, month, day } = date.date();
            json!({ "date": format!("{year:04}-{month:02}-{day:02}") })
        }
        Value::Code(code) => json!({ "code": code.code(), "name": code.name() }),
        Value::Text(text) => json!({ "text": text }),
        Value::YesNo(answer) => json!({ "yes": answer }),
        Value::Number(number) => json!({ "number": number }),
        Value::Languages(languages) => json!({ "languages": languages.len() }),
        Value::Unread(received) => json!({ "unread": received }),
    }
}

#[test]
fn every_citizen_is_read_as_expected() {
    let all = all("citizens");
    assert!(all.len() >= 6);
    for (name, real) in all {
        let read = reading::read::<GetIntegrationslovsdataResponseDto>(&real["body"].to_string());
        if real["unreadable"] == true {
            assert!(matches!(read, Err(AnswerFault::NotAsDocumented(_))), "{name}");
            continue;
        }
        let data = read.unwrap_or_else(|fault| panic!("{name}: {fault:?}")).integrationslovsdata;
        assert_eq!(data.is_none(), real["none"] == true, "{name}");
        let Some(data) = data else { continue };
        let fields: Map<_, _> = Field::ALL
            .into_iter()
            .filter_map(|field| Some((field.path().to_owned(), expected(field.value(&data)?))))
            .collect();
        assert_eq!(Json::Object(fields), real["fields"], "{name}");
    }
}

#[test]
fn every_list_of_texts_is_read_as_expected() {
    let all = all("texts");
    assert!(!all.is_empty());
    for (name, real) in all {
        let body = &real["body"];
        let list: Vec<IfReadable<GetDynamicTextDto>> = FromJson::from_json(&body).unwrap();
        let unread = list.iter().filter(|text| text.0.is_none()).count();
        assert_eq!(json!(unread), real["unread"], "{name}");
        let read: Vec<Json> = list.into_iter().filter_map(|text| text.0).map(as_expected).collect();
        assert_eq!(Json::Array(read), real["read"], "{name}");
    }
}

fn as_expected(text: GetDynamicTextDto) -> Json {
    let group = text.group.map(|group| group.name);
    json!([text.external_identifier, text.text, text.display_text, group])
}

#[test]
fn every_error_is_read_as_expected() {
    let all = all("errors");
    assert!(all.len() >= 5);
    for (name, real) in all {
        let body = &real["body"];
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let read = ErrorBody::decode((!body.is_null()).then_some(&body), &text);
        let faults: Vec<_> = read.faults.iter().map(|fault| json!([fault.pointer, fault.detail])).collect();
        let expected = &real["read"];
        assert_eq!(json!(read.fejlkode), expected["code"], "{name}");
        assert_eq!(json!(read.fejltekst), expected["text"], "{name}");
        // The title of what ASP.NET refuses is not worth showing where the faults are; whether it is, the page decides.
        if expected["detail"].is_string() {
            assert_eq!(json!(read.detail), expected["detail"], "{name}");
        }
        assert_eq!(Json::Array(faults), expected["faults"], "{name}");
    }
}
