//! Everything that can go wrong with a call, as one type, made here by pure functions.

use letasyl_contract::{AnswerFault, ErrorBody, Fejlkode, Json, NO_SUCH_TEXT, PdfDataError, ProblemFault, RequestId};

/// Why a call failed.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiError {
    /// What happened.
    pub failure: Failure,
    /// The HTTP status, where an answer came.
    pub status: Option<u16>,
    /// The document's error code, where the answer had one.
    pub fejlkode: Option<i32>,
    /// What the answer itself says, for a person.
    pub detail: Option<String>,
    /// The faults that the backend found in the request.
    pub faults: Vec<ProblemFault>,
    /// The id of the write, to quote and to try again with.
    pub request_id: Option<RequestId>,
    /// The id under which the backend's log knows the call, to quote; `None` where no answer came.
    pub error_id: Option<String>,
    /// The language that the backend told the faults in.
    pub language: Option<String>,
}

/// What happened to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The user, or a newer call, called it off.
    Aborted,
    /// There was no response, and the browser believes that it has no network.
    Offline,
    /// There was no response: the connection could not be made or broke.
    Unreachable,
    /// There was no response in time.
    TimedOut,
    /// 401, or a page or a redirect instead of an answer: nobody is signed in any more.
    SessionEnded,
    /// 403: the user may not do this.
    Forbidden,
    /// 404: the backend says that there is no such text.
    NotFound,
    /// 412: the request id was seen before, so the write had already taken effect.
    AlreadyReceived,
    /// 400, 413, 415: the request was refused as it was.
    Refused,
    /// One of the document's error codes.
    Fejlkode(Fejlkode),
    /// An error code that the document does not list.
    UnknownFejlkode,
    /// 429: more calls than the backend takes from one user in so short a time. It did nothing.
    TooMany,
    /// Another status from 400 to 499.
    Rejected(u16),
    /// A status of 500 and above, without an error code.
    ServerFailed(u16),
    /// 200, but the answer is not what the document says.
    Unreadable,
    /// 200, but the data are another citizen's.
    WrongCitizen,
    /// 200, but what should be a PDF is not one.
    Pdf(PdfDataError),
}

/// What is known of a write that did not answer 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It took no effect.
    None,
    /// It had taken effect before.
    Already,
    /// Nobody can say. Trying again with the same request id settles it.
    Unknown,
}

impl ApiError {
    /// A failure of which no more is known.
    pub fn of(failure: Failure) -> Self {
        Self {
            failure,
            status: None,
            fejlkode: None,
            detail: None,
            faults: Vec::new(),
            request_id: None,
            error_id: None,
            language: None,
        }
    }

    /// From an answer with a status other than 2xx. `parsed`: its body as JSON, where it is any.
    pub fn from_answer<J: Json>(status: u16, parsed: Option<&J>, body: &str) -> Self {
        let ErrorBody { kind, fejlkode, fejltekst, detail, faults } = ErrorBody::decode(parsed, body);
        let failure = match (status, fejlkode) {
            (401, _) => Failure::SessionEnded,
            // A code says more, and never something else.
            (403, _) => Failure::Forbidden,
            (412, _) => Failure::AlreadyReceived,
            (429, _) => Failure::TooMany,
            (_, Some(code)) => Fejlkode::find(code).map_or(Failure::UnknownFejlkode, Failure::Fejlkode),
            // Any other 404 says nothing of what there is: a text might be taken for deleted.
            (404, None) if kind.as_deref() == Some(NO_SUCH_TEXT) => Failure::NotFound,
            (400 | 413 | 415 | 422, None) => Failure::Refused,
            (408 | 504, None) => Failure::TimedOut,
            (500.., None) => Failure::ServerFailed(status),
            (_, None) => Failure::Rejected(status),
        };
        Self { status: Some(status), fejlkode, detail: fejltekst.or(detail), faults, ..Self::of(failure) }
    }

    /// From a page that came with a status of 2xx instead of an answer. Somebody signs users in with it; what became of
    /// a write, it does not say.
    pub fn from_page(status: u16) -> Self {
        Self { status: Some(status), ..Self::of(Failure::SessionEnded) }
    }

    /// From an answer that said 200 and cannot be used.
    pub fn from_fault(fault: &AnswerFault) -> Self {
        Self::of(match fault {
            AnswerFault::Pdf(error) => Failure::Pdf(*error),
            AnswerFault::NotJson | AnswerFault::NotAsDocumented(_) => Failure::Unreadable,
        })
    }

    /// With the id of the write that failed.
    pub fn with_request_id(mut self, id: &RequestId) -> Self {
        self.request_id = Some(id.clone());
        self
    }

