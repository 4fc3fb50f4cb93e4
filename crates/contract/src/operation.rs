//! What an operation is: one definition, from which the front end sends and the backend reads.

use serde::Serialize;
use uuid::Uuid;

use crate::access::Right;
use crate::dynamic_text::{GetDynamicTextDto, GetDynamicTextGroupDto};
use crate::fault::Fault;
use crate::fejlkode::Fejlkode;
use crate::integrationslov::{GetIntegrationslovsdataResponseDto, IntegrationslovsdataDto};
use crate::json::{DecodeError, FromJson, Json, Shape, optional, text_from_json};
use crate::operations::{citizen, texts};
use crate::pdf::{
    GetIntegrationslovdataSomPdfDto, GetIntegrationslovdataSomPdfResponseDto, PdfData, PdfDataError, unread_pdf,
};
use crate::request::{CPR_HEADER, RawRequest, Request};
use crate::schema::{Described, Element, Schema};

/// An HTTP method that the document uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `DELETE`
    Delete,
}

impl Method {
    /// As HTTP writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// The nine operations by the document's names, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[expect(missing_docs, reason = "the document's own names; each operation's type says what it does")]
pub enum OperationName {
    CreateText,
    DeleteText,
    GetText,
    GetTexts,
    GetAllGroups,
    UpdateText,
    GetIntegrationslovsdata,
    GetIntegrationslovsdataPdf,
    OverfoerLetAsylIntegrationslovsdata,
}

impl OperationName {
    /// All nine, in the document's order. For whoever needs no more than the names: a browser that gets by without
    /// [`ALL`] is not sent all that the document says.
    pub const ALL: [Self; 9] = [
        Self::CreateText,
        Self::DeleteText,
        Self::GetText,
        Self::GetTexts,
        Self::GetAllGroups,
        Self::UpdateText,
        Self::GetIntegrationslovsdata,
        Self::GetIntegrationslovsdataPdf,
        Self::OverfoerLetAsylIntegrationslovsdata,
    ];

    /// Who may call it.
    pub const fn rights(self) -> &'static [Right] {
        match self {
            Self::CreateText => texts::CreateText::SPEC.rights,
            Self::DeleteText => texts::DeleteText::SPEC.rights,
            Self::GetText => texts::GetText::SPEC.rights,
            Self::GetTexts => texts::GetTexts::SPEC.rights,
            Self::GetAllGroups => texts::GetAllGroups::SPEC.rights,
            Self::UpdateText => texts::UpdateText::SPEC.rights,
            Self::GetIntegrationslovsdata => citizen::GetIntegrationslovsdata::SPEC.rights,
            Self::GetIntegrationslovsdataPdf => citizen::GetIntegrationslovsdataPdf::SPEC.rights,
            Self::OverfoerLetAsylIntegrationslovsdata => citizen::OverfoerLetAsylIntegrationslovsdata::SPEC.rights,
        }
    }

    /// As the document writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CreateText => "CreateText",
            Self::DeleteText => "DeleteText",
            Self::GetText => "GetText",
            Self::GetTexts => "GetTexts",
            Self::GetAllGroups => "GetAllGroups",
            Self::UpdateText => "UpdateText",
            Self::GetIntegrationslovsdata => "GetIntegrationslovsdata",
            Self::GetIntegrationslovsdataPdf => "GetIntegrationslovsdataPdf",
            Self::OverfoerLetAsylIntegrationslovsdata => "OverfoerLetAsylIntegrationslovsdata",
        }
    }
}

text_from_json! {
    OperationName: |text| Self::ALL.into_iter().find(|name| name.as_str() == text);
}

/// Everything the document says of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationSpec {
    /// Which one.
    pub name: OperationName,
    /// The HTTP method.
    pub method: Method,
    /// The path, with variables in braces.
    pub path: &'static str,
    /// Who may call it.
    pub rights: &'static [Right],
    /// The table "Input".
    pub input: &'static [Element],
    /// The table "Output"; empty where there is none.
    pub output: &'static [Element],
    /// The table "Fejlkoder"; empty where there is none.
    pub errors: &'static [Fejlkode],
}

impl OperationSpec {
    /// Whether it changes something, and so needs a request id.
    pub fn writes(&self) -> bool {
        self.method != Method::Get
    }

