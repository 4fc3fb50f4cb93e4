//! Walking the chain from its first entry to its last.

use rusqlite::Connection;

use super::head::{AuditHead, anchor, ends, hash_of};
use super::{AuditRow, SELECT, chain, row};
use crate::store::open::{Inspected, own_schema, schema};
use crate::store::{Store, StoreError};

/// Why the log fails its verification.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuditBroken {
    /// No entry has this number, though one before or after it has.
    #[error("entry {0} is missing")]
    Missing(i64),
    /// The entry does not match its hash: it, or an entry before it, was changed.
    #[error("entry {0} was changed, or removed and written again")]
    Changed(i64),
    /// Entries were written up to the first number; the log ends at the second.
    #[error("{0} entries were written, but the log ends at {1}")]
    Ends(i64, i64),
    /// Entries were removed from the beginning, and no entry records a pruning up to there with that hash.
    #[error("entries were removed from the beginning without being pruned")]
    Anchor,
    /// The entry that was noted elsewhere is not in the log, or has another hash.
    #[error("entry {0} is not the one that was noted")]
    NotAsNoted(i64),
    /// A table, index or trigger differs from what this program creates, or is not among them.
    #[error("somebody has added, removed or changed this: {0}")]
    Schema(String),
    /// SQLite's own integrity check fails.
    #[error("the database is damaged")]
    Damaged,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for AuditBroken {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Walks the whole log. Answers its head and how many entries there are. What was noted elsewhere must be in it.
    pub async fn verify_audit(&self, noted: Option<AuditHead>) -> Result<(AuditHead, i64), AuditBroken> {
        // On a reader: a log of years takes a while, and the service goes on meanwhile.
        self.read(move |connection| {
            // One state of the database, whatever is appended while this walks.
            let snapshot = connection.unchecked_transaction()?;
            Ok(verify(&snapshot, noted))
        })
        .await?
    }
}

impl Inspected {
    /// The same.
    pub fn verify_audit(&self, noted: Option<AuditHead>) -> Result<(AuditHead, i64), AuditBroken> {
        let snapshot = self.0.unchecked_transaction()?;
        verify(&snapshot, noted)
    }
}

fn verify(connection: &Connection, noted: Option<AuditHead>) -> Result<(AuditHead, i64), AuditBroken> {
    // Whatever a page that is not as it should be, or an index, might hide.
    let checked: String = connection.query_row("PRAGMA integrity_check(1)", (), |row| row.get(0))?;
    if checked != "ok" {
        return Err(AuditBroken::Damaged);
    }
    let whole = walk(connection, noted)?;
    let (found, own) = (schema(connection)?, own_schema()?);
    let names = found.keys().chain(own.keys());
    match names.into_iter().find(|name| found.get(*name) != own.get(*name)) {
        Some(name) => Err(AuditBroken::Schema(name.clone())),
        None => Ok(whole),
    }
}

fn walk(connection: &Connection, noted: Option<AuditHead>) -> Result<(AuditHead, i64), AuditBroken> {
    let (pruned, head) = ends(connection)?;
    let mut last = pruned;
    let mut as_noted = noted.is_none_or(|noted| noted == pruned);
    // The latest word on what was pruned.
    let mut told = (pruned.number == 0).then_some(pruned);
    let mut statement = connection.prepare(&format!("{SELECT} ORDER BY number"))?;
    for found in statement.query_map((), row)? {
        // An entry that cannot even be read, such as one with a number for a name, was not written by this program.
        let AuditRow { number, entry, hash } = found.map_err(|_| AuditBroken::Changed(last.number + 1))?;
        if number != last.number + 1 {
            return Err(AuditBroken::Missing(last.number + 1));
        }
        if chain::hash(&last.hash, number, &entry) != hash {
            return Err(AuditBroken::Changed(number));
        }
        last = AuditHead { number, hash };
        as_noted |= noted == Some(last);
        told = anchor(&entry).or(told);
    }
    if last != head {
        return Err(AuditBroken::Ends(head.number, last.number));
    }
    let Some(told) = told else { return Err(AuditBroken::Anchor) };
    // A pruning that was interrupted, or is under way, has not come as far as it said. The hash it named is known to be
    // true then, since the entry is still in the chain.
    let is_true = told == pruned || told.number > pruned.number && hash_of(connection, told.number)? == Some(told.hash);
    if !is_true {
        return Err(AuditBroken::Anchor);
    }
    match noted {
        Some(noted) if !as_noted => Err(AuditBroken::NotAsNoted(noted.number)),
        _ => Ok((head, last.number - pruned.number)),
    }
}
