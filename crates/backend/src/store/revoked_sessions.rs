//! Sessions that were ended while the database could not be written. They are refused until it can be.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The hashes of the sessions' tokens.
#[derive(Debug, Default)]
pub struct RevokedSessions(Mutex<HashSet<[u8; 32]>>);

impl RevokedSessions {
    /// Whether this session is one of them.
    pub fn contains(&self, token_hash: &[u8; 32]) -> bool {
        self.lock().contains(token_hash)
    }

    /// Adds a session; `false` if it was there already.
    pub fn insert(&self, token_hash: [u8; 32]) -> bool {
        self.lock().insert(token_hash)
    }

    /// Removes a session that has been ended in the database.
    pub fn remove(&self, token_hash: &[u8; 32]) {
        self.lock().remove(token_hash);
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<[u8; 32]>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
