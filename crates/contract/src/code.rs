//! The seven elements whose names end in `Type` and to which the document gives no type.
//!
//! Their JSON is not known, so a number, a string and an object with a code and a name are all read, and what was
//! read is written back as it was: no value is ever dropped.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::json::{self, DecodeError, FromJson, Json, Shape};
use crate::schema::{Described, Schema};

/// A value from one of STAR's code lists, in any of its three shapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The value as JSON text.
    json: String,
    code: Option<String>,
    name: Option<String>,
}

impl Code {
    /// The code, as written: of a number, of a string of digits, or of a member that services name a code by.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The name: of a string that is no number, or of a member that services name a text by.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The whole value as JSON text, for the one who must see it when it has neither code nor name.
    pub fn as_json(&self) -> &str {
        &self.json
    }
}

/// A blank name says nothing.
fn filled(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

/// The first of the members that is a string or a number, as text.
fn member<J: Json>(of: &J, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let value = of.member(name)?;
        match value.shape() {
            Shape::Text(text) => filled(text),
            Shape::Number(_) => Some(value.text()),
            _ => None,
        }
    })
}

const CODE: &[&str] = &["code", "kode", "id", "Code", "Kode", "Id"];
const NAME: &[&str] = &["name", "navn", "text", "tekst", "value", "Name", "Navn", "Text", "Tekst", "Value"];

impl FromJson for Code {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        let (code, name) = match json.shape() {
            Shape::Number(_) => (Some(json.text()), None),
            Shape::Text(text) if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) => (Some(text), None),
            Shape::Text(text) => (None, filled(text)),
            Shape::Object => (member(json, CODE), member(json, NAME)),
            Shape::Null | Shape::Bool(_) | Shape::Array(_) => return Err(DecodeError::default()),
        };
        Ok(Self { json: json.text(), code, name })
    }
}

impl Described for Code {
    const SCHEMA: Schema = Schema { type_name: None, min_length: None, max_length: None, pattern: None, children: &[] };
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value: serde_json::Value = serde_json::from_str(&self.json).map_err(serde::ser::Error::custom)?;
        value.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        json::deserialize(deserializer)
    }
}
