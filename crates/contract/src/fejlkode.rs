//! The ten error codes of the two reads: the document's table "Fejlkoder".

/// An error code of the document. No HTTP status is paired with it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fejlkode {
    /// The column "Fejlkode".
    pub code: i32,
    /// The column "Fejltekst".
    pub text: &'static str,
}

impl Fejlkode {
    /// The code of the document with this number, if it has one.
    pub fn find(code: i32) -> Option<&'static Self> {
        FEJLKODER.iter().find(|known| known.code == code)
    }
}

/// All ten, in the document's order.
pub const FEJLKODER: &[Fejlkode] = &[
    Fejlkode { code: 110001, text: "Person findes ikke for det angivne CPR-nummer" },
    Fejlkode { code: 4405, text: "Borgeren med det specificerede CPR nummer er død" },
    Fejlkode { code: 9294, text: "Ubehandlet fejl modtaget fra asyloperatøren" },
    Fejlkode { code: 9293, text: "Ugyldige logningsoverskrifter indsendt til asyloperatøren" },
    Fejlkode { code: 9292, text: "Kommunikation med asyloperatøren (LetAsyl) er udløbet (timed out)" },
    Fejlkode { code: 9287, text: "Kommunikation med asyloperatøren (LetAsyl) ikke mulig" },
    Fejlkode { code: 9290, text: "Ugyldig kommunekode angivet til asyloperatøren (LetAsyl)" },
    Fejlkode { code: 9289, text: "Ugyldig URL eller ukendt personnummer angivet til asyloperatøren (LetAsyl)" },
    Fejlkode { code: 9291, text: "Ugyldige parametre angivet til asyloperatøren (LetAsyl)" },
    Fejlkode { code: 9288, text: "Ukendt brugernavn og password angivet til asyloperatøren (LetAsyl)" },
];
