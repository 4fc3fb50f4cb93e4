//! Why a PDF cannot be rendered. No message contains a citizen's data.

use krilla::error::KrillaError;

/// Why a PDF cannot be rendered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// A built-in font cannot be read: its name.
    #[error("the font {0} cannot be read")]
    Font(&'static str),
    /// The page size or the writer's settings are refused; cannot happen while the tests pass.
    #[error("the PDF writer refused its settings")]
    Setup,
    /// The library cannot write the PDF: its message, without the text that it concerns.
    #[error("the PDF cannot be written: {0}")]
    Write(String),
}

impl From<KrillaError> for RenderError {
    /// Takes the short message: the long one quotes the text in which an error was found.
    fn from(error: KrillaError) -> Self {
        Self::Write(error.to_string())
    }
}
