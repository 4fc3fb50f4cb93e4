//! Reading the log, which is logged itself.

use super::{AuditEntry, AuditRow, SELECT, row};
use crate::store::{Store, StoreError};

/// Which entries are wanted: those that match all that is given.
#[derive(Clone, Default)]
pub struct AuditFilter {
    /// About this citizen: ten digits.
    pub cpr: Option<String>,
    /// By this user.
    pub user: Option<String>,
    /// Not before, in milliseconds since 1970.
    pub since: Option<i64>,
}

impl Store {
    /// The entries, oldest first. That they were read, and by whom, is appended before any is told.
    pub async fn list_audit(&self, filter: AuditFilter, reader: AuditEntry) -> Result<Vec<AuditRow>, StoreError> {
        self.audit(reader).await?;
        self.read(move |connection| {
            let by_cpr = if filter.cpr.is_some() { "cpr = ?1" } else { "?1 IS NULL" };
            let mut statement = connection.prepare(&format!(
                "{SELECT} WHERE {by_cpr} AND (?2 IS NULL OR user_id = ?2) AND (?3 IS NULL OR at >= ?3) ORDER BY number"
            ))?;
            let rows: Result<Vec<_>, _> = statement.query_map((filter.cpr, filter.user, filter.since), row)?.collect();
            Ok(rows?)
        })
        .await
    }
}
