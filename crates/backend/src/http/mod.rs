//! What is HTTP and belongs to no operation: reading requests, guarding them, and the headers of every answer.

mod body;
mod coding;
mod encoded;
mod etag;
mod head;
mod headers;
mod language;
mod origin;
mod panics;
mod raw;
mod shared;
mod weight;

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

pub use body::{BODY_MAX, check_announced_size, read_json_body, size_in_kib};
pub use etag::{etag, is_known};
pub use head::proper_head;
pub use headers::security_headers;
pub use language::{in_language_of_request, language};
pub use origin::same_origin_only;
pub use panics::panics_are_failures;
pub use raw::raw_request;
pub use shared::Shared;

/// A JSON answer that nobody may keep.
pub fn json(body: impl Into<axum::body::Body>) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, body.into()).into_response()
}
