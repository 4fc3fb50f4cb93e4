//! Calendar days and times of day, without a time zone.

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
pub(crate) const LAST_YEAR: u16 = 9999;

impl TimeOfDay {
    /// Seconds since 1970, if the day is of UTC.
    pub(crate) fn seconds_on(self, date: Date) -> i64 {
        let seconds = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        date.days_since_1970() * 86_400 + seconds
    }
}
