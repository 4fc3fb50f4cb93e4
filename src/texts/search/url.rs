//! The URL of the list for a query.

use super::query::Query;
use crate::shell::paths;

/// Path and query of the list that shows what a query asks for.
pub(in crate::texts) fn list_url(query: &Query) -> String {
    format!("{}{}", paths::TEXTS, query.write(|word| js_sys::encode_uri_component(word).into()))
}
