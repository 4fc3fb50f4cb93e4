//! The audit log's chain: what was changed or taken out is found, and pruning leaves it whole.

use letasyl_backend::{AuditBroken, AuditEntry, AuditHead};
use letasyl_contract::GetAllGroups;

use crate::support::*;

/// What somebody with the file in their hands can do away with at once.
const WITHOUT_TRIGGERS: &str = "DROP TRIGGER audit_never_changes; DROP TRIGGER audit_keeps_what_is_not_pruned; \
     DROP TRIGGER audit_ends_only_grow; DROP TRIGGER audit_leaves_no_gap;";

/// A sign-in and nine reads: ten entries.
async fn ten_entries() -> Service {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    for _ in 0..9 {
        service.wait(std::time::Duration::from_secs(1));
        service.done(&admin, &GetAllGroups).await;
    }
    service
}

fn pruner() -> AuditEntry {
    AuditEntry { event: "AuditPruned".to_owned(), user_id: Some("os:0".to_owned()), ..AuditEntry::default() }
}

async fn broken_by(sql: &str) -> AuditBroken {
    let service = ten_entries().await;
    assert_eq!(service.store.verify_audit(None).await.unwrap().1, 10);
    tamper(&service, sql);
    service.store.verify_audit(None).await.unwrap_err()
}

/// Does what the triggers forbid, and leaves them as they were.
fn tamper(service: &Service, sql: &str) {
    let connection = service.connection();
    let mut triggers = connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<String> = triggers.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    connection.execute_batch(WITHOUT_TRIGGERS).unwrap();
    connection.execute_batch(sql).unwrap();
    for trigger in triggers {
        let again = connection.execute_batch(&trigger);
        assert!(again.is_ok() || again.unwrap_err().to_string().contains("already exists"));
    }
}

#[tokio::test]
async fn the_log_is_append_only() {
    let service = ten_entries().await;
    let connection = service.connection();
    for sql in [
        "UPDATE audit SET user_id = 'another'",
        "UPDATE audit SET hash = zeroblob(32) WHERE number = 10",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE number = 10",
        "INSERT INTO audit (number, at, event, hash) VALUES (12, 0, 'x', zeroblob(32))",
        "INSERT OR REPLACE INTO audit (number, at, event, hash) VALUES (5, 0, 'x', zeroblob(32))",
        "UPDATE audit_ends SET head = 3",
        "UPDATE audit_ends SET pruned_to = 3",
        "DELETE FROM audit_ends",
        "INSERT OR REPLACE INTO audit_ends VALUES (1, 0, zeroblob(32), 0, zeroblob(32))",
    ] {
        let error = connection.execute(sql, ()).unwrap_err().to_string();
        assert!(error.contains("append only") || error.contains("follows the newest"), "{sql}: {error}");
    }
    assert_eq!(service.store.verify_audit(None).await.unwrap().1, 10);
}

#[tokio::test]
async fn a_changed_entry_is_found() {
    for change in [
        "at = at + 1",
        "event = ''",
        "user_id = 'another'",
        "user_name = NULL",
        "organisation_type = 'Kommune'",
        "organisation_code = '20200'",
        "organisation_name = ''",
        "cpr = '2902011234'",
        "criterion = 'x'",
        "request_id = 'x'",
        "status = 403",
        "problem = 'forbidden'",
        "fejlkode = 4405",
        "trace = NULL",
    ] {
        let sql = format!("UPDATE audit SET {change} WHERE number = 4");
        assert_eq!(broken_by(&sql).await, AuditBroken::Changed(4), "{change}");
    }
    assert_eq!(broken_by("UPDATE audit SET hash = zeroblob(32) WHERE number = 4").await, AuditBroken::Changed(4));
}