    /// With the id under which the backend's log knows the call.
    pub fn with_error_id(mut self, id: Option<String>) -> Self {
        self.error_id = id;
        self
    }

    /// With the language that the backend told the faults in.
    pub fn said_in(mut self, language: Option<String>) -> Self {
        self.language = language;
        self
    }

    /// Whether nobody is signed in.
    pub fn session_ended(&self) -> bool {
        self.failure == Failure::SessionEnded
    }

    /// Whether the call was called off, which is no news to anybody.
    pub fn aborted(&self) -> bool {
        self.failure == Failure::Aborted
    }

    /// Whether trying the same again can help.
    pub fn worth_retrying(&self) -> bool {
        match self.failure {
            Failure::Offline
            | Failure::Unreachable
            | Failure::TimedOut
            | Failure::ServerFailed(_)
            | Failure::Unreadable
            | Failure::Pdf(_)
            | Failure::TooMany => true,
            Failure::Fejlkode(code) => match code {
                Fejlkode::OperatorUnreachable | Fejlkode::OperatorTimedOut | Fejlkode::OperatorFailed => true,
                // These fail again the same way.
                Fejlkode::NoSuchPerson
                | Fejlkode::Deceased
                | Fejlkode::InvalidLogHeaders
                | Fejlkode::UnknownMunicipality
                | Fejlkode::UnknownAtOperator
                | Fejlkode::InvalidParameters
                | Fejlkode::SignInRefused => false,
            },
            Failure::Aborted
            | Failure::SessionEnded
            | Failure::Forbidden
            | Failure::NotFound
            | Failure::AlreadyReceived
            | Failure::Refused
            | Failure::UnknownFejlkode
            | Failure::Rejected(_)
            | Failure::WrongCitizen => false,
        }
    }

    /// Whether what was shown of a citizen must go: the answer says that it is not, or no longer, for this user, or not
    /// this citizen's. What only did not work, here or at the operator, leaves it standing.
    pub fn withdraws(&self) -> bool {
        match self.failure {
            Failure::Forbidden
            | Failure::NotFound
            | Failure::Refused
            | Failure::AlreadyReceived
            | Failure::Rejected(_)
            | Failure::WrongCitizen => true,
            Failure::Fejlkode(code) => match code {
                // About the person or the right.
                Fejlkode::NoSuchPerson
                | Fejlkode::Deceased
                | Fejlkode::UnknownMunicipality
                | Fejlkode::UnknownAtOperator => true,
                // At the operator: not reached, not signed in, or failed.
                Fejlkode::OperatorFailed
                | Fejlkode::InvalidLogHeaders
                | Fejlkode::OperatorTimedOut
                | Fejlkode::OperatorUnreachable
                | Fejlkode::InvalidParameters
                | Fejlkode::SignInRefused => false,
            },
            // It may be about the person or the right.
            Failure::UnknownFejlkode => true,
            Failure::Aborted
            | Failure::Offline
            | Failure::Unreachable
            | Failure::TimedOut
            | Failure::TooMany
            | Failure::SessionEnded
            | Failure::ServerFailed(_)
            | Failure::Unreadable
            | Failure::Pdf(_) => false,
        }
    }

    /// What is known of the write that failed so.
    pub fn effect(&self) -> Effect {
        match self.failure {
            Failure::AlreadyReceived => Effect::Already,
            // The browser's word that there is no network is a guess: the request may have got through.
            Failure::Offline
            | Failure::Unreachable
            | Failure::TimedOut
            | Failure::Aborted
            | Failure::ServerFailed(_)
            | Failure::Unreadable
            | Failure::WrongCitizen
            | Failure::Pdf(_) => Effect::Unknown,
            // The document lists no codes for writes: one that comes from behind the gateway says nothing for sure, but for
            // the status that it came with.
            Failure::Fejlkode(_) | Failure::UnknownFejlkode
                if self.status.is_some_and(|status| (400..500).contains(&status) && status != 408) =>
            {
                Effect::None
            }
            Failure::Fejlkode(_) | Failure::UnknownFejlkode => Effect::Unknown,
            Failure::SessionEnded if self.status.is_some_and(|status| status < 300) => Effect::Unknown,
            Failure::SessionEnded
            | Failure::Forbidden
            | Failure::NotFound
            | Failure::Refused
            | Failure::TooMany
            | Failure::Rejected(_) => Effect::None,
        }
    }
}

/// For tests: from an answer with this body.
#[cfg(test)]
pub(crate) fn answered(status: u16, body: &str) -> ApiError {
    let json: Option<serde_json::Value> = serde_json::from_str(body).ok();
    ApiError::from_answer(status, json.as_ref().as_ref(), body)
}

#[cfg(test)]
mod tests;
