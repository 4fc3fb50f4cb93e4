//! Request ids: each write takes effect once. Knows nothing of HTTP.

use letasyl_contract::{OperationName, RequestId};
use rusqlite::Connection;

use super::audit::{AuditEntry, append};
use super::sessions::is_open;
use super::{Store, StoreError};

/// Why a write with a request id failed. Its transaction is rolled back, and the id with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteError<E> {
    /// The session ended after the request was received.
    SignedOut,
    /// The id was used before, by any of the four writing operations.
    Repeated,
    /// The write itself is refused.
    Refused(E),
    /// The database failed.
    Store(StoreError),
}

impl<E> From<StoreError> for WriteError<E> {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl<E> From<rusqlite::Error> for WriteError<E> {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Stores the id, does the work and appends its audit entry in one transaction, and only while the session with this
    /// token hash is open. Of equal ids at the same time, the first succeeds and the others are [`WriteError::Repeated`].
    ///
    /// Ids are never deleted. The document sets no time after which one may be used again, and deleting one too early
    /// would let a late retry take effect twice. A million ids take about 100 MB.
    pub async fn once<T, E, F>(
        &self,
        id: RequestId,
        session: [u8; 32],
        by: OperationName,
        entry: AuditEntry,
        work: F,
    ) -> Result<T, WriteError<E>>
    where
        T: Send + 'static,
        E: Send + 'static,
        F: FnOnce(&WriteTransaction<'_>) -> Result<T, WriteError<E>> + Send + 'static,
    {
        self.write(move |transaction| {
            if !is_open(transaction, session)? {
                return Err(WriteError::SignedOut);
            }
            let stored = transaction
                .prepare_cached(
                    "INSERT INTO request_ids (id, operation, seen_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                )?
                .execute((id.as_str(), by.as_str(), entry.at))?;
            if stored == 0 {
                return Err(WriteError::Repeated);
            }
            let done = work(&WriteTransaction(transaction))?;
            append(transaction, &entry)?;
            Ok(done)
        })
        .await
    }
}

/// The transaction of a write; commits together with its request id.
pub struct WriteTransaction<'a>(pub(super) &'a Connection);
