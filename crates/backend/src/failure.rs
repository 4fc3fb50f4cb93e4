//! Everything that can go wrong with a request, and the one place where it becomes an answer: RFC 9457, in the
//! language that the request asks for.
//!
//! No answer holds what the client sent, a CPR least of all; nor SQL, nor a stack trace.

use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use letasyl_contract::{Fault, FaultKind, Fejlkode, Problem, ProblemFault};
use letasyl_locale::{Language, ServerWords, fault, server_words};

use crate::http::language;
use crate::store::{StoreError, WriteError};

/// How to sign in, as HTTP asks for: by the session of `POST /session`. No browser knows the scheme, so none asks its
/// user for a password.
const CHALLENGE: &str = "Session realm=\"Integrationslov\"";
/// When to come back to a database that does not answer, in seconds.
const UNAVAILABLE_FOR: u32 = 10;

/// A request that is not answered as it wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The request has errors: all of them.
    Faults(Vec<Fault>),
    /// No session, or one that is over.
    NotSignedIn,
    /// Nobody to sign in by this id.
    UnknownUser,
    /// The organisation may not call the operation at all.
    OperationForbidden,
    /// The organisation may call it, but not for this citizen.
    CitizenForbidden,
    /// A change that another site's page asked for.
    OtherOrigin,
    /// No host, or several.
    BadHost,
    /// Another host than the service is reached at.
    OtherHost,
    /// The head is too long.
    HeadTooLarge,
    /// Nothing at this path.
    NoSuchPath,
    /// No text with this id.
    NoSuchText,
    /// Only with demo people.
    DemoOnly,
    /// The path exists, with other methods.
    MethodNotAllowed,
    /// The request id was seen before.
    Repeated,
    /// Too many attempts to sign in; seconds to wait.
    TooManyAttempts(u32),
    /// Too many calls of this user; seconds to wait.
    TooManyCalls(u32),
    /// The body is too large.
    TooLarge,
    /// The body did not arrive in time.
    BodyTooSlow,
    /// The body is no JSON by its own account.
    MediaType,
    /// One of the document's error codes.
    Fejlkode(Fejlkode),
    /// The same of an operation for which the document lists no codes: the status alone tells.
    WithoutFejlkode(Fejlkode),
    /// The database does not answer.
    Unavailable,
    /// A fault of ours; for the log, never for the answer.
    Internal(String),
}

impl Failure {
    /// One fault at a member of the body.
    pub fn in_body(name: &str, kind: FaultKind) -> Self {
        Self::Faults(vec![Fault::in_body(name, kind)])
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Faults(_) | Self::BadHost => StatusCode::BAD_REQUEST,
            Self::OtherHost => StatusCode::MISDIRECTED_REQUEST,
            Self::HeadTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::NotSignedIn | Self::UnknownUser => StatusCode::UNAUTHORIZED,
            Self::OperationForbidden | Self::CitizenForbidden | Self::OtherOrigin => StatusCode::FORBIDDEN,
            Self::NoSuchPath | Self::NoSuchText | Self::DemoOnly => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Repeated => StatusCode::PRECONDITION_FAILED,
            Self::TooManyAttempts(_) | Self::TooManyCalls(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BodyTooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            // The document pairs no status with its codes; these are ours.
            Self::Fejlkode(code) | Self::WithoutFejlkode(code) => match Refusal::of(*code) {
                Refusal::NoSuchPerson => StatusCode::NOT_FOUND,
                Refusal::Deceased => StatusCode::CONFLICT,
                Refusal::OperatorTimedOut => StatusCode::GATEWAY_TIMEOUT,
                Refusal::OperatorFailed => StatusCode::BAD_GATEWAY,
            },
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What kind it is: the end of the problem's `type`, which stays the same.
    pub fn kind(&self) -> &'static str {
        self.words(server_words(Language::Danish)).0
    }

    /// The body.
    pub fn problem(&self) -> Problem {
        let (kind, title, detail) = self.words(server_words(language()));
        let known = match self {
            Self::Fejlkode(code) => Some(*code),
            _ => None,
        };
        let errors = match self {
            Self::Faults(faults) => faults.iter().map(in_words).collect(),
            _ => Vec::new(),
        };
        Problem {
            kind: format!("urn:letasyl:problem:{kind}"),
            title: title.to_owned(),
            status: self.status().as_u16(),
            detail: detail.to_owned(),
            fejlkode: known.map(Fejlkode::code),
            fejltekst: known.map(|known| known.text().to_owned()),
            errors,
        }
    }

    /// The kind (stable, the end of `type`), the title and the detail.
    fn words(&self, w: &ServerWords) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Faults(_) => ("invalid-request", w.invalid, w.invalid_detail),
            Self::NotSignedIn => ("not-signed-in", w.unauthorised, w.unauthorised_detail),
            Self::UnknownUser => ("unknown-user", w.unknown_user, w.unknown_user_detail),
            Self::OperationForbidden => ("operation-forbidden", w.forbidden, w.forbidden_operation_detail),
            Self::CitizenForbidden => ("citizen-forbidden", w.forbidden, w.forbidden_citizen_detail),
            Self::OtherOrigin => ("other-origin", w.forbidden, w.other_origin_detail),
            Self::BadHost => ("bad-host", w.bad_host, w.bad_host_detail),
            Self::OtherHost => ("other-host", w.other_host, w.other_host_detail),
            Self::HeadTooLarge => ("head-too-large", w.head_too_large, w.head_too_large_detail),
            Self::NoSuchPath => ("no-such-path", w.not_found, w.not_found_path_detail),
            Self::NoSuchText => ("no-such-text", w.not_found, w.not_found_text_detail),
            Self::DemoOnly => ("demo-only", w.not_found, w.demo_only_detail),
            Self::MethodNotAllowed => ("method-not-allowed", w.method_not_allowed, w.method_not_allowed_detail),
            Self::Repeated => ("repeated-request", w.repeated, w.repeated_detail),
            Self::TooManyAttempts(_) => ("too-many-attempts", w.too_many_attempts, w.too_many_attempts_detail),
            Self::TooManyCalls(_) => ("too-many-calls", w.too_many_calls, w.too_many_attempts_detail),
            Self::BodyTooSlow => ("body-too-slow", w.body_too_slow, w.body_too_slow_detail),
            Self::TooLarge => ("too-large", w.too_large, w.too_large_detail),
            Self::MediaType => ("media-type", w.media_type, w.media_type_detail),
            Self::Fejlkode(code) | Self::WithoutFejlkode(code) => match Refusal::of(*code) {
                Refusal::NoSuchPerson => ("no-such-person", w.no_such_person, w.no_such_person_detail),
                Refusal::Deceased => ("dead", w.dead, w.dead_detail),
                Refusal::OperatorTimedOut => ("operator-timeout", w.operator_timeout, w.operator_timeout_detail),
                Refusal::OperatorFailed => ("operator-failed", w.operator_failed, w.operator_failed_detail),
            },
            Self::Unavailable => ("unavailable", w.unavailable, w.unavailable_detail),
            Self::Internal(_) => ("internal", w.internal, w.internal_detail),
        }
    }
}

