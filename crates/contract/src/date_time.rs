//! The document's `date-time`, which STAR also uses for plain dates.
//!
//! Read: `2023-01-01`, `2023-01-01T00:00:00`, a blank instead of the `T`, with or without seconds, with 0–9 fractional
//! digits, with an offset or none. Without an offset, day and time are those that are written. With one, it is an instant,
//! and its day and time are those in Denmark, whatever the time zone of the browser or the machine. What was read is written
//! back to the letter.

use serde::{Serialize, Serializer};

use crate::danish_time::danish_time;
use crate::date::{Date, DateTimeError, LAST_YEAR, TimeOfDay};
use crate::json::text_from_json;
use crate::schema::{Described, Schema};

/// A date-time as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTime {
    written: String,
    date: Date,
    time: Option<TimeOfDay>,
}

impl DateTime {
    /// Reads one of the forms above.
    pub fn parse(text: &str) -> Result<Self, DateTimeError> {
        let mut rest = Scanner(text);
        let date = rest.date()?;
        let written = text.to_owned();
        if rest.0.is_empty() {
            return Ok(Self { written, date, time: None });
        }
        let (time, ahead) = rest.time()?;
        // Where the calendar ends, what is written stands.
        let instant = ahead.and_then(|ahead| danish_time(time.seconds_on(date) - ahead));
        let (date, time) = instant.unwrap_or((date, time));
        Ok(Self { written, date, time: Some(time) })
    }

    /// The day: in Denmark, or as written where no offset is.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The time of that day; `None` where only a date was written.
    pub fn time(&self) -> Option<TimeOfDay> {
        self.time
    }

    /// Whether it stands for "not given": the first day of all, which .NET writes where nothing is.
    pub fn is_not_given(&self) -> bool {
        self.date.year <= 1
    }

    /// Whether it stands for "without an end": in the last year of all.
    pub fn is_open_ended(&self) -> bool {
        self.date.year == LAST_YEAR
    }

    /// To the letter what was read.
    pub fn as_written(&self) -> &str {
        &self.written
    }
}

/// What is left to read.
struct Scanner<'a>(&'a str);

impl Scanner<'_> {
    fn date(&mut self) -> Result<Date, DateTimeError> {
        let year = self.number(4)?;
        self.one_of("-")?;
        let month = self.number(2)?;
        self.one_of("-")?;
        let day = self.number(2)?;
        Date::new(year, u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0))
    }

    /// The time, and how many seconds it is ahead of UTC where that is written.
    fn time(&mut self) -> Result<(TimeOfDay, Option<i64>), DateTimeError> {
        self.one_of("T ")?;
        let hour = self.below(24)?;
        self.one_of(":")?;
        let minute = self.below(60)?;
        let second = if self.one_of(":").is_ok() { self.second()? } else { 0 };
        let ahead = match self.one_of("Z+-") {
            Ok(b'Z') => Some(0),
            Ok(sign) => {
                let hours = self.below(24)?;
                self.one_of(":")?;
                let ahead = i64::from(hours) * 3600 + i64::from(self.below(60)?) * 60;
                Some(if sign == b'-' { -ahead } else { ahead })
            }
            Err(_) => None,
        };
        if self.0.is_empty() { Ok((TimeOfDay { hour, minute, second }, ahead)) } else { Err(DateTimeError) }
    }

    fn second(&mut self) -> Result<u8, DateTimeError> {
        let second = self.below(60)?;
        if self.one_of(".").is_ok() {
            let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 9 {
                return Err(DateTimeError);
            }
            self.0 = self.0.get(digits..).ok_or(DateTimeError)?;
        }
        Ok(second)
    }

    fn below(&mut self, bound: u16) -> Result<u8, DateTimeError> {
        let number = self.number(2)?;
        if number < bound { u8::try_from(number).map_err(|_| DateTimeError) } else { Err(DateTimeError) }
    }

    fn number(&mut self, digits: usize) -> Result<u16, DateTimeError> {
        let (head, tail) = self.0.split_at_checked(digits).ok_or(DateTimeError)?;
        if !head.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DateTimeError);
        }
        self.0 = tail;
        head.parse().map_err(|_| DateTimeError)
    }

    fn one_of(&mut self, accepted: &str) -> Result<u8, DateTimeError> {
        match self.0.bytes().next() {
            Some(byte) if accepted.as_bytes().contains(&byte) => {
                self.0 = self.0.get(1..).ok_or(DateTimeError)?;
                Ok(byte)
            }
            _ => Err(DateTimeError),
        }
    }
}

impl Described for DateTime {
    const SCHEMA: Schema = Schema::plain("date-time");
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

text_from_json! {
    DateTime: |text| Self::parse(&text).ok();
}
