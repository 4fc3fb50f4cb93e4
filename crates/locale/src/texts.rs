//! The words of the pages "Dynamiske tekster".

use crate::Language;
use crate::lists::counted;
use crate::numbers::grouped;

word_group! {
    /// What people call the members of a text, in pages and in faults.
    pub struct NameWords {
        text = "Tekst", "Text";
        display_text = "Visningstekst", "Display text";
        group = "Gruppe", "Group";
    }
}

word_group! {
    /// Fixed words of the pages "Dynamiske tekster".
    pub struct TextsWords {
        title = "Dynamiske tekster", "Dynamic texts";
        search = "Søg i tekster", "Search texts";
        filter_and_sort = "Filtrér og sortér", "Filter and sort";
        sort_by = "Sortér efter", "Sort by";
        reset = "Nulstil", "Reset";
        groups = "Grupper", "Groups";
        all = "Alle", "All";
        all_groups = "Alle grupper", "All groups";
        no_group = "Uden gruppe", "No group";
        twins = "Ens tekster", "Duplicates";
        new = "Ny tekst", "New text";
        edit = "Redigér tekst", "Edit text";
        missing = "(mangler)", "(missing)";
        save = "Gem", "Save";
        save_and_next = "Gem og næste", "Save and next";
        copy = "Kopiér som ny", "Copy as new";
        neighbours = "Teksterne i listen", "Texts in the list";
        previous = "Forrige tekst", "Previous text";
        next = "Næste tekst", "Next text";
        delete = "Slet", "Delete";
        cancel = "Annuller", "Cancel";
        saving = "Gemmer …", "Saving …";
        saved = "Teksten er gemt", "The text has been saved";
        nothing_to_save = "Der er ingen ændringer at gemme", "There are no changes to save";
        deleted = "Teksten er slettet", "The text has been deleted";
        undone = "Teksten er ikke slettet", "The text has not been deleted";
        not_deleted = "Teksten blev ikke slettet", "The text was not deleted";
        not_deleted_changed = "Teksten er ikke slettet, fordi en anden har ændret den",
            "The text was not deleted because somebody else has changed it";
        delete_title = "Slet teksten?", "Delete the text?";
        delete_unsaved = "Du har ændringer, der ikke er gemt.", "You have changes that are not saved.";
        perhaps_deleted = "Vi ved ikke, om teksten blev slettet", "We do not know whether the text was deleted";
        loading = "Henter tekster …", "Loading the texts …";
        loading_text = "Henter teksten …", "Loading the text …";
        empty = "Der er ingen tekster endnu", "There are no texts yet";
        empty_text = "Opret den første med Ny tekst.", "Create the first with New text.";
        not_read_text = "Alt andet vises. Kontakt support, så de kan blive rettet.",
            "Everything else is shown. Contact support, so that they can be corrected.";
        no_hits = "Ingen tekster svarer til søgningen", "No texts match the search";
        no_hits_text = "Ret søgningen, eller vælg en anden gruppe.", "Change the search, or choose another group.";
        show_all = "Vis alle tekster", "Show all texts";
        gone = "Teksten findes ikke", "The text does not exist";
        gone_text = "Den kan være slettet af en anden.", "Somebody else may have deleted it.";
        back = "Til listen", "Back to the list";
        preview = "Sådan vises teksten", "Preview of the text";
        cut_off = "(resten er for lang til at blive vist her)", "(too long to show in full)";
        text_missing = "Indtast en tekst", "Enter a text";
        display_text_missing = "Indtast en visningstekst", "Enter a display text";
        text_hint = "Gemmes, præcis som den er skrevet", "Saved exactly as it is written";
        twin = "Teksten findes allerede", "The text already exists";
        choose = "Vælg", "Select";
        choose_none = "Fravælg alle", "Clear selection";
        show_hidden = "Vis dem", "Show them";
        choose_shown_only = "Fravælg dem, der ikke vises", "Deselect those not shown";
        group_gone = "Gruppen findes ikke længere", "The group no longer exists";
        group_gone_text = "Vælg en anden gruppe, eller vis alle tekster.", "Choose another group, or show all texts.";
        keys = "Genvejstaster", "Keyboard shortcuts";
        key_rows = "Næste eller forrige række i listen", "Next or previous row in the list";
        key_pages = "En side op eller ned", "One page up or down";
        key_ends = "Første eller sidste række", "First or last row";
        key_open = "Åbn teksten", "Open the text";
        key_open_tab = "Åbn teksten i en ny fane", "Open the text in a new tab";
        key_choose = "Vælg eller fravælg rækken", "Select or deselect the row";
        key_cells = "Næste eller forrige felt i rækken", "Next or previous cell in the row";
        key_range = "Vælg flere rækker", "Select several rows";
        key_all = "Vælg alle fundne", "Select all results";
        rows_tall = "Højere rækker", "Taller rows";
        rows_low = "Lavere rækker", "Shorter rows";
        open_row = "Vis hele teksten", "Show the whole text";
        regroup = "Flyt til gruppe", "Move to group";
        letters_off = "Slå tasterne / n ? fra", "Turn the keys / n ? off";
        letters_on = "Slå tasterne / n ? til", "Turn the keys / n ? on";
        key_space = "Mellemrum", "Space";
        key_close = "Luk uden at gemme", "Close without saving";
        group_old = "findes ikke længere", "no longer exists";
        group_gone_choose = "Gruppen findes ikke længere. Vælg en anden", "The group no longer exists. Choose another";
        gone_meanwhile = "Teksten findes ikke længere", "The text no longer exists";
        gone_meanwhile_text = "En anden har slettet den, mens du skrev. Det, du har skrevet, står her endnu.",
            "Somebody else deleted it while you were writing. What you have written is still here.";
        create_anew = "Opret den på ny", "Create it again";
        changed_meanwhile = "En anden har ændret teksten, mens du skrev", "Somebody else changed the text while you were writing";
        changed_meanwhile_text = "Din version er ikke gemt endnu. Vælg, hvad der skal stå.", "Your version isn't saved yet. Choose which one to keep.";
        as_read = "Da du hentede den", "When you loaded it";
        as_now = "Som den er nu", "As it is now";
        as_mine = "Som du har skrevet den", "As you have written it";
        keep_mine = "Gem min", "Save mine";
        take_theirs = "Brug den nuværende", "Use the current one";
        go_on = "Fortsæt med at redigere", "Continue editing";
        leave_title = "Teksten er ikke gemt", "The text is not saved";
        leave = "Du har ændringer, der ikke er gemt. De går tabt, hvis du går videre.",
            "You have changes that are not saved. They will be lost if you continue.";
    }
}

