//! The audit log: every use of the service, for ever or until it is pruned; apart from the technical log, which holds
//! nobody's number.
//!
//! Entries are only ever appended. Each is hashed together with the hash of the one before, so that one which was
//! changed or taken out is found by [`verify`](super::Store::verify_audit).

mod chain;
mod head;
mod list;
mod prune;
mod verify;

use rusqlite::{Connection, Row};

use super::{Store, StoreError};

pub use head::AuditHead;
pub use list::AuditFilter;
pub use prune::Pruned;
pub use verify::AuditBroken;

/// One use of the service. `None`: not known, or there is none. Has no `Debug`: it holds a CPR.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct AuditEntry {
    /// Milliseconds since 1970.
    pub at: i64,
    /// The operation by the document's name, or what else happened.
    pub event: String,
    /// Who.
    pub user_id: Option<String>,
    /// Who, by name.
    pub user_name: Option<String>,
    /// For whom: the organisation's kind.
    pub organisation_type: Option<String>,
    /// For whom: its code.
    pub organisation_code: Option<String>,
    /// For whom: its name.
    pub organisation_name: Option<String>,
    /// About whom.
    pub cpr: Option<String>,
    /// About what: the id of a text or group.
    pub criterion: Option<String>,
    /// `x-requestId`.
    pub request_id: Option<String>,
    /// The HTTP status that it was answered with.
    pub status: Option<i64>,
    /// Why it was refused: the end of the problem's `type`.
    pub problem: Option<String>,
    /// The document's error code.
    pub fejlkode: Option<i64>,
    /// The id under which the technical log knows the request.
    pub trace: Option<String>,
}

/// An entry in its place.
#[derive(Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// Its number: 1, 2, 3 …
    pub number: i64,
    /// What it says.
    pub entry: AuditEntry,
    /// The hash of it and all before it.
    pub hash: [u8; 32],
}

/// Without any index: one that somebody tampered with could hide entries.
const SELECT: &str = "SELECT number, at, event, user_id, user_name, organisation_type, organisation_code, \
     organisation_name, cpr, criterion, request_id, status, problem, fejlkode, trace, hash FROM audit NOT INDEXED";

impl Store {
    /// Appends an entry that belongs to no other write.
    pub async fn audit(&self, entry: AuditEntry) -> Result<(), StoreError> {
        self.write(move |transaction| append(transaction, &entry).map(drop)).await
    }
}

/// Appends an entry in the transaction of what it tells; answers its number.
pub fn append(transaction: &Connection, entry: &AuditEntry) -> Result<i64, StoreError> {
    // Read each time: another process, such as `audit prune`, may have appended, too.
    let (head, previous): (i64, [u8; 32]) = transaction
        .prepare_cached("SELECT head, head_hash FROM audit_ends")?
        .query_row((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let number = head.checked_add(1).ok_or_else(|| StoreError::new("the audit log is full"))?;
    let hash = chain::hash(&previous, number, entry);
    transaction
        .prepare_cached(
            "INSERT INTO audit (number, at, event, user_id, user_name, organisation_type, organisation_code, \
             organisation_name, cpr, criterion, request_id, status, problem, fejlkode, trace, hash) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(rusqlite::params![
            number,
            entry.at,
            entry.event,
            entry.user_id,
            entry.user_name,
            entry.organisation_type,
            entry.organisation_code,
            entry.organisation_name,
            entry.cpr,
            entry.criterion,
            entry.request_id,
            entry.status,
            entry.problem,
            entry.fejlkode,
            entry.trace,
            hash,
        ])?;
    Ok(number)
}

fn row(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    let entry = AuditEntry {
        at: row.get(1)?,
        event: row.get(2)?,
        user_id: row.get(3)?,
        user_name: row.get(4)?,
        organisation_type: row.get(5)?,
        organisation_code: row.get(6)?,
        organisation_name: row.get(7)?,
        cpr: row.get(8)?,
        criterion: row.get(9)?,
        request_id: row.get(10)?,
        status: row.get(11)?,
        problem: row.get(12)?,
        fejlkode: row.get(13)?,
        trace: row.get(14)?,
    };
    Ok(AuditRow { number: row.get(0)?, entry, hash: row.get(15)? })
}
