//! The error codes of the two reads: the document's table "Fejlkoder". The document pairs no HTTP status with them.

macro_rules! fejlkoder {
    ($( $(#[$doc:meta])* $name:ident = $code:literal: $text:literal; )*) => {
        /// An error code of the document. Code that handles codes matches all of them, without a wildcard.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Fejlkode { $( $(#[$doc])* $name, )* }

        impl Fejlkode {
            /// All of them, in the document's order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The column "Fejlkode".
            pub const fn code(self) -> i32 {
                match self { $(Self::$name => $code,)* }
            }

            /// The column "Fejltekst".
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

fejlkoder! {
    /// Nobody has this CPR number.
    NoSuchPerson = 110001: "Person findes ikke for det angivne CPR-nummer";
    /// The citizen is dead.
    Deceased = 4405: "Borgeren med det specificerede CPR nummer er død";
    /// The operator answered with an error of its own.
    OperatorFailed = 9294: "Ubehandlet fejl modtaget fra asyloperatøren";
    /// STAR told the operator wrongly who asks.
    InvalidLogHeaders = 9293: "Ugyldige logningsoverskrifter indsendt til asyloperatøren";
    /// The operator did not answer in time.
    OperatorTimedOut = 9292: "Kommunikation med asyloperatøren (LetAsyl) er udløbet (timed out)";
    /// The operator cannot be reached.
    OperatorUnreachable = 9287: "Kommunikation med asyloperatøren (LetAsyl) ikke mulig";
    /// The operator does not know the municipality.
    UnknownMunicipality = 9290: "Ugyldig kommunekode angivet til asyloperatøren (LetAsyl)";
    /// The operator does not know the person, or the address.
    UnknownAtOperator = 9289: "Ugyldig URL eller ukendt personnummer angivet til asyloperatøren (LetAsyl)";
    /// The operator refused the parameters.
    InvalidParameters = 9291: "Ugyldige parametre angivet til asyloperatøren (LetAsyl)";
    /// The operator did not let STAR sign in.
    SignInRefused = 9288: "Ukendt brugernavn og password angivet til asyloperatøren (LetAsyl)";
}

impl Fejlkode {
    /// The code with this number, if the document lists it.
    pub fn find(code: i32) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.code() == code)
    }
}