/// "123 af 10.000 tekster".
pub fn count(language: Language, shown: usize, all: usize) -> String {
    let (shown, total) = (number(language, shown), number(language, all));
    match (language, all) {
        (Language::Danish, 1) => format!("{shown} af 1 tekst"),
        (Language::Danish, _) => format!("{shown} af {total} tekster"),
        (Language::English, 1) => format!("{shown} of 1 text"),
        (Language::English, _) => format!("{shown} of {total} texts"),
    }
}

/// "2 tekster og 1 gruppe kunne ikke læses": of an answer, of which the rest could.
pub fn not_read(language: Language, texts: usize, groups: usize) -> String {
    let [texts, groups] = [texts, groups].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
    match language {
        Language::Danish => {
            let what = counted(language, &[(texts, "tekst", "tekster"), (groups, "gruppe", "grupper")]);
            format!("{what} kunne ikke læses")
        }
        Language::English => {
            let what = counted(language, &[(texts, "text", "texts"), (groups, "group", "groups")]);
            format!("{what} could not be read")
        }
    }
}

/// "mindst 123 af 10.000 tekster": while the rest is still being searched.
pub fn counting(language: Language, shown: usize, all: usize) -> String {
    let at_least = match language {
        Language::Danish => "mindst ",
        Language::English => "at least ",
    };
    at_least.to_owned() + &count(language, shown, all)
}

