//! Every fault, seen from both sides: by a client, and by a backend that counts what reaches it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

struct Proxy {
    child: Child,
    proxy: String,
    control: String,
    /// What reached the backend: the bodies, in order.
    arrived: Arc<Mutex<Vec<String>>>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Answers each request with what it said, twenty times.
fn backend(arrived: Arc<Mutex<Vec<String>>>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let (mut stream, arrived) = (stream.unwrap(), Arc::clone(&arrived));
            std::thread::spawn(move || {
                let mut reader = BufReader::new(stream.try_clone().unwrap());
                let mut length = 0;
                loop {
                    let mut line = String::new();
                    reader.read_line(&mut line).unwrap();
                    if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                        length = value.trim().parse().unwrap();
                    }
                    if line.trim().is_empty() {
                        break;
                    }
                }
                let mut body = vec![0; length];
                reader.read_exact(&mut body).unwrap();
                let body = String::from_utf8(body).unwrap();
                arrived.lock().unwrap().push(body.clone());
                let body = body.repeat(20);
                let length = body.len();
                let _ =
                    write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}");
            });
        }
    });
    address
}

fn start() -> Proxy {
    let arrived = Arc::default();
    let to = backend(Arc::clone(&arrived));
    let program = env!("CARGO_BIN_EXE_letasyl-fault-proxy");
    let mut child = Command::new(program).arg(to).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut next = |name: &str| lines.next().unwrap().strip_prefix(&format!("{name} on http://")).unwrap().to_owned();
    let (proxy, control) = (next("proxy"), next("control"));
    Proxy { child, proxy, control, arrived }
}

fn send(address: &str, method: &str, path: &str, body: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let length = body.len();
    let request = format!("{method} {path} HTTP/1.1\r\nhost: x\r\ncontent-length: {length}\r\n\r\n{body}");
    // In one go: a reset between two parts would be told to the second, and reading would then find a mere end.
    stream.write_all(request.as_bytes()).unwrap();
    stream
}

/// What was said until the end, and whether that end was a reset.
fn heard(mut stream: TcpStream) -> (String, bool) {
    let (mut said, mut part) = (Vec::new(), [0; 1024]);
    loop {
        match stream.read(&mut part) {
            Ok(0) => return (String::from_utf8(said).unwrap(), false),
            Ok(length) => said.extend(&part[..length]),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => {
                return (String::from_utf8(said).unwrap(), true);
            }
            Err(error) => panic!("{error}"),
        }
    }
}

/// Whether it becomes so.
fn in_time(so: impl Fn() -> bool) -> bool {
    let end = Instant::now() + Duration::from_secs(10);
    loop {
        if so() {
            return true;
        }
        if Instant::now() > end {
            return false;
        }
    }
}

