//! What a time line says: where a day stands in the contract and in the programme, and what is out of order.

use std::cmp::Ordering;

use letasyl_contract::Date;

use crate::fields::pick;
use crate::lists::counted;
use crate::{Language, date, not_given};

/// One of the two stretches of time that a citizen's data tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// From the first signature to the contract's end.
    Contract,
    /// The programme under the Integration Act.
    Programme,
}

/// Where a day stands in a stretch of time, by the date that matters next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It begins on this day, today or later.
    Begins(Date),
    /// It began on this day, and its end is not known.
    Began(Date),
    /// It ends on this day, today or later.
    Ends(Date),
    /// It ended on this day.
    Ended(Date),
}

/// What somebody ought to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// `kontraktSlutdato` lies before `foersteUnderskriftsdato`.
    ContractEndsBeforeItsStart,
    /// `programSlutdato` lies before `programStartdato`.
    ProgrammeEndsBeforeItsStart,
    /// `programStartdato` lies before `foersteUnderskriftsdato`.
    ProgrammeStartsBeforeContract,
    /// `programSlutdato` lies before `foersteUnderskriftsdato`.
    ProgrammeEndsBeforeContract,
    /// `programStartdato` lies after `kontraktSlutdato`.
    ProgrammeStartsAfterContract,
    /// `programSlutdato` lies after `kontraktSlutdato`.
    ProgrammeEndsAfterContract,
    /// Today lies after `kontraktSlutdato`.
    ContractIsOver,
}

/// "Kontrakt", "Program".
pub fn course(language: Language, of: Course) -> &'static str {
    match of {
        Course::Contract => pick(language, "Kontrakt", "Contract"),
        Course::Programme => pick(language, "Program", "Programme"),
    }
}

/// "5. marts 2024 – 4. marts 2029", with what is missing named.
pub fn stretch(language: Language, start: Option<Date>, end: Option<Date>) -> String {
    if start.or(end).is_none() {
        return not_given(language).to_owned();
    }
    let of = |day: Option<Date>, missing: &str| day.map_or_else(|| missing.to_owned(), |day| date(language, day));
    let start = of(start, pick(language, "startdato ikke oplyst", "start date not given"));
    start + " – " + &of(end, pick(language, "slutdato ikke oplyst", "end date not given"))
}

/// "Kontrakten slutter om 2 år og 3 måneder", as of `today`.
pub fn stage(language: Language, of: Course, stage: Stage, today: Date) -> String {
    let who = match of {
        Course::Contract => pick(language, "Kontrakten", "The contract"),
        Course::Programme => pick(language, "Programmet", "The programme"),
    };
    let (verb, day) = match stage {
        Stage::Begins(day) => (pick(language, "begynder", "starts"), day),
        Stage::Began(day) => (pick(language, "begyndte", "started"), day),
        Stage::Ends(day) => (pick(language, "slutter", "ends"), day),
        Stage::Ended(day) => (pick(language, "sluttede", "ended"), day),
    };
    let when = match (day.cmp(&today), language) {
        (Ordering::Equal, _) => pick(language, "i dag", "today").to_owned(),
        (Ordering::Greater, Language::Danish) => format!("om {}", span(language, today, day)),
        (Ordering::Greater, Language::English) => format!("in {}", span(language, today, day)),
        (Ordering::Less, Language::Danish) => format!("for {} siden", span(language, day, today)),
        (Ordering::Less, Language::English) => format!("{} ago", span(language, day, today)),
    };
    format!("{who} {verb} {when}")
}

/// "Vis alle (3)".
pub fn show_all(language: Language, count: usize) -> String {
    format!("{} ({count})", pick(language, "Vis alle", "Show all"))
}

/// What is out of order, as a sentence without its full stop.
pub fn remark(language: Language, remark: Remark) -> &'static str {
    let (danish, english) = match remark {
        Remark::ContractEndsBeforeItsStart => {
            ("Kontrakten slutter, før den er underskrevet", "The contract ends before it was signed")
        }
        Remark::ProgrammeEndsBeforeItsStart => {
            ("Programmet slutter, før det begynder", "The programme ends before it starts")
        }
        Remark::ProgrammeStartsBeforeContract => (
            "Programmet begynder, før kontrakten er underskrevet",
            "The programme starts before the contract was signed",
        ),
        Remark::ProgrammeEndsBeforeContract => {
            ("Programmet slutter, før kontrakten er underskrevet", "The programme ends before the contract was signed")
        }
        Remark::ProgrammeStartsAfterContract => {
            ("Programmet begynder, efter at kontrakten er slut", "The programme starts after the contract has ended")
        }
        Remark::ProgrammeEndsAfterContract => {
            ("Programmet slutter, efter at kontrakten er slut", "The programme ends after the contract has ended")
        }
        Remark::ContractIsOver => ("Kontrakten er udløbet", "The contract has expired"),
    };
    pick(language, danish, english)
}

