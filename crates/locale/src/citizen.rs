//! The words of the page "Borger".

use crate::Language;
use crate::fields::pick;
use crate::numbers::grouped;

word_group! {
    /// Fixed words of the page "Borger".
    pub struct CitizenWords {
        title = "Integrationslovsdata", "Integration-law data";
        cpr_label = "CPR-nummer", "CPR number";
        cpr_hint = "ddmmåå-xxxx", "ddmmyy-xxxx";
        fetch = "Hent data", "Fetch data";
        demo = "Prøv med en demoborger", "Try a demo citizen";
        fetch_again = "Hent igen", "Fetch again";
        fetching = "Henter data fra LetAsyl …", "Fetching data from LetAsyl …";
        slow = "LetAsyl er langsom i dag. Det kan tage op til et minut.",
            "LetAsyl is slow today. This can take up to a minute.";
        cancelled = "Hentningen er annulleret", "The lookup was cancelled";
        still_old = "Du ser stadig data, der blev hentet", "You are still seeing data fetched";
        fetched_from = "Hentet fra LetAsyl", "Fetched from LetAsyl";
        version = "Udgave", "Version";
        no_version = "Udgaven har intet id", "The version has no id";
        changed = "Ændret", "Changed";
        before = "Før:", "Before:";
        missing = "Ikke udfyldt:", "Not filled in:";
        overview = "Overblik", "Overview";
        changes_listed = "Ændret:", "Changed:";
        changes_seen = "Skjul ændringer", "Hide changes";
        sections = "Afsnit", "Sections";
        jump = "Spring til", "Jump to";
        nothing_filled = "Asyloperatøren har ikke udfyldt nogen af felterne.",
            "The asylum operator has filled in none of the fields.";
        only_filled = "Kun udfyldte felter", "Only fields that are filled in";
        show_codes = "Vis koder", "Show codes";
        unknown_code = "Ukendt kode", "Unknown code";
        whole_text = "Vis hele teksten", "Show the whole text";
        less_text = "Vis mindre", "Show less";
        copy_version = "Kopiér udgavens id", "Copy the version's id";
        fetched_at = "Hentet", "Fetched";
        transferred_at = "Overført", "Transferred";
        more_actions = "Flere", "More";
        actions = "Handlinger for", "Actions for";
        save_pdf = "Hent PDF", "Download PDF";
        show_pdf = "Vis PDF", "Show PDF";
        hide_pdf = "Skjul PDF", "Hide PDF";
        pdf_frame = "PDF med integrationslovsdata", "PDF with integration-law data";
        no_viewer = "Browseren kan ikke vise PDF'er. Hent PDF'en i stedet.",
            "The browser cannot show PDFs. Download the PDF instead.";
        making_pdf = "Henter PDF …", "Fetching the PDF …";
        pdf_outdated = "PDF'en er ældre end de viste data. Vælg Vis PDF for at hente den nye.",
            "The PDF is older than the data shown. Choose Show PDF to fetch the new one.";
        pdf_saved = "PDF'en er hentet", "The PDF has been downloaded";
        job_centre = "Borgerens jobcenter", "The citizen's job centre";
        no_pdf = "Der er ingen PDF om borgeren i LetAsyl", "LetAsyl has no PDF about the citizen";
        transfer = "Overfør", "Transfer";
        transfer_title = "Overfør integrationslovsdata fra LetAsyl?", "Transfer integration-law data from LetAsyl?";
        transfer_text = "STAR modtager anmodningen om at overføre borgerens data. STAR melder ikke tilbage om, hvad der derefter sker.",
            "STAR receives the request to transfer the citizen's data. STAR does not report back what happens next.";
        transferring = "Overfører …", "Transferring …";
        received = "Overførslen er modtaget", "The transfer has been received";
        already_received = "Overførslen var allerede modtaget", "The transfer had already been received";
        unknown = "Vi ved ikke, om overførslen nåede frem", "We do not know whether the transfer arrived";
        unknown_text = "Prøv igen. Det samme anmodnings-id bruges, så overførslen ikke kan gennemføres to gange.",
            "Try again. The same request id is used, so the transfer cannot happen twice.";
        not_transferred = "Overførslen er ikke gennemført", "The transfer was not carried out";
        receipt = "Kvittering", "Receipt";
        sender = "Sendt af", "Sent by";
        request_id = "Anmodnings-id", "Request id";
        time = "Tidspunkt", "Time";
        copy = "Kopiér kvittering", "Copy the receipt";
        copied = "Kopieret", "Copied";
        not_copied = "Kunne ikke kopiere. Markér teksten, og kopiér den selv.",
            "Could not copy. Select the text and copy it yourself.";
        print = "Udskriv", "Print";
        clear = "Ryd", "Clear";
        cleared = "Borgerens oplysninger er fjernet fra siden", "The citizen's data have been removed from the page";
        no_data = "Der er ingen data om borgeren i LetAsyl", "LetAsyl has no data about the citizen";
        no_data_text = "Asyloperatøren har ikke registreret noget, som kan hentes. Kontakt den asyloperatør, der har haft borgeren indkvarteret, hvis I mangler oplysninger til integrationskontrakten.",
            "The asylum operator has registered nothing that can be fetched. Contact the asylum operator who accommodated the citizen if you need more information for the integration contract.";
        added = "Tilføjet", "Added";
        removed = "Fjernet", "Removed";
        timeline = "Tidslinje", "Time line";
        no_timeline = "Ingen af de fire datoer er oplyst, så der er ingen tidslinje.",
            "None of the four dates is given, so there is no time line.";
        today = "I dag", "Today";
        note = "Bemærk", "Note";
        languages_table = "Borgerens sprog og niveauer", "The citizen's languages and levels";
    }
}

