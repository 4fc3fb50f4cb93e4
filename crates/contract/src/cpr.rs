//! The Danish civil registration number: ten digits, `ddmmyyxxxx`.
//!
//! The rule is the document's pattern and nothing more: 29 February is accepted in every year, and modulus 11 is
//! never checked, since numbers without it have been valid since 2007.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::json::text_from_json;
use crate::schema::{Described, Schema};

/// The document's pattern, as written. Its alternation stands at top level, so it must be anchored to mean a full
/// match.
pub const CPR_PATTERN: &str = "((((0[1-9]|1[0-9]|2[0-9]|3[0-1])(01|03|05|07|08|10|12))|((0[1-9]|1[0-9]|2[0-9]|30)(04|06|09|11))|((0[1-9]|1[0-9]|2[0-9])(02)))[0-9]{6})|0000000000";

const LENGTH: usize = 10;
const UNKNOWN: &str = "0000000000";

/// A CPR that matches the document's pattern. Ten digits, no hyphen. `Debug` masks it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Cpr(String);

/// Why a text is not a CPR number. The messages are for developers and never quote the number; users read
/// `letasyl-locale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CprError {
    /// The text is empty.
    #[error("not a CPR: empty")]
    Empty,
    /// A character that is neither a digit nor, in a person's input, a space or a hyphen.
    #[error("not a CPR: not only digits")]
    NotADigit(char),
    /// Fewer than ten digits: how many.
    #[error("not a CPR: too short")]
    TooShort(usize),
    /// More than ten digits: how many.
    #[error("not a CPR: too long")]
    TooLong(usize),
    /// The third and fourth digit are not a month.
    #[error("not a CPR: no such month")]
    NoSuchMonth(u8),
    /// The month has no such day.
    #[error("not a CPR: no such day")]
    NoSuchDay {
        /// The first two digits.
        day: u8,
        /// The third and fourth digit, 1–12.
        month: u8,
    },
    /// `0000000000` matches the pattern, but means that the number is not known.
    #[error("not a CPR: 0000000000")]
    Unknown,
}

impl Cpr {
    /// Reads exactly what the document's pattern accepts, `0000000000` included.
    pub fn parse(text: &str) -> Result<Self, CprError> {
        check(text)?;
        Ok(Self(text.to_owned()))
    }

    /// Reads what a person typed or pasted: blanks, line breaks and hyphens are passed over, and `0000000000` is
    /// refused, since nobody can be looked up by it.
    pub fn from_input(text: &str) -> Result<Self, CprError> {
        let digits: String = text.chars().filter(|c| !is_separator(*c)).collect();
        let cpr = Self::parse(&digits)?;
        if cpr.is_unknown() { Err(CprError::Unknown) } else { Ok(cpr) }
    }

    /// Whether this is `0000000000`.
    pub fn is_unknown(&self) -> bool {
        self.0 == UNKNOWN
    }

    /// The ten digits, to be sent or stored. The only way to the number itself.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// As people read it: `ddmmyy-xxxx`.
    pub fn formatted(&self) -> String {
        let (birth, serial) = self.0.split_at(6);
        format!("{birth}-{serial}")
    }
}

/// Blanks of every kind, hyphens and dashes, and what word processors put in between unseen.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}' | '\u{feff}' | '\u{ad}')
}

fn check(text: &str) -> Result<(), CprError> {
    if text.is_empty() {
        return Err(CprError::Empty);
    }
    if let Some(other) = text.chars().find(|c| !c.is_ascii_digit()) {
        return Err(CprError::NotADigit(other));
    }
    match text.len() {
        LENGTH => {}
        n if n < LENGTH => return Err(CprError::TooShort(n)),
        n => return Err(CprError::TooLong(n)),
    }
    if text == UNKNOWN {
        return Ok(());
    }
    let mut digits = text.bytes().map(|b| b - b'0');
    let mut pair = || digits.next().unwrap_or(0) * 10 + digits.next().unwrap_or(0);
    let (day, month) = (pair(), pair());
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        _ => return Err(CprError::NoSuchMonth(month)),
    };
    if day == 0 || day > last { Err(CprError::NoSuchDay { day, month }) } else { Ok(()) }
}

impl fmt::Debug for Cpr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cpr(******-****)")
    }
}

impl Described for Cpr {
    const SCHEMA: Schema = Schema { pattern: Some(CPR_PATTERN), ..Schema::plain("string") };
}

impl Serialize for Cpr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

text_from_json! {
    Cpr: |text| Self::parse(&text).ok();
}
