//! The body of a successful response.

use uuid::Uuid;

use crate::dynamic_text::{GetDynamicTextDto, GetDynamicTextGroupDto};
use crate::json::{DecodeError, FromJson, Json};
use crate::pdf_data::PdfDataError;
use crate::schema::{Described, Schema};

/// The body of a successful answer.
pub trait Answer: Sized {
    /// The JSON to send; `None` for no body.
    fn encode(&self) -> Option<String>;

    /// Decodes a body. `None`: it is not JSON.
    fn decode<J: Json>(body: Option<&J>) -> Result<Self, AnswerFault>;
}

/// Why an answer that called itself successful cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerFault {
    /// No JSON.
    NotJson,
    /// JSON, but not as the document says at this place.
    NotAsDocumented(DecodeError),
    /// As documented, but what should be a PDF is not one.
    Pdf(PdfDataError),
}

/// The answer of the writes that answer nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nothing;

impl Described for Nothing {
    const SCHEMA: Schema = Schema::plain("ActionResult");
}

impl Answer for Nothing {
    fn encode(&self) -> Option<String> {
        None
    }

    fn decode<J: Json>(_: Option<&J>) -> Result<Self, AnswerFault> {
        Ok(Self)
    }
}

macro_rules! json_answer {
    ($($type:ty),*) => {$(
        impl Answer for $type {
            fn encode(&self) -> Option<String> {
                serde_json::to_string(self).ok()
            }

            fn decode<J: Json>(body: Option<&J>) -> Result<Self, AnswerFault> {
                read_json(body)
            }
        }
    )*};
}
json_answer!(Uuid, GetDynamicTextDto, Vec<GetDynamicTextDto>, Vec<GetDynamicTextGroupDto>);

fn read_json<T: FromJson, J: Json>(body: Option<&J>) -> Result<T, AnswerFault> {
    T::from_json(body.ok_or(AnswerFault::NotJson)?).map_err(AnswerFault::NotAsDocumented)
}
