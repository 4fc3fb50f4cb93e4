//! Why no PDF came to be. Knows nothing of citizens: no message ever holds a word of their data.

use std::fmt;

use krilla::error::KrillaError;

/// Why no PDF came to be.
#[derive(Debug)]
#[non_exhaustive]
pub enum RenderError {
    /// A font that is built in could not be read: which.
    Font(&'static str),
    /// The page size or the way to write was refused; cannot happen while the tests pass.
    Setup,
    /// The PDF could not be written: what the library says of it, without the text it concerns.
    Write(String),
}

impl From<KrillaError> for RenderError {
    /// Takes the short form on purpose: the long one quotes the text that a fault was found in.
    fn from(error: KrillaError) -> Self {
        Self::Write(error.to_string())
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font(name) => write!(f, "the font {name} cannot be read"),
            Self::Setup => f.write_str("the PDF writer refused its settings"),
            Self::Write(reason) => write!(f, "the PDF cannot be written: {reason}"),
        }
    }
}

impl std::error::Error for RenderError {}
