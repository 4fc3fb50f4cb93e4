//! As much of HTTP as the caseworkers need: one connection, one request after the other.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

use anyhow::{Context, Result, bail};

/// A response that takes longer counts as failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection.
pub struct Client {
    stream: BufReader<TcpStream>,
    cookie: String,
}

/// What was answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The value of `ETag`, if any.
    pub etag: Option<String>,
    /// The body.
    pub body: String,
}

impl Client {
    /// Connects.
    pub fn connect(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).context("cannot connect")?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream: BufReader::new(stream), cookie: String::new() })
    }

    /// The token in the cookie, if one was set.
    pub fn token(&self) -> Option<String> {
        self.cookie.split_once('=').map(|(_, token)| token.to_owned())
    }

    /// Sends a request and reads its answer; keeps the cookie that it sets.
    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Answer> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: load\r\ncookie: {}\r\n", self.cookie);
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        if !body.is_empty() {
            head += "content-type: application/json\r\n";
        }
        head += &format!("content-length: {}\r\n\r\n{body}", body.len());
        self.stream.get_mut().write_all(head.as_bytes()).context("cannot send")?;
        self.read()
    }

    fn read(&mut self) -> Result<Answer> {
        let mut line = String::new();
        self.stream.read_line(&mut line).context("no answer")?;
        let status = line.split(' ').nth(1).and_then(|word| word.parse().ok()).context("no status")?;
        let (mut length, mut etag) = (0, None);
        loop {
            line.clear();
            if self.stream.read_line(&mut line).context("half an answer")? == 0 {
                bail!("half an answer");
            }
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            match name {
                "content-length" => length = value.parse()?,
                "etag" => etag = Some(value.to_owned()),
                "set-cookie" => self.cookie = value.split(';').next().unwrap_or_default().to_owned(),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).context("half a body")?;
        Ok(Answer { status, etag, body: String::from_utf8(body)? })
    }
}
