//! The interface document "Borgerindsats.LetasylIntegrationslovService" as Rust types.
//!
//! One definition of each operation, read by both sides: the front end sends an [`Operation`], the backend reads
//! the same [`Operation`] from what arrived. Values such as [`Cpr`] can only exist when they are valid.
//!
//! This crate does no I/O and knows neither a framework, a database nor a word of Danish that a user reads: it
//! says what is wrong as a type, and `letasyl-locale` finds the words.

mod access;
mod answer;
mod code;
mod cpr;
mod danish_time;
mod date;
mod date_time;
mod dynamic_text;
mod error_body;
mod fault;
mod fejlkode;
mod field;
mod integrationslov;
mod job_centre_code;
mod json;
mod non_empty_text;
mod operation;
mod operations;
mod pdf;
mod pdf_data;
mod received_text;
mod request;
mod request_id;
mod schema;
mod session;
mod tolerant;

pub use access::{Citizens, DocumentOrganisation, OrganisationType, Reach, Right, reach};
pub use answer::{Answer, AnswerFault, Nothing};
pub use code::Code;
pub use cpr::{CPR_PATTERN, Cpr, CprError};
pub use danish_time::danish_time;
pub use date::{Date, DateTimeError, TimeOfDay};
pub use date_time::DateTime;
pub use dynamic_text::{CreateDynamicTextDto, GetDynamicTextDto, GetDynamicTextGroupDto, UpdateDynamicTextDto};
pub use error_body::{ErrorBody, NO_SUCH_TEXT, Problem, ProblemFault};
pub use fault::{Fault, FaultKind};
pub use fejlkode::Fejlkode;
pub use field::{Field, Section, Value};
pub use integrationslov::{
    DanskmaalDto, GetIntegrationslovsdataResponseDto, HelbredstilstandDto, HelbredsvurderingDto,
    IntegrationslovsdataDto, KontraktDto, KontraktvarighedDto, SprogDto, SprogStamdataDto, UddannelseDto,
};
pub use job_centre_code::{JOB_CENTRE_CODE_PATTERN, JobCentreCode, JobCentreCodeError};
pub use json::{DecodeError, FromJson, IfReadable, Json, Shape};
pub use non_empty_text::{EmptyText, NonEmptyText};
pub use operation::{Operation, OperationName, OperationSpec};
pub use operations::ALL;
pub use operations::citizen::{
    GetIntegrationslovsdata, GetIntegrationslovsdataPdf, OverfoerLetAsylIntegrationslovsdata,
};
pub use operations::texts::{CreateText, DeleteText, GetAllGroups, GetText, GetTexts, UpdateText};
pub use pdf::{GetIntegrationslovdataSomPdfDto, GetIntegrationslovdataSomPdfResponseDto, unread_pdf};
pub use pdf_data::{PdfData, PdfDataError, PdfPieces};
pub use received_text::ReceivedText;
pub use request::{CPR_HEADER, Method, REQUEST_ID_HEADER, RawRequest, Request};
pub use request_id::{REQUEST_ID_MAX, RequestId, RequestIdError};
pub use schema::{Described, Element, Occurs, ParameterLocation, Schema};
pub use session::{DemoCitizenDto, DemoUserDto, OrganisationDto, OwnSessionDto, SessionDto, SignInDto, UserDto};
pub use tolerant::Unread;
