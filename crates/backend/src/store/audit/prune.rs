//! Forgetting the oldest entries, so that what is left can still be verified.
//!
//! An entry tells first up to where the log will be pruned. Then the entries go a batch at a time, between which the
//! service writes its own. Whatever ends this in the middle leaves a log that is whole, and the next pruning goes on.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};

use super::AuditEntry;
use super::head::{AuditHead, PRUNE_EVENT, PRUNED_TO, ends, hash_of};
use super::verify::AuditBroken;
use crate::store::{Store, StoreError};

/// How many entries go at once: a few hundredths of a second.
const BATCH: i64 = 5_000;
/// The pause between two batches: longer than another process sleeps between two looks at whether it may write.
const PAUSE: Duration = Duration::from_millis(110);
/// What was pruned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pruned {
    /// How many entries.
    pub entries: i64,
    /// The last of them: what is left is chained to it.
    pub last: AuditHead,
}

impl Store {
    /// Removes the entries from before the given time and notes, in the log, who did and where the log begins now.
    /// Refuses a log that is not whole: it would take away what shows what happened.
    pub async fn prune_audit(&self, before: i64, by: AuditEntry) -> Result<Pruned, AuditBroken> {
        self.verify_audit(None).await?;
        let (begin, last) = self.read(move |connection| Ok(prunable(connection, before)?)).await?;
        let note = AuditEntry { event: PRUNE_EVENT.to_owned(), criterion: Some(format!("{PRUNED_TO}{last}")), ..by };
        self.audit(note).await?;
        while self.write(move |transaction| prune_batch(transaction, last)).await? {
            tokio::time::sleep(PAUSE).await;
        }
        Ok(Pruned { entries: last.number - begin.number, last })
    }
}

/// After which entry the log begins, and the last one from before the given time.
fn prunable(connection: &Connection, before: i64) -> rusqlite::Result<(AuditHead, AuditHead)> {
    let (pruned, head) = ends(connection)?;
    // Only from the beginning: an entry whose clock was wrong keeps those after it.
    let kept = "SELECT number FROM audit WHERE at >= ?1 ORDER BY number LIMIT 1";
    let kept = connection.query_row(kept, [before], |row| row.get::<_, i64>(0)).optional()?;
    let number = kept.map_or(head.number, |kept| kept - 1);
    let last = hash_of(connection, number)?.map_or(pruned, |hash| AuditHead { number, hash });
    Ok((pruned, last))
}

/// Removes the oldest entries up to the given one; answers whether there are more of them.
fn prune_batch(transaction: &Connection, last: AuditHead) -> Result<bool, StoreError> {
    let (pruned, _) = ends(transaction)?;
    let to = last.number.min(pruned.number + BATCH);
    // Nothing is left to prune, or another process has pruned it meanwhile.
    let Some(hash) = hash_of(transaction, to)?.filter(|_| to > pruned.number) else { return Ok(false) };
    transaction.execute("UPDATE audit_ends SET pruned_to = ?1, pruned_hash = ?2", (to, hash))?;
    transaction.execute("DELETE FROM audit WHERE number <= ?1", [to])?;
    Ok(to < last.number)
}
