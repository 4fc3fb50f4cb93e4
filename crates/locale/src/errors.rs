//! What is said when a call failed: what failed, at whom, and what to do next.

use letasyl_contract::Fejlkode;

use crate::Language;
use crate::fields::pick;

word_group! {
    /// Fixed words for failed calls.
    pub struct ErrorWords {
        offline = "Du har ingen forbindelse til nettet", "You are offline";
        offline_do = "Tjek forbindelsen, og prøv igen.", "Check the connection and try again.";
        unreachable = "Der kom intet svar", "There was no response";
        unreachable_do = "Forbindelsen til denne side blev afbrudt. Prøv igen om lidt.",
            "The connection to this site was lost. Try again in a little while.";
        timed_out = "Svaret kom ikke i tide", "The response did not arrive in time";
        timed_out_do = "Prøv igen om lidt.", "Try again in a little while.";
        forbidden = "Du har ikke adgang", "You don't have access";
        forbidden_do = "Din organisation har ikke ret til denne handling. Kontakt den administrator, der styrer jeres adgang.",
            "Your organisation is not allowed to do this. Contact your access administrator.";
        forbidden_citizen = "Du har ikke adgang til borgeren", "You don't have access to this citizen";
        forbidden_citizen_do = "Borgeren er ikke tilknyttet din organisation. Kontakt borgerens jobcenter, eller få tilknytningen registreret.",
            "The citizen is not attached to your organisation. Contact the citizen's job centre, or have the attachment registered.";
        not_found = "Det findes ikke længere", "It no longer exists";
        not_found_do = "En anden kan have slettet det. Hent siden igen.",
            "Somebody else may have deleted it. Reload the page.";
        already = "Det var allerede modtaget", "It had already been received";
        already_do = "Du skal ikke gøre mere.", "Nothing more to do.";
        refused = "Oplysningerne blev ikke godkendt", "The details were not accepted";
        refused_do = "Ret det, der er nævnt, og prøv igen.", "Correct what is listed below and try again.";
        too_many = "Der kom for mange forespørgsler på kort tid", "There were too many requests in a short time";
        too_many_do = "Vent lidt, og prøv igen.", "Wait a little and try again.";
        rejected = "Forespørgslen blev afvist", "The request was rejected";
        rejected_do = "Prøv igen senere. Kontakt support, hvis det fortsætter.",
            "Try again later. Contact support if it continues.";
        server = "Der er en fejl på denne side", "There is a problem with this site";
        server_do = "Fejlen er vores, ikke din. Prøv igen om lidt, og kontakt support, hvis det fortsætter.",
            "This is our fault, not yours. Try again in a little while, and contact support if it continues.";
        unreadable = "Svaret kunne ikke læses", "The response could not be read";
        unreadable_do = "Svaret er ikke, som det skal være. Prøv igen, og kontakt support, hvis det fortsætter.",
            "The response is not valid. Try again, and contact support if it continues.";
        wrong_citizen = "STAR sendte en anden borgers data", "STAR sent another citizen's data";
        wrong_citizen_do = "Derfor vises intet. Det er en alvorlig fejl: Kontakt support, og opgiv fejl-id'et.",
            "Nothing is shown for this reason. This is a serious error: contact support and quote the error id.";
        code = "Fejlkode", "Error code";
        request_id = "Anmodnings-id", "Request id";
        error_id = "Fejl-id", "Error id";
        at = "Fejlen ligger hos", "The problem is with";
        at_us = "os", "us";
        at_star = "STAR", "STAR";
        at_operator = "asyloperatøren (LetAsyl)", "the asylum operator (LetAsyl)";
        unknown_code = "Ukendt fejl", "Unknown error";
        unknown_code_do = "Koden står ikke i STARs beskrivelse. Opgiv den til support.",
            "The code is not in STAR's description. Quote it to support.";
    }
}

/// With whom the cause of an error lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Nobody: it is simply so.
    Nobody,
    /// STAR's service.
    Star,
    /// The asylum operator, LetAsyl.
    Operator,
}

