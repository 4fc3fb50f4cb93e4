//! What the service keeps: dynamic texts, request ids, sessions, and in the embedded role the demo people, in one
//! SQLite file.
//!
//! One connection writes and a few read. SQLite has one writer at a time anyway, so a pool of writers would only
//! move the queue into the database, where waiting is polling; here writes wait for a lock, in order, and hold no
//! thread while they wait. The file is in WAL mode, so that reads neither wait for the write nor hold it up. SQLite
//! blocks its thread, so every use runs on the runtime's blocking threads.
//!
//! Invariant: no SQL outside this module, and nothing here knows HTTP.

mod citizens;
mod open;
mod request_ids;
mod sessions;
mod texts;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub use citizens::Citizen;
pub use open::OpenError;
pub use request_ids::Burnt;
pub use sessions::{Forget, SessionRow};
pub use texts::{TextRefused, Version};

/// As many reads at once; more would not be faster on the machines this runs on.
const READERS: usize = 4;

/// The open database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    writer: Arc<tokio::sync::Mutex<Connection>>,
    readers: Arc<Readers>,
}

struct Readers {
    idle: Mutex<Vec<Connection>>,
    permits: Arc<Semaphore>,
}

/// A connection on loan; it goes back when this is dropped, after a panic, too.
struct Loan {
    connection: Option<Connection>,
    readers: Arc<Readers>,
    _permit: OwnedSemaphorePermit,
}

impl Drop for Loan {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

/// The database failed.
///
/// It says which kind of failure it was and no more: SQLite's own messages quote statements and values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError(String);

impl StoreError {
    /// A failure that this program found itself; `what` quotes no value.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error() {
            Some(code) => Self(format!("SQLite error {}", code.extended_code)),
            None => Self("SQLite gave an unexpected value".to_owned()),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StoreError {}

impl Store {
    async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        let permit = Arc::clone(&self.readers.permits).acquire_owned().await.map_err(|_| StoreError::new("closed"))?;
        let connection = self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let loan = Loan { connection, readers: Arc::clone(&self.readers), _permit: permit };
        blocking(move || match &loan.connection {
            Some(connection) => work(connection),
            None => Err(StoreError::new("no connection left")),
        })
        .await
    }

    /// Does the work in one transaction, which is kept only when the work succeeds. Its own errors are `E`, so that
    /// "seen before" or "not found" undo the transaction just as a fault of the database does.
    async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    {
        let mut connection = Arc::clone(&self.writer).lock_owned().await;
        blocking(move || {
            // IMMEDIATE: takes the write lock at once, so that what the work reads cannot change under it.
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
            let done = work(&transaction)?;
            transaction.commit().map_err(StoreError::from)?;
            Ok(done)
        })
        .await
    }

    /// Whether the database answers, for reading and for writing.
    pub async fn ready(&self) -> Result<(), StoreError> {
        let one = |connection: &Connection| connection.query_row("SELECT 1", (), |row| row.get::<_, i64>(0));
        self.read(move |connection| Ok(one(connection)?)).await?;
        self.write(move |transaction| Ok::<_, StoreError>(one(transaction)?)).await?;
        Ok(())
    }
}

async fn blocking<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(StoreError::new("the work panicked").into()))
}
