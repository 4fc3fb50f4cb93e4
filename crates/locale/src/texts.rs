//! The words of the pages "Dynamiske tekster".

use crate::Language;
use crate::numbers::grouped;

word_group! {
    /// Fixed words of the pages "Dynamiske tekster".
    pub struct TextsWords {
        title = "Dynamiske tekster", "Dynamic texts";
        search = "Søg i tekster", "Search the texts";
        group = "Gruppe", "Group";
        all_groups = "Alle grupper", "All groups";
        no_group = "Uden gruppe", "Without a group";
        new = "Ny tekst", "New text";
        edit = "Redigér tekst", "Edit text";
        text = "Tekst", "Text";
        display_text = "Visningstekst", "Display text";
        save = "Gem", "Save";
        delete = "Slet", "Delete";
        cancel = "Annuller", "Cancel";
        saving = "Gemmer …", "Saving …";
        saved = "Teksten er gemt", "The text has been saved";
        deleted = "Teksten er slettet", "The text has been deleted";
        undo = "Fortryd", "Undo";
        undone = "Teksten er ikke slettet", "The text has not been deleted";
        not_deleted = "Teksten blev ikke slettet", "The text was not deleted";
        loading = "Henter tekster …", "Loading the texts …";
        loading_text = "Henter teksten …", "Loading the text …";
        empty = "Der er ingen tekster endnu", "There are no texts yet";
        empty_text = "Opret den første med Ny tekst.", "Create the first with New text.";
        no_hits = "Ingen tekster passer", "No texts match";
        no_hits_text = "Ret søgningen, eller vælg en anden gruppe.", "Change the search, or choose another group.";
        show_all = "Vis alle tekster", "Show all texts";
        gone = "Teksten findes ikke", "The text does not exist";
        gone_text = "Den kan være slettet af en anden.", "Somebody else may have deleted it.";
        back = "Til listen", "To the list";
        preview = "Sådan vises teksten", "How the text will read";
        text_missing = "Indtast en tekst", "Enter a text";
        display_text_missing = "Indtast en visningstekst", "Enter a display text";
        text_hint = "Gemmes præcis som den er skrevet", "Saved exactly as it is written";
        twin = "Teksten findes allerede", "The text already exists";
        sorted_up = "stigende", "ascending";
        sorted_down = "faldende", "descending";
        leave = "Du har ændringer, der ikke er gemt. Vil du forlade siden uden at gemme?",
            "You have changes that are not saved. Leave the page without saving?";
    }
}

/// "123 af 10.000 tekster".
pub fn count(language: Language, shown: usize, all: usize) -> String {
    let number = |n: usize| grouped(language, i64::try_from(n).unwrap_or(i64::MAX));
    let (shown, total) = (number(shown), number(all));
    match (language, all) {
        (Language::Danish, 1) => format!("{shown} af 1 tekst"),
        (Language::Danish, _) => format!("{shown} af {total} tekster"),
        (Language::English, 1) => format!("{shown} of 1 text"),
        (Language::English, _) => format!("{shown} of {total} texts"),
    }
}
