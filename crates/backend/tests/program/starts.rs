//! Starting, and refusing to.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use rusqlite::Connection;

use crate::running::program;

/// Runs one that must refuse to start: a code, and one line that tells why.
pub fn refused(command: &mut Command, code: i32, words: &[&str]) {
    let Output { status, stdout, stderr } = command.stdin(Stdio::null()).output().unwrap();
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert_eq!((status.code(), stdout.as_str()), (Some(code), ""), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert!(stderr.starts_with("letasyl-backend: ") && stderr.ends_with('\n'));
    assert!(words.iter().all(|word| stderr.contains(word)), "{words:?} in {stderr}");
}

pub fn on(database: &Path) -> Command {
    let mut command = program();
    command.args(["--listen", "127.0.0.1:0", "--database"]).arg(database);
    command
}

#[test]
fn a_bad_flag_is_one_line() {
    refused(program().arg("--bogus"), 2, &["--bogus", "--help"]);
    refused(program().args(["--listen", "somewhere"]), 2, &["--listen", "somewhere"]);
    refused(program().arg("--demo-texts=-1"), 2, &["--demo-texts"]);
    refused(program().args(["--demo-texts", "1000001"]), 2, &["--demo-texts"]);
    refused(program().args(["--session-idle", "0"]), 2, &["--session-idle"]);
    refused(program().arg("extra"), 2, &["extra"]);
    refused(program().env("LETASYL_DEMO_TEXTS", "mange"), 2, &["--demo-texts", "mange"]);
    refused(program().env("LETASYL_DEMO", "måske"), 2, &["--demo", "måske"]);
}

#[test]
fn help_explains_every_flag_with_its_variable() {
    let output = program().arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    let flags: Vec<_> = help.split_whitespace().filter(|word| word.starts_with("--")).collect();
    for flag in ["--listen", "--site", "--database", "--demo", "--demo-texts", "--secure-cookie", "--log"] {
        assert!(flags.contains(&flag), "{flag}");
        let variable = format!("[env: LETASYL_{}=", flag[2..].replace('-', "_").to_uppercase());
        assert!(help.contains(&variable), "{variable}");
    }
}

#[test]
fn a_taken_port_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let database = folder.path().join("letasyl.sqlite");
    refused(program().args(["--listen", &address, "--database"]).arg(&database), 1, &[&address]);
    assert!(!database.exists(), "nothing was made");
}

#[test]
fn a_folder_that_is_no_site_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("letasyl.sqlite");
    refused(on(&database).arg("--site").arg(folder.path()), 1, &[folder.path().to_str().unwrap(), "index.html"]);
    refused(on(&database).args(["--site", "/nowhere/at/all"]), 1, &["/nowhere/at/all"]);
}

#[test]
fn a_database_that_is_not_ours_is_one_line_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);

    let foreign = file("foreign.sqlite");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE theirs (a); PRAGMA user_version = 1;").unwrap();
    let before = std::fs::read(&foreign).unwrap();
    refused(on(&foreign).arg("--demo"), 1, &["foreign.sqlite", "another program"]);
    assert_eq!(std::fs::read(&foreign).unwrap(), before);

    let text = file("letter.txt");
    std::fs::write(&text, "Kære sagsbehandler, ".repeat(200)).unwrap();
    refused(&mut on(&text), 1, &["letter.txt", "not an SQLite file"]);

    refused(&mut on(folder.path()), 1, &[folder.path().to_str().unwrap(), "cannot be opened"]);
    refused(&mut on(&file("no/such/folder/letasyl.sqlite")), 1, &["no/such/folder", "cannot be opened"]);

    let newer = file("newer.sqlite");
    drop(letasyl_backend::Store::open(&newer).unwrap());
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 1000).unwrap();
    refused(&mut on(&newer), 1, &["newer.sqlite", "newer version"]);
}

#[test]
fn a_database_of_ours_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("letasyl.sqlite");
    for _ in 0..2 {
        let store = letasyl_backend::Store::open(&database);
        assert!(store.is_ok());
    }
    let connection = Connection::open(&database).unwrap();
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert!(pragma("application_id") != 0 && pragma("user_version") == 3);
}
