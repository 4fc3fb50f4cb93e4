//! `x-requestId`: one id for one intent of a user, so that a retry cannot take effect twice.

use std::fmt;

use uuid::Uuid;

use crate::schema::{Described, Schema};

/// The greatest length, in characters: "Max længde for id'et er 46 chars".
pub const REQUEST_ID_MAX: usize = 46;

/// 1–46 characters that an HTTP header can carry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RequestId(String);

/// Why something is no request id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestIdError {
    /// No character.
    Empty,
    /// More than [`REQUEST_ID_MAX`] characters: how many.
    TooLong(usize),
    /// Ten digits, with or without a hyphen after six: it could be somebody's CPR, and ids are kept and logged.
    LikeCpr,
    /// A character that is not visible ASCII, or a blank at an end, where HTTP takes it away.
    NotVisible,
}

impl RequestId {
    /// Reads an id as it came.
    pub fn parse(text: &str) -> Result<Self, RequestIdError> {
        match text.chars().count() {
            0 => Err(RequestIdError::Empty),
            n if n > REQUEST_ID_MAX => Err(RequestIdError::TooLong(n)),
            _ if text.trim() != text || !text.chars().all(|c| c == ' ' || c.is_ascii_graphic()) => {
                Err(RequestIdError::NotVisible)
            }
            _ if is_like_cpr(text) => Err(RequestIdError::LikeCpr),
            _ => Ok(Self(text.to_owned())),
        }
    }

    /// The id as it is sent and quoted.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_like_cpr(text: &str) -> bool {
    let digits = match text.split_once('-') {
        Some((day, serial)) if day.len() == 6 => [day, serial].concat(),
        Some(_) => return false,
        None => text.to_owned(),
    };
    digits.len() == 10 && digits.bytes().all(|digit| digit.is_ascii_digit())
}

impl From<Uuid> for RequestId {
    fn from(uuid: Uuid) -> Self {
        Self(uuid.to_string())
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Described for RequestId {
    const SCHEMA: Schema = Schema { min_length: None, max_length: Some(REQUEST_ID_MAX), ..Schema::plain("string") };
}
