//! Words.

word_group! {
    /// Words.
    pub struct TextsWords {
        title = "Titel", "Title";
    }
}
