//! What the audit log is told of a request: who, for whom, about whom or what, and how it was answered.
//!
//! No log, no answer: an entry is kept before the answer goes, and that of a write in the transaction of its effect.
//! Whatever keeps it from being written keeps the answer, too. Only values that are valid are told: what somebody
//! wrote into a header is not kept because it was wrong.

use axum::http::Extensions;
use letasyl_contract::{CPR_HEADER, Cpr, OperationSpec, ParameterLocation, REQUEST_ID_HEADER, RawRequest, RequestId};
use uuid::Uuid;

use crate::app::App;
use crate::failure::Failure;
use crate::log::TraceId;
use crate::session::Session;
use crate::store::AuditEntry;

/// Somebody who calls an operation, with the entry that will tell of it.
pub struct Caller {
    /// Who, and for whom.
    pub session: Session,
    /// What the log is told if the call succeeds.
    pub entry: AuditEntry,
}

/// An entry of which only the time and the trace are known yet.
pub fn entry(app: &App, event: &str, extensions: &Extensions) -> AuditEntry {
    let trace = extensions.get::<TraceId>().map(|trace| trace.0.clone());
    AuditEntry { at: app.now(), event: event.to_owned(), trace, ..AuditEntry::default() }
}

impl AuditEntry {
    /// By this user.
    pub fn by(mut self, session: &Session) -> Self {
        self.user_id = Some(session.user.id.clone());
        self.user_name = Some(session.user.name.clone());
        self.organisation_type =
            serde_json::to_value(session.organisation.kind).ok().and_then(|kind| Some(kind.as_str()?.to_owned()));
        self.organisation_code = Some(session.organisation.code.clone());
        self.organisation_name = Some(session.organisation.name.clone());
        self
    }

    /// About the citizen, the text or the group that the request names, under its request id. What the operation does not
    /// declare is not kept: its sender could write anything there.
    pub fn about(mut self, raw: &RawRequest, spec: &OperationSpec) -> Self {
        let header = |wanted: &str| {
            raw.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
        };
        self.cpr = header(CPR_HEADER).and_then(|text| Cpr::parse(text).ok()).map(|cpr| cpr.expose().to_owned());
        let request_id = header(REQUEST_ID_HEADER).and_then(|text| RequestId::parse(text).ok());
        self.request_id = request_id.map(|id| id.as_str().to_owned());
        self.criterion = spec.input.iter().find_map(|element| {
            let sent = match element.place? {
                ParameterLocation::Path => &raw.path,
                ParameterLocation::Query => &raw.query,
                ParameterLocation::Header => return None,
            };
            let (_, value) = sent.iter().find(|(name, _)| *name == element.name)?;
            Uuid::try_parse(value).ok().map(|id| format!("{}={id}", element.name))
        });
        self
    }

    /// Answered with this status.
    pub fn answered(mut self, status: u16) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Refused, or failed.
    pub fn failed(mut self, failure: &Failure) -> Self {
        self.problem = Some(failure.kind().to_owned());
        self.fejlkode = match failure {
            Failure::Fejlkode(code) | Failure::WithoutFejlkode(code) => Some(code.code().into()),
            _ => None,
        };
        self.answered(failure.status().as_u16())
    }
}

/// Keeps the entry of a failure, and answers the failure to be told: this one, or that it could not be kept.
pub async fn tell_failure(app: &App, entry: AuditEntry, failure: Failure) -> Failure {
    let mut entry = entry.failed(&failure);
    match app.refusals().admit(entry.user_id.as_deref()) {
        Ok(0) => {}
        Ok(left_out) => {
            let whose = if entry.user_id.is_some() { "of this user" } else { "without a user" };
            let more = format!("+{left_out} refused {whose}");
            entry.criterion = Some(entry.criterion.map_or(more.clone(), |criterion| format!("{criterion} {more}")));
        }
        // What is not logged is not answered: the response reveals nothing about a citizen or a text.
        Err(seconds) if entry.user_id.is_some() => return Failure::TooManyCalls(seconds),
        Err(_) => return failure,
    }
    match app.store().audit(entry).await {
        Ok(()) => failure,
        Err(error) => error.into(),
    }
}
