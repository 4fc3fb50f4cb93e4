//! One HTTP/1.1 message, read as it is and passed on as it is.

use std::io::{Error, ErrorKind, Result};

use tokio::io::{AsyncRead, AsyncReadExt};

/// A head: the lines before the empty one.
#[derive(Clone)]
pub struct Head(pub String);

impl Head {
    /// Reads a head; what came after it already is left in `rest`. `None`: the other side has closed.
    pub async fn read(stream: &mut (impl AsyncRead + Unpin), rest: &mut Vec<u8>) -> Result<Option<Self>> {
        loop {
            if let Some(end) = rest.windows(4).position(|window| window == b"\r\n\r\n") {
                let after = rest.split_off(end + 4);
                let head = String::from_utf8_lossy(&std::mem::replace(rest, after)).into_owned();
                return Ok(Some(Self(head)));
            }
            if stream.read_buf(rest).await? == 0 {
                return if rest.is_empty() { Ok(None) } else { Err(Error::from(ErrorKind::UnexpectedEof)) };
            }
        }
    }

    /// The words of the first line: method and path of a request.
    pub fn request(&self) -> (&str, &str) {
        let mut words = self.0.split(' ');
        (words.next().unwrap_or_default(), words.next().unwrap_or_default())
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let fields = self.0.lines().skip(1).filter_map(|line| line.split_once(':'));
        fields.filter(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
    }

    /// How long the body is, as it says itself.
    pub fn body_length(&self) -> usize {
        self.header("content-length").and_then(|value| value.parse().ok()).unwrap_or(0)
    }

    /// The same with the connection to be closed after this message.
    pub fn closing(&self) -> String {
        let lines = self.0.trim_end().lines();
        let kept = lines.filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
        kept.map(|line| format!("{line}\r\n")).collect::<String>() + "connection: close\r\n\r\n"
    }
}

/// Reads on until there are so many bytes, of which some have come already.
pub async fn read_body(stream: &mut (impl AsyncRead + Unpin), rest: &mut Vec<u8>, length: usize) -> Result<Vec<u8>> {
    while rest.len() < length {
        if stream.read_buf(rest).await? == 0 {
            return Err(Error::from(ErrorKind::UnexpectedEof));
        }
    }
    let after = rest.split_off(length);
    Ok(std::mem::replace(rest, after))
}
