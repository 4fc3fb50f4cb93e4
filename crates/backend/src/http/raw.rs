//! What arrived, in the contract's form.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use letasyl_contract::RawRequest;

/// Puts a request together from its parts, as yet without its body; nothing is judged here.
pub async fn raw_request(parts: &mut Parts) -> RawRequest {
    // A variable that is no UTF-8 once decoded cannot be valid: left out, it is found missing.
    let path = RawPathParams::from_request_parts(parts, &()).await.map_or_else(
        |_| Vec::new(),
        |params| params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
    );
    let query = parts.uri.query().unwrap_or_default();
    RawRequest {
        path,
        query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        headers: headers(&parts.headers),
        body: Vec::new(),
    }
}

/// A header that was sent several times is one value with commas, as HTTP says: two different CPRs are then no CPR,
/// instead of whichever comes first.
fn headers(sent: &HeaderMap) -> Vec<(String, String)> {
    let value_of = |name| -> Option<String> {
        let values: Result<Vec<_>, _> = sent.get_all(name).iter().map(|value| value.to_str()).collect();
        Some(values.ok()?.join(", "))
    };
    sent.keys().filter_map(|name| Some((name.as_str().to_owned(), value_of(name)?))).collect()
}
