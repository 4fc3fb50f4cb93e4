//! What is said of the things done for a citizen: transfers that are not settled, and leaving.

word_group! {
    /// Fixed words for transfers that are not settled, and for leaving.
    pub struct ActWords {
        stop_waiting = "Vent ikke længere", "Stop waiting";
        no_recall = "Overførslen kan ikke kaldes tilbage. Venter du ikke på svaret, ved vi ikke, om den nåede frem.",
            "The transfer cannot be called back. If you stop waiting for the answer, we do not know whether it arrived.";
        interrupted = "En overførsel blev afbrudt", "A transfer was interrupted";
        interrupted_text = "Vi ved ikke, om den nåede frem. Hent den samme borger igen, og vælg Overfør.",
            "We do not know whether it arrived. Fetch the same citizen again and choose Transfer.";
        forget = "Fjern beskeden", "Remove this message";
        same_title = "Er det den samme borger?", "Is it the same citizen?";
        same_text = "En overførsel blev afbrudt. Med det samme id kan den ikke ske to gange. En anden borger skal have et nyt.",
            "A transfer was interrupted. With the same id it cannot happen twice. Another citizen must have a new one.";
        same = "Ja, samme borger: prøv igen med samme id", "Yes, the same citizen: try again with the same id";
        another = "Nej, en ny overførsel", "No, a new transfer";
        leave_title = "Overførslen er ikke afklaret", "The transfer is not settled";
        leave_text = "Vi ved ikke, om den nåede frem. Går du videre, skal du selv huske, hvilken borger det gjaldt.",
            "We do not know whether it arrived. If you go on, you have to remember which citizen it was about.";
        stay = "Bliv her", "Stay here";
        go_on = "Gå videre", "Go on";
        print_receipt = "Udskriv kvittering", "Print the receipt";
        idle_title = "Er du her stadig?", "Are you still here?";
        idle_text = "Siden er ikke brugt i ti minutter. Borgeren bliver fjernet", "The page has not been used for ten minutes. The citizen will be removed at";
        idle_cleared = "Borgeren er fjernet, fordi siden ikke var brugt i et kvarter", "The citizen was removed because the page was not used for a quarter of an hour";
    }
}
