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
    RawRequest {
        path,
        query: query(parts.uri.query().unwrap_or_default()),
        headers: headers(&parts.headers),
        body: Vec::new(),
    }
}

/// What parts the values of a header or parameter that was sent several times. No value can hold it, so that all of them
/// together are none that the contract takes: which one is meant, nobody can say.
const SEVERAL: &str = "\n";

fn query(sent: &str) -> Vec<(String, String)> {
    let mut query: Vec<(String, String)> = Vec::new();
    for (name, value) in form_urlencoded::parse(sent.as_bytes()).into_owned() {
        match query.iter_mut().find(|(known, _)| *known == name) {
            Some((_, values)) => {
                values.push_str(SEVERAL);
                values.push_str(&value);
            }
            None => query.push((name, value)),
        }
    }
    query
}

fn headers(sent: &HeaderMap) -> Vec<(String, String)> {
    let value_of = |name| -> Option<String> {
        let values: Result<Vec<_>, _> = sent.get_all(name).iter().map(|value| value.to_str()).collect();
        Some(values.ok()?.join(SEVERAL))
    };
    sent.keys().filter_map(|name| Some((name.as_str().to_owned(), value_of(name)?))).collect()
}
