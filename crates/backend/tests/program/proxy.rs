//! Behind nginx (Debian's `nginx-light`), with the configuration that README.md gives.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::running::Running;

const README: &str = include_str!("../../../../README.md");
/// What a browser sends with a change that a page of the service asks for.
const FROM_THE_PAGE: &str = "Sec-Fetch-Site: same-origin\r\n";

/// nginx, until the test is over.
struct Proxy {
    child: Child,
    socket: PathBuf,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// README's configuration for this service and folder; TLS is not what is tested.
fn configuration(running: &Running, socket: &Path) -> String {
    let given = README.split("```nginx\n").nth(1).and_then(|rest| rest.split("```").next()).expect("README's example");
    let folder = running.folder.path().display();
    for part in ["127.0.0.1:8080", "listen 443 ssl;"] {
        assert!(given.contains(part), "{part}");
    }
    let given = given.replace("127.0.0.1:8080", &running.address);
    let given = given.replace("listen 443 ssl;", &format!("listen unix:{};", socket.display()));
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|kind| format!("{kind}_temp_path {folder}/{kind};\n"))
        .collect();
    format!("daemon off;\npid {folder}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{given}}}\n")
}

fn start(running: &Running, change: impl FnOnce(String) -> String) -> Proxy {
    let socket = running.folder.path().join("nginx.sock");
    let file = running.folder.path().join("nginx.conf");
    std::fs::write(&file, change(configuration(running, &socket))).unwrap();
    let log = running.folder.path().join("nginx.log");
    // The system's own programs are not on everybody's path.
    let path = format!("{}:/usr/sbin", std::env::var("PATH").unwrap_or_default());
    let mut nginx = Command::new("nginx");
    let child = nginx.env("PATH", path).arg("-c").arg(file).arg("-e").arg(log).spawn().expect("nginx-light");
    let proxy = Proxy { child, socket };
    let start = Instant::now();
    while UnixStream::connect(&proxy.socket).is_err() {
        assert!(start.elapsed() < Duration::from_secs(30), "nginx does not listen");
        std::thread::yield_now();
    }
    proxy
}

impl Proxy {
    /// Sends a request to the public host; answers the whole answer.
    fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> String {
        let mut stream = UnixStream::connect(&self.socket).unwrap();
        let length = body.len();
        let head = format!("{method} {path} HTTP/1.1\r\nHost: integrationslov.example\r\nConnection: close\r\n");
        let more =
            format!("Origin: https://integrationslov.example\r\n{headers}Content-Length: {length}\r\n\r\n{body}");
        stream.write_all((head + &more).as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Signs in; answers the whole answer.
    fn sign_in(&self, headers: &str) -> String {
        let headers = format!("Content-Type: application/json\r\n{headers}");
        self.send("POST", "/session", &headers, r#"{"user":"star-admin"}"#)
    }
}

fn is_status(answer: &str, status: u16) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
}

/// Signs in, changes something and signs out, as the page does.
fn is_used(proxy: &Proxy) {
    let answer = proxy.sign_in(FROM_THE_PAGE);
    is_status(&answer, 200);
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap().split(';').next().unwrap();
    let headers = format!("Cookie: {cookie}\r\n{FROM_THE_PAGE}");
    for number in 0..5 {
        let body = format!(r#"{{"text":"Ny {number}","displayText":"Vises"}}"#);
        let headers = format!("{headers}Content-Type: application/json\r\nX-RequestId: proxy-{number}\r\n");
        is_status(&proxy.send("POST", "/v1/DynamicTexts/create", &headers, &body), 200);
    }
    let list = proxy.send("GET", "/v1/DynamicTexts", &format!("Cookie: {cookie}\r\n"), "");
    assert!(list.contains("Ny 4") && list.contains("content-security-policy"), "{list}");
    is_status(&proxy.send("DELETE", "/session", &headers, ""), 200);
    is_status(&proxy.send("GET", "/session", &headers, ""), 401);
}

#[test]
fn as_the_readme_says_it_works() {
    let running = Running::start(&["--origin", "https://integrationslov.example"]);
    let proxy = start(&running, |given| given);
    is_used(&proxy);
    is_status(&proxy.sign_in("Sec-Fetch-Site: cross-site\r\n"), 403);
}

#[test]
fn a_proxy_that_does_not_hand_on_the_host_works_too() {
    let running = Running::start(&[]);
    let line = "proxy_set_header Host $host;";
    let proxy = start(&running, |given| {
        assert!(given.contains(line));
        // A demo answers to this machine's own names only, and nginx sends the upstream's.
        given.replace(line, "").replace("integrationslov", "localhost")
    });
    is_used(&proxy);
    is_status(&proxy.sign_in("Sec-Fetch-Site: cross-site\r\n"), 403);
    is_status(&proxy.sign_in(""), 403);
}

#[test]
fn a_browser_without_fetch_metadata_needs_the_public_origin() {
    let running = Running::start(&["--origin", "https://integrationslov.example"]);
    let proxy = start(&running, |given| given.replace("Host $host", "Host localhost"));
    is_status(&proxy.sign_in(""), 200);
}
