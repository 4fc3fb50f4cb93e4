//! Answers as real services write them (`tests/real`), each with what is read of it. The page is held against the same
//! files (`tests/e2e/real.spec.ts`).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod reading;

use std::path::Path;

use letasyl_contract::*;
use serde_json::{Map, Value as Json, json};

fn all() -> Vec<(String, Json)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real");
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
fn every_real_answer_is_read_as_expected() {
    let all = all();
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
