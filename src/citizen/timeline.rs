//! The time line: contract, programme and today, drawn and said in words.
//!
//! What is drawn where, and what is said, are pure functions of four dates and a day; only `view` knows Leptos. Days
//! are Danish calendar days: nothing here knows a time zone or asks a clock.

mod drawing;
mod order;
mod view;

#[cfg(test)]
mod tests;

use letasyl_contract::{Date, DateTime, IntegrationslovsdataDto};

pub use view::time_line;

/// The four dates of `kontraktvarighed`, any of which may be missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dates {
    /// `foersteUnderskriftsdato`: by the document also the start of the contract's period.
    pub signed: Option<Date>,
    /// `programStartdato`
    pub starts: Option<Date>,
    /// `programSlutdato`
    pub ends: Option<Date>,
    /// `kontraktSlutdato`
    pub expires: Option<Date>,
}

impl Dates {
    /// The dates of a citizen.
    pub fn of(data: &IntegrationslovsdataDto) -> Self {
        // What has no end has none on the line either.
        let says_when = |date: &&DateTime| !date.is_not_given() && !date.is_open_ended();
        let day = |written: &Option<DateTime>| written.as_ref().filter(says_when).map(DateTime::date);
        data.kontraktvarighed.as_ref().map_or_else(Self::default, |known| Self {
            signed: day(&known.foerste_underskriftsdato),
            starts: day(&known.program_startdato),
            ends: day(&known.program_slutdato),
            expires: day(&known.kontrakt_slutdato),
        })
    }

    /// Contract and programme with their two ends, the longer one first.
    fn courses(self) -> [(letasyl_locale::Course, Option<Date>, Option<Date>); 2] {
        use letasyl_locale::Course;
        [(Course::Contract, self.signed, self.expires), (Course::Programme, self.starts, self.ends)]
    }
}