/// "2 år og 3 måneder", "3 måneder og 5 dage", "12 dage": the time between two days, in its two largest units.
fn span(language: Language, from: Date, to: Date) -> String {
    let (years, months, days) = apart(from, to);
    let year = (years, pick(language, "år", "year"), pick(language, "år", "years"));
    let month = (months, pick(language, "måned", "month"), pick(language, "måneder", "months"));
    let day = (days, pick(language, "dag", "day"), pick(language, "dage", "days"));
    counted(language, &if years > 0 { [year, month] } else { [month, day] })
}

/// Whole years, whole months besides, and the days that are left.
fn apart(from: Date, to: Date) -> (i64, i64, i64) {
    let months_of = |day: Date| i64::from(day.year) * 12 + i64::from(day.month);
    let mut months = months_of(to) - months_of(from);
    if to.day < from.day {
        months -= 1;
    }
    // The same day of the last whole month, or the last day of a month without it.
    let month = months_of(from) - 1 + months;
    let (year, month) = (u16::try_from(month / 12).unwrap_or(0), u8::try_from(month % 12 + 1).unwrap_or(1));
    let reached = (1..=from.day).rev().find_map(|day| Date::new(year, month, day).ok()).unwrap_or(from);
    (months / 12, months % 12, to.days_since_1970() - reached.days_since_1970())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: u16, month: u8, day: u8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn a_stage_is_a_sentence_with_its_plurals() {
        use Course::{Contract, Programme};
        let today = day(2026, 11, 26);
        for (of, at, danish, english) in [
            (
                Contract,
                Stage::Ends(day(2029, 3, 4)),
                "Kontrakten slutter om 2 år og 3 måneder",
                "The contract ends in 2 years and 3 months",
            ),
            (Contract, Stage::Ends(today), "Kontrakten slutter i dag", "The contract ends today"),
            (
                Programme,
                Stage::Ended(day(2025, 3, 10)),
                "Programmet sluttede for 1 år og 8 måneder siden",
                "The programme ended 1 year and 8 months ago",
            ),
            (
                Programme,
                Stage::Begins(day(2026, 11, 27)),
                "Programmet begynder om 1 dag",
                "The programme starts in 1 day",
            ),
            (
                Programme,
                Stage::Began(day(2026, 9, 24)),
                "Programmet begyndte for 2 måneder og 2 dage siden",
                "The programme started 2 months and 2 days ago",
            ),
        ] {
            assert_eq!([Language::Danish, Language::English].map(|it| stage(it, of, at, today)), [danish, english]);
        }
    }

    #[test]
    fn the_time_between_two_days_is_counted_as_people_count_it() {
        for (from, to, expected) in [
            (day(2024, 1, 31), day(2024, 2, 29), "29 dage"),
            (day(2024, 1, 31), day(2024, 3, 1), "1 måned og 1 dag"),
            (day(2024, 2, 29), day(2025, 2, 28), "11 måneder og 30 dage"),
            (day(2024, 2, 29), day(2025, 3, 1), "1 år"),
            (day(2024, 12, 15), day(2025, 1, 15), "1 måned"),
            (day(1, 1, 1), day(2024, 6, 1), "2.023 år og 5 måneder"),
            (day(2025, 3, 10), day(2025, 3, 11), "1 dag"),
        ] {
            assert_eq!(span(Language::Danish, from, to), expected, "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_stretch_names_the_end_that_is_missing() {
        let day = Date::new(2024, 3, 5).ok();
        for (start, end, danish, english) in [
            (day, day, "5. marts 2024 – 5. marts 2024", "5 March 2024 – 5 March 2024"),
            (day, None, "5. marts 2024 – slutdato ikke oplyst", "5 March 2024 – end date not given"),
            (None, day, "startdato ikke oplyst – 5. marts 2024", "start date not given – 5 March 2024"),
            (None, None, "Ikke oplyst", "Not given"),
        ] {
            assert_eq!(stretch(Language::Danish, start, end), danish);
            assert_eq!(stretch(Language::English, start, end), english);
        }
    }
}
