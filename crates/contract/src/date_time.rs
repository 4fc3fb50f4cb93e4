//! The document's `date-time`, which STAR also uses for plain dates.
//!
//! Read: `2023-01-01`, `2023-01-01T00:00:00`, with 0–7 fractional digits, with an offset or none. The day is the day
//! as written: nothing here converts between time zones, so no browser's time zone can shift it. What was read is
//! written back to the letter.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::json::text_from_json;
use crate::schema::{Described, Schema};

/// A date-time as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTime {
    written: String,
    date: Date,
    time: Option<TimeOfDay>,
}

/// A day of the proleptic Gregorian calendar. Orders by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// 0–9999
    pub year: u16,
    /// 1–12
    pub month: u8,
    /// 1–31
    pub day: u8,
}

/// The time of day as written, without fraction and offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay {
    /// 0–23
    pub hour: u8,
    /// 0–59
    pub minute: u8,
    /// 0–59
    pub second: u8,
}

/// The text is no date-time in any of the accepted forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateTimeError;

impl DateTime {
    /// Reads one of the forms above.
    pub fn parse(text: &str) -> Result<Self, DateTimeError> {
        let mut rest = Scanner(text);
        let date = rest.date()?;
        let time = if rest.0.is_empty() { None } else { Some(rest.time()?) };
        Ok(Self { written: text.to_owned(), date, time })
    }

    /// The day as written.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The time as written; `None` where only a date was written.
    pub fn time(&self) -> Option<TimeOfDay> {
        self.time
    }

    /// To the letter what was read.
    pub fn as_written(&self) -> &str {
        &self.written
    }
}

impl Date {
    /// A day that exists.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateTimeError> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return Err(DateTimeError),
        };
        if year > 9999 || day == 0 || day > last { Err(DateTimeError) } else { Ok(Self { year, month, day }) }
    }

    /// Days since 1 January 1970; negative before it. For distances on a time line.
    pub fn days_since_1970(self) -> i64 {
        // Years are counted from 1 March, so that the leap day is the last of its year.
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        year * 365 + leap_days + day_of_year - 719_468
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

    fn time(&mut self) -> Result<TimeOfDay, DateTimeError> {
        self.one_of("T")?;
        let hour = self.below(24)?;
        self.one_of(":")?;
        let minute = self.below(60)?;
        self.one_of(":")?;
        let second = self.below(60)?;
        if self.one_of(".").is_ok() {
            let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 7 {
                return Err(DateTimeError);
            }
            self.0 = self.0.get(digits..).ok_or(DateTimeError)?;
        }
        match self.one_of("Z+-") {
            Ok(b'Z') => {}
            Ok(_) => {
                self.below(24)?;
                self.one_of(":")?;
                self.below(60)?;
            }
            Err(_) => {}
        }
        if self.0.is_empty() { Ok(TimeOfDay { hour, minute, second }) } else { Err(DateTimeError) }
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

impl fmt::Display for DateTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date-time")
    }
}

impl std::error::Error for DateTimeError {}

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
