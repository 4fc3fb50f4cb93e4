//! A text of at least one character, kept exactly as it was written.

use serde::Serialize;

use crate::json::text_from_json;
use crate::schema::{Described, Schema};

/// A string with `MinLength: 1`. Blanks count as characters: whether a blank text is wanted is for the one who asks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct NonEmptyText(String);

/// The text has no characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an empty text")]
pub struct EmptyText;

impl NonEmptyText {
    /// Takes a text as it is; refuses the empty one.
    pub fn new(text: impl Into<String>) -> Result<Self, EmptyText> {
        let text = text.into();
        if text.is_empty() { Err(EmptyText) } else { Ok(Self(text)) }
    }

    /// The text, unchanged.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<NonEmptyText> for String {
    fn from(text: NonEmptyText) -> Self {
        text.0
    }
}

impl Described for NonEmptyText {
    const SCHEMA: Schema = Schema { min_length: Some(1), ..Schema::plain("string") };
}

text_from_json! {
    NonEmptyText: |text| Self::new(text).ok();
}
