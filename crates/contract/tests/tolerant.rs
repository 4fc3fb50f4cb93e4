//! Answers that are not quite as the document says: what can be read is read, and what cannot is told in its place.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod reading;
#[allow(dead_code, reason = "each test needs some of it")]
mod support;

use letasyl_contract::*;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn read(data: &Json) -> Result<IntegrationslovsdataDto, AnswerFault> {
    let body = json!({ "integrationslovsdata": data }).to_string();
    reading::read::<GetIntegrationslovsdataResponseDto>(&body).map(|answer| answer.integrationslovsdata.unwrap())
}

/// A whole answer in which this stands in one place.
fn with(pointer: &str, value: Json) -> Json {
    let mut whole = json!({
        "personnummer": "2902011234",
        "kontraktvarighed": { "programStartdato": "2024-01-01" },
        "helbredsvurdering": { "afgivetTilbud": true },
        "kontrakt": { "antalBoern": 2, "danskmaal": { "danskmaalType": 1 } },
        "borgersprog": [{ "sprogStamdata": { "sprognavn": "Dari", "sprogkode": 7 }, "taleniveauType": 2 }],
        "kommentar": "k",
    });
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    whole.pointer_mut(parent).unwrap()[name] = value;
    whole
}

#[test]
fn what_cannot_be_read_is_told_in_its_place_as_it_was_received() {
    for (pointer, value, field, shown) in [
        ("/helbredsvurdering/behovForVurdering", json!("true"), Field::BehovForVurdering, "true"),
        ("/kontraktvarighed/programSlutdato", json!(""), Field::ProgramSlutdato, "\"\""),
        ("/kontraktvarighed/programSlutdato", json!("24-12-2024"), Field::ProgramSlutdato, "24-12-2024"),
        ("/kontraktvarighed/programSlutdato", json!(7), Field::ProgramSlutdato, "7"),
        ("/kontrakt/antalBoern", json!("03"), Field::AntalBoern, "03"),
        ("/kontrakt/antalBoern", json!(2.5), Field::AntalBoern, "2.5"),
        ("/kontrakt/danskmaal/danskmaalType", json!(true), Field::DanskmaalType, "true"),
        ("/kontrakt/danskmaal/danskmaalType", json!([1]), Field::DanskmaalType, "[1]"),
        ("/kontrakt/danskmaal/danskmaalType", json!(""), Field::DanskmaalType, "\"\""),
        ("/kommentar", json!({ "a": 1 }), Field::Kommentar, "{\"a\":1}"),
        ("/borgersprog", json!("Dari"), Field::Borgersprog, "Dari"),
    ] {
        let data = read(&with(pointer, value)).unwrap();
        assert_eq!(field.value(&data), Some(Value::Unread(shown)), "{pointer}");
        assert!(!field.is_filled(&data));
        for other in Field::ALL.into_iter().filter(|other| *other != field) {
            let whole = read(&with("/kommentar", json!("k"))).unwrap();
            assert_eq!(other.value(&data), other.value(&whole), "{pointer}: {other:?}");
        }
    }
}

#[test]
fn what_can_be_read_is() {
    let value = |pointer: &str, value: Json, field: Field| {
        let data = read(&with(pointer, value)).unwrap();
        format!("{:?}", field.value(&data))
    };
    assert_eq!(value("/kontrakt/antalBoern", json!("3"), Field::AntalBoern), "Some(Number(3))");
    for nothing in [json!(null), json!("0001-01-01T00:00:00")] {
        assert_eq!(value("/kontraktvarighed/programSlutdato", nothing, Field::ProgramSlutdato), "None");
    }
    for (code, name) in [(json!({ "id": 1, "value": "God" }), "God"), (json!({ "kode": 1, "tekst": "Ja" }), "Ja")] {
        let data = read(&with("/kontrakt/danskmaal/danskmaalType", code)).unwrap();
        let Some(Value::Code(code)) = Field::DanskmaalType.value(&data) else { panic!("a code") };
        assert_eq!((code.code(), code.name()), (Some("1"), Some(name)));
    }
    for none in [json!(null), json!([])] {
        assert_eq!(value("/borgersprog", none, Field::Borgersprog), "None");
    }
    assert!(read(&json!({ "personnummer": "2902011234", "ny": { "afsnit": 1 } })).unwrap().unread.is_empty());
}

#[test]
fn a_section_and_a_language_that_cannot_be_read_hide_nothing_else() {
    let data = read(&with("/kontrakt", json!("x"))).unwrap();
    assert_eq!(Section::Kontrakt.unread(&data), Some("x"));
    assert!(!Section::Kontrakt.is_absent(&data));
    assert_eq!(Section::Danskmaal.unread(&read(&with("/kontrakt/danskmaal", json!([]))).unwrap()), Some("[]"));

    let languages = json!(["Dari", { "sprogStamdata": "Farsi" }, { "sprogStamdata": { "sprogkode": "0045" } }, {}]);
    let data = read(&with("/borgersprog", languages)).unwrap();
    let told: Vec<_> = ["", "sprogStamdata", "sprogStamdata/sprogkode", ""]
        .iter()
        .zip(&data.borgersprog)
        .map(|(way, language)| Unread::at(&language.unread, way))
        .collect();
    assert_eq!(told, [Some("Dari"), Some("Farsi"), Some("0045"), None]);
}

#[test]
fn whose_data_they_are_has_to_be_right() {
    for wrong in [json!(null), json!(""), json!(2902011234_i64), json!("9999991234")] {
        assert!(read(&with("/personnummer", wrong)).is_err());
    }
}

/// Any JSON.
fn anything() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|value| json!(value)),
        any::<i64>().prop_map(|value| json!(value)),
        any::<f64>().prop_map(|value| json!(value)),
        ".{0,20}".prop_map(|value| json!(value)),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            proptest::collection::vec((".{0,10}", inner), 0..4)
                .prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn one_odd_member_changes_no_other_field(data in support::data(), odd in anything(), which in 0..Field::ALL.len()) {
        let field = Field::ALL[which];
        let mut json = serde_json::to_value(&data).unwrap();
        let pointer = format!("/{}", field.path());
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        if let Some(Json::Object(members)) = json.pointer_mut(parent) {
            members.insert(name.to_owned(), odd);
        }
        let (before, after) = (read(&serde_json::to_value(&data).unwrap()).unwrap(), read(&json).unwrap());
        for other in Field::ALL.into_iter().filter(|other| *other != field) {
            prop_assert_eq!(other.value(&before), other.value(&after), "{:?}", other);
        }
    }
}
