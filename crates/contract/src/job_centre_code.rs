//! The code of a job centre: five digits.

use serde::Serialize;

use crate::json::text_from_json;
use crate::schema::{Described, Schema};

/// The document's pattern, as written; it means a full match.
pub const JOB_CENTRE_CODE_PATTERN: &str = "[0-9]{5}";

/// Exactly five ASCII digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct JobCentreCode(String);

/// The text is not five digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not five digits")]
pub struct JobCentreCodeError;

impl JobCentreCode {
    /// Reads exactly what the pattern accepts.
    pub fn parse(text: &str) -> Result<Self, JobCentreCodeError> {
        if text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(JobCentreCodeError)
        }
    }

    /// The five digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Described for JobCentreCode {
    const SCHEMA: Schema = Schema { pattern: Some(JOB_CENTRE_CODE_PATTERN), ..Schema::plain("string") };
}

text_from_json! {
    JobCentreCode: |text| Self::parse(&text).ok();
}
