//! The words for many texts at once: moving, deleting, files out and in, and how far it has come.

use crate::Language;
use crate::fields::pick;
use crate::numbers::grouped;

word_group! {
    /// Fixed words for many texts at once.
    pub struct ExchangeWords {
        move_to = "Flyt de valgte til", "Move selected to";
        move_chosen = "Flyt", "Move";
        delete_chosen = "Slet valgte", "Delete selected";
        delete_title = "Slet de valgte tekster?", "Delete the selected texts?";
        move_title = "Flyt de valgte tekster?", "Move the selected texts?";
        choose_group = "Vælg gruppe", "Choose a group";
        group_missing = "Vælg først, hvor teksterne skal flyttes hen", "First choose where to move the texts";
        moving = "Flytter tekster", "Moving texts";
        deleting = "Sletter tekster", "Deleting texts";
        importing = "Importerer tekster", "Importing texts";
        busy = "Vent, til det, der er i gang, er færdigt", "Wait until the current job has finished";
        show_work = "Vis", "Show";
        stop = "Stop", "Stop";
        go_on = "Fortsæt", "Continue";
        retry = "Prøv de mislykkede igen", "Retry the failed ones";
        finished = "Færdig", "Finished";
        stopped = "Stoppet", "Stopped";
        done = "Udført", "Done";
        not_sent = "Ikke sendt", "Not sent";
        changed = "Ændret af en anden imens, og derfor ikke ændret", "Changed by somebody else in the meantime, so not changed";
        leave_title = "Arbejdet er ikke færdigt", "The work is not finished";
        leave = "Går du videre, bliver resten ikke sendt.", "If you continue, the rest will not be sent.";
        previous = "Forrige", "Previous";
        next = "Næste", "Next";
        export = "Eksportér", "Export";
        export_hint = "CSV åbnes i Excel, og begge slags kan importeres igen.",
            "CSV opens in Excel, and both kinds can be imported again.";
        export_chosen = "Eksportér valgte", "Export selected";
        making = "Danner filen …", "Creating the file …";
        saved = "Filen er gemt", "The file has been saved";
        not_saved = "Filen kunne ikke dannes", "The file could not be created";
        import = "Importér", "Import";
        import_title = "Importér tekster", "Import texts";
        file = "Fil (CSV eller JSON)", "File (CSV or JSON)";
        file_hint = "Eksportér for at få en fil med de rigtige kolonner. Intet ændres, før du har set planen og sagt ja.",
            "Export to get a file with the right columns. Nothing is changed before you have seen the plan and agreed.";
        step_file = "Fil", "File";
        step_plan = "Plan", "Plan";
        step_result = "Resultat", "Result";
        pasted = "Indsatte celler", "Pasted cells";
        put_away = "Læg planen væk", "Discard the plan";
        plan_title = "Planen er ikke udført", "The plan has not been carried out";
        plan_lost = "Går du videre, er planen væk, og intet er ændret.",
            "If you continue, the plan is discarded and nothing is changed.";
        damaged = "Ligner fejl fra et regneark", "Look like spreadsheet errors";
        take_all = "Medtag alle", "Include all";
        take_none = "Medtag ingen", "Include none";
        find = "Søg efter", "Find";
        replace_with = "Erstat med", "Replace with";
        replace_hint = "I teksterne på listen, til punkt og prikke. Du ser hver ændring, før noget gemmes.",
            "Searches the texts in the list for an exact match. You see every change before anything is saved.";
        show_changes = "Vis ændringerne", "Show the changes";
        find_missing = "Skriv, hvad der skal erstattes", "Enter what to replace";
        not_found = "Det står ikke i nogen af teksterne på listen", "None of the texts in the list contain it";
        replacing = "Erstatter i tekster", "Replacing in texts";
        replace = "Søg og erstat", "Find and replace";
        reading = "Læser filen", "Reading the file";
        plan = "Planen", "The plan";
        new = "Nye", "New";
        new_hint = "Nye tekster får nye id'er fra serveren.", "New texts get new ids from the server.";
        exists = "Findes allerede, men ikke helt som her", "Already exist, but with differences";
        gone = "Har et id, som ingen tekst har (længere)", "Have an id that no text has (or no longer has)";
        repeated = "Står flere gange i filen", "Appear more than once in the file";
        doubt_hint = "Rækker, der måske ikke er ment som nye tekster, bliver kun oprettet, hvis du medtager dem.",
            "Rows that may not be meant as new texts are created only if you include them.";
        changes = "Ændres", "To be changed";
        same = "Uændrede", "Unchanged";
        faulty = "Fejl, som springes over", "Rows with errors (will be skipped)";
        missing = "Står ikke i filen", "Not in the file";
        missing_hint = "De forbliver uændrede, medmindre du vælger at slette dem.",
            "They stay unchanged unless you choose to delete them.";
        delete_missing_title = "Slet teksterne, der ikke står i filen?", "Delete the texts that are not in the file?";
        backup = "Gem først en kopi af alle tekster (CSV)", "First save a copy of all texts (CSV)";
        wrong_number = "Det er ikke antallet", "That is not the number";
        nothing = "Filen ændrer ingenting", "The file changes nothing";
        odd = "Rækken har for mange felter, eller en værdi er ikke tekst",
            "The row has too many cells, or a value is not text";
        broken = "Et tegn i rækken kan ikke læses. Gem filen som CSV UTF-8.",
            "A character in the row cannot be read. Save the file as CSV UTF-8.";
        semicolon = "Semikolon", "Semicolons";
        comma = "Komma", "Commas";
        tab = "Tabulator", "Tabs";
        columns = "Kolonner", "Columns";
        unused_columns = "Ikke brugt", "Not used";
        no_id_column = "Filen har ingen kolonne externalIdentifier, så ingen række kan rette en tekst, der er der.",
            "The file has no column externalIdentifier, so no row can change a text that is there.";
        not_an_id = "Id'et er ikke et gyldigt id", "The id is not a valid id";
        no_text = "Teksten mangler", "The text is missing";
        no_display_text = "Visningsteksten mangler", "The display text is missing";
        unknown_group = "Gruppen findes ikke, eller flere har dens navn",
            "The group does not exist, or several have its name";
        other_group = "Gruppens id og navn hører ikke sammen", "The id and the name of the group do not belong together";
        refused = "Filen kan ikke bruges", "The file cannot be used";
        unreadable = "Browseren kunne ikke læse filen. Vælg den igen.", "The browser could not read the file. Choose it again.";
        file_too_large = "Filen er for stor. Den må højst fylde 128 MB.", "The file is too large. It may have at most 128 MB.";
        workbook = "Det er en projektmappe. Gem den i Excel som CSV UTF-8, og vælg den igen.",
            "It is a workbook. Save it in Excel as CSV UTF-8 and choose it again.";
        binary = "Filen er ikke en tekstfil. Gem den som CSV UTF-8.", "The file is not a text file. Save it as CSV UTF-8.";
        not_json = "Filen er ikke en gyldig liste i JSON.", "The file is not a valid list in JSON.";
        no_columns = "Første linje skal have kolonnerne text og displayText, adskilt af semikolon, komma eller tabulator.",
            "The first line must have the columns text and displayText, separated by semicolons, commas or tabs.";
        not_fetched = "Teksterne kunne ikke hentes, så der er ingen plan.", "The texts could not be loaded, so there is no plan.";
    }
}