/// "Sorteret efter Gruppe, faldende".
pub fn sorted_by(language: Language, column: &str, descending: bool) -> String {
    match (language, descending) {
        (Language::Danish, false) => format!("Sorteret efter {column}, stigende"),
        (Language::Danish, true) => format!("Sorteret efter {column}, faldende"),
        (Language::English, false) => format!("Sorted by {column}, ascending"),
        (Language::English, true) => format!("Sorted by {column}, descending"),
    }
}

/// "Tekst, A–Å": a choice of an order.
pub fn order_of(language: Language, column: &str, descending: bool) -> String {
    let order = match (language, descending) {
        (Language::Danish, false) => "A–Å",
        (Language::Danish, true) => "Å–A",
        (Language::English, false) => "A–Z",
        (Language::English, true) => "Z–A",
    };
    format!("{column}, {order}")
}

/// "Filtrér og sortér (Bolig)": the button, with the group that is shown if it is one.
pub fn filter_and_sort(language: Language, group: Option<&str>) -> String {
    let name = crate::words(language).texts().filter_and_sort;
    group.map_or_else(|| name.to_owned(), |group| format!("{name} ({group})"))
}

/// "Vis 12 tekster": the button that goes on to what has been found.
pub fn show_texts(language: Language, found: usize) -> String {
    let count = number(language, found);
    match (language, found) {
        (Language::Danish, 1) => "Vis 1 tekst".to_owned(),
        (Language::Danish, _) => format!("Vis {count} tekster"),
        (Language::English, 1) => "Show 1 text".to_owned(),
        (Language::English, _) => format!("Show {count} texts"),
    }
}

/// "3 valgte": how many texts are chosen.
pub fn chosen_count(language: Language, chosen: usize, hidden: usize) -> String {
    let count = number(language, chosen);
    let count = match (language, chosen) {
        (Language::Danish, 1) => "1 valgt".to_owned(),
        (Language::Danish, _) => format!("{count} valgte"),
        (Language::English, _) => format!("{count} selected"),
    };
    if hidden == 0 { count } else { format!("{count}, {}", of_them_hidden(language, hidden)) }
}

/// "heraf 12 ikke vist".
pub fn of_them_hidden(language: Language, hidden: usize) -> String {
    let hidden = number(language, hidden);
    match language {
        Language::Danish => format!("heraf {hidden} ikke vist"),
        Language::English => format!("{hidden} of them not shown"),
    }
}

/// "Vælg alle 1.234 fundne".
pub fn all_found(language: Language, found: usize) -> String {
    let count = number(language, found);
    match language {
        Language::Danish if found == 1 => "Vælg 1 fundet".to_owned(),
        Language::English if found == 1 => "Select 1 found".to_owned(),
        Language::Danish => format!("Vælg alle {count} fundne"),
        Language::English => format!("Select all {count} found"),
    }
}

/// "Tabulatorer: 2": what one would not see in a text. `kind`: blanks too many, tabs, line breaks, hard blanks, signs
/// that are not seen.
pub fn unseen(language: Language, kind: usize, count: usize) -> String {
    const KINDS: [(&str, &str); 5] = [
        ("Ekstra mellemrum", "Extra spaces"),
        ("Tabulatorer", "Tabs"),
        ("Linjeskift", "Line breaks"),
        ("Faste mellemrum", "Non-breaking spaces"),
        ("Usynlige tegn", "Invisible characters"),
    ];
    let (danish, english) = KINDS.get(kind).copied().unwrap_or_default();
    let name = match language {
        Language::Danish => danish,
        Language::English => english,
    };
    format!("{name}: {}", number(language, count))
}

fn number(language: Language, number: usize) -> String {
    grouped(language, i64::try_from(number).unwrap_or(i64::MAX))
}