/// "Borgeren hører til jobcenter 20200. Du kan hente PDF'en, men ikke felterne.": to another one where it is not known.
pub fn only_pdf_of(language: Language, job_centre: Option<&str>) -> String {
    match (language, job_centre) {
        (Language::Danish, Some(code)) => {
            format!("Borgeren hører til jobcenter {code}. Du kan hente PDF'en, men ikke felterne.")
        }
        (Language::Danish, None) => {
            "Borgeren hører til et andet jobcenter. Du kan hente PDF'en, men ikke felterne.".to_owned()
        }
        (Language::English, Some(code)) => {
            format!("The citizen belongs to job centre {code}. You can download the PDF, but not the fields.")
        }
        (Language::English, None) => {
            "The citizen belongs to another job centre. You can download the PDF, but not the fields.".to_owned()
        }
    }
}

/// "Kopiér Antal børn".
pub fn copy_of(language: Language, name: &str) -> String {
    format!("{} {name}", pick(language, "Kopiér", "Copy"))
}

/// "21 af 24 felter er udfyldt".
pub fn completeness(language: Language, filled: usize, all: usize) -> String {
    match language {
        Language::Danish => format!("{filled} af {all} felter er udfyldt"),
        Language::English => format!("{filled} of {all} fields are filled in"),
    }
}

/// "Intet er ændret, siden du sidst hentede data": how many values changed since the last fetch, and whether LetAsyl
/// has a new version of them.
pub fn changes(language: Language, count: usize, new_version: bool) -> String {
    let number = grouped(language, i64::try_from(count).unwrap_or(i64::MAX));
    match (language, count) {
        (Language::Danish, 0) if new_version => "Udgaven er ny, men ingen felter er ændret".to_owned(),
        (Language::Danish, 0) => "Intet er ændret, siden du sidst hentede data".to_owned(),
        (Language::Danish, 1) => "1 felt er ændret, siden du sidst hentede data".to_owned(),
        (Language::Danish, _) => format!("{number} felter er ændret, siden du sidst hentede data"),
        (Language::English, 0) if new_version => "The version is new, but no field has changed".to_owned(),
        (Language::English, 0) => "Nothing has changed since you last fetched data".to_owned(),
        (Language::English, 1) => "1 field has changed since you last fetched data".to_owned(),
        (Language::English, _) => format!("{number} fields have changed since you last fetched data"),
    }
}

/// "Data om 290201-1234 er hentet": of this citizen, for the first time or again.
pub fn fetched(language: Language, citizen: &str, again: bool) -> String {
    match (language, again) {
        (Language::Danish, false) => format!("Data om {citizen} er hentet"),
        (Language::Danish, true) => format!("Data om {citizen} er hentet igen"),
        (Language::English, false) => format!("Data about {citizen} have been fetched"),
        (Language::English, true) => format!("Data about {citizen} have been fetched again"),
    }
}

/// "LetAsyl har ingen data om 290201-1234".
pub fn nothing_fetched(language: Language, citizen: &str) -> String {
    match language {
        Language::Danish => format!("LetAsyl har ingen data om {citizen}"),
        Language::English => format!("LetAsyl has no data about {citizen}"),
    }
}

/// "Du ser stadig 290201-1234": the field for the number holds another one.
pub fn still_shown(language: Language, citizen: &str) -> String {
    match language {
        Language::Danish => format!("Du ser stadig {citizen}. Nummeret i feltet er ikke hentet."),
        Language::English => format!("You still see {citizen}. The number in the field has not been fetched."),
    }
}