/// What an error code comes to for callers that know none of them.
enum Refusal {
    NoSuchPerson,
    Deceased,
    OperatorTimedOut,
    OperatorFailed,
}

impl Refusal {
    fn of(code: Fejlkode) -> Self {
        match code {
            Fejlkode::NoSuchPerson => Self::NoSuchPerson,
            Fejlkode::Deceased => Self::Deceased,
            Fejlkode::OperatorTimedOut => Self::OperatorTimedOut,
            Fejlkode::OperatorFailed
            | Fejlkode::InvalidLogHeaders
            | Fejlkode::OperatorUnreachable
            | Fejlkode::UnknownMunicipality
            | Fejlkode::UnknownAtOperator
            | Fejlkode::InvalidParameters
            | Fejlkode::SignInRefused => Self::OperatorFailed,
        }
    }
}

fn in_words(found: &Fault) -> ProblemFault {
    ProblemFault {
        pointer: found.pointer.clone(),
        parameter: found.parameter.map(str::to_owned),
        detail: fault(language(), found.kind),
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        if error.is_unavailable() {
            tracing::error!(why = %error, "the database does not answer");
            return Self::Unavailable;
        }
        Self::Internal(error.to_string())
    }
}

impl<E: Into<Self>> From<WriteError<E>> for Failure {
    fn from(burnt: WriteError<E>) -> Self {
        match burnt {
            WriteError::SignedOut => Self::NotSignedIn,
            WriteError::Repeated => Self::Repeated,
            WriteError::Refused(why) => why.into(),
            WriteError::Store(error) => error.into(),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Self::Internal(why) = &self {
            tracing::error!(why, "internal error");
        }
        let body = serde_json::to_string(&self.problem()).unwrap_or_default();
        let headers = [
            (CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
            (CONTENT_LANGUAGE, HeaderValue::from_static(language().tag())),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        let mut response = (self.status(), headers, body).into_response();
        let wait = match self {
            Self::TooManyAttempts(seconds) | Self::TooManyCalls(seconds) => Some(seconds),
            Self::Unavailable => Some(UNAVAILABLE_FOR),
            _ => None,
        };
        response.headers_mut().extend(wait.map(|seconds| (RETRY_AFTER, HeaderValue::from(seconds))));
        // What would have been taken instead.
        let instead = match self {
            Self::NotSignedIn | Self::UnknownUser => Some((WWW_AUTHENTICATE, CHALLENGE)),
            Self::MediaType => Some((ACCEPT_ENCODING, "identity")),
            _ => None,
        };
        response.headers_mut().extend(instead.map(|(name, value)| (name, HeaderValue::from_static(value))));
        response
    }
}
