//! Words.

word_group! {
    /// Words.
    pub struct CitizenWords {
        title = "Titel", "Title";
    }
}
