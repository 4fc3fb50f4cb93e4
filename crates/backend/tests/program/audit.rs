//! `letasyl-backend audit`, beside the running service.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use rusqlite::Connection;
use serde_json::Value;

use crate::running::{Running, memory_at_most, program};

fn audit(running: &Running, arguments: &[&str]) -> Command {
    let mut command = program();
    command.arg("audit").args(arguments).arg("--database").arg(running.folder.path().join("letasyl.sqlite"));
    command.stdin(Stdio::null());
    command
}

fn done(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap();
    assert!(status.success(), "{}", String::from_utf8(stderr).unwrap());
    String::from_utf8(stdout).unwrap()
}

fn refused(command: &mut Command) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    assert!(stdout.is_empty());
    let stderr = String::from_utf8(stderr).unwrap();
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    (status.code(), stderr)
}

fn entries(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn lists_verifies_and_tells_that_it_did() {
    let running = Running::start(&[]);
    let cookie = running.sign_in("sagsbehandler");
    for cpr in ["2902011234", "2902021234", "2902011234"] {
        let headers = [("cookie", cookie.as_str()), ("x-civilregistrationIdentifier", cpr)];
        assert_eq!(running.send("GET", "/v1/LetasylIntegrationslov", &headers, "").0, 200);
    }
    let about = entries(&done(&mut audit(&running, &["list", "--cpr", "290201-1234"])));
    assert_eq!(about.len(), 3, "two reads, and this one");
    assert_eq!(about[0]["event"], "GetIntegrationslovsdata");
    assert_eq!((&about[0]["userId"], &about[0]["status"]), (&"sagsbehandler".into(), &200.into()));
    assert!(about[0]["at"].as_str().unwrap().ends_with('Z'));
    assert_eq!(about[2]["event"], "AuditRead");
    assert!(about[2]["userId"].as_str().unwrap().starts_with("os:"));

    // The number by stdin, so that no list of processes shows it.
    let mut command = audit(&running, &["list", "--cpr", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"2902021234\n").unwrap();
    let about = entries(&String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap());
    assert_eq!(about.len(), 2);

    let all = entries(&done(&mut audit(&running, &["list", "--user", "sagsbehandler"])));
    assert_eq!(all[0]["event"], "SignIn");
    assert_eq!(all.len(), 4);

    let told = done(&mut audit(&running, &["verify"]));
    let head = told.lines().last().unwrap().to_owned();
    assert!(told.starts_with("whole: 7 entries") && head.starts_with("7:"), "{told}");
    running.sign_in("star-admin");
    done(&mut audit(&running, &["verify", "--noted", &head]));
    let pruned = done(&mut audit(&running, &["prune", "--older-than", "5y"]));
    assert!(pruned.starts_with("pruned 0 entries"));
    assert_eq!(refused(&mut audit(&running, &["prune", "--older-than", "1d"])).0, Some(2));
    assert_eq!(refused(&mut audit(&running, &["list", "--cpr", "12"])).0, Some(1));
    // The service goes on with the chain that another process lengthened.
    running.sign_in("star-admin");
    assert!(done(&mut audit(&running, &["verify", "--noted", &head])).starts_with("whole: 10 entries"));
}

#[test]
fn a_log_that_somebody_changed_is_told_of() {
    let running = Running::start(&[]);
    running.sign_in("star-admin");
    let connection = Connection::open(running.folder.path().join("letasyl.sqlite")).unwrap();
    connection.execute_batch("DROP TRIGGER audit_never_changes; UPDATE audit SET user_id = 'kommune'").unwrap();
    let (code, line) = refused(&mut audit(&running, &["verify"]));
    assert_eq!(code, Some(1));
    assert!(line.contains("not intact") && line.contains("entry 1 was changed"), "{line}");
    assert_eq!(refused(&mut audit(&running, &["verify", "--noted", "1:abc"])).0, Some(2));
}

/// As somebody who may read and not write, in a folder in which nobody may.
fn verify_as_reader(folder: &std::path::Path) -> Output {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let mode = |path: &std::path::Path, mode| std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    for file in std::fs::read_dir(folder).unwrap() {
        mode(&file.unwrap().path(), 0o444);
    }
    mode(folder, 0o555);
    let mut command = program();
    if std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
        command = Command::new("setpriv");
        command.args(["--reuid", "65534", "--clear-groups"]).arg(program().get_program());
    }
    let output = command.args(["audit", "verify", "--database"]).arg(folder.join("letasyl.sqlite")).output().unwrap();
    mode(folder, 0o755);
    output
}

#[test]
fn a_log_that_cannot_be_written_is_verified() {
    let running = Running::start(&[]);
    running.sign_in("star-admin");
    let copy = tempfile::tempdir().unwrap();
    let database = copy.path().join("letasyl.sqlite");
    Connection::open(running.database()).unwrap().execute("VACUUM INTO ?1", [database.to_str().unwrap()]).unwrap();
    Connection::open(&database).unwrap().pragma_update(None, "journal_mode", "WAL").unwrap();
    let before = std::fs::read(&database).unwrap();
    let verified = verify_as_reader(copy.path());
    let told = String::from_utf8(verified.stdout).unwrap();
    assert!(told.starts_with("whole: 1 entries"), "{told} {}", String::from_utf8(verified.stderr).unwrap());
    assert_eq!(std::fs::read(&database).unwrap(), before);

    // With changes beside it that nobody can read there, it does not pretend to know.
    std::fs::write(copy.path().join("letasyl.sqlite-wal"), [1; 100]).unwrap();
    let refused = verify_as_reader(copy.path());
    assert!(!refused.status.success());
    assert!(String::from_utf8(refused.stderr).unwrap().contains("letasyl.sqlite has changes in its -wal file"));
}

#[test]
fn a_log_on_a_full_disk_is_verified() {
    let running = Running::start(&[]);
    running.sign_in("star-admin");
    running.sign_in("star-admin");
    let copy = tempfile::tempdir().unwrap();
    let database = copy.path().join("letasyl.sqlite");
    Connection::open(running.database()).unwrap().execute("VACUUM INTO ?1", [database.to_str().unwrap()]).unwrap();
    Connection::open(&database).unwrap().pragma_update(None, "journal_mode", "WAL").unwrap();
    // No file may grow: as on a disk without any room. Without the trap, the operating system would end the program.
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""]).arg(program().get_program());
    let verified = limited.args(["audit", "verify", "--database"]).arg(&database).output().unwrap();
    let told = String::from_utf8(verified.stdout).unwrap();
    assert!(told.starts_with("whole: 2 entries"), "{told} {}", String::from_utf8(verified.stderr).unwrap());
}