fn number(language: Language, number: usize) -> String {
    grouped(language, i64::try_from(number).unwrap_or(i64::MAX))
}

/// "Nye (1.234)".
pub fn titled(language: Language, name: &str, count: usize) -> String {
    format!("{name} ({})", number(language, count))
}

/// "123 af 1.000": how many of all, or which of them.
pub fn of_all(language: Language, some: usize, all: usize) -> String {
    format!("{} {} {}", number(language, some), pick(language, "af", "of"), number(language, all))
}

/// "23 udført, 17 mislykkedes".
pub fn some_failed(language: Language, done: usize, failed: usize) -> String {
    let (well, badly) = (pick(language, "udført", "done"), pick(language, "mislykkedes", "failed"));
    format!("{} {well}, {} {badly}", number(language, done), number(language, failed))
}

/// "1–50 af 1.000".
pub fn range(language: Language, first: usize, last: usize, all: usize) -> String {
    format!("{}–{}", number(language, first), of_all(language, last, all))
}

/// ", ca. 2 min. tilbage".
pub fn time_left(language: Language, seconds: u32) -> String {
    let (time, unit) =
        if seconds < 100 { (seconds, pick(language, "sek.", "sec.")) } else { (seconds.div_ceil(60), "min.") };
    format!(", {} {time} {unit} {}", pick(language, "ca.", "about"), pick(language, "tilbage", "left"))
}

/// "12 tekster slettes. Det kan ikke fortrydes."
pub fn deletes(language: Language, count: usize) -> String {
    let text = match count {
        1 => pick(language, "tekst slettes. Det kan ikke fortrydes.", "text will be deleted. This cannot be undone."),
        _ => {
            pick(language, "tekster slettes. Det kan ikke fortrydes.", "texts will be deleted. This cannot be undone.")
        }
    };
    format!("{} {text}", number(language, count))
}

