//! The words of the PDF that are no labels of fields.

word_group! {
    /// Fixed words of the PDF.
    pub struct SheetWords {
        title = "Integrationslovsdata", "Integration-law data";
    }
}
