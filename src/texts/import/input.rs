//! What a plan is made of.

use std::sync::Arc;

use super::plan::Plan;
use crate::texts::files::Refusal;
use crate::texts::files::decode::Encoding;

/// What stands in a file.
#[derive(Debug, Clone, Default)]
pub(in crate::texts) struct Content {
    pub text: Arc<String>,
    /// How it was written; cells that were pasted are text already.
    pub encoding: Option<Encoding>,
}

/// What came in.
#[derive(Debug, Clone)]
pub(in crate::texts) enum Incoming {
    /// A file, or cells that were pasted; or why it cannot be used.
    File { name: String, content: Result<Content, Refusal> },
    /// Changes of texts.
    Planned(Arc<Plan>),
}
