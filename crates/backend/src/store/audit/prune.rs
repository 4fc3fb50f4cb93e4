//! Forgetting the oldest entries, so that what is left can still be verified.

use rusqlite::OptionalExtension;

use super::verify::{AuditBroken, AuditHead, ends};
use super::{AuditEntry, append};
use crate::store::Store;

/// What the criterion of an entry that tells of a pruning begins with.
const ANCHOR: &str = "pruned to ";
/// The event of such an entry.
const EVENT: &str = "AuditPruned";

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
        self.write(move |transaction| {
            let (pruned, head) = ends(transaction)?;
            // Only from the beginning: an entry whose clock was wrong keeps those after it.
            let kept: Option<i64> =
                transaction.query_row("SELECT min(number) FROM audit WHERE at >= ?1", [before], |row| row.get(0))?;
            let number = kept.map_or(head.number, |kept| kept - 1);
            let hash = transaction.query_row("SELECT hash FROM audit WHERE number = ?1", [number], |row| row.get(0));
            let last = hash.optional()?.map_or(pruned, |hash| AuditHead { number, hash });
            append(
                transaction,
                &AuditEntry { event: EVENT.to_owned(), criterion: Some(format!("{ANCHOR}{last}")), ..by },
            )?;
            if last.number > pruned.number {
                transaction
                    .execute("UPDATE audit_ends SET pruned_to = ?1, pruned_hash = ?2", (last.number, last.hash))?;
                transaction.execute("DELETE FROM audit WHERE number <= ?1", [last.number])?;
            }
            Ok(Pruned { entries: last.number - pruned.number, last })
        })
        .await
    }
}

/// Up to where an entry says that the log was pruned.
pub fn anchor(entry: &AuditEntry) -> Option<AuditHead> {
    let criterion = entry.criterion.as_deref().filter(|_| entry.event == EVENT)?;
    AuditHead::parse(criterion.strip_prefix(ANCHOR)?)
}
