//! The bodies of errors: written by our backend as RFC 9457, read tolerantly, since STAR's own form is not known.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

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

/// What could be read from an error's body, whoever wrote it. Each part may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorBody {
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
    pub fn read(body: &str) -> Self {
        match serde_json::from_str::<Value>(body) {
            Ok(Value::Array(items)) => Self::from_list(&items),
            Ok(Value::Object(members)) => Self::from_object(&members),
            Ok(Value::String(text)) => Self::from_text(&text),
            Ok(_) => Self::default(),
            Err(_) => Self::from_text(body),
        }
    }

    fn from_object(members: &Map<String, Value>) -> Self {
        let listed = ["errors", "fejl"].iter().find_map(|name| get(members, name)).and_then(Value::as_array);
        let mut read = listed.map(|items| Self::from_list(items)).unwrap_or_default();
        if let Some(code) = code_of(members) {
            read.fejlkode = Some(code);
        }
        if let Some(text) = text_of(members, &["fejltekst", "text", "tekst", "message"]) {
            read.fejltekst = Some(text);
        }
        if let Some(text) = text_of(members, &["detail", "title"]) {
            read.detail = Some(text);
        }
        read
    }

    fn from_list(items: &[Value]) -> Self {
        let mut read = Self::default();
        for item in items {
            match item {
                Value::Object(members) => {
                    let found = code_of(members);
                    let text = text_of(members, &["fejltekst", "text", "tekst", "message", "detail"]);
                    if read.fejlkode.is_none() && found.is_some() {
                        read.fejlkode = found;
                        read.fejltekst = text;
                    } else if let Some(detail) = text {
                        read.faults.push(ProblemFault {
                            pointer: text_of(members, &["pointer"]),
                            parameter: text_of(members, &["parameter"]),
                            detail,
                        });
                    }
                }
                Value::String(detail) => {
                    read.faults.push(ProblemFault { pointer: None, parameter: None, detail: detail.clone() });
                }
                _ => {}
            }
        }
        read
    }

    fn from_text(text: &str) -> Self {
        let text = text.trim();
        let readable = !text.is_empty() && text.chars().count() <= LONGEST_PLAIN_TEXT && !text.starts_with('<');
        Self { detail: readable.then(|| text.to_owned()), ..Self::default() }
    }
}

fn get<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

fn code_of(members: &Map<String, Value>) -> Option<i32> {
    ["fejlkode", "code", "kode", "errorCode"].iter().find_map(|name| match get(members, name)? {
        Value::Number(number) => number.as_i64().and_then(|code| i32::try_from(code).ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    })
}

fn text_of(members: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| get(members, name)?.as_str()).filter(|text| !text.trim().is_empty()).map(str::to_owned)
}
