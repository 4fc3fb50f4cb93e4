//! Sessions that were ended while the database could not be written: nobody's from then on, whatever it says, and ended in
//! it, too, as soon as it can be.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::app::App;
use crate::store::AuditEntry;

/// How long to wait before the next attempt.
const PAUSE: Duration = Duration::from_secs(1);

/// The hashes of their tokens.
#[derive(Debug, Default)]
pub struct Ended(Mutex<HashSet<[u8; 32]>>);

impl Ended {
    /// Whether this session is one of them.
    pub fn holds(&self, token_hash: &[u8; 32]) -> bool {
        self.lock().contains(token_hash)
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<[u8; 32]>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends a session for this process, and goes on trying to end it in the database.
pub fn end_later(app: &App, token_hash: [u8; 32], entry: AuditEntry) {
    if !app.ended().lock().insert(token_hash) {
        return;
    }
    let app = app.clone();
    tokio::spawn(async move {
        while app.store().end_session(token_hash, entry.clone()).await.is_err() {
            tokio::time::sleep(PAUSE).await;
        }
        app.ended().lock().remove(&token_hash);
    });
}
