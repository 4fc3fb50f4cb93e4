//! The program killed in the middle of many writes: what was answered as done is done, what has a request id took effect
//! once, and the audit log tells of exactly that.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::Value;

use crate::running::{Running, program};

const ROUNDS: usize = 20;
const WRITERS: usize = 8;
/// How many writes are done, at least, before the program is killed.
const WRITES: usize = 100;

/// Writes texts until the program is gone; answers the ids of the writes that were done, and the one in the air.
fn write(address: &str, cookie: &str, name: &str, done: &AtomicUsize) -> (Vec<String>, Option<String>) {
    let mut acknowledged = Vec::new();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    for number in 0.. {
        let id = format!("{name}-{number}");
        let body = format!("{{\"text\":\"{id}\",\"displayText\":\"x\"}}");
        let request = format!(
            "POST /v1/DynamicTexts/create HTTP/1.1\r\nhost: localhost\r\ncookie: {cookie}\r\nx-requestId: {id}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        if stream.write_all(request.as_bytes()).is_err() {
            return (acknowledged, Some(id));
        }
        let (mut said, mut part) = (Vec::new(), [0; 4096]);
        // An answer is whole with the id that it ends with.
        while !said.ends_with(b"\"") {
            match stream.read(&mut part) {
                Ok(0) | Err(_) => return (acknowledged, Some(id)),
                Ok(length) => said.extend(&part[..length]),
            }
        }
        assert!(said.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&said));
        acknowledged.push(id);
        done.fetch_add(1, Ordering::SeqCst);
    }
    unreachable!("the program is killed before that")
}

/// How often each text is there.
fn texts(running: &Running, cookie: &str) -> HashMap<String, usize> {
    let (status, _, body) = running.send("GET", "/v1/DynamicTexts", &[("cookie", cookie)], "");
    assert_eq!(status, 200);
    let all: Vec<Value> = serde_json::from_str(&body).unwrap();
    let mut found = HashMap::new();
    for text in all {
        *found.entry(text["text"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    found
}

#[test]
fn killed_while_writing_nothing_that_was_done_is_lost_and_nothing_is_done_twice() {
    let mut folder = tempfile::tempdir().unwrap();
    let mut all = 0;
    for round in 0..ROUNDS {
        let running = Running::on(folder, program(), &["--demo-texts", "0", "--log", "error"]);
        let cookie = running.sign_in("star-admin");
        let done = AtomicUsize::new(0);
        let (results, left) = std::thread::scope(|scope| {
            let (address, cookie, done) = (running.address.clone(), &cookie, &done);
            let writers: Vec<_> = (0..WRITERS)
                .map(|writer| {
                    let address = address.clone();
                    scope.spawn(move || write(&address, cookie, &format!("{round}-{writer}"), done))
                })
                .collect();
            while done.load(Ordering::SeqCst) < WRITES + 37 * round {
                std::thread::yield_now();
            }
            let left = running.killed();
            (writers.into_iter().map(|writer| writer.join().unwrap()).collect::<Vec<_>>(), left)
        });

        let running = Running::on(left, program(), &["--log", "error"]);
        let found = texts(&running, &cookie);
        assert!(found.values().all(|times| *times == 1));
        let again = |id: &str| {
            let headers = [("cookie", cookie.as_str()), ("content-type", "application/json"), ("x-requestId", id)];
            let body = format!("{{\"text\":\"{id}\",\"displayText\":\"x\"}}");
            running.send("POST", "/v1/DynamicTexts/create", &headers, &body).0
        };
        for (acknowledged, in_the_air) in results {
            all += acknowledged.len();
            for (number, id) in acknowledged.iter().enumerate() {
                assert!(found.contains_key(id), "{id} was done and is gone");
                if number % 20 == 0 {
                    assert_eq!(again(id), 412, "{id} took effect and is not remembered");
                }
            }
            // Nobody was told of this one. It took effect wholly or not at all, and a retry makes it so once.
            let id = in_the_air.unwrap();
            assert_eq!(again(&id), if found.contains_key(&id) { 412 } else { 200 }, "{id}");
        }
        assert!(texts(&running, &cookie).values().all(|times| *times == 1));

        let database = running.database();
        let connection = rusqlite::Connection::open(&database).unwrap();
        let count = |sql: &str| connection.query_row(sql, (), |row| row.get::<_, i64>(0)).unwrap();
        let told = count("SELECT count(*) FROM audit WHERE event = 'CreateText' AND status = 200");
        assert_eq!(told, count("SELECT count(*) FROM request_ids"));
        assert_eq!(told, count("SELECT count(*) FROM texts"));
        drop(connection);
        assert!(program().args(["audit", "verify", "--database"]).arg(&database).output().unwrap().status.success());
        folder = running.killed();
    }
    assert!(all >= ROUNDS * WRITES);
}
