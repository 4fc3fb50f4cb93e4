//! The test's interface: see the crate's own words.

use std::io::Result;
use std::sync::Arc;

use serde::Deserialize;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use crate::message::{Head, read_body};
use crate::rules::{Rule, Rules};

/// Serves for ever.
pub async fn serve(listener: TcpListener, rules: Arc<Rules>) {
    while let Ok((stream, _)) = listener.accept().await {
        let rules = Arc::clone(&rules);
        tokio::spawn(async move { answer(stream, &rules).await });
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    Many(Vec<Rule>),
    One(Rule),
}

async fn answer(mut stream: TcpStream, rules: &Rules) -> Result<()> {
    let mut rest = Vec::new();
    let Some(head) = Head::read(&mut stream, &mut rest).await? else { return Ok(()) };
    let body = read_body(&mut stream, &mut rest, head.body_length()).await?;
    let (status, body) = match head.request() {
        ("POST", "/faults") => match serde_json::from_slice(&body) {
            Ok(told) => {
                rules.add(match told {
                    OneOrMany::Many(many) => many,
                    OneOrMany::One(one) => vec![one],
                });
                (204, Ok(String::new()))
            }
            Err(error) => (400, Ok(error.to_string())),
        },
        ("DELETE", "/faults") => {
            rules.clear();
            (204, Ok(String::new()))
        }
        ("GET", "/faults") => (200, serde_json::to_string(&rules.left())),
        ("GET", "/seen") => (200, serde_json::to_string(&rules.seen())),
        _ => (404, Ok(String::new())),
    };
    let body = body.unwrap_or_default();
    let length = if status == 204 { String::new() } else { format!("content-length: {}\r\n", body.len()) };
    let answer =
        format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\n{length}connection: close\r\n\r\n{body}");
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}
