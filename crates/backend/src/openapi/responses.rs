//! What an operation answers, by status.

use letasyl_contract::{ALL, Fejlkode, OperationName, OperationSpec, ParameterLocation};
use serde_json::{Map, Value, json};

use super::schemas::Schemas;
use crate::failure::Failure;
use crate::operations::{Caching, caching};

/// The responses of an operation: its answer, and the failures that it can meet.
pub fn responses(spec: &OperationSpec, schemas: &mut Schemas) -> Value {
    let mut all = Map::new();
    all.insert("200".to_owned(), success(spec, schemas));
    if caching(spec.name) == Caching::Revalidated {
        all.insert("304".to_owned(), json!({ "description": "Unchanged since the ETag in If-None-Match." }));
    }
    for failure in failures(spec) {
        // Several failures may share a status; the first one's title stands for them.
        let content = json!({ "application/problem+json": { "schema": schemas.problem() } });
        all.entry(failure.status().as_str())
            .or_insert_with(|| json!({ "description": failure.problem().title, "content": content }));
    }
    Value::Object(all)
}

/// The document's error codes of an operation, with the status that each has here.
pub fn error_codes(spec: &OperationSpec) -> Value {
    let describe = |known: &Fejlkode| {
        let status = Failure::Fejlkode(*known).status().as_u16();
        json!({ "fejlkode": known.code(), "fejltekst": known.text(), "status": status })
    };
    spec.errors.iter().map(describe).collect()
}

fn success(spec: &OperationSpec, schemas: &mut Schemas) -> Value {
    let mut success = match spec.output.first() {
        Some(element) if element.schema.type_name != Some("ActionResult") => json!({
            "description": "OK",
            "content": { "application/json": { "schema": schemas.of(&element.schema) } }
        }),
        _ => json!({ "description": "Done; no body." }),
    };
    if spec.name == OperationName::CreateText
        && let Value::Object(members) = &mut success
    {
        members.insert("links".to_owned(), links());
    }
    success
}

/// Where the id of a created text leads: programs that test the interface follow it.
fn links() -> Value {
    let of_a_text =
        |spec: &&OperationSpec| spec.input.iter().any(|element| element.place == Some(ParameterLocation::Path));
    let link = |spec: &OperationSpec| {
        let parameters: Map<_, _> = (spec.input.iter())
            .filter(|element| element.place == Some(ParameterLocation::Path))
            .map(|element| (element.name.to_owned(), json!("$response.body")))
            .collect();
        (spec.name.as_str().to_owned(), json!({ "operationId": spec.name, "parameters": parameters }))
    };
    Value::Object(ALL.into_iter().filter(of_a_text).map(link).collect())
}

fn failures(spec: &OperationSpec) -> Vec<Failure> {
    let mut failures = vec![
        Failure::NotSignedIn,
        Failure::OperationForbidden,
        Failure::TooManyCalls(0),
        Failure::Internal(String::new()),
        Failure::Unavailable,
    ];
    if !spec.input.is_empty() {
        failures.push(Failure::Faults(Vec::new()));
    }
    if spec.body().is_some() {
        failures.extend([Failure::TooLarge, Failure::BodyTooSlow, Failure::MediaType]);
    }
    if spec.writes() {
        failures.push(Failure::Repeated);
    }
    if spec.input.iter().any(|element| element.place == Some(ParameterLocation::Path)) {
        failures.push(Failure::NoSuchText);
    }
    failures.extend(spec.errors.iter().map(|known| Failure::Fejlkode(*known)));
    if spec.errors.is_empty() && spec.is_about_citizen() {
        failures.extend(Fejlkode::ALL.iter().map(|known| Failure::WithoutFejlkode(*known)));
    }
    failures
}
