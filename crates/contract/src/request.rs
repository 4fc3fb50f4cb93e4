//! A request as both sides see it: what the front end is to send, and what arrived at the backend.

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::cpr::Cpr;
use crate::fault::{Fault, FaultKind};
use crate::non_empty_text::NonEmptyText;
use crate::request_id::RequestId;

/// The header that carries the CPR: never the path, the query or the body.
pub const CPR_HEADER: &str = "x-civilregistrationIdentifier";
/// The header that carries the id of a write.
pub const REQUEST_ID_HEADER: &str = "x-requestId";

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

/// A request to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The HTTP method.
    pub method: Method,
    /// The path with its variables filled in, and the query.
    pub path: String,
    /// The headers of the document.
    pub headers: Vec<(&'static str, String)>,
    /// JSON, where there is a body.
    pub body: Option<String>,
}

/// A request that arrived. Names of headers in any letter case, values decoded.
#[derive(Debug, Clone, Default)]
pub struct RawRequest {
    /// The variables of the path.
    pub path: Vec<(String, String)>,
    /// The pairs of the query, in order.
    pub query: Vec<(String, String)>,
    /// The headers, in order. One that is not text is left out: it cannot be valid.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// Reads a request's parts and keeps every fault, so that the answer can name them all.
pub(crate) struct Reader<'a> {
    raw: &'a RawRequest,
    body: Map<String, Value>,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(raw: &'a RawRequest) -> Self {
        Self { raw, body: Map::new(), faults: Vec::new() }
    }

    /// For operations with a body: the body is an object.
    pub(crate) fn with_body(raw: &'a RawRequest) -> Self {
        let mut reader = Self::new(raw);
        match serde_json::from_slice(&raw.body) {
            Ok(Value::Object(members)) => reader.body = members,
            Ok(_) => reader.faults.push(Fault::in_body("", FaultKind::NotAnObject)),
            Err(_) => reader.faults.push(Fault::in_body("", FaultKind::NotJson)),
        }
        reader
    }

    pub(crate) fn cpr(&mut self) -> Option<Cpr> {
        let read = self.header(CPR_HEADER).map(Cpr::parse);
        self.keep(CPR_HEADER, read.map(|cpr| cpr.map_err(FaultKind::Cpr)))
    }

    pub(crate) fn request_id(&mut self) -> Option<RequestId> {
        let read = self.header(REQUEST_ID_HEADER).map(RequestId::parse);
        self.keep(REQUEST_ID_HEADER, read.map(|id| id.map_err(FaultKind::RequestId)))
    }

    pub(crate) fn path_uuid(&mut self, name: &'static str) -> Option<Uuid> {
        let read = find(&self.raw.path, |key| key == name).map(parse_uuid);
        self.keep(name, read)
    }

    /// `Some(None)` when the parameter is absent, `None` when it is there and wrong.
    pub(crate) fn query_uuid(&mut self, name: &'static str) -> Option<Option<Uuid>> {
        match find(&self.raw.query, |key| key == name).map(parse_uuid) {
            None => Some(None),
            read => self.keep(name, read).map(Some),
        }
    }

    pub(crate) fn body_text(&mut self, name: &str) -> Option<NonEmptyText> {
        let read = self.body_string(name)?;
        let text = read.map(|text| NonEmptyText::new(text).map_err(|_| FaultKind::Empty));
        self.keep_body(name, text.unwrap_or(Err(FaultKind::Missing)))
    }

    pub(crate) fn body_uuid(&mut self, name: &str) -> Option<Uuid> {
        let read = self.body_string(name)?;
        self.keep_body(name, read.map(|text| parse_uuid(&text)).unwrap_or(Err(FaultKind::Missing)))
    }

    /// `Some(None)` when the member is absent or null.
    pub(crate) fn body_optional_uuid(&mut self, name: &str) -> Option<Option<Uuid>> {
        match self.body_string(name)? {
            None => Some(None),
            Some(text) => self.keep_body(name, parse_uuid(&text)).map(Some),
        }
    }

    /// Adds a fault that only the whole shows.
    pub(crate) fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// The operation, when no fault was found; otherwise all of them.
    pub(crate) fn finish<T>(self, operation: Option<T>) -> Result<T, Vec<Fault>> {
        match operation {
            Some(operation) if self.faults.is_empty() => Ok(operation),
            _ => Err(self.faults),
        }
    }

    fn header(&self, name: &str) -> Option<&'a str> {
        find(&self.raw.headers, |key| key.eq_ignore_ascii_case(name))
    }

    fn keep<T>(&mut self, name: &'static str, read: Option<Result<T, FaultKind>>) -> Option<T> {
        match read.unwrap_or(Err(FaultKind::Missing)) {
            Ok(value) => Some(value),
            Err(kind) => {
                self.faults.push(Fault::in_parameter(name, kind));
                None
            }
        }
    }

    fn keep_body<T>(&mut self, name: &str, read: Result<T, FaultKind>) -> Option<T> {
        read.map_err(|kind| self.faults.push(Fault::in_body(name, kind))).ok()
    }

    /// `None`: a fault was kept, or the body itself is faulty, which one fault tells.
    fn body_string(&mut self, name: &str) -> Option<Option<String>> {
        if self.faults.iter().any(|fault| fault.pointer.as_deref() == Some("")) {
            return None;
        }
        match self.body.remove(name) {
            None | Some(Value::Null) => Some(None),
            Some(Value::String(text)) => Some(Some(text)),
            Some(_) => self.keep_body(name, Err(FaultKind::NotAString)),
        }
    }
}

fn find(pairs: &[(String, String)], wanted: impl Fn(&str) -> bool) -> Option<&str> {
    pairs.iter().find(|(key, _)| wanted(key)).map(|(_, value)| value.as_str())
}

/// Only the usual form, 36 characters with hyphens: what the document's `uuid` and OpenAPI's format mean.
fn parse_uuid(text: &str) -> Result<Uuid, FaultKind> {
    if text.len() == 36 { Uuid::try_parse(text).map_err(|_| FaultKind::NotUuid) } else { Err(FaultKind::NotUuid) }
}