/// "12 tekster flyttes til »Afslutning«." `group`: none where the texts shall stand in no group.
pub fn moves(language: Language, count: usize, group: Option<&str>) -> String {
    let texts = match (language, count) {
        (Language::Danish, 1) => "1 tekst".to_owned(),
        (Language::Danish, _) => format!("{} tekster", number(language, count)),
        (Language::English, 1) => "1 text".to_owned(),
        (Language::English, _) => format!("{} texts", number(language, count)),
    };
    match (language, group) {
        (Language::Danish, Some(group)) => format!("{texts} flyttes til »{group}«."),
        (Language::Danish, None) => format!("{texts} tages ud af deres gruppe."),
        (Language::English, Some(group)) => format!("{texts} will be moved to »{group}«."),
        (Language::English, None) => format!("{texts} will be taken out of their groups."),
    }
}

/// "»Afslutning 1«, »Afslutning 2« og 10 andre": the first names of many.
pub fn first_names(language: Language, names: &[&str], all: usize) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("»{name}«")).collect();
    let listed = quoted.join(", ");
    match all.saturating_sub(names.len()) {
        0 => listed,
        others => format!(
            "{listed} {} {} {}",
            pick(language, "og", "and"),
            number(language, others),
            pick(language, "andre", "others")
        ),
    }
}

/// "Slet også 12 tekster, der ikke står i filen".
pub fn deletes_missing(language: Language, count: usize) -> String {
    let (before, after) = (
        pick(language, "Slet også teksterne, der ikke står i filen", "Also delete the texts that are not in the file"),
        number(language, count),
    );
    format!("{before} ({after})")
}

/// "Fundne tekster som CSV (12)".
pub fn export_as(language: Language, found: bool, format: &str, count: usize) -> String {
    let which = if found {
        pick(language, "Fundne tekster", "Texts found")
    } else {
        pick(language, "Alle tekster", "All texts")
    };
    titled(language, &format!("{which} {} {format}", pick(language, "som", "as")), count)
}

/// "3.041 rækker".
pub fn rows_of(language: Language, count: usize) -> String {
    let word = if count == 1 { pick(language, "række", "row") } else { pick(language, "rækker", "rows") };
    format!("{} {word}", number(language, count))
}

/// "Hent de 17 som CSV": those that were not written.
pub fn failed_as_csv(language: Language, count: usize) -> String {
    match language {
        Language::Danish if count == 1 => "Hent den ene som CSV".to_owned(),
        Language::English if count == 1 => "Get the one as CSV".to_owned(),
        Language::Danish => format!("Hent de {} som CSV", number(language, count)),
        Language::English => format!("Get the {} as CSV", number(language, count)),
    }
}

/// "Opret 4, ret 8, slet 3.041": what carrying out a plan does; nothing is said of what there is none of.
pub fn carries_out(language: Language, [created, changed, deleted]: [usize; 3]) -> String {
    let words = [
        (created, pick(language, "Opret", "Create")),
        (changed, pick(language, "ret", "change")),
        (deleted, pick(language, "slet", "delete")),
    ];
    let parts = words.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<_> = parts.map(|(count, word)| format!("{word} {}", number(language, *count))).collect();
    let told = parts.join(", ");
    // The first of them may be one that stands inside the sentence otherwise.
    let mut letters = told.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// "69 af 3.041 tekster slettes. Det kan ikke fortrydes."
pub fn deletes_of(language: Language, count: usize, all: usize) -> String {
    let told =
        pick(language, "tekster slettes. Det kan ikke fortrydes.", "texts will be deleted. This cannot be undone.");
    format!("{} {told}", of_all(language, count, all))
}

/// "Skriv 69 for at slette dem".
pub fn type_number(language: Language, count: usize) -> String {
    let count = number(language, count);
    match language {
        Language::Danish => format!("Skriv {count} for at slette dem"),
        Language::English => format!("Type {count} to delete them"),
    }
}

/// "Linje 7" of a table, "Element 7" of a list in JSON.
pub fn row_number(language: Language, number: u32, is_json: bool) -> String {
    let row = if is_json { pick(language, "Element", "Element") } else { pick(language, "Linje", "Line") };
    format!("{row} {number}")
}

/// "Id'et står også i linje 7".
pub fn twin(language: Language, number: u32, is_json: bool) -> String {
    let row = row_number(language, number, is_json).to_lowercase();
    format!("{} {row}", pick(language, "Id'et står også i", "The id is also in"))
}

/// What is wrong with a file whose quotation mark on a line is never closed.
pub fn unclosed(language: Language, line: u32) -> String {
    let why = pick(
        language,
        "Et anførselstegn lukkes aldrig. Er hele filen kommet med? Det åbnes på linje",
        "A quotation mark is never closed. Is the file complete? It is opened on line",
    );
    format!("{why} {line}.")
}
