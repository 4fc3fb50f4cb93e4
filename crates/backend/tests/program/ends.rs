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

#[test]
fn a_client_that_goes_away_is_noticed_and_leaves_nothing() {
    let running = Running::start(&["--demo-slow", "60", "--log", "debug"]);
    let cookie = running.sign_in("sagsbehandler");
    let headers =
        |citizen| [("cookie", cookie.as_str()), ("x-civilregistrationIdentifier", citizen), ("x-requestId", "1")];
    let path = "/v1/LetasylIntegrationslov/action/transfer";
    let slow = running.ask("POST", path, &headers("2902071234"), "");
    running.wait_for(UNDER_WAY);
    drop(slow);
    running.wait_for("POST /v1/LetasylIntegrationslov/action/transfer gone ");
    assert_eq!(running.send("POST", path, &headers("2902011234"), "").0, 200, "the id is not burnt");
}
