//! Ending in order, and clients that end before their answer.

use std::net::TcpStream;
use std::time::Instant;

use crate::running::{Running, UNDER_WAY, answer};

#[test]
fn the_end_is_orderly() {
    for signal in ["-TERM", "-INT"] {
        let running = Running::start(&["--demo-slow", "1", "--log", "debug"]);
        let cookie = running.sign_in("sagsbehandler");
        let headers = [("cookie", cookie.as_str()), ("x-civilregistrationIdentifier", "2902071234")];
        let slow = running.ask("GET", "/v1/LetasylIntegrationslov", &headers, "");
        running.wait_for(UNDER_WAY);
        running.signal(signal);
        let (status, _, body) = answer(slow);
        assert_eq!(status, 200);
        assert!(body.contains("integrationslovsdata"));
        assert!(TcpStream::connect(&running.address).is_err());
        let (code, log) = running.end();
        assert_eq!(code, Some(0), "{log}");
    }
}

#[test]
fn the_end_waits_no_longer_than_it_may() {
    let running = Running::start(&["--demo-slow", "60", "--drain", "1", "--log", "debug"]);
    let cookie = running.sign_in("sagsbehandler");
    let headers = [("cookie", cookie.as_str()), ("x-civilregistrationIdentifier", "2902071234")];
    let _slow = running.ask("GET", "/v1/LetasylIntegrationslov", &headers, "");
    running.wait_for(UNDER_WAY);
    let start = Instant::now();
    running.signal("-TERM");
    assert_eq!(running.end().0, Some(0));
    assert!((1..30).contains(&start.elapsed().as_secs()));
}

const READ: &str = "/v1/LetasylIntegrationslov";
const TRANSFER: &str = "/v1/LetasylIntegrationslov/action/transfer";

/// About the slow citizen.
fn about_slow(cookie: &str) -> [(&str, &str); 3] {
    [("cookie", cookie), ("x-civilregistrationIdentifier", "2902071234"), ("x-requestId", "1")]
}

#[test]
fn a_client_that_has_said_all_still_gets_its_answer() {
    let running = Running::start(&["--demo-slow", "1", "--log", "debug"]);
    let cookie = running.sign_in("sagsbehandler");
    for (method, path) in [("GET", READ), ("POST", TRANSFER)] {
        let slow = running.ask(method, path, &about_slow(&cookie), "");
        running.wait_for(UNDER_WAY);
        slow.shutdown(std::net::Shutdown::Write).unwrap();
        assert_eq!(answer(slow).0, 200);
    }
}

#[test]
fn a_client_that_goes_away_is_told_of() {
    let running = Running::start(&["--demo-slow", "1", "--log", "debug"]);
    let cookie = running.sign_in("sagsbehandler");
    for (number, leave) in [(1, drop as fn(TcpStream)), (2, broken)] {
        let slow = running.ask("GET", READ, &about_slow(&cookie), "");
        running.wait_for(UNDER_WAY);
        leave(slow);
        running.wait_for("GET /v1/LetasylIntegrationslov 200");
        let connection = rusqlite::Connection::open(running.database()).unwrap();
        let told = "SELECT count(*) FROM audit WHERE cpr = '2902071234' AND user_id = 'sagsbehandler' AND status = 200";
        let told: i64 = connection.query_row(told, (), |row| row.get(0)).unwrap();
        assert_eq!(told, number);
    }
}

/// Ends a connection as a crash or a cut line would, with a reset.
fn broken(stream: TcpStream) {
    socket2::SockRef::from(&stream).set_linger(Some(std::time::Duration::ZERO)).unwrap();
    drop(stream);
}

#[test]
fn who_signs_out_meanwhile_gets_nothing_and_changes_nothing() {
    let running = Running::start(&["--demo-slow", "3", "--log", "debug"]);
    for (method, path, end) in [
        ("GET", READ, "/session"),
        ("GET", "/v1/LetasylIntegrationslov/pdf", "/session"),
        ("POST", TRANSFER, "/session"),
        ("POST", TRANSFER, "/session/others"),
    ] {
        let (cookie, other) = (running.sign_in("sagsbehandler"), running.sign_in("sagsbehandler"));
        let slow = running.ask(method, path, &about_slow(&cookie), "");
        running.wait_for(UNDER_WAY);
        let by = if end == "/session" { &cookie } else { &other };
        assert_eq!(running.send("DELETE", end, &[("cookie", by)], "").0, 200);
        let (status, _, body) = answer(slow);
        assert!(status == 401 && !body.contains("personnummer"), "{method} {path}: {status} {body}");
    }
    let cookie = running.sign_in("sagsbehandler");
    assert_eq!(running.send("POST", TRANSFER, &about_slow(&cookie), "").0, 200, "the id was not spent");
}
