//! Each field of the sheet shows the element that its path names, and no other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use letasyl_contract::{Answer, Field, GetIntegrationslovsdataResponseDto, IntegrationslovsdataDto};
use serde_json::{Value, json};

/// A citizen of whom only this element is known.
fn with_only(field: Field, value: &Value) -> IntegrationslovsdataDto {
    let mut data = json!({ "personnummer": "2902011234", "borgersprog": [] });
    let mut place = &mut data;
    for name in field.path().split('/') {
        place = &mut place[name];
    }
    *place = value.clone();
    let response = json!({ "integrationslovsdata": data });
    GetIntegrationslovsdataResponseDto::decode(Some(&&response)).unwrap().integrationslovsdata.unwrap()
}

#[test]
fn an_element_that_is_the_only_one_fills_its_own_field_and_no_other() {
    // One value of each type that an element may have.
    let values = [
        json!("2024-03-05T00:00:00"),
        json!("en tekst"),
        json!(true),
        json!(7),
        json!({ "kode": 5, "navn": "En kode" }),
        json!([{ "sprogStamdata": { "sprognavn": "Dari" } }]),
    ];
    for field in Field::ALL {
        let mut is_filled = false;
        for value in &values {
            let data = with_only(field, value);
            let filled: Vec<_> = Field::ALL.into_iter().filter(|other| other.is_filled(&data)).collect();
            assert!(filled.is_empty() || filled == [field], "{field:?} with {value}: {filled:?}");
            is_filled |= !filled.is_empty();
        }
        assert!(is_filled, "{field:?} takes none of the values");
    }
}
