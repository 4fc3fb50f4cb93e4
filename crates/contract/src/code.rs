//! The seven elements whose names end in `Type` and to which the document gives no type.
//!
//! Their JSON is not known, so a number, a string and an object with a code and a name are all read, and what was
//! read is written back as it was: no value is ever dropped.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Number, Value};

use crate::schema::{Described, Schema};

/// A value from one of STAR's code lists, in any of its three shapes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Code {
    /// The code alone, as a number.
    Number(Number),
    /// A string: a name, or a code in letters or digits.
    Text(String),
    /// An object, usually with a code and a name; other members are kept.
    Object(Map<String, Value>),
}

impl Code {
    /// The code, as written: of a number, of a string of digits, or of the member `code` or `kode`.
    pub fn code(&self) -> Option<String> {
        match self {
            Self::Number(number) => Some(number.to_string()),
            Self::Text(text) if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) => Some(text.clone()),
            Self::Text(_) => None,
            Self::Object(members) => member(members, &["code", "kode"]),
        }
    }

    /// The name: of a string that is no number, or of the member `name` or `navn`.
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Number(_) => None,
            Self::Text(text) => self.code().is_none().then(|| text.clone()),
            Self::Object(members) => member(members, &["name", "navn"]).filter(|name| !name.trim().is_empty()),
        }
    }

    /// The whole value as JSON text, for the one who must see it when it has neither code nor name.
    pub fn as_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The first member with one of the names, whatever its letter case, when it is a string or a number.
fn member(members: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let (_, value) = members.iter().find(|(key, _)| names.iter().any(|name| key.eq_ignore_ascii_case(name)))?;
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

impl Described for Code {
    const SCHEMA: Schema = Schema { type_name: None, min_length: None, max_length: None, pattern: None, children: &[] };
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Number(number) => Ok(Self::Number(number)),
            Value::String(text) => Ok(Self::Text(text)),
            Value::Object(members) => Ok(Self::Object(members)),
            Value::Null | Value::Bool(_) | Value::Array(_) => {
                Err(serde::de::Error::custom("a code is a number, a string or an object"))
            }
        }
    }
}
