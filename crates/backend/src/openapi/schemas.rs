//! The document's types as JSON Schema.

use letasyl_contract::{Element, Occurs, Schema};
use serde_json::{Map, Value, json};

/// The seven elements to which the document gives no type.
const CODE: &str = "Code";
/// The body of every error.
pub const PROBLEM: &str = "Problem";

/// The bodies of requests, in which what may be absent may be null instead.
const REQUESTS: [&str; 2] = ["CreateDynamicTextDto", "UpdateDynamicTextDto"];

/// The types met so far: each object once, under its name.
#[derive(Default)]
pub struct Schemas(Map<String, Value>);

impl Schemas {
    /// The schema of a type, which for an object is a reference to it.
    pub fn of(&mut self, schema: &Schema) -> Value {
        let Some(name) = schema.type_name else { return self.reference(CODE, |_| code()) };
        match (name, schema.children) {
            ("int32", _) => json!({ "type": "integer", "format": "int32" }),
            ("boolean", _) => json!({ "type": "boolean" }),
            ("uuid" | "date-time", _) => json!({ "type": "string", "format": name }),
            ("base64Binary", _) => json!({ "type": "string", "contentEncoding": "base64" }),
            (_, []) => string(schema),
            (_, [item]) if item.occurs == Occurs::Many => json!({ "type": "array", "items": self.of(&item.schema) }),
            (_, elements) => self.reference(name, |schemas| schemas.object(elements, REQUESTS.contains(&name))),
        }
    }

    /// A reference to the error body.
    pub fn problem(&mut self) -> Value {
        self.reference(PROBLEM, |_| problem())
    }

    /// All types by name.
    pub fn finish(self) -> Value {
        Value::Object(self.0)
    }

    fn reference(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.0.contains_key(name) {
            let made = make(self);
            self.0.insert(name.to_owned(), made);
        }
        json!({ "$ref": format!("#/components/schemas/{name}") })
    }

    fn object(&mut self, elements: &[Element], in_request: bool) -> Value {
        let required: Vec<_> =
            elements.iter().filter(|element| element.occurs == Occurs::Once).map(|element| element.name).collect();
        let properties: Map<_, _> =
            elements.iter().map(|element| (element.name.to_owned(), self.property(element, in_request))).collect();
        let mut members = Map::new();
        members.insert("type".to_owned(), json!("object"));
        members.insert("properties".to_owned(), Value::Object(properties));
        if !required.is_empty() {
            members.insert("required".to_owned(), json!(required));
        }
        Value::Object(members)
    }

    fn property(&mut self, element: &Element, in_request: bool) -> Value {
        let mut schema = self.of(&element.schema);
        if let (true, Occurs::Optional, Value::Object(members)) = (in_request, element.occurs, &mut schema) {
            let kind = members.remove("type");
            members.extend(kind.map(|kind| ("type".to_owned(), json!([kind, "null"]))));
        }
        if let (false, Value::Object(members)) = (element.description.is_empty(), &mut schema) {
            members.insert("description".to_owned(), json!(element.description));
        }
        schema
    }
}

fn string(schema: &Schema) -> Value {
    let bounds = [
        schema.min_length.map(|least| ("minLength".to_owned(), json!(least))),
        schema.max_length.map(|greatest| ("maxLength".to_owned(), json!(greatest))),
        // JSON Schema searches; the document means the whole text.
        schema.pattern.map(|pattern| ("pattern".to_owned(), json!(format!("^(?:{pattern})$")))),
    ];
    let kind = ("type".to_owned(), json!("string"));
    Value::Object([kind].into_iter().chain(bounds.into_iter().flatten()).collect())
}

fn code() -> Value {
    json!({
        "description": "A value of a code list. The document gives no type, so every shape that may come is allowed.",
        "oneOf": [{ "type": "number" }, { "type": "string" }, { "type": "object" }]
    })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "description": "RFC 9457. `type` is urn:letasyl:problem: and a name that stays the same.",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string", "format": "uri" },
            "title": { "type": "string" },
            "status": { "type": "integer", "format": "int32" },
            "detail": { "type": "string" },
            "fejlkode": { "type": "integer", "format": "int32" },
            "fejltekst": { "type": "string" },
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["detail"],
                    "properties": {
                        "pointer": { "type": "string", "format": "json-pointer" },
                        "parameter": { "type": "string" },
                        "detail": { "type": "string" }
                    }
                }
            }
        }
    })
}
