//! A disk that is full, a database that is locked, damaged or not to be written: told in one clear line or as 503, and
//! nothing is destroyed by it.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use letasyl_contract::Problem;
use rusqlite::Connection;

use crate::running::{Running, program};
use crate::starts::{on, refused};

fn create(running: &Running, cookie: &str, id: &str, size: usize) -> (u16, String, String) {
    let headers = [("cookie", cookie), ("content-type", "application/json"), ("x-requestId", id)];
    let body = format!("{{\"text\":\"{id}\",\"displayText\":\"{}\"}}", "x".repeat(size));
    running.send("POST", "/v1/DynamicTexts/create", &headers, &body)
}

fn is_unavailable((status, head, body): (u16, String, String)) {
    assert_eq!(status, 503, "{body}");
    assert!(head.contains("retry-after: "), "{head}");
    let problem: Problem = serde_json::from_str(&body).unwrap();
    assert_eq!(problem.kind, "urn:letasyl:problem:unavailable");
}

/// A database of ours, in one file, large enough to be cut in two.
fn settled(database: &Path) {
    drop(letasyl_backend::Store::open(database).unwrap());
    let connection = Connection::open(database).unwrap();
    // Its connections are closed on a thread of their own.
    while connection.pragma_update(None, "journal_mode", "DELETE").is_err() {}
    let grow = "CREATE TABLE filler (a); INSERT INTO filler VALUES (zeroblob(500000)); DROP TABLE filler;";
    connection.execute_batch(grow).unwrap();
}

/// The program in a shell's hands, which lets no file grow beyond some megabytes: the write fails as on a full disk.
#[test]
fn on_a_full_disk_nothing_is_answered_or_lost_and_room_is_all_it_needs() {
    let mut limited = Command::new("sh");
    // Without the trap, the operating system would kill it.
    limited.args(["-c", "trap '' XFSZ; ulimit -S -f 4000; exec \"$0\" \"$@\""]).arg(program().get_program());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("LETASYL_")) {
        limited.env_remove(name);
    }
    let running = Running::on(tempfile::tempdir().unwrap(), limited, &["--log", "error"]);
    let cookie = running.sign_in("star-admin");
    let leaving = running.sign_in("sagsbehandler");
    let mut done = 0;
    let refused = loop {
        let answer = create(&running, &cookie, &format!("full-{done}"), 100_000);
        if answer.0 != 200 {
            break answer;
        }
        done += 1;
        assert!(done < 100, "the limit does not hold");
    };
    assert!(done > 2);
    is_unavailable(refused);
    assert_eq!(running.send("GET", "/healthz", &[], "").0, 200, "it lives on");

    // To the last page.
    let mut small = 0;
    while create(&running, &cookie, &format!("small-{small}"), 10).0 == 200 || readiness(&running) == 200 {
        small += 1;
        assert!(small < 2_000, "the limit does not hold");
    }
    let (status, head, _) = running.send("DELETE", "/session", &[("cookie", &leaving)], "");
    assert!(status == 503 && head.contains("set-cookie: letasyl=; "), "{head}");
    assert_eq!(running.send("GET", "/session", &[("cookie", &leaving)], "").0, 401, "the session is over all the same");
    // No log, no answer: a small entry may still fit; one that does not fit keeps the data back.
    for _ in 0..20 {
        let (status, _, body) = running.send("GET", "/v1/DynamicTexts/groups", &[("cookie", &cookie)], "");
        assert!(status == 200 || (status == 503 && !body.contains("Danskuddannelse")), "{status} {body}");
    }

    let id = running.process().to_string();
    let roomy = Command::new("prlimit").args(["--pid", &id, "--fsize=unlimited"]).status().unwrap();
    assert!(roomy.success());
    assert_eq!(create(&running, &cookie, &format!("full-{done}"), 100_000).0, 200, "the refused id was not spent");
    let (status, _, body) = running.send("GET", "/v1/DynamicTexts", &[("cookie", &cookie)], "");
    assert_eq!(status, 200);
    assert!((0..=done).all(|number| body.matches(&format!("\"full-{number}\"")).count() == 1));
    let verified = program().args(["audit", "verify", "--database"]).arg(running.database()).output().unwrap();
    assert!(verified.status.success());
    // With room, the database learns of the session's end, too.
    let sessions = "SELECT count(*) FROM sessions";
    let connection = Connection::open(running.database()).unwrap();
    let start = Instant::now();
    while connection.query_row(sessions, (), |row| row.get::<_, i64>(0)).unwrap() > 1 {
        assert!(start.elapsed().as_secs() < 30);
        std::thread::yield_now();
    }
}