    /// Whether it is about one citizen, whose CPR it takes.
    pub fn is_about_citizen(&self) -> bool {
        self.input.iter().any(|element| element.name == CPR_HEADER)
    }

    /// The type of the body that it takes.
    pub fn body(&self) -> Option<&'static Schema> {
        self.input.iter().find(|element| element.place.is_none()).map(|element| &element.schema)
    }
}

/// All nine, in the document's order.
pub const ALL: [&OperationSpec; 9] = [
    &texts::CreateText::SPEC,
    &texts::DeleteText::SPEC,
    &texts::GetText::SPEC,
    &texts::GetTexts::SPEC,
    &texts::GetAllGroups::SPEC,
    &texts::UpdateText::SPEC,
    &citizen::GetIntegrationslovsdata::SPEC,
    &citizen::GetIntegrationslovsdataPdf::SPEC,
    &citizen::OverfoerLetAsylIntegrationslovsdata::SPEC,
];

/// A call with its values: it can be sent, and it can be read from what arrived.
pub trait Operation: Sized {
    /// What the document says of it.
    const SPEC: OperationSpec;
    /// What a successful call answers.
    type Answer: Answer;

    /// What is to be sent.
    fn request(&self) -> Request;

    /// Reads what arrived; answers every fault it has.
    fn read(raw: &RawRequest) -> Result<Self, Vec<Fault>>;
}

/// The body of a successful answer.
pub trait Answer: Sized {
    /// The JSON to send; `None` for no body at all.
    fn write(&self) -> Option<String>;

    /// Reads a body; `None`: it is no JSON.
    fn read<J: Json>(body: Option<&J>) -> Result<Self, AnswerFault>;
}

/// Why an answer that called itself successful cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerFault {
    /// No JSON.
    NotJson,
    /// JSON, but not as the document says at this place.
    NotAsDocumented(DecodeError),
    /// As documented, but what should be a PDF is none.
    Pdf(PdfDataError),
}

/// The answer of the writes that answer nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nothing;

impl Described for Nothing {
    const SCHEMA: Schema = Schema::plain("ActionResult");
}

impl Answer for Nothing {
    fn write(&self) -> Option<String> {
        None
    }

    fn read<J: Json>(_: Option<&J>) -> Result<Self, AnswerFault> {
        Ok(Self)
    }
}

macro_rules! json_answer {
    ($($type:ty),*) => {$(
        impl Answer for $type {
            fn write(&self) -> Option<String> {
                serde_json::to_string(self).ok()
            }

            fn read<J: Json>(body: Option<&J>) -> Result<Self, AnswerFault> {
                read_json(body)
            }
        }
    )*};
}
json_answer!(Uuid, GetDynamicTextDto, Vec<GetDynamicTextDto>, Vec<GetDynamicTextGroupDto>);

impl Answer for GetIntegrationslovsdataResponseDto {
    fn write(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// An empty body, and one of `null`, say that there are no data. An object with members of which none is the expected
    /// one is about something else.
    fn read<J: Json>(body: Option<&J>) -> Result<Self, AnswerFault> {
        let body = body.ok_or(AnswerFault::NotJson)?;
        let data = optional(body, "integrationslovsdata").map_err(AnswerFault::NotAsDocumented)?;
        let read = data.map(IntegrationslovsdataDto::read_tolerantly).transpose();
        Ok(Self {
            integrationslovsdata: read
                .map_err(|place| AnswerFault::NotAsDocumented(place.inside("integrationslovsdata")))?,
        })
    }
}

impl Answer for GetIntegrationslovdataSomPdfResponseDto {
    fn write(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    fn read<J: Json>(body: Option<&J>) -> Result<Self, AnswerFault> {
        let Some((jobcenterkode, data)) = unread_pdf(body)? else { return Ok(Self { document: None }) };
        let Shape::Text(data) = data.shape() else { return Err(AnswerFault::NotAsDocumented(DecodeError::default())) };
        let pdf_data = PdfData::from_base64(&data).map_err(AnswerFault::Pdf)?;
        Ok(Self { document: Some(GetIntegrationslovdataSomPdfDto { jobcenterkode, pdf_data }) })
    }
}

fn read_json<T: FromJson, J: Json>(body: Option<&J>) -> Result<T, AnswerFault> {
    T::from_json(body.ok_or(AnswerFault::NotJson)?).map_err(AnswerFault::NotAsDocumented)
}