#[tokio::test]
async fn a_removed_entry_is_found_wherever_it_stood() {
    assert_eq!(broken_by("DELETE FROM audit WHERE number = 4").await, AuditBroken::Missing(4));
    assert_eq!(broken_by("DELETE FROM audit WHERE number = 1").await, AuditBroken::Missing(1));
    assert_eq!(broken_by("DELETE FROM audit WHERE number > 7").await, AuditBroken::Ends(10, 7));
    assert_eq!(broken_by("DELETE FROM audit").await, AuditBroken::Ends(10, 0));
    let closed_up = "DELETE FROM audit WHERE number = 4; UPDATE audit SET number = number - 1 WHERE number > 4";
    assert_eq!(broken_by(closed_up).await, AuditBroken::Changed(4));
    let pruned = "UPDATE audit_ends SET pruned_to = 4, pruned_hash = (SELECT hash FROM audit WHERE number = 4); \
         DELETE FROM audit WHERE number <= 4";
    assert_eq!(broken_by(pruned).await, AuditBroken::Anchor);
}

#[tokio::test]
async fn an_end_that_was_cut_off_with_its_head_shows_only_against_what_was_noted() {
    let service = ten_entries().await;
    let (noted, _) = service.store.verify_audit(None).await.unwrap();
    assert_eq!(noted.number, 10);
    let cut = "DELETE FROM audit WHERE number > 7; \
         UPDATE audit_ends SET head = 7, head_hash = (SELECT hash FROM audit WHERE number = 7)";
    tamper(&service, cut);
    assert_eq!(service.store.verify_audit(None).await.unwrap().0.number, 7, "the file alone cannot tell");
    assert_eq!(service.store.verify_audit(Some(noted)).await.unwrap_err(), AuditBroken::NotAsNoted(10));
    // Neither do new entries in place of the old ones help.
    for _ in 0..5 {
        service.sign_in(ADMIN).await;
    }
    assert_eq!(service.store.verify_audit(Some(noted)).await.unwrap_err(), AuditBroken::NotAsNoted(10));
}

#[tokio::test]
async fn pruning_leaves_the_log_whole_and_is_told() {
    let service = ten_entries().await;
    let start = 1_700_000_000_000;
    let (noted, _) = service.store.verify_audit(None).await.unwrap();
    let pruned = service.store.prune_audit(start + 4000, pruner()).await.unwrap();
    assert_eq!((pruned.entries, pruned.last.number), (4, 4));
    let (head, left) = service.store.verify_audit(Some(noted)).await.unwrap();
    assert_eq!((head.number, left), (11, 7));
    let told = service.audit().await.into_iter().find(|entry| entry.event == "AuditPruned").unwrap();
    assert_eq!((told.user_id.as_deref(), told.criterion), (Some("os:0"), Some(format!("pruned to {}", pruned.last))));

    // Again, with nothing to prune; and then with all there is.
    assert_eq!(service.store.prune_audit(start, pruner()).await.unwrap().entries, 0);
    let all = service.store.prune_audit(i64::MAX, pruner()).await.unwrap();
    assert_eq!(all.last.number, service.store.verify_audit(None).await.unwrap().0.number - 1);
    service.sign_in(ADMIN).await;
    assert_eq!(service.store.verify_audit(None).await.unwrap().1, 2);
}

#[tokio::test]
async fn a_log_that_is_not_whole_is_not_pruned() {
    let service = ten_entries().await;
    tamper(&service, "UPDATE audit SET cpr = '2902011234' WHERE number = 2");
    let refused = service.store.prune_audit(i64::MAX, pruner()).await;
    assert_eq!(refused.unwrap_err(), AuditBroken::Changed(2));
    assert_eq!(service.audit().await.len(), 10);
}

/// The log as a pruning leaves it that was to go up to the eighth entry, and was ended after the fourth.
async fn interrupted_pruning(named: impl FnOnce(AuditHead) -> AuditHead) -> Service {
    let service = ten_entries().await;
    let connection = service.connection();
    let hash = connection.query_row("SELECT hash FROM audit WHERE number = 8", (), |row| row.get(0)).unwrap();
    let criterion = Some(format!("pruned to {}", named(AuditHead { number: 8, hash })));
    service.store.audit(AuditEntry { criterion, ..pruner() }).await.unwrap();
    let begun = "UPDATE audit_ends SET pruned_to = 4, pruned_hash = (SELECT hash FROM audit WHERE number = 4); \
         DELETE FROM audit WHERE number <= 4";
    connection.execute_batch(begun).unwrap();
    service
}

