//! ETags made of what they name: after a backup was put back, or with another build, the same one never names another
//! content.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, HeaderValue};
use sha2::{Digest, Sha256};

use crate::store::Version;

/// How many addresses are remembered; beyond that, all are forgotten and learnt again.
const ADDRESSES: usize = 1_000;
/// How much of the digest is enough to tell contents apart, in bytes.
const LENGTH: usize = 16;

/// A strong ETag of this content.
pub fn etag(content: &[u8]) -> Option<HeaderValue> {
    let digest = Sha256::digest(content);
    let digits: String = digest.iter().take(LENGTH).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("\"{digits}\"")).ok()
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

/// What the addresses of this process answered, and at which state of the database: an answer that a client has is
/// neither read nor written again to find that out. Lives as long as the process, which has one database.
#[derive(Debug, Default)]
pub struct KnownTags(Mutex<HashMap<String, (Version, HeaderValue)>>);

impl KnownTags {
    /// The tag of an address at this state, where it is known.
    pub fn get(&self, address: &str, version: &Version) -> Option<HeaderValue> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(address).filter(|(of, _)| of == version).map(|(_, tag)| tag.clone())
    }

    /// Remembers the tag of an address at this state.
    pub fn put(&self, address: &str, version: Version, tag: HeaderValue) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= ADDRESSES {
            known.clear();
        }
        known.insert(address.to_owned(), (version, tag));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(number: i64) -> Version {
        Version { identity: "a".to_owned(), number }
    }

    #[test]
    fn the_same_content_has_the_same_tag_and_another_has_another() {
        assert_eq!(etag(b"a"), etag(b"a"));
        assert_ne!(etag(b"a"), etag(b"b"));
    }

    #[test]
    fn a_tag_is_known_for_its_address_and_state_alone() {
        let (known, tag) = (KnownTags::default(), HeaderValue::from_static("\"x\""));
        known.put("/a", version(1), tag.clone());
        assert_eq!(known.get("/a", &version(1)), Some(tag));
        assert_eq!(known.get("/a", &version(2)), None);
        assert_eq!(known.get("/b", &version(1)), None);
    }

    #[test]
    fn asking_for_ever_more_addresses_needs_no_memory() {
        let known = KnownTags::default();
        for number in 0..10 * ADDRESSES {
            known.put(&number.to_string(), version(1), HeaderValue::from_static("\"x\""));
        }
        assert!(known.0.lock().unwrap().len() <= ADDRESSES);
    }
}
