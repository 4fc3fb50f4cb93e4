//! The ids of writes that took effect.

use letasyl_contract::{OperationName, RequestId};
use rusqlite::Transaction;

use super::{Store, StoreError};

/// Why a write with a request id did not happen; in every case its transaction is undone, the id with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Burnt<E> {
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
    /// Spends the id and does the work, both or neither. Of equal ids at the same instant, the first transaction
    /// wins and the others find the id spent.
    pub async fn once<T, E, F>(&self, id: RequestId, by: OperationName, now: i64, work: F) -> Result<T, Burnt<E>>
    where
        T: Send + 'static,
        E: Send + 'static,
        F: FnOnce(&Writing<'_>) -> Result<T, Burnt<E>> + Send + 'static,
    {
        self.write(move |transaction| {
            let spent = transaction
                .prepare_cached(
                    "INSERT INTO request_ids (id, operation, seen_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                )?
                .execute((id.as_str(), format!("{by:?}"), now))?;
            if spent == 0 { Err(Burnt::Seen) } else { work(&Writing(transaction)) }
        })
        .await
    }
}

/// A write under way, whose id is spent if it succeeds.
pub struct Writing<'a>(pub(super) &'a Transaction<'a>);
