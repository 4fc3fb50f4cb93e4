//! Parts of pages that know neither the router nor the API.

mod dialog;
mod error_summary;
mod field;
mod line_endings;
mod progress;

pub use dialog::dialog;
pub use error_summary::error_summary;
pub use field::{Field, text_area, text_field};
pub(crate) use progress::progress;
