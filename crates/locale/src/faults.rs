//! What is wrong with a value, told so that the reader knows what to do.

use letasyl_contract::{CprError, FaultKind, PdfDataError, REQUEST_ID_MAX, RequestIdError};

use crate::Language;
use crate::dates::month;
use crate::fields::pick;

/// Why a CPR number cannot be used.
pub fn cpr(language: Language, error: CprError) -> String {
    match (language, error) {
        (Language::Danish, CprError::Empty) => "Indtast et CPR-nummer".to_owned(),
        (Language::English, CprError::Empty) => "Enter a CPR number".to_owned(),
        (Language::Danish, CprError::NotADigit(c)) => {
            format!("CPR-nummeret må kun indeholde cifre. Fjern tegnet “{c}”")
        }
        (Language::English, CprError::NotADigit(c)) => {
            format!("A CPR number holds digits only. Remove the character “{c}”")
        }
        (Language::Danish, CprError::TooShort(n)) => {
            format!("Indtast 10 cifre. CPR-nummeret har {n}, så der mangler {}", 10 - n.min(10))
        }
        (Language::English, CprError::TooShort(n)) => {
            format!("Enter 10 digits. The CPR number has {n}, so {} are missing", 10 - n.min(10))
        }
        (Language::Danish, CprError::TooLong(n)) => format!("Indtast 10 cifre. CPR-nummeret har {n}"),
        (Language::English, CprError::TooLong(n)) => format!("Enter 10 digits. The CPR number has {n}"),
        (Language::Danish, CprError::NoSuchMonth(n)) => {
            format!("Måneden {n:02} findes ikke. Ret CPR-nummeret: tredje og fjerde ciffer er måneden, 01 til 12")
        }
        (Language::English, CprError::NoSuchMonth(n)) => {
            format!(
                "There is no month {n:02}. Correct the CPR number: the third and fourth digit are the month, 01 to 12"
            )
        }
        (Language::Danish, CprError::NoSuchDay { day, month: of }) => {
            format!("Dagen {day:02} findes ikke i {}. Ret CPR-nummeret", month(language, of))
        }
        (Language::English, CprError::NoSuchDay { day, month: of }) => {
            format!("There is no day {day:02} in {}. Correct the CPR number", month(language, of))
        }
        (Language::Danish, CprError::Unknown) => {
            "Indtast et andet CPR-nummer: 000000-0000 betyder, at nummeret ikke kendes, og kan ikke slås op".to_owned()
        }
        (Language::English, CprError::Unknown) => {
            "Enter another CPR number: 000000-0000 means that the number is not known, and cannot be looked up"
                .to_owned()
        }
    }
}

/// Why something that should be a PDF is not one.
pub fn pdf_data(language: Language, error: PdfDataError) -> &'static str {
    match error {
        PdfDataError::Empty => pick(language, "PDF'en er tom", "The PDF is empty"),
        PdfDataError::NotBase64 => pick(
            language,
            "PDF'en er ødelagt undervejs (den er ikke base64-kodet)",
            "The PDF was damaged on its way (it is not base64)",
        ),
        PdfDataError::NotPdf => pick(language, "Det modtagne er ikke en PDF", "What was received is not a PDF"),
    }
}

/// What is wrong with a part of a request.
pub fn fault(language: Language, kind: FaultKind) -> String {
    let (danish, english) = match kind {
        FaultKind::Cpr(error) => return cpr(language, error),
        FaultKind::NotJson => ("Indholdet er ikke gyldig JSON", "The content is not valid JSON"),
        FaultKind::NotAnObject => ("Indholdet skal være et JSON-objekt", "The content must be a JSON object"),
        FaultKind::Missing => ("Mangler", "Missing"),
        FaultKind::NotAString => ("Skal være en tekst", "Must be a text"),
        FaultKind::Empty => ("Må ikke være tom", "Must not be empty"),
        FaultKind::NotUuid => ("Skal være et uuid", "Must be a uuid"),
        FaultKind::IdsDiffer => ("Skal være det samme id som i adressen", "Must be the same id as in the address"),
        FaultKind::UnknownGroup => ("Gruppen findes ikke", "The group does not exist"),
        FaultKind::RequestId(RequestIdError::Empty) => ("Må ikke være tom", "Must not be empty"),
        FaultKind::RequestId(RequestIdError::LikeCpr) => {
            ("Må ikke ligne et CPR-nummer: id'et gemmes", "Must not look like a CPR number: the id is kept")
        }
        FaultKind::RequestId(RequestIdError::NotVisible) => {
            ("Må kun indeholde synlige ASCII-tegn", "May hold visible ASCII characters only")
        }
        FaultKind::RequestId(RequestIdError::TooLong(_)) => {
            return match language {
                Language::Danish => format!("Må højst være på {REQUEST_ID_MAX} tegn"),
                Language::English => format!("May have at most {REQUEST_ID_MAX} characters"),
            };
        }
    };
    pick(language, danish, english).to_owned()
}
