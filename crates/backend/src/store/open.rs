//! Opening the file: whose it is, which version it has, and bringing it to this one's.
//!
//! Nothing is written before the file has shown that it is empty or ours.

use std::collections::BTreeMap;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::writer::Writer;
use super::{READERS, Readers, Store};

/// "LAsy": marks a database as this program's.
const APPLICATION_ID: i32 = 0x4c41_7379;

/// What brings the database from each version to the next; the first from nothing. Only ever appended to.
const MIGRATIONS: &[&str] = &[include_str!("schema.sql"), include_str!("schema-2.sql"), include_str!("schema-3.sql")];

/// How long a connection waits for another process's write.
const BUSY: Duration = Duration::from_secs(5);

/// Why the database cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the database {} {why}", path.display())]
pub struct OpenError {
    path: PathBuf,
    why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Why {
    #[error("cannot be opened: is it a file in a folder that exists?")]
    CannotOpen,
    #[error("cannot be written")]
    CannotWrite,
    #[error("is not an SQLite file")]
    NotSqlite,
    #[error("is damaged: restore a copy of it")]
    Damaged,
    #[error("is locked by another program")]
    InUse,
    #[error("cannot grow: the disk is full")]
    Full,
    #[error("belongs to another program")]
    Foreign,
    #[error("was written by a newer version of this program")]
    Newer,
    #[error("was written by an older version of this program: start the service on it once")]
    Older,
    #[error("has changes in its -wal file that can be read only where it can be written: copy both elsewhere")]
    Unmerged,
    #[error("failed: {}", failure(*.0))]
    Failed(Option<i32>),
}

fn failure(code: Option<i32>) -> String {
    code.map_or_else(|| "it contains an unexpected value".to_owned(), |code| format!("SQLite error {code}"))
}

impl From<rusqlite::Error> for Why {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::CannotOpen) => Self::CannotOpen,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::CannotWrite,
            Some(ErrorCode::NotADatabase) => Self::NotSqlite,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::DiskFull) => Self::Full,
            _ => Self::Failed(error.sqlite_error().map(|code| code.extended_code)),
        }
    }
}

impl Store {
    /// Opens the file, or makes it. Blocks: it is called before the service listens.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        open(path).map_err(|why| OpenError { path: path.to_owned(), why })
    }
}

/// A database that is only looked into: nothing is made, brought up to date or written, and it may lie on a disk that is
/// full or cannot be written.
pub struct Inspected(pub(super) Connection);

impl Inspected {
    /// Opens the file.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        inspected(path).map(Self).map_err(|why| OpenError { path: path.to_owned(), why })
    }
}

fn inspected(path: &Path) -> Result<Connection, Why> {
    let ours = |connection: Connection| match check_owner(&connection)? {
        0 => Err(Why::Foreign),
        version if version < MIGRATIONS.len() => Err(Why::Older),
        _ => Ok(connection),
    };
    match connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY).and_then(&ours) {
        // SQLite wants a file beside it for its readers. Where there can be none, nobody writes either.
        Err(Why::CannotOpen | Why::CannotWrite | Why::Full | Why::Failed(_)) => {
            let mut log = path.as_os_str().to_owned();
            log.push("-wal");
            if std::fs::metadata(log).is_ok_and(|log| log.len() > 0) {
                return Err(Why::Unmerged);
            }
            let address = format!("file:{}?immutable=1", escaped(path));
            connect(Path::new(&address), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI).and_then(ours)
        }
        opened => opened,
    }
}

/// A path as a part of a URI.
fn escaped(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let escape = |byte: &u8| if plain(*byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") };
    path.as_os_str().as_bytes().iter().map(escape).collect()
}

/// What the tables, indexes and triggers of a database of this version are, as SQL, by their names.
pub fn schema(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Option<String>>> {
    // SQLite's own statistics may be there or not.
    let mut statement = connection.prepare(
        "SELECT type || ' ' || name || ' of ' || tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat?'",
    )?;
    statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The same as this program makes it.
pub fn own_schema() -> rusqlite::Result<BTreeMap<String, Option<String>>> {
    let connection = Connection::open_in_memory()?;
    for migration in MIGRATIONS {
        connection.execute_batch(migration)?;
    }
    schema(&connection)
}

fn open(path: &Path) -> Result<Store, Why> {
    make_private(path);
    let mut writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    check_owner(&writer)?;
    writer.pragma_update(None, "journal_mode", "WAL")?;
    // FULL: what was answered as done is on the disk, even if the power fails.
    writer.pragma_update(None, "synchronous", "FULL")?;
    writer.pragma_update(None, "foreign_keys", true)?;
    migrate(&mut writer)?;
    let readers: Result<Vec<_>, Why> = (0..READERS).map(|_| connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)).collect();
    let readers = Readers { idle: Mutex::new(readers?), permits: Arc::new(Semaphore::new(READERS)) };
    let writer = Writer::start(writer).map_err(|_| Why::Failed(None))?;
    Ok(Store { writer, readers: Arc::new(readers) })
}

/// A new file is its owner's alone to read and write; SQLite gives the files beside it the same rights. An old one
/// keeps the rights it has.
fn make_private(path: &Path) {
    use std::os::unix::fs::OpenOptionsExt;
    // Whatever fails here, SQLite will meet, too, and tell.
    let _ = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
}

fn connect(path: &Path, mode: OpenFlags) -> Result<Connection, Why> {
    // Each connection is used by one thread at a time, which the borrow checker sees to.
    let connection = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

/// Refuses a file that is neither empty nor ours, and one from the future; answers its version, 0 of an empty one.
fn check_owner(connection: &Connection) -> Result<usize, Why> {
    let owner: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    match owner {
        APPLICATION_ID if version(connection)? <= MIGRATIONS.len() => version(connection),
        APPLICATION_ID => Err(Why::Newer),
        0 if tables == 0 && version(connection)? == 0 => Ok(0),
        _ => Err(Why::Foreign),
    }
}

fn version(connection: &Connection) -> Result<usize, Why> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

fn migrate(connection: &mut Connection) -> Result<(), Why> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = version(&transaction)?;
    for migration in MIGRATIONS.iter().skip(from) {
        transaction.execute_batch(migration)?;
    }
    if from == 0 {
        let identity = Uuid::new_v4().simple().to_string();
        transaction.execute("INSERT INTO state (one, identity, texts_version) VALUES (1, ?1, 1)", [identity])?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    transaction.pragma_update(None, "user_version", i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX))?;
    transaction.commit()?;
    Ok(())
}
