//! The ids of writes that took effect.

use letasyl_contract::{OperationName, RequestId};
use rusqlite::Connection;

use super::audit::{AuditEntry, append};
use super::sessions::is_open;
use super::{Store, StoreError};

/// Why a write with a request id did not happen; in every case its transaction is undone, the id with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Burnt<E> {
    /// The session has ended since the request came.
    SignedOut,
    /// The id was seen before, by any of the four.
    Seen,
    /// The write itself was refused.
    Refused(E),
    /// The database failed.
    Store(StoreError),
}

impl<E> From<StoreError> for Burnt<E> {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl<E> From<rusqlite::Error> for Burnt<E> {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Spends the id, does the work and appends the entry that tells of it: all or nothing, and only while the session
    /// with this token hash is open. Of equal ids at the same instant, the first wins and the others find the id spent.
    ///
    /// Ids are kept for ever. The document sets no time after which one may be used again, and one forgotten too
    /// early would let a late repetition take effect twice; a million of them take some 100 MB.
    pub async fn once<T, E, F>(
        &self,
        id: RequestId,
        session: [u8; 32],
        by: OperationName,
        entry: AuditEntry,
        work: F,
    ) -> Result<T, Burnt<E>>
    where
        T: Send + 'static,
        E: Send + 'static,
        F: FnOnce(&Writing<'_>) -> Result<T, Burnt<E>> + Send + 'static,
    {
        self.write(move |transaction| {
            if !is_open(transaction, session)? {
                return Err(Burnt::SignedOut);
            }
            let spent = transaction
                .prepare_cached(
                    "INSERT INTO request_ids (id, operation, seen_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                )?
                .execute((id.as_str(), by.as_str(), entry.at))?;
            if spent == 0 {
                return Err(Burnt::Seen);
            }
            let done = work(&Writing(transaction))?;
            append(transaction, &entry)?;
            Ok(done)
        })
        .await
    }
}

/// A write under way, whose id is spent if it succeeds.
pub struct Writing<'a>(pub(super) &'a Connection);
