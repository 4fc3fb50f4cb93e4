//! The contract against the interface document: nothing missing, nothing misnamed, nothing extra.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use letasyl_contract::{ALL, Element, Field, OperationName, OperationSpec};
use serde_json::{Value, json};

fn document() -> Value {
    serde_json::from_str(include_str!("interface.json")).unwrap()
}

/// An element as `interface.json` would write it.
fn element(of: &Element) -> Value {
    let mut row = json!({ "name": of.name, "type": of.schema.type_name, "occurs": of.occurs.as_written() });
    if let Some(place) = of.place {
        row["in"] = json!(place.as_written());
    }
    if !of.description.is_empty() {
        row["description"] = json!(of.description);
    }
    if let Some(length) = of.schema.min_length {
        row["minLength"] = json!(length);
    }
    if let Some(pattern) = of.schema.pattern {
        row["pattern"] = json!(pattern);
    }
    if !of.schema.children.is_empty() {
        row["children"] = of.schema.children.iter().map(element).collect();
    }
    row
}

fn operation(of: &OperationSpec) -> Value {
    let organisations: BTreeMap<_, Vec<_>> = of
        .rights
        .iter()
        .map(|right| (right.organisation.as_written(), right.citizens.iter().map(|c| c.as_written()).collect()))
        .collect();
    json!({
        "name": of.name,
        "method": of.method.as_str(),
        "path": of.path,
        "organisations": organisations,
        "input": of.input.iter().map(element).collect::<Vec<_>>(),
        "output": of.output.iter().map(element).collect::<Vec<_>>(),
        "errors": of.errors.iter().map(|e| json!({ "code": e.code(), "text": e.text() })).collect::<Vec<_>>(),
    })
}

#[test]
fn the_contract_is_the_document() {
    let document = document();
    let documented = document["operations"].as_array().unwrap();
    assert_eq!(documented.len(), ALL.len());
    for (theirs, ours) in documented.iter().zip(ALL) {
        assert_eq!(&operation(ours), theirs, "{:?}", ours.name);
    }
}

#[test]
fn the_names_alone_are_those_of_the_operations() {
    let names: Vec<_> = ALL.iter().map(|of| (of.name, of.rights)).collect();
    assert_eq!(OperationName::ALL.map(|name| (name, name.rights())).to_vec(), names);
}

/// The document tells this bound in a description only, so the comparison above does not see it.
#[test]
fn a_request_id_is_as_long_as_its_description_says() {
    let mut seen = 0;
    for element in ALL.iter().flat_map(|operation| operation.input) {
        if element.description.contains("Max længde for id'et er 46 chars") {
            assert_eq!(element.schema.max_length, Some(46));
            seen += 1;
        } else {
            assert_eq!(element.schema.max_length, None, "{}", element.name);
        }
    }
    assert_eq!(seen, 4);
}

/// Every leaf of the citizen's data but the CPR and the version's identifier is a field; the languages are one.
#[test]
fn the_fields_of_the_sheet_are_the_elements_of_the_document() {
    fn leaves(element: &Value, path: &str, found: &mut Vec<String>) {
        for child in element["children"].as_array().unwrap() {
            let name = child["name"].as_str().unwrap();
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
            if child.get("children").is_some() && name != "borgersprog" {
                leaves(child, &path, found);
            } else {
                found.push(path);
            }
        }
    }
    let document = document();
    let operations = document["operations"].as_array().unwrap();
    let read = operations.iter().find(|o| o["name"] == "GetIntegrationslovsdata").unwrap();
    let mut documented = Vec::new();
    leaves(&read["output"][0]["children"][0], "", &mut documented);
    documented.retain(|path| path != "personnummer" && path != "integrationslovsdataIdentifier");
    documented.sort();

    let mut ours: Vec<_> = Field::ALL.iter().map(|field| field.path().to_owned()).collect();
    ours.sort();
    assert_eq!(ours, documented);
    for field in Field::ALL {
        assert!(field.element().is_some(), "{field:?}");
    }
}