/// A code of the document, told to a caseworker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FejlkodeWords {
    /// What it is.
    pub title: &'static str,
    /// What to do next.
    pub next: &'static str,
    /// With whom the cause lies.
    pub whose: Whose,
}

/// What a code means that STAR's other services refuse with; `None` for one that is not known.
pub fn refusal(language: Language, code: i32) -> Option<&'static str> {
    let (danish, english) = match code {
        4922 => ("Du har ikke adgang til personen", "You have no access to the person"),
        4575 => ("Du er ikke autoriseret", "You are not authorised"),
        4511 => ("Anden aktør må ikke se personen", "A private provider may not see the person"),
        1014 => ("Anmodningen er ikke gyldig", "The request is not valid"),
        _ => return None,
    };
    Some(pick(language, danish, english))
}

/// What a code of the document means for the user.
pub fn fejlkode(language: Language, code: Fejlkode) -> FejlkodeWords {
    let (whose, title, next) = match code {
        Fejlkode::NoSuchPerson => (
            Whose::Nobody,
            ("Der findes ingen person med CPR-nummeret", "There is no person with the CPR number"),
            ("Kontrollér nummeret, og hent igen.", "Check the number and fetch again."),
        ),
        Fejlkode::Deceased => (
            Whose::Nobody,
            ("Borgeren er død", "The citizen is deceased"),
            (
                "Der kan ikke hentes data. Kontrollér CPR-nummeret, hvis du ikke ventede det.",
                "No data can be fetched. Check the CPR number if you did not expect this.",
            ),
        ),
        Fejlkode::OperatorFailed => (
            Whose::Operator,
            ("LetAsyl svarede med en fejl", "LetAsyl answered with an error"),
            (
                "Prøv igen om lidt. Kontakt support, hvis det fortsætter.",
                "Try again in a while. Contact support if it continues.",
            ),
        ),
        Fejlkode::InvalidLogHeaders => (
            Whose::Star,
            (
                "LetAsyl godtog ikke oplysningerne om, hvem der spørger",
                "LetAsyl did not accept the details of who is asking",
            ),
            ("Opgiv koden til support.", "Quote the code to support."),
        ),
        Fejlkode::OperatorTimedOut => (
            Whose::Operator,
            ("LetAsyl svarede ikke i tide", "LetAsyl did not answer in time"),
            ("Prøv igen om lidt.", "Try again in a while."),
        ),
        Fejlkode::OperatorUnreachable => (
            Whose::Operator,
            ("Der er ingen forbindelse til LetAsyl", "There is no connection to LetAsyl"),
            ("Prøv igen om lidt.", "Try again in a while."),
        ),
        Fejlkode::UnknownMunicipality => (
            Whose::Star,
            ("LetAsyl kender ikke kommunen", "LetAsyl does not know the municipality"),
            (
                "Det skyldes formentlig, at kommunen ikke er registreret som den, der overtager borgeren. Kontakt asyloperatøren.",
                "Probably the municipality is not registered as the one taking the citizen over. Contact the asylum operator.",
            ),
        ),
        Fejlkode::UnknownAtOperator => (
            Whose::Operator,
            ("LetAsyl kender ikke CPR-nummeret", "LetAsyl does not know the CPR number"),
            (
                "Kontrollér nummeret. Kontakt asyloperatøren, hvis det er rigtigt.",
                "Check the number. Contact the asylum operator if it is right.",
            ),
        ),
        Fejlkode::InvalidParameters => (
            Whose::Star,
            ("LetAsyl godtog ikke forespørgslen", "LetAsyl did not accept the request"),
            ("Opgiv koden til support.", "Quote the code to support."),
        ),
        Fejlkode::SignInRefused => (
            Whose::Star,
            ("STAR kunne ikke logge ind i LetAsyl", "STAR could not sign in to LetAsyl"),
            ("Opgiv koden til support.", "Quote the code to support."),
        ),
    };
    FejlkodeWords { title: pick(language, title.0, title.1), next: pick(language, next.0, next.1), whose }
}
