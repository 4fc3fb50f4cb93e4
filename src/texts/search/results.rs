//! What a search has found.

use std::sync::Arc;

use super::query::Query;
use crate::texts::store::catalog::Catalog;

/// What has been found so far.
#[derive(Clone, Default)]
pub(in crate::texts) struct SearchResults {
    /// Where the numbers lead to.
    pub catalog: Arc<Catalog>,
    /// The numbers of the texts, in the order of the query.
    pub numbers: Arc<Vec<u32>>,
    /// What was asked for.
    pub query: Query,
    /// What was searched for, in lower case.
    pub search: String,
    /// Whether these are all.
    pub done: bool,
}
