//! The bodies of errors: written by our backend as RFC 9457, read tolerantly, since STAR's own form is not known.

use serde::{Deserialize, Serialize};

use crate::dynamic_text::UpdateDynamicTextDto;
use crate::json::{Json, Shape, whole};
use crate::schema::Described;

/// The `type` of the problem that our backend answers for a text that is not there. Only this says so: any 404 else may
/// be a proxy's, which knows nothing of texts.
pub const NO_SUCH_TEXT: &str = "urn:letasyl:problem:no-such-text";

/// An error body of our backend: `application/problem+json` (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A URI that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is, in Danish.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What it is in this case.
    pub detail: String,
    /// The document's error code, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fejlkode: Option<i32>,
    /// The document's text for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fejltekst: Option<String>,
    /// Every fault found in the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemFault>,
}

/// One fault of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemFault {
    /// A JSON pointer into the request's body, for a fault there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The path, query or header parameter, for a fault there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// What is wrong, in Danish.
    pub detail: String,
}

/// What could be read from an error's body of any origin. Each part may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorBody {
    /// The URI that names the kind of problem.
    pub kind: Option<String>,
    /// The error code.
    pub fejlkode: Option<i32>,
    /// The text that belongs to the code.
    pub fejltekst: Option<String>,
    /// The text for a person.
    pub detail: Option<String>,
    /// The faults of the request.
    pub faults: Vec<ProblemFault>,
}

/// Longer plain text is no message for a person, but a page or a dump.
const LONGEST_PLAIN_TEXT: usize = 500;

impl ErrorBody {
    /// Reads problem details, a list of code/text objects, one such object, plain text, or nothing. Never fails.
    /// `parsed`: the body as JSON, where it is any.
    pub fn decode<J: Json>(parsed: Option<&J>, body: &str) -> Self {
        let Some(json) = parsed else { return Self::from_text(body) };
        match json.shape() {
            Shape::Array(items) => Self::from_list(&items),
            Shape::Object => Self::from_object(json),
            Shape::Text(text) => Self::from_text(&text),
            Shape::Null | Shape::Bool(_) | Shape::Number(_) => Self::default(),
        }
    }

    fn from_object<J: Json>(json: &J) -> Self {
        let listed = ["errors", "fejl"].iter().find_map(|name| {
            let errors = json.member(name)?;
            match errors.shape() {
                Shape::Array(items) => Some(Self::from_list(&items)),
                Shape::Object => Some(Self::from_members(&errors)),
                _ => None,
            }
        });
        let mut read = listed.unwrap_or_default();
        if let Some(code) = code_of(json) {
            read.fejlkode = Some(code);
        }
        if let Some(text) = text_of(json, FEJLTEKST) {
            read.fejltekst = Some(text);
        }
        if let Some(text) = text_of(json, &["detail", "title"]) {
            read.detail = Some(text);
        }
        read.kind = text_of(json, &["type"]);
        read
    }

    fn from_list<J: Json>(items: &[J]) -> Self {
        let mut read = Self::default();
        for item in items {
            let text = match item.shape() {
                Shape::Text(text) => Some(text),
                _ => text_of(item, FEJLTEKST).or_else(|| text_of(item, &["detail"])),
            };
            let code = code_of(item);
            if read.fejlkode.is_none() && code.is_some() {
                read.fejlkode = code;
                read.fejltekst = text;
            } else if let Some(detail) = text {
                let (pointer, parameter) = (text_of(item, &["pointer"]), text_of(item, &["parameter"]));
                read.faults.push(ProblemFault { pointer, parameter, detail });
            }
        }
        read
    }

    /// ASP.NET's `ValidationProblemDetails`: for each member of the body, what is wrong with it.
    fn from_members<J: Json>(errors: &J) -> Self {
        let mut faults = Vec::new();
        for name in errors.names() {
            let messages = match errors.member(&name).map(|messages| messages.shape()) {
                Some(Shape::Array(items)) => items.iter().map(Json::shape).collect(),
                Some(message) => vec![message],
                None => Vec::new(),
            };
            for message in messages {
                if let Shape::Text(detail) = message {
                    faults.push(ProblemFault { pointer: pointer_to(&name), parameter: None, detail });
                }
            }
        }
        Self { faults, ..Self::default() }
    }

    fn from_text(text: &str) -> Self {
        let text = text.trim();
        let readable = !text.is_empty() && text.chars().count() <= LONGEST_PLAIN_TEXT && !text.starts_with('<');
        Self { detail: readable.then(|| text.to_owned()), ..Self::default() }
    }
}

/// The pointer to what ASP.NET calls `DisplayText` or `$.displayText`; `None` for what is no member of a body.
fn pointer_to(name: &str) -> Option<String> {
    let last = name.rsplit(['.', '/']).next().unwrap_or_default();
    // It has every member that any body has.
    let known = UpdateDynamicTextDto::SCHEMA.children.iter().find(|known| known.name.eq_ignore_ascii_case(last))?;
    Some(format!("/{}", known.name))
}

const FEJLTEKST: &[&str] = &["fejltekst", "text", "tekst", "message", "Fejltekst", "Text", "Message"];
const FEJLKODE: &[&str] = &["fejlkode", "code", "kode", "errorCode", "Fejlkode", "Code", "ErrorCode"];

fn code_of<J: Json>(json: &J) -> Option<i32> {
    FEJLKODE.iter().find_map(|name| match json.member(name)?.shape() {
        Shape::Number(number) => whole(number),
        Shape::Text(text) => text.trim().parse().ok(),
        _ => None,
    })
}

fn text_of<J: Json>(json: &J, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match json.member(name)?.shape() {
        Shape::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    })
}
