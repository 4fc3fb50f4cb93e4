//! What is said of the things done for a citizen: transfers that are not settled, and leaving.

use crate::Language;
use crate::idle::{idle_limit_minutes, idle_warning_minutes};

word_group! {
    /// Fixed words for transfers that are not settled, and for leaving.
    pub struct ActWords {
        stop_waiting = "Vent ikke længere", "Stop waiting";
        no_recall = "Overførslen kan ikke trækkes tilbage. Venter du ikke på svaret, ved vi ikke, om den nåede frem.",
            "The transfer cannot be recalled. If you stop waiting for the response, we do not know whether it arrived.";
        interrupted = "En overførsel blev afbrudt", "A transfer was interrupted";
        interrupted_text = "Vi ved ikke, om den nåede frem. Hent den samme borger igen, og vælg Overfør.",
            "We do not know whether it arrived. Fetch the same citizen again and choose Transfer.";
        forget = "Fjern beskeden", "Remove this message";
        forget_title = "Fjern beskeden?", "Remove the message?";
        forget_text = "Vi ved stadig ikke, om overførslen nåede frem. Fjerner du beskeden, kan den ikke længere prøves igen med samme anmodnings-id.",
            "We still do not know whether the transfer arrived. If you remove the message, it can no longer be tried again with the same request id.";
        keep = "Behold beskeden", "Keep the message";
        same_title = "Hvilken borger gjaldt den afbrudte overførsel?", "Which citizen was the interrupted transfer about?";
        same_text = "Gjaldt den samme borger, skal det samme id bruges, så overførslen ikke kan gennemføres to gange. En anden borgers overførsel skal have et nyt id.",
            "If it was about the same citizen, the same id must be used so that the transfer cannot take effect twice. Another citizen's transfer must have a new id.";
        again_title = "Overfør igen?", "Transfer again?";
        again = "Overfør igen", "Transfer again";
        under_way_title = "Overførslen er i gang", "The transfer is in progress";
        leave_title = "Det er uafklaret, om overførslen nåede frem", "It is unclear whether the transfer was received";
        leave_text = "Vi ved ikke, om den nåede frem. Går du videre, skal du selv huske, hvilken borger det gjaldt.",
            "We do not know whether it arrived. If you continue, you must remember which citizen it was about.";
        stay = "Bliv her", "Stay here";
        go_on = "Gå videre", "Continue";
        print_receipt = "Udskriv kvittering", "Print the receipt";
        idle_title = "Er du her stadig?", "Are you still here?";
        idle_text = concat!("Siden er ikke brugt i ", idle_warning_minutes!(), " minutter. Borgerens oplysninger bliver fjernet fra siden"),
            concat!("The page has not been used for ", idle_warning_minutes!(), " minutes. The citizen's data will be removed from the page at");
        idle_cleared = concat!("Borgerens oplysninger er fjernet fra siden, fordi siden ikke har været brugt i ", idle_limit_minutes!(), " minutter"),
            concat!("The citizen's data were removed from the page because it had not been used for ", idle_limit_minutes!(), " minutes");
    }
}

/// "Du er ved at overføre 290201-1234.": whom the question before a transfer is about.
pub fn transfer_of(language: Language, citizen: &str) -> String {
    match language {
        Language::Danish => format!("Du er ved at overføre {citizen}."),
        Language::English => format!("You are about to transfer {citizen}."),
    }
}

/// "290201-1234 blev overført kl. 23.45."
pub fn transferred_at(language: Language, citizen: &str, time: &str) -> String {
    match language {
        Language::Danish => format!("{citizen} blev overført {time}."),
        Language::English => format!("{citizen} was transferred at {time}."),
    }
}

/// "290201-1234 bliver overført lige nu. Vent på svaret."
pub fn under_way(language: Language, citizen: &str) -> String {
    match language {
        Language::Danish => format!("{citizen} bliver overført lige nu. Vent på svaret."),
        Language::English => format!("{citizen} is being transferred right now. Wait for the answer."),
    }
}

/// "STAR har modtaget overførslen af 290201-1234", now or before.
pub fn transferred(language: Language, citizen: &str, before: bool) -> String {
    match (language, before) {
        (Language::Danish, false) => format!("STAR har modtaget overførslen af {citizen}"),
        (Language::Danish, true) => format!("STAR havde allerede modtaget overførslen af {citizen}"),
        (Language::English, false) => format!("STAR has received the transfer of {citizen}"),
        (Language::English, true) => format!("STAR had already received the transfer of {citizen}"),
    }
}

/// "290201-1234: prøv igen med samme id"
pub fn same_citizen(language: Language, citizen: &str) -> String {
    match language {
        Language::Danish => format!("{citizen}: prøv igen med samme id"),
        Language::English => format!("{citizen}: try again with the same id"),
    }
}

/// "En anden borger: overfør 290201-1234 med nyt id"
pub fn another_citizen(language: Language, citizen: &str) -> String {
    match language {
        Language::Danish => format!("En anden borger: overfør {citizen} med nyt id"),
        Language::English => format!("Another citizen: transfer {citizen} with a new id"),
    }
}
