//! Values of a citizen's data in words.

use letasyl_contract::{Code, Value};

use crate::fields::pick;
use crate::{Language, dates, numbers};

/// "Ja", "Nej".
pub fn yes_no(language: Language, value: bool) -> &'static str {
    if value { pick(language, "Ja", "Yes") } else { pick(language, "Nej", "No") }
}

/// What stands in the place of an absent value.
pub fn not_given(language: Language) -> &'static str {
    pick(language, "Ikke oplyst", "Not given")
}

/// A code: its name as STAR writes it, with the code behind it; without a name, "Ukendt kode (n)".
pub fn code(language: Language, code: &Code) -> String {
    match (code.name(), code.code()) {
        (Some(name), Some(code)) => format!("{name} ({code})"),
        (Some(name), None) => name.to_owned(),
        (None, number) => {
            let shown = number.unwrap_or_else(|| code.as_json());
            format!("{} ({shown})", pick(language, "Ukendt kode", "Unknown code"))
        }
    }
}

/// What could not be read, as it was received.
pub fn unread(language: Language, received: &str) -> String {
    format!("{}: {received}", pick(language, "Kunne ikke læses", "Could not be read"))
}

/// A value as one text. The languages are a table of their own: here only how many.
pub fn value(language: Language, value: Value<'_>) -> String {
    match value {
        Value::Date(date) => dates::date_time(language, date),
        Value::Code(known) => code(language, known),
        Value::Text(text) => text.to_owned(),
        Value::YesNo(answer) => yes_no(language, answer).to_owned(),
        Value::Unread(received) => unread(language, received),
        Value::Number(number) => numbers::grouped(language, i64::from(number)),
        Value::Languages(languages) => {
            let count = languages.len();
            match language {
                Language::Danish => format!("{count} sprog"),
                Language::English if count == 1 => "1 language".to_owned(),
                Language::English => format!("{count} languages"),
            }
        }
    }
}