fn readiness(running: &Running) -> u16 {
    running.send("GET", "/readyz", &[], "").0
}

#[test]
fn a_database_that_another_program_has_locked_is_503_until_it_lets_go() {
    let running = Running::start(&["--log", "error"]);
    let cookie = running.sign_in("star-admin");
    let other = Connection::open(running.database()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let start = Instant::now();
    is_unavailable(create(&running, &cookie, "locked", 10));
    assert!(start.elapsed().as_secs() < 30);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(create(&running, &cookie, "locked", 10).0, 200);
}

#[test]
fn a_database_that_another_program_has_locked_is_not_started_on() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("letasyl.sqlite");
    settled(&database);
    let other = Connection::open(&database).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    refused(&mut on(&database), 1, &["letasyl.sqlite", "locked by another program"]);
    other.execute_batch("ROLLBACK").unwrap();
}

#[test]
fn a_half_written_database_is_told_of_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("letasyl.sqlite");
    settled(&database);
    let whole = std::fs::read(&database).unwrap();
    assert!(whole.len() > 100_000);
    for length in [whole.len() / 2, 4096, 5000, 512, 100] {
        std::fs::write(&database, &whole[..length]).unwrap();
        refused(&mut on(&database), 1, &["letasyl.sqlite"]);
        assert_eq!(std::fs::read(&database).unwrap(), whole[..length], "cut off at {length}");
    }
    let mut garbled = whole.clone();
    garbled[..100].fill(0xa5);
    std::fs::write(&database, &garbled).unwrap();
    refused(&mut on(&database), 1, &["letasyl.sqlite", "not an SQLite file"]);
    assert_eq!(std::fs::read(&database).unwrap(), garbled);

    let mut garbled = whole;
    garbled[100..4096].fill(0xa5);
    std::fs::write(&database, &garbled).unwrap();
    refused(&mut on(&database), 1, &["letasyl.sqlite", "damaged"]);
    assert_eq!(std::fs::read(&database).unwrap(), garbled);
}

#[test]
fn a_database_that_may_not_be_written_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("letasyl.sqlite");
    settled(&database);
    let before = std::fs::read(&database).unwrap();
    let mode = |path: &Path, mode| std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    mode(&database, 0o444);
    mode(folder.path(), 0o555);
    // Root may write whatever it likes.
    let root = std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let mut command = if root { Command::new("setpriv") } else { program() };
    if root {
        command.args(["--reuid", "65534", "--clear-groups"]).arg(program().get_program());
    }
    command.args(["--listen", "127.0.0.1:0", "--database"]).arg(&database);
    refused(&mut command, 1, &["letasyl.sqlite", "cannot be written"]);
    assert_eq!(std::fs::read(&database).unwrap(), before);
    mode(folder.path(), 0o755);
}

#[test]
fn a_database_of_the_version_before_is_brought_up_to_date_with_all_that_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("letasyl.sqlite");
    let old = Connection::open(&database).unwrap();
    old.execute_batch(include_str!("../../src/store/schema.sql")).unwrap();
    old.execute_batch(
        "INSERT INTO state VALUES (1, 'x', 1); INSERT INTO request_ids VALUES ('old', 'CreateText', 1);
         INSERT INTO texts VALUES (1, '34f0df34-d28b-5c3c-ab11-a1929dcf1544', 'Gammel', 'Gammel tekst', NULL);
         PRAGMA user_version = 1; PRAGMA application_id = 0x4c417379;",
    )
    .unwrap();
    drop(old);
    let running = Running::on(folder, program(), &[]);
    let cookie = running.sign_in("star-admin");
    assert!(running.send("GET", "/v1/DynamicTexts", &[("cookie", &cookie)], "").2.contains("Gammel tekst"));
    assert_eq!(create(&running, &cookie, "old", 10).0, 412);
}
