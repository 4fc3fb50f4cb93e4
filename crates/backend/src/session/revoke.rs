//! Ends a session while the database cannot be written: refuses it in this process, and retries until it is stored.

use std::time::Duration;

use crate::app::App;
use crate::store::AuditEntry;

/// How long to wait before the next attempt.
const PAUSE: Duration = Duration::from_secs(1);

/// Ends a session for this process, and goes on trying to end it in the database.
pub fn revoke_later(app: &App, token_hash: [u8; 32], entry: AuditEntry) {
    if !app.revoked().insert(token_hash) {
        return;
    }
    let app = app.clone();
    tokio::spawn(async move {
        while app.store().end_session(token_hash, entry.clone()).await.is_err() {
            tokio::time::sleep(PAUSE).await;
        }
        app.revoked().remove(&token_hash);
    });
}
