//! The document's `date-time`, which STAR also uses for plain dates.
//!
//! Read: `2023-01-01`, `2023-01-01T00:00:00`, a blank instead of the `T`, with or without seconds, with 0–9 fractional
//! digits, with an offset or none. Without an offset, day and time are those that are written. With one, it is an instant,
//! and its day and time are those in Denmark, whatever the time zone of the browser or the machine. What was read is written
//! back to the letter.

use serde::{Serialize, Serializer};

use crate::danish_time::danish_time;
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

/// A time of day, without fractions of a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay {
    /// 0–23
    pub hour: u8,
    /// 0–59
    pub minute: u8,
    /// 0–59
    pub second: u8,
}

/// The text is not a date-time in any of the accepted forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date-time")]
pub struct DateTimeError;

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
        if year > LAST_YEAR || day == 0 || day > last { Err(DateTimeError) } else { Ok(Self { year, month, day }) }
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

    /// The day that lies so far from 1 January 1970. `None`: out of the years 0 to 9999.
    pub fn from_days_since_1970(days: i64) -> Option<Self> {
        // Counted from 1 March of the year 0, in eras of 400 years, which all have as many days.
        let days = days.checked_add(719_468)?;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
    }
}

/// The last year of the calendar.
const LAST_YEAR: u16 = 9999;

impl TimeOfDay {
    /// Seconds since 1970, if the day is of UTC.
    fn seconds_on(self, date: Date) -> i64 {
        let seconds = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        date.days_since_1970() * 86_400 + seconds
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
