//! Words.

use crate::Language;

word_group! {
    /// Words.
    pub struct ErrorWords {
        title = "Titel", "Title";
    }
}

/// What a code of the document means for the user.
pub fn fejlkode(_: Language, _: i32) -> Option<&'static str> {
    None
}
