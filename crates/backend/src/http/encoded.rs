//! An answer's content as it is kept and sent: compressed once, shared by all who read it, and given to each in slices.
//!
//! A slow reader holds a slice, not a copy. Clients that accept no coding get the compressed content unpacked on its way:
//! the long form is never held.

use std::io::{self, Cursor, Read};

use axum::body::{Body, Bytes};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::read::GzDecoder;
use futures_util::stream;

use super::coding::Coding;
use super::etag::{is_known, weak_etag};
use crate::failure::Failure;

/// What is not longer than this is not compressed, in bytes: the heads are as long.
const SHORT: usize = 1_024;
/// How much goes out at once, in bytes.
const SLICE: usize = 64 * 1024;

/// JSON, and what names it. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Encoded {
    tag: Option<HeaderValue>,
    coding: Coding,
    content: Bytes,
    /// The length before compression.
    length: usize,
}

impl Encoded {
    /// Keeps content in this coding, where that shortens it. Blocks for long content.
    pub fn new(json: String, coding: Coding) -> Result<Self, Failure> {
        let (tag, length) = (weak_etag(json.as_bytes()), json.len());
        let coding = if length > SHORT { coding } else { Coding::Identity };
        let encoded = coding.encode(json.into_bytes());
        let content = encoded.map_err(|error| Failure::Internal(format!("an answer cannot be compressed: {error}")))?;
        Ok(Self { tag, coding, content: content.into(), length })
    }

    /// What it takes to keep it, in bytes.
    pub fn size(&self) -> usize {
        self.content.len()
    }

    /// The answer to a client that takes this coding, or that it has the content already.
    pub fn answer(&self, headers: &HeaderMap, accepted: Coding, caching: &'static str) -> Response {
        let mut response = if self.tag.as_ref().is_some_and(|tag| is_known(headers, tag)) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            self.whole(accepted)
        };
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
        headers.insert(VARY, HeaderValue::from_name(ACCEPT_ENCODING));
        headers.extend(self.tag.clone().map(|tag| (ETAG, tag)));
        response
    }

    fn whole(&self, accepted: Coding) -> Response {
        let content = self.content.clone();
        let is_unpacked = self.coding != Coding::Identity && accepted == Coding::Identity;
        let (length, body) = if is_unpacked {
            (self.length, Body::from_stream(stream::iter(unpacked(content))))
        } else {
            (content.len(), Body::from_stream(stream::iter(slices(content))))
        };
        let mut response = Response::new(body);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_LENGTH, length.into());
        if let Some(name) = self.coding.name().filter(|_| !is_unpacked) {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        response
    }
}

/// Parts of the same memory.
fn slices(mut content: Bytes) -> impl Iterator<Item = io::Result<Bytes>> {
    std::iter::from_fn(move || {
        let slice = content.split_to(content.len().min(SLICE));
        (!slice.is_empty()).then_some(Ok(slice))
    })
}

fn unpacked(content: Bytes) -> impl Iterator<Item = io::Result<Bytes>> {
    let mut decoder = GzDecoder::new(Cursor::new(content));
    std::iter::from_fn(move || {
        let mut slice = vec![0; SLICE];
        match decoder.read(&mut slice) {
            Ok(0) => None,
            Ok(length) => {
                slice.truncate(length);
                Some(Ok(slice.into()))
            }
            Err(error) => Some(Err(error)),
        }
    })
}
