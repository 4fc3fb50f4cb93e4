//! `/openapi.json`: OpenAPI 3.1, made from what the contract says of the operations, so that it cannot say anything
//! else. The session's routes are the front end's own and not part of it.

mod responses;
mod schemas;

use letasyl_contract::{ALL, Element, Occurs, OperationSpec, REQUEST_ID_HEADER, REQUEST_ID_MAX};
use serde_json::{Map, Value, json};

use schemas::Schemas;

/// The name of the security scheme.
const SESSION: &str = "session";

/// The whole document.
pub fn document() -> Value {
    let mut schemas = Schemas::default();
    let mut paths = Map::new();
    for spec in ALL {
        let path = paths.entry(spec.path).or_insert_with(|| json!({}));
        if let Value::Object(methods) = path {
            methods.insert(spec.method.as_str().to_lowercase(), operation(spec, &mut schemas));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Borgerindsats.LetasylIntegrationslovService",
            "version": "1 (2024-2)",
            "description": "The nine operations of the interface document, as this backend answers them."
        },
        "servers": [{ "url": "/" }],
        "security": [{ SESSION: [] }],
        "paths": paths,
        "components": {
            "schemas": schemas.finish(),
            "securitySchemes": {
                SESSION: {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "letasyl",
                    "description": "The cookie that POST /session sets; over https its name is __Host-letasyl."
                }
            }
        }
    })
}

fn operation(spec: &OperationSpec, schemas: &mut Schemas) -> Value {
    let (parameters, body): (Vec<_>, Vec<_>) = spec.input.iter().partition(|element| element.place.is_some());
    let mut members = Map::new();
    members.insert("operationId".to_owned(), json!(spec.name));
    let parameters: Vec<_> = parameters.into_iter().map(|element| parameter(element, schemas)).collect();
    if !parameters.is_empty() {
        members.insert("parameters".to_owned(), json!(parameters));
    }
    if let Some(element) = body.first() {
        let content = json!({ "application/json": { "schema": schemas.of(&element.schema) } });
        members.insert("requestBody".to_owned(), json!({ "required": is_required(element), "content": content }));
    }
    members.insert("responses".to_owned(), responses::responses(spec, schemas));
    let organisations = spec.rights.iter().map(|right| {
        let citizens: Vec<_> = right.citizens.iter().map(|column| column.as_written()).collect();
        (right.organisation.as_written().to_owned(), json!(citizens))
    });
    members.insert("x-organisations".to_owned(), Value::Object(organisations.collect()));
    members.insert("x-fejlkoder".to_owned(), responses::error_codes(spec));
    Value::Object(members)
}

fn parameter(element: &Element, schemas: &mut Schemas) -> Value {
    let mut members = Map::new();
    members.insert("name".to_owned(), json!(element.name));
    members.insert("in".to_owned(), json!(element.place.map(|place| place.as_written())));
    members.insert("required".to_owned(), json!(is_required(element)));
    members.insert(
        "schema".to_owned(),
        if element.name == REQUEST_ID_HEADER { request_id() } else { schemas.of(&element.schema) },
    );
    if !element.description.is_empty() {
        members.insert("description".to_owned(), json!(element.description));
    }
    Value::Object(members)
}

/// The document gives the greatest length only; an empty id and characters that no header carries are refused, too.
fn request_id() -> Value {
    json!({ "type": "string", "minLength": 1, "maxLength": REQUEST_ID_MAX, "pattern": "^(?![0-9]{6}-?[0-9]{4}$)[!-~]([ -~]*[!-~])?$" })
}

fn is_required(element: &Element) -> bool {
    element.occurs == Occurs::Once
}