#[test]
fn an_empty_file_and_an_older_one_stay_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("letasyl.sqlite");
    for what in [&["verify"][..], &["list"], &["prune", "--older-than", "1y"]] {
        std::fs::write(&database, "").unwrap();
        let (code, line) = refused(program().arg("audit").args(what).arg("--database").arg(&database));
        assert!(code == Some(1) && line.contains("letasyl.sqlite"), "{line}");
        assert_eq!(std::fs::metadata(&database).unwrap().len(), 0);
    }
    let old = Connection::open(&database).unwrap();
    old.execute_batch("CREATE TABLE a (b); PRAGMA user_version = 1; PRAGMA application_id = 0x4c417379").unwrap();
    drop(old);
    let before = std::fs::read(&database).unwrap();
    let (_, line) = refused(program().args(["audit", "verify", "--database"]).arg(&database));
    assert!(line.contains("older version"), "{line}");
    assert_eq!(std::fs::read(&database).unwrap(), before);
}

#[test]
fn no_database_is_made_to_look_into() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("nothing.sqlite");
    let (code, line) = refused(program().args(["audit", "verify", "--database"]).arg(&database).stdin(Stdio::null()));
    assert!(code == Some(1) && line.contains("nothing.sqlite"), "{line}");
    assert!(!database.exists());
}

#[test]
fn the_database_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let running = Running::start(&[]);
    running.sign_in("star-admin");
    for name in ["letasyl.sqlite", "letasyl.sqlite-wal", "letasyl.sqlite-shm"] {
        let mode = std::fs::metadata(running.folder.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_long_log_is_listed_in_little_memory() {
    let running = Running::start(&[]);
    let connection = Connection::open(running.database()).unwrap();
    let many = "WITH RECURSIVE many (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM many WHERE number < 200000) \
         INSERT INTO audit (number, at, event, user_id, criterion, trace, hash) \
         SELECT number, 0, 'GetText', 'star-admin', hex(zeroblob(40)), hex(zeroblob(16)), zeroblob(32) FROM many";
    connection.execute_batch(many).unwrap();
    let mut child = audit(&running, &["list"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // Read on until all are out but the last few.
    let read = lines.by_ref().take(199_000).map(Result::unwrap).filter(|line| line.contains("star-admin")).count();
    let memory = memory_at_most(child.id());
    assert_eq!(read + lines.map(Result::unwrap).count(), 200_001);
    assert!(child.wait().unwrap().success());
    assert!(memory < 64 * 1024, "{memory} kB");
}
