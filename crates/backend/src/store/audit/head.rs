//! Points in the chain that can be named: an entry with its hash.

use std::fmt;

use rusqlite::{Connection, OptionalExtension};

use super::AuditEntry;
use super::chain::hex;

/// What the criterion of an entry that tells of a pruning begins with.
pub const PRUNED_TO: &str = "pruned to ";
/// The event of such an entry.
pub const PRUNE_EVENT: &str = "AuditPruned";

/// A place in the log that can be noted elsewhere: it shows later whether the log was rewritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditHead {
    /// The entry's number.
    pub number: i64,
    /// Its hash, which covers all before it.
    pub hash: [u8; 32],
}

impl fmt::Display for AuditHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.number, hex(&self.hash))
    }
}

impl AuditHead {
    /// Reads what [`Display`](fmt::Display) writes.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, digits) = text.split_once(':')?;
        let mut hash = [0; 32];
        if digits.len() != 64 || !digits.is_ascii() {
            return None;
        }
        for (index, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(digits.get(2 * index..2 * index + 2)?, 16).ok()?;
        }
        Some(Self { number: number.parse().ok()?, hash })
    }
}

/// The last pruned entry and the newest one.
pub fn ends(connection: &Connection) -> rusqlite::Result<(AuditHead, AuditHead)> {
    connection.query_row("SELECT pruned_to, pruned_hash, head, head_hash FROM audit_ends", (), |row| {
        let pruned = AuditHead { number: row.get(0)?, hash: row.get(1)? };
        Ok((pruned, AuditHead { number: row.get(2)?, hash: row.get(3)? }))
    })
}

/// The hash of an entry, if it is in the log.
pub fn hash_of(connection: &Connection, number: i64) -> rusqlite::Result<Option<[u8; 32]>> {
    connection.query_row("SELECT hash FROM audit WHERE number = ?1", [number], |row| row.get(0)).optional()
}

/// Up to where an entry says that the log was pruned.
pub fn anchor(entry: &AuditEntry) -> Option<AuditHead> {
    let criterion = entry.criterion.as_deref().filter(|_| entry.event == PRUNE_EVENT)?;
    AuditHead::parse(criterion.strip_prefix(PRUNED_TO)?)
}
