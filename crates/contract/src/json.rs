//! Reading the document's types from JSON that somebody else has parsed: `serde_json` natively, the browser's own
//! parser in the browser, whose bundle then needs none of its own.
//!
//! What is wrong is told by its place alone, never by its value: that may be confidential.

use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use uuid::Uuid;

/// A parsed JSON value.
pub trait Json: Sized {
    /// A member of an object; `None` where it is absent or null, and in everything that is no object.
    fn member(&self, name: &str) -> Option<Self>;
    /// Whether it is an object.
    fn is_object(&self) -> bool;
    /// The names of an object's members, null ones included; none of what is no object.
    fn names(&self) -> Vec<String>;
    /// What it is.
    fn shape(&self) -> Shape<Self>;
    /// It as JSON text.
    fn text(&self) -> String;
}

/// What a JSON value is.
#[derive(Debug)]
pub enum Shape<J> {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<J>),
    /// An object.
    Object,
}

/// The place of the first value that is not as the document says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecodeError {
    /// The names on the way to it, innermost first.
    names: Vec<&'static str>,
}

impl DecodeError {
    pub(crate) fn inside(mut self, name: &'static str) -> Self {
        self.names.push(name);
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not as documented: ")?;
        for name in self.names.iter().rev() {
            f.write_str("/")?;
            f.write_str(name)?;
        }
        Ok(())
    }
}

/// A type that can be read from JSON.
pub trait FromJson: Sized {
    /// Reads a value.
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError>;

    /// What an absent value is: an error, but for those that may be absent.
    fn absent() -> Result<Self, DecodeError> {
        Err(DecodeError::default())
    }
}

/// A member of an object.
pub(crate) fn member<T: FromJson, J: Json>(of: &J, name: &'static str) -> Result<T, DecodeError> {
    match of.member(name) {
        Some(value) => T::from_json(&value),
        None => T::absent(),
    }
    .map_err(|misplaced| misplaced.inside(name))
}

/// The one member that an answer may have. `None`: the answer says that there is nothing, by being null, an object without
/// members, or one in which this is null. Anything else is no such answer.
pub(crate) fn optional<J: Json>(of: &J, name: &'static str) -> Result<Option<J>, DecodeError> {
    let names = of.names();
    match of.shape() {
        Shape::Null => Ok(None),
        Shape::Object if names.is_empty() || names.iter().any(|known| known == name) => Ok(of.member(name)),
        _ => Err(DecodeError::default()),
    }
}

/// For `serde`, natively: the same reading from a parsed value.
pub(crate) fn deserialize<'de, T: FromJson, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::from_json(&&Value::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

/// Nothing, when it is an object: an answer of another shape is not an object without members.
pub(crate) fn object<J: Json>(json: &J) -> Result<(), DecodeError> {
    if json.is_object() { Ok(()) } else { Err(DecodeError::default()) }
}

/// Reads a string by a function that knows which ones are valid.
pub(crate) fn read_text<T, J: Json>(json: &J, read: impl FnOnce(String) -> Option<T>) -> Result<T, DecodeError> {
    match json.shape() {
        Shape::Text(text) => read(text).ok_or_default(),
        _ => Err(DecodeError::default()),
    }
}

/// `Option::ok_or` with the place still to be named.
trait OrMisplaced<T> {
    fn ok_or_default(self) -> Result<T, DecodeError>;
}

impl<T> OrMisplaced<T> for Option<T> {
    fn ok_or_default(self) -> Result<T, DecodeError> {
        self.ok_or_else(DecodeError::default)
    }
}

/// Implements [`FromJson`] and `Deserialize` for types that are strings in JSON.
macro_rules! text_from_json {
    ($($type:ty: $read:expr;)*) => {$(
        impl crate::json::FromJson for $type {
            fn from_json<J: crate::json::Json>(json: &J) -> Result<Self, crate::json::DecodeError> {
                crate::json::read_text(json, $read)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::deserialize(deserializer)
            }
        }
    )*};
}
pub(crate) use text_from_json;

impl<T: FromJson> FromJson for Option<T> {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        T::from_json(json).map(Some)
    }

    fn absent() -> Result<Self, DecodeError> {
        Ok(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        match json.shape() {
            Shape::Array(items) => items.iter().map(T::from_json).collect(),
            _ => Err(DecodeError::default()),
        }
    }
}

/// An element of a list, if it can be read: one that cannot hides itself and none of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfReadable<T>(
    /// `None`: it cannot.
    pub Option<T>,
);

impl<T: FromJson> FromJson for IfReadable<T> {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        Ok(Self(T::from_json(json).ok()))
    }
}

impl FromJson for String {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        read_text(json, Some)
    }
}

impl FromJson for Uuid {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        read_text(json, |text| Self::try_parse(&text).ok())
    }
}

impl FromJson for bool {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        match json.shape() {
            Shape::Bool(value) => Ok(value),
            _ => Err(DecodeError::default()),
        }
    }
}

impl FromJson for i32 {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        match json.shape() {
            Shape::Number(number) => whole(number).ok_or_default(),
            _ => Err(DecodeError::default()),
        }
    }
}

/// The number, when it is whole and an `int32`.
pub(crate) fn whole(number: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "compared with the number just below")]
    let whole = number as i32;
    #[expect(clippy::float_cmp, reason = "exactly equal is what is asked")]
    (f64::from(whole) == number).then_some(whole)
}

impl Json for &Value {
    fn member(&self, name: &str) -> Option<Self> {
        self.as_object()?.get(name).filter(|value| !value.is_null())
    }

    fn is_object(&self) -> bool {
        Value::is_object(self)
    }

    fn names(&self) -> Vec<String> {
        self.as_object().map(|members| members.keys().cloned().collect()).unwrap_or_default()
    }

    fn shape(&self) -> Shape<Self> {
        match self {
            Value::Null => Shape::Null,
            Value::Bool(value) => Shape::Bool(*value),
            Value::Number(number) => Shape::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Shape::Text(text.clone()),
            Value::Array(items) => Shape::Array(items.iter().collect()),
            Value::Object(_) => Shape::Object,
        }
    }

    fn text(&self) -> String {
        self.to_string()
    }
}
