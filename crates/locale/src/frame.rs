//! Words.

word_group! {
    /// Words.
    pub struct FrameWords {
        title = "Titel", "Title";
    }
}
