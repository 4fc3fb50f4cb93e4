//! The words of the PDF that are no labels of fields.

word_group! {
    /// Fixed words of the PDF.
    pub struct SheetWords {
        title = "Integrationslovsdata", "Integration-law data";
        cpr = "CPR-nummer", "CPR number";
        fetched = "Hentet fra LetAsyl", "Fetched from LetAsyl";
        version = "Hentet udgave", "Fetched version";
        page = "Side", "Page";
        of = "af", "of";
        continued = "fortsat", "continued";
        invisible = "Kun tegn, der ikke kan ses", "Only characters that cannot be seen";
    }
}
