//! What became of the PDF. It lives as a blob URL that is revoked when it is dropped.

use std::sync::Arc;

use crate::api::ApiError;
use crate::platform::blob::BlobUrl;

/// What the PDF is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::citizen) enum Purpose {
    /// A file.
    Save,
    /// A look at it in the page.
    Show,
}

/// What became of the last wish for the PDF.
#[derive(Clone, Default)]
pub(in crate::citizen) enum Pdf {
    /// Nobody asked for it, or it is shown.
    #[default]
    None,
    /// It is under way, for this; the number tells this wait from others.
    Fetching(u32, Purpose),
    /// It was handed to the browser as a file.
    Saved,
    /// It came, but this browser cannot show PDFs.
    NoViewer(Arc<BlobUrl>),
    /// LetAsyl has none.
    Absent,
    /// It did not come.
    Failed(ApiError, Purpose),
}

/// The PDF that is shown in the page.
pub(in crate::citizen) struct ShownPdf {
    /// Where the browser has it.
    pub url: BlobUrl,
    /// How often data had been fetched when it came.
    pub fetches: u32,
}
