//! Reading a body: its media type, its size, its bytes, in this order.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use http_body_util::LengthLimitError;
use letasyl_contract::FaultKind;

use crate::failure::Failure;

/// The greatest body of an operation, in bytes: 1 MiB.
pub const BODY_MAX: usize = 1024 * 1024;

/// U+FEFF in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads a body that must call itself JSON, be no longer than `max` bytes, and arrive within that time.
pub async fn read_json_body(headers: &HeaderMap, body: Body, max: usize, within: Duration) -> Result<Bytes, Failure> {
    if !is_json(headers) || is_encoded(headers) {
        return Err(Failure::MediaType);
    }
    check_announced_size(headers, max)?;
    let read = tokio::time::timeout(within, to_bytes(body, max)).await.map_err(|_| Failure::BodyTooSlow)?;
    let read = read.map(without_mark);
    read.map_err(|error| {
        let too_large = std::error::Error::source(&error).is_some_and(|source| source.is::<LengthLimitError>());
        // Otherwise the client went away or broke its own framing: what came is no JSON.
        if too_large { Failure::TooLarge } else { Failure::in_body("", FaultKind::NotJson) }
    })
}

/// Whether the body is compressed or otherwise encoded: nothing is, as the answer tells with `Accept-Encoding`.
fn is_encoded(headers: &HeaderMap) -> bool {
    headers.get_all(CONTENT_ENCODING).iter().any(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

/// The body without the byte order mark that some programs put before it, which RFC 8259 lets a reader ignore.
fn without_mark(mut body: Bytes) -> Bytes {
    if body.starts_with(MARK) {
        let _ = body.split_to(MARK.len());
    }
    body
}

/// Refuses a body that says beforehand that it is too large, so that not a byte of it is read.
pub fn check_announced_size(headers: &HeaderMap, max: usize) -> Result<(), Failure> {
    if announced_size(headers).is_some_and(|size| size > max as u64) { Err(Failure::TooLarge) } else { Ok(()) }
}

/// How much memory a body may take, in KiB: what it says beforehand, or else the most that is read.
pub fn size_in_kib(headers: &HeaderMap) -> u32 {
    let size = announced_size(headers).unwrap_or(BODY_MAX as u64);
    u32::try_from(size.div_ceil(1024)).unwrap_or(u32::MAX)
}

fn announced_size(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok())
}

/// `application/json` in any letter case, with or without parameters.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(Ok(media_type)) = headers.get(CONTENT_TYPE).map(|value| value.to_str()) else { return false };
    media_type.split(';').next().is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}
