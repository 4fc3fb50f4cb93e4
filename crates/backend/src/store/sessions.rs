//! Sessions, by the hash of their token.

use rusqlite::{Connection, OptionalExtension};

use super::audit::{AuditEntry, append};
use super::{Store, StoreError};

/// A session as it is kept. Times in milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Who.
    pub user_id: String,
    /// When signed in.
    pub created_at: i64,
    /// When last used.
    pub seen_at: i64,
}

impl Store {
    /// The session with this token, however old.
    pub async fn session(&self, token_hash: [u8; 32]) -> Result<Option<SessionRow>, StoreError> {
        self.read(move |connection| {
            let mut statement =
                connection.prepare_cached("SELECT user_id, created_at, seen_at FROM sessions WHERE token_hash = ?1")?;
            let row = statement.query_row([token_hash], |row| {
                Ok(SessionRow { user_id: row.get(0)?, created_at: row.get(1)?, seen_at: row.get(2)? })
            });
            Ok(row.optional()?)
        })
        .await
    }

    /// Notes that the session was used. Never brings back one that was ended meanwhile.
    pub async fn touch_session(&self, token_hash: [u8; 32], now: i64) -> Result<(), StoreError> {
        self.write(move |transaction| {
            transaction
                .prepare_cached("UPDATE sessions SET seen_at = max(seen_at, ?2) WHERE token_hash = ?1")?
                .execute((token_hash, now))?;
            Ok(())
        })
        .await
    }

    /// Begins a session, ends the one it replaces with an entry of its own, and forgets those created or last seen before
    /// the given times.
    pub async fn begin_session(
        &self,
        token_hash: [u8; 32],
        row: SessionRow,
        replaces: Option<([u8; 32], AuditEntry)>,
        cutoff: SessionCutoff,
        entry: AuditEntry,
    ) -> Result<(), StoreError> {
        self.write(move |transaction| {
            if let Some((old, ended)) = replaces {
                end(transaction, old, &ended)?;
            }
            transaction.execute(
                "DELETE FROM sessions WHERE created_at < ?1 OR seen_at < ?2",
                (cutoff.created_before, cutoff.seen_before),
            )?;
            transaction.execute(
                "INSERT INTO sessions (token_hash, user_id, created_at, seen_at) VALUES (?1, ?2, ?3, ?4)",
                (token_hash, row.user_id, row.created_at, row.seen_at),
            )?;
            append(transaction, &entry).map(drop)
        })
        .await
    }

    /// Ends a session. The entry is kept if there was one to end.
    pub async fn end_session(&self, token_hash: [u8; 32], entry: AuditEntry) -> Result<(), StoreError> {
        self.write(move |transaction| end(transaction, token_hash, &entry)).await
    }

    /// The sessions of a user that are not over, newest first, with the hashes of their tokens.
    pub async fn sessions_of(
        &self,
        user: String,
        over: SessionCutoff,
    ) -> Result<Vec<([u8; 32], SessionRow)>, StoreError> {
        self.read(move |connection| {
            let mut statement = connection.prepare_cached(
                "SELECT token_hash, user_id, created_at, seen_at FROM sessions \
                 WHERE user_id = ?1 AND created_at >= ?2 AND seen_at >= ?3 ORDER BY created_at DESC, token_hash",
            )?;
            let rows = statement.query_map((user, over.created_before, over.seen_before), |row| {
                Ok((row.get(0)?, SessionRow { user_id: row.get(1)?, created_at: row.get(2)?, seen_at: row.get(3)? }))
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Ends all sessions of the user but this one; answers how many there were.
    pub async fn end_other_sessions(
        &self,
        user: String,
        kept: [u8; 32],
        entry: AuditEntry,
    ) -> Result<usize, StoreError> {
        self.write(move |transaction| {
            let ended =
                transaction.execute("DELETE FROM sessions WHERE user_id = ?1 AND token_hash <> ?2", (user, kept))?;
            append(transaction, &AuditEntry { criterion: Some(format!("ended={ended}")), ..entry })?;
            Ok(ended)
        })
        .await
    }
}

fn end(transaction: &Connection, token_hash: [u8; 32], entry: &AuditEntry) -> Result<(), StoreError> {
    match transaction.execute("DELETE FROM sessions WHERE token_hash = ?1", [token_hash])? {
        0 => Ok(()),
        _ => append(transaction, entry).map(drop),
    }
}

/// Whether nobody has ended the session with this token.
pub fn is_open(connection: &Connection, token_hash: [u8; 32]) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT 1 FROM sessions WHERE token_hash = ?1")?.exists([token_hash])
}

/// The times before which sessions are over.
#[derive(Debug, Clone, Copy)]
pub struct SessionCutoff {
    /// Their absolute life has passed.
    pub created_before: i64,
    /// Their idle life has passed.
    pub seen_before: i64,
}
