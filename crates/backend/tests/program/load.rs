//! Clients that take their time, send too much, or are too many: the service waits for none of them for long, and is
//! itself again when they have gone.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::running::{Running, answer};

const SIGN_IN: &str = "POST /session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";

fn connect(running: &Running) -> TcpStream {
    let stream = TcpStream::connect(&running.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream
}

/// Waits until the service closes the connection; answers what it said before, and how long that took.
fn closed(mut stream: TcpStream) -> (String, Duration) {
    let start = Instant::now();
    let mut said = Vec::new();
    // A reset is an end, too.
    let _ = stream.read_to_end(&mut said);
    (String::from_utf8(said).unwrap(), start.elapsed())
}

fn is_well(running: &Running) {
    assert_eq!(running.send("GET", "/readyz", &[], "").0, 200);
}

#[test]
fn a_head_that_never_ends_ends_its_connection() {
    let running = Running::start(&["--client-timeout", "1"]);
    let silent = connect(&running);
    let mut dripping = connect(&running);
    let start = Instant::now();
    let mut drops = 0;
    // A byte now and then does not buy more time.
    while start.elapsed() < Duration::from_secs(20) && dripping.write_all(b"G").is_ok() {
        drops += 1;
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!((5..60).contains(&drops), "{drops}");
    let (said, took) = closed(silent);
    assert!(said.is_empty() && took < Duration::from_secs(10));
    is_well(&running);
}

#[test]
fn an_idle_connection_ends_and_a_used_one_stays() {
    let running = Running::start(&["--client-timeout", "1", "--idle", "3"]);
    let mut stream = connect(&running);
    // Between two requests longer than a head may take, as a proxy does, and all together longer than idle.
    for _ in 0..3 {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
        let mut said = [0; 4096];
        let length = stream.read(&mut said).unwrap();
        assert!(said[..length].starts_with(b"HTTP/1.1 200"));
        std::thread::sleep(Duration::from_millis(1_500));
    }
    let (said, took) = closed(stream);
    assert!(said.is_empty() && took < Duration::from_secs(10));
}

#[test]
fn a_head_that_never_ends_ends_its_connection_after_a_request_too() {
    let running = Running::start(&["--client-timeout", "1", "--idle", "60"]);
    let mut stream = connect(&running);
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
    let mut said = [0; 4096];
    assert!(stream.read(&mut said).unwrap() > 0);
    stream.write_all(b"GET /healthz HT").unwrap();
    assert!(closed(stream).1 < Duration::from_secs(10));
    is_well(&running);
}

#[test]
fn a_body_that_never_comes_is_told_so() {
    let running = Running::start(&["--client-timeout", "1"]);
    let mut stream = connect(&running);
    stream.write_all(format!("{SIGN_IN}content-length: 20\r\n\r\n{{").as_bytes()).unwrap();
    let (said, took) = closed(stream);
    assert!(said.starts_with("HTTP/1.1 408") && said.contains("urn:letasyl:problem:body-too-slow"), "{said}");
    assert!(took < Duration::from_secs(10));
    is_well(&running);
}

#[test]
fn an_answer_that_nobody_takes_is_given_up() {
    let running = Running::start(&["--client-timeout", "1", "--demo-texts", "60000", "--connections", "2"]);
    let cookie = running.sign_in("star-admin");
    for _ in 0..4 {
        // Each would hold a place for ever: some 20 MB wait for somebody to read them.
        let stream = running.ask("GET", "/v1/DynamicTexts", &[("cookie", &cookie)], "");
        std::mem::forget(stream);
    }
    is_well(&running);
}

#[test]
fn an_answer_that_is_taken_ever_so_slowly_is_given_up() {
    let running = Running::start(&["--response", "6", "--demo-texts", "60000"]);
    let cookie = running.sign_in("star-admin");
    // Once in a hurry: after that, working it out takes no time.
    assert_eq!(running.send("GET", "/v1/DynamicTexts", &[("cookie", &cookie)], "").0, 200);
    let mut stream = running.ask("GET", "/v1/DynamicTexts", &[("cookie", &cookie)], "");
    // Said twice at once, the second request must not make the service deaf to the time.
    let _ = stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n");
    let (start, mut taken) = (Instant::now(), 0);
    let mut slice = vec![0; 64 * 1024];
    while let Ok(length @ 1..) = stream.read(&mut slice) {
        taken += length;
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(taken > 0 && start.elapsed() < Duration::from_secs(20), "{taken} bytes in {:?}", start.elapsed());
    is_well(&running);
}

#[test]
fn three_hundred_readers_share_one_list() {
    let running = Running::start(&["--demo-texts", "100000"]);
    let cookie = running.sign_in("star-admin");
    let read = |coding| {
        let headers = [("cookie", cookie.as_str()), ("accept-encoding", coding)];
        let mut stream = running.ask("GET", "/v1/DynamicTexts", &headers, "");
        // They take the head, and then their time.
        assert!(stream.read(&mut [0; 512]).unwrap() > 0);
        stream
    };
    let readers: Vec<_> = ["gzip", "br", "identity"].into_iter().cycle().take(300).map(read).collect();
    let memory = running.memory();
    assert!(memory < 300 * 1024, "{} readers, {memory} kB", readers.len());
    is_well(&running);
}

#[test]
fn a_body_of_a_gigabyte_is_neither_read_nor_kept() {
    let running = Running::start(&[]);
    let gigabyte = 1024 * 1024 * 1024;
    let mut announced = connect(&running);
    announced.write_all(format!("{SIGN_IN}content-length: {gigabyte}\r\n\r\n").as_bytes()).unwrap();
    let (said, took) = closed(announced);
    assert!(said.starts_with("HTTP/1.1 413") && took < Duration::from_secs(10), "{said}");

    let mut unannounced = connect(&running);
    unannounced.write_all(format!("{SIGN_IN}transfer-encoding: chunked\r\n\r\n").as_bytes()).unwrap();
    let chunk = [b"10000\r\n".as_slice(), &[b' '; 0x10000], b"\r\n"].concat();
    let mut sent = 0;
    while sent < gigabyte && unannounced.write_all(&chunk).is_ok() {
        sent += 0x10000;
    }
    assert!(sent < 64 * 1024 * 1024, "it stops listening long before: {sent}");
    assert!(closed(unannounced).0.starts_with("HTTP/1.1 413"));
    assert!(running.memory() < 200 * 1024, "{} kB", running.memory());
    is_well(&running);
}

#[test]
fn unfinished_bodies_take_little_memory_and_hold_nobody_up() {
    let running = Running::start(&[]);
    let (admin, caseworker) = (running.sign_in("star-admin"), running.sign_in("sagsbehandler"));
    let length = 1024 * 1024;
    let start = |head: String| {
        let mut stream = connect(&running);
        stream.set_write_timeout(Some(Duration::from_millis(10))).unwrap();
        stream.write_all(format!("{head}content-length: {length}\r\n\r\n").as_bytes()).unwrap();
        // What is not taken waits in the operating system, not in the service.
        let _ = stream.write_all(&vec![b' '; length - 1]);
        stream
    };
    let strangers: Vec<_> = (0..50).map(|_| start(SIGN_IN.to_owned())).collect();
    let create = "POST /v1/DynamicTexts/create HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
    let admins: Vec<_> = (0..50).map(|_| start(format!("{create}cookie: {admin}\r\nx-requestId: 1\r\n"))).collect();
    assert!(running.memory() < 50 * 1024, "{} kB", running.memory());
    for stream in strangers {
        assert!(closed(stream).0.starts_with("HTTP/1.1 413"));
    }
    let headers = [("cookie", caseworker.as_str()), ("content-type", "application/json"), ("x-requestId", "2")];
    assert_eq!(running.send("POST", "/v1/DynamicTexts/create", &headers, "{}").0, 403, "others are served");
    drop(admins);
}

#[test]
fn a_head_of_a_megabyte_is_refused() {
    let running = Running::start(&[]);
    let mut stream = connect(&running);
    let head = format!("GET / HTTP/1.1\r\nhost: localhost\r\nx: {}\r\n\r\n", "y".repeat(1024 * 1024));
    let _ = stream.write_all(head.as_bytes());
    let (said, _) = closed(stream);
    assert!(said.is_empty() || said.starts_with("HTTP/1.1 431"), "{said}");
    is_well(&running);
}

#[test]
fn a_head_of_more_than_64_kib_is_refused_in_words() {
    let running = Running::start(&[]);
    for (length, expected) in [(65_000, 404), (65_600, 431)] {
        let half = "y".repeat(length / 2);
        let (status, _, body) = running.send("GET", &format!("/{}", &half[60..]), &[("x", &half)], "");
        assert_eq!(status, expected, "{length}: {body}");
        assert!(body.contains("urn:letasyl:problem:"), "{body}");
    }
}

#[test]
fn a_request_that_names_no_host_or_two_is_refused() {
    let running = Running::start(&[]);
    for hosts in ["", "host: localhost\r\nhost: localhost\r\n"] {
        let mut stream = connect(&running);
        stream.write_all(format!("GET /healthz HTTP/1.1\r\n{hosts}connection: close\r\n\r\n").as_bytes()).unwrap();
        let (said, _) = closed(stream);
        assert!(said.starts_with("HTTP/1.1 400") && said.contains("bad-host"), "{said}");
    }
}

#[test]
fn more_connections_than_there_are_places_wait_and_are_served() {
    let running = Running::start(&["--connections", "20", "--client-timeout", "2"]);
    let cookie = running.sign_in("sagsbehandler");
    let idle: Vec<_> = (0..60).map(|_| connect(&running)).collect();
    let headers = [("cookie", cookie.as_str()), ("x-civilregistrationIdentifier", "2902011234")];
    let waiting: Vec<_> = (0..40).map(|_| running.ask("GET", "/v1/LetasylIntegrationslov", &headers, "")).collect();
    for stream in waiting {
        assert_eq!(answer(stream).0, 200);
    }
    drop(idle);
    let start = Instant::now();
    is_well(&running);
    assert!(start.elapsed() < Duration::from_secs(1), "nothing is left of the crowd");
}