#[tokio::test]
async fn a_pruning_that_was_interrupted_leaves_the_log_whole() {
    let service = interrupted_pruning(|head| head).await;
    assert_eq!(service.store.verify_audit(None).await.unwrap().1, 7);
    let pruned = service.store.prune_audit(1_700_000_000_000 + 8_000, pruner()).await.unwrap();
    assert_eq!((pruned.entries, pruned.last.number), (4, 8));
    assert_eq!(service.store.verify_audit(None).await.unwrap().1, 4);
}

#[tokio::test]
async fn an_interrupted_pruning_that_names_another_hash_is_none() {
    let service = interrupted_pruning(|head| AuditHead { hash: [0; 32], ..head }).await;
    assert_eq!(service.store.verify_audit(None).await.unwrap_err(), AuditBroken::Anchor);
}

#[tokio::test]
async fn the_service_writes_on_while_the_log_is_pruned() {
    let service = Service::start().await;
    let old = || AuditEntry { event: "Old".to_owned(), ..AuditEntry::default() };
    let writes: Vec<_> = (0..20_000).map(|_| tokio::spawn(write(service.store.clone(), old()))).collect();
    for write in writes {
        write.await.unwrap();
    }
    let store = service.store.clone();
    let pruning = tokio::spawn(async move { store.prune_audit(1, pruner()).await });
    let mut written = 0;
    while !pruning.is_finished() {
        write(service.store.clone(), AuditEntry { at: 2, ..old() }).await;
        written += i32::from(service.connection().query_row(PRUNING, (), |row| row.get::<_, bool>(0)).unwrap());
    }
    assert_eq!(pruning.await.unwrap().unwrap().entries, 20_000);
    assert!(written > 0, "none while some were pruned and others were not");
    service.store.verify_audit(None).await.unwrap();
}

/// Whether some of the old entries are pruned, and others are not.
const PRUNING: &str = "SELECT pruned_to > 0 AND pruned_to < 20000 FROM audit_ends";

async fn write(store: letasyl_backend::Store, entry: AuditEntry) {
    store.audit(entry).await.unwrap();
}

#[tokio::test]
async fn what_could_hide_entries_is_found() {
    for (sql, what) in [
        ("DROP TRIGGER audit_never_changes", "trigger audit_never_changes of audit"),
        ("CREATE TRIGGER mine AFTER INSERT ON audit BEGIN SELECT 1; END", "trigger mine of audit"),
        ("CREATE INDEX mine ON audit (cpr, number) WHERE cpr IS NOT NULL", "index mine of audit"),
        ("CREATE VIEW mine AS SELECT * FROM audit", "view mine of mine"),
        ("ALTER TABLE audit ADD COLUMN mine TEXT", "table audit of audit"),
    ] {
        let service = ten_entries().await;
        service.connection().execute_batch(sql).unwrap();
        assert_eq!(service.store.verify_audit(None).await.unwrap_err(), AuditBroken::Schema(what.to_owned()));
    }
}

#[tokio::test]
async fn an_index_that_leaves_entries_out_hides_none_and_is_found() {
    let service = ten_entries().await;
    // An index that is made empty, and then says that it holds everything.
    let connection = service.connection();
    let forged = "CREATE INDEX mine ON audit (event, number) WHERE number > 1000; PRAGMA writable_schema = ON; \
         UPDATE sqlite_schema SET sql = 'CREATE INDEX mine ON audit (event, number)' WHERE name = 'mine'";
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
    connection.execute_batch(forged).unwrap();
    drop(connection);
    let service = service.restarted(|_| ());
    assert_eq!(service.audit().await.len(), 10);
    assert_eq!(service.store.verify_audit(None).await.unwrap_err(), AuditBroken::Damaged);
}
