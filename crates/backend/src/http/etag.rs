//! ETags made of what they name: after a backup was put back, or with another build, the same one never names another
//! content.

use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, HeaderValue};
use sha2::{Digest, Sha256};

/// How much of the digest is enough to tell contents apart, in bytes.
const LENGTH: usize = 16;

/// A strong ETag of this content.
pub fn etag(content: &[u8]) -> Option<HeaderValue> {
    HeaderValue::try_from(digits(content)).ok()
}

/// A weak one, for content that goes out in several codings.
pub fn weak_etag(content: &[u8]) -> Option<HeaderValue> {
    HeaderValue::try_from(format!("W/{}", digits(content))).ok()
}

fn digits(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let digits: String = digest.iter().take(LENGTH).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{digits}\"")
}

/// Whether the client already has this: the weak comparison that `If-None-Match` asks for.
pub fn is_known(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    let Ok(etag) = etag.to_str().map(strong) else { return false };
    headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || strong(known) == etag)
}

fn strong(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_has_the_same_tag_and_another_has_another() {
        assert_eq!(etag(b"a"), etag(b"a"));
        assert_ne!(etag(b"a"), etag(b"b"));
    }
}
