//! What can be wrong with a request: where, and of which kind. The words are `letasyl-locale`'s.

use crate::cpr::CprError;
use crate::request_id::RequestIdError;

/// One fault found in a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The JSON pointer into the body (`""` is the whole body); `None` for a fault outside it.
    pub pointer: Option<String>,
    /// The name of the path, query or header parameter; `None` for a fault in the body.
    pub parameter: Option<&'static str>,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// A fault at a member of the body; an empty name means the body itself.
    pub fn in_body(name: &str, kind: FaultKind) -> Self {
        let pointer = if name.is_empty() { String::new() } else { format!("/{name}") };
        Self { pointer: Some(pointer), parameter: None, kind }
    }

    /// A fault in the path, the query or a header.
    pub fn in_parameter(name: &'static str, kind: FaultKind) -> Self {
        Self { pointer: None, parameter: Some(name), kind }
    }
}

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The body is no JSON.
    NotJson,
    /// The body is JSON, but no object.
    NotAnObject,
    /// It is not there.
    Missing,
    /// It is there, but of another type than a string.
    NotAString,
    /// A text without a character.
    Empty,
    /// No uuid.
    NotUuid,
    /// The id in the body is another than the id in the path.
    IdsDiffer,
    /// No group has this id.
    UnknownGroup,
    /// No CPR.
    Cpr(CprError),
    /// No request id.
    RequestId(RequestIdError),
}
