//! What the service keeps: dynamic texts, request ids, sessions, and in the embedded role the demo people, in one
//! SQLite file.
//!
//! One connection writes and a few read. SQLite has one writer at a time anyway, so a pool of writers would only
//! move the queue into the database, where waiting is polling; here writes wait for the [`writer`], in order, and hold
//! no thread while they wait. The file is in WAL mode, so that reads neither wait for the write nor hold it up. SQLite
//! blocks its thread, so every read runs on the runtime's blocking threads.
//!
//! Invariant: no SQL outside this module, and nothing here knows HTTP.

mod audit;
mod citizens;
mod open;
mod request_ids;
mod revoked_sessions;
mod sessions;
mod texts;
mod writer;

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, ErrorCode};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub use audit::{AuditBroken, AuditEntry, AuditFilter, AuditHead, AuditRow, Pruned};
pub use citizens::Citizen;
pub use open::{Inspected, OpenError};
pub use request_ids::WriteError;
pub use revoked_sessions::RevokedSessions;
pub use sessions::{SessionCutoff, SessionRow};
pub use texts::{TextRefused, Version};

/// As many reads at once; more would not be faster on the machines this runs on.
const READERS: usize = 4;

/// The open database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    writer: writer::Writer,
    readers: Arc<Readers>,
}

struct Readers {
    idle: Mutex<Vec<Connection>>,
    permits: Arc<Semaphore>,
}

/// A connection from the pool. Returns to it on drop, also after a panic.
struct PooledConnection {
    connection: Option<Connection>,
    readers: Arc<Readers>,
    _permit: OwnedSemaphorePermit,
}

impl Drop for PooledConnection {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

/// The database failed.
///
/// It says which kind of failure it was and no more: SQLite's own messages quote statements and values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct StoreError {
    what: String,
    unavailable: bool,
}

impl StoreError {
    /// A failure that this program found itself; `what` quotes no value.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), unavailable: false }
    }

    /// One that may pass without a change.
    pub(crate) fn unavailable(what: impl Into<String>) -> Self {
        Self { what: what.into(), unavailable: true }
    }

    /// Whether it may pass automatically, or with room on the disk, without a change of the program.
    pub fn is_unavailable(&self) -> bool {
        self.unavailable
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use ErrorCode::{CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, OutOfMemory, ReadOnly, SystemIoFailure};
        let Some(code) = error.sqlite_error() else { return Self::new("SQLite gave an unexpected value") };
        let unavailable = matches!(
            code.code,
            CannotOpen | DatabaseBusy | DatabaseLocked | DiskFull | OutOfMemory | ReadOnly | SystemIoFailure
        );
        Self { what: format!("SQLite error {}", code.extended_code), unavailable }
    }
}

impl Store {
    async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        let permit = Arc::clone(&self.readers.permits).acquire_owned().await.map_err(|_| StoreError::new("closed"))?;
        let connection = self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let pooled = PooledConnection { connection, readers: Arc::clone(&self.readers), _permit: permit };
        blocking(move || match &pooled.connection {
            Some(connection) => work(connection),
            None => Err(StoreError::new("no connection left")),
        })
        .await
    }

    /// Does the work in a transaction, which is kept only when the work succeeds. Its own errors are `E`, so that
    /// "seen before" or "not found" undo the transaction just as a fault of the database does.
    async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        self.writer.write(work).await
    }

    /// Whether the database answers, for reading and for writing: a page is written, which a full disk refuses.
    pub async fn ready(&self) -> Result<(), StoreError> {
        self.read(|connection| Ok(connection.query_row("SELECT 1", (), |row| row.get::<_, i64>(0))?)).await?;
        let write = "UPDATE probe SET count = (count + 1) % 1000000";
        self.write(move |connection| Ok::<_, StoreError>(connection.execute(write, ()).map(drop)?)).await
    }
}

async fn blocking<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(StoreError::new("the work panicked").into()))
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::StoreError;

    #[test]
    fn what_may_pass_is_told_apart_from_what_is_wrong() {
        let of = |code| StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_BUSY, ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_READONLY] {
            assert!(of(code).is_unavailable(), "{code}");
        }
        for code in [ffi::SQLITE_CORRUPT, ffi::SQLITE_CONSTRAINT, ffi::SQLITE_ERROR] {
            assert!(!of(code).is_unavailable(), "{code}");
        }
    }
}
