//! Reading the log, which is logged itself.

use super::{AuditEntry, AuditRow, SELECT, append, row};
use crate::store::{Store, StoreError};

/// How many entries are held at once.
const PAGE: i64 = 1_000;

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
    /// Gives each of the entries, oldest first, and stops at the first error. That they were read, and by whom, is
    /// appended before any is given, and is the last of them.
    ///
    /// Page by page: neither the log's length nor the pace of the reader holds anything up.
    pub async fn list_audit<E: From<StoreError>>(
        &self,
        filter: AuditFilter,
        reader: AuditEntry,
        mut each: impl FnMut(AuditRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let until = self.write(move |transaction| append(transaction, &reader)).await?;
        let mut after = 0;
        loop {
            let page = self.audit_page(filter.clone(), after, until).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.number;
            page.into_iter().try_for_each(&mut each)?;
        }
    }

    /// Entries with a number above `after`, up to `until`.
    async fn audit_page(&self, filter: AuditFilter, after: i64, until: i64) -> Result<Vec<AuditRow>, StoreError> {
        self.read(move |connection| {
            let AuditFilter { cpr, user, since } = filter;
            let mut statement = connection.prepare_cached(&format!(
                "{SELECT} WHERE (?1 IS NULL OR cpr = ?1) AND (?2 IS NULL OR user_id = ?2) AND (?3 IS NULL OR at >= ?3) \
                 AND number > ?4 AND number <= ?5 ORDER BY number LIMIT ?6"
            ))?;
            let rows: Result<Vec<_>, _> = statement.query_map((cpr, user, since, after, until, PAGE), row)?.collect();
            Ok(rows?)
        })
        .await
    }
}
