//! ETags of texts and groups: which state of the database an answer was read from.

use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, HeaderValue};

use crate::store::Version;

/// A strong ETag. One state of the database and one version of this program write one and the same body for a path,
/// and ETags are compared within a path only, so neither the path nor the body need be part of it.
pub fn etag(version: &Version) -> Option<HeaderValue> {
    let program = env!("CARGO_PKG_VERSION");
    HeaderValue::try_from(format!("\"{program}-{}-{}\"", version.identity, version.number)).ok()
}

/// Whether the client already has this: the weak comparison that `If-None-Match` asks for.
pub fn is_known(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    let Ok(etag) = etag.to_str() else { return false };
    headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == etag)
}
