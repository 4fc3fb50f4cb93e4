//! Parts of pages that know neither the router nor the API.

pub mod dialog;
pub(crate) mod diff;
pub(crate) mod element;
pub mod error_summary;
pub mod field;
pub(crate) mod focus_keeper;
pub(crate) mod key_repeat;
pub(crate) mod language;
pub(crate) mod line_endings;
pub(crate) mod notices;
pub(crate) mod progress;
pub(crate) mod view;