impl Proxy {
    fn control(&self, method: &str, path: &str, body: &str) -> String {
        let (said, _) = heard(send(&self.control, method, path, body));
        assert!(said.starts_with("HTTP/1.1 20"), "{said}");
        said.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    fn fault(&self, fault: Value) {
        self.control("POST", "/faults", &json!({ "fault": fault, "path": "/v1", "times": 1 }).to_string());
    }

    fn ask(&self, body: &str) -> (String, bool) {
        heard(send(&self.proxy, "POST", "/v1/x", body))
    }

    fn arrived(&self) -> Vec<String> {
        self.arrived.lock().unwrap().clone()
    }
}

#[test]
fn without_a_rule_everything_goes_through() {
    let proxy = start();
    let (said, reset) = proxy.ask("hello");
    assert!(said.starts_with("HTTP/1.1 200") && said.ends_with(&"hello".repeat(20)) && !reset);
    let seen: Value = serde_json::from_str(&proxy.control("GET", "/seen", "")).unwrap();
    assert_eq!(seen, json!([{ "method": "POST", "path": "/v1/x", "fault": null, "forwarded": 1 }]));
}

#[test]
fn resets_before_the_backend_hears_of_it() {
    let proxy = start();
    for kind in ["reset-before-body", "reset-in-body", "reset-after-body"] {
        proxy.fault(json!({ "kind": kind }));
        assert_eq!(proxy.ask("hello"), (String::new(), true), "{kind}");
    }
    assert_eq!(proxy.arrived(), Vec::<String>::new());
    assert!(proxy.ask("again").0.starts_with("HTTP/1.1 200"), "a rule befalls as often as it says");
}

#[test]
fn resets_after_the_backend_has_done_it() {
    let proxy = start();
    let ask = |kind: &str| {
        proxy.fault(json!({ "kind": kind }));
        proxy.ask("hello")
    };
    assert_eq!(ask("lose-answer"), (String::new(), true));
    let (said, reset) = ask("reset-after-head");
    assert!(said.starts_with("HTTP/1.1 200") && said.ends_with("\r\n\r\n") && reset);
    let (said, reset) = ask("reset-in-answer");
    assert!(said.ends_with(&"hello".repeat(10)) && !said.ends_with(&"hello".repeat(11)) && reset, "{said}");
    assert_eq!(proxy.arrived().len(), 3);
}

#[test]
fn hangs_until_it_is_let_go_of() {
    let proxy = start();
    for (kind, arrives) in [("hang", 0), ("hang-after-effect", 1)] {
        proxy.fault(json!({ "kind": kind }));
        let mut stream = send(&proxy.proxy, "POST", "/v1/x", "hello");
        stream.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
        assert_eq!(stream.read(&mut [0]).unwrap_err().kind(), ErrorKind::WouldBlock);
        assert_eq!(proxy.arrived().len(), arrives, "{kind}");
        proxy.control("DELETE", "/faults", "");
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        assert!(heard(stream).1);
    }
}

#[test]
fn drips_and_delays() {
    let proxy = start();
    for fault in [json!({ "kind": "drip", "each": 2 }), json!({ "kind": "delay", "by": 200 })] {
        proxy.fault(fault);
        let start = Instant::now();
        assert!(proxy.ask("hello").0.ends_with(&"hello".repeat(20)));
        assert!(start.elapsed() >= Duration::from_millis(200));
    }
}

#[test]
fn answers_whatever_it_is_told_to() {
    let proxy = start();
    let headers = json!({ "content-type": "text/html" });
    proxy.fault(json!({ "kind": "answer", "status": 502, "headers": headers, "body": "<h1>Bad gateway</h1>" }));
    let mut stream = send(&proxy.proxy, "POST", "/v1/x", "hello");
    let mut part = [0; 1024];
    let length = stream.read(&mut part).unwrap();
    let said = std::str::from_utf8(&part[..length]).unwrap();
    assert!(said.starts_with("HTTP/1.1 502") && said.contains("text/html") && said.ends_with("<h1>Bad gateway</h1>"));
    assert!(proxy.arrived().is_empty());
}

#[test]
fn duplicates_and_reorders() {
    let proxy = start();
    proxy.fault(json!({ "kind": "duplicate" }));
    proxy.ask("twice");
    assert_eq!(proxy.arrived(), ["twice", "twice"]);

    proxy.fault(json!({ "kind": "reorder" }));
    let first = send(&proxy.proxy, "POST", "/v1/x", "first");
    while proxy.control("GET", "/seen", "").matches("reorder").count() == 0 {}
    assert!(proxy.ask("second").0.starts_with("HTTP/1.1 200"));
    assert!(heard(first).0.starts_with("HTTP/1.1 200"));
    assert_eq!(proxy.arrived()[2..], ["second", "first"]);
}

#[test]
fn refuses_until_it_is_told_to_listen() {
    let proxy = start();
    let open = TcpStream::connect(&proxy.proxy).unwrap();
    proxy.fault(json!({ "kind": "refuse" }));
    heard(open);
    let refused = || TcpStream::connect(&proxy.proxy).is_err_and(|error| error.kind() == ErrorKind::ConnectionRefused);
    // The listener and the open connections end each for itself.
    assert!(in_time(refused));
    proxy.control("DELETE", "/faults", "");
    assert!(in_time(|| !refused()));
    assert!(proxy.ask("hello").0.starts_with("HTTP/1.1 200"));
}

#[test]
fn rules_choose_their_requests() {
    let proxy = start();
    let rules = json!([
        { "fault": { "kind": "reset-after-body" }, "method": "PUT" },
        { "fault": { "kind": "reset-after-body" }, "path": "/v1/y", "after": 1, "times": 1 },
    ]);
    proxy.control("POST", "/faults", &rules.to_string());
    let ask = |method: &str, path: &str| heard(send(&proxy.proxy, method, path, "hello")).1;
    assert!(!ask("POST", "/v1/x") && ask("PUT", "/v1/x") && ask("PUT", "/v1/x"));
    assert!(!ask("POST", "/v1/y") && ask("POST", "/v1/y") && !ask("POST", "/v1/y"));
    let left: Value = serde_json::from_str(&proxy.control("GET", "/faults", "")).unwrap();
    assert_eq!(left.as_array().unwrap().len(), 1);
    assert!(heard(send(&proxy.control, "POST", "/faults", "{}")).0.starts_with("HTTP/1.1 400"));
}
