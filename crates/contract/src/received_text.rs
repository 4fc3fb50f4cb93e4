//! A text of an answer, whatever stands there.

use std::fmt;

use serde::Serialize;

use crate::json::{DecodeError, FromJson, Json, Shape};
use crate::non_empty_text::NonEmptyText;
use crate::schema::{Described, Schema};

/// What should be a [`NonEmptyText`], as it was received: empty where nothing stands there. One that is odd must not hide all
/// others, and can only be repaired by somebody who sees it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct ReceivedText(String);

impl ReceivedText {
    /// The text, unchanged.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<NonEmptyText> for ReceivedText {
    fn from(text: NonEmptyText) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for ReceivedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromJson for ReceivedText {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        Ok(Self(match json.shape() {
            Shape::Text(text) => text,
            _ => json.text(),
        }))
    }

    fn absent() -> Result<Self, DecodeError> {
        Ok(Self(String::new()))
    }
}

impl Described for ReceivedText {
    const SCHEMA: Schema = NonEmptyText::SCHEMA;
}
