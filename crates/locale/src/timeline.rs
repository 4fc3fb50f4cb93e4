//! What a time line says: where a day stands in the contract and in the programme, and what is out of order.

use letasyl_contract::Date;

use crate::fields::pick;
use crate::{Language, date, grouped, not_given};

/// One of the two stretches of time that a citizen's data tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// From the first signature to the contract's end.
    Contract,
    /// The programme under the Integration Act.
    Programme,
}

/// Where a day stands in a stretch of time. All numbers are days, and none is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant tells of its fields")]
pub enum Stage {
    /// It begins in `days`, 0 being today, and lasts so long, where its end is known.
    Ahead { days: i64, lasts: Option<i64> },
    /// Both ends are known, and the day lies between them: whole days gone by, of so many.
    Under { passed: i64, of: i64 },
    /// It began so long ago, and its end is not known.
    Begun { days: i64 },
    /// It ends in `days`, and its beginning is not known.
    Ending { days: i64 },
    /// It ended so long ago and lasted so long, where its beginning is known.
    Over { days: i64, lasted: Option<i64> },
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

/// "Programmet har varet 120 af 365 dage", and the like.
pub fn stage(language: Language, of: Course, stage: Stage) -> String {
    // Whole sentences, so that each language orders its words as it does. `#` is a number of days, `@` a mere number.
    let (danish, english, first, second) = match stage {
        Stage::Ahead { days: 0, lasts: None } => ("begynder i dag", "starts today", 0, 0),
        Stage::Ahead { days: 0, lasts: Some(long) } => {
            ("begynder i dag og varer #", "starts today and lasts #", long, 0)
        }
        Stage::Ahead { days, lasts: None } => ("begynder om #", "starts in #", days, 0),
        Stage::Ahead { days, lasts: Some(long) } => ("begynder om # og varer #", "starts in # and lasts #", days, long),
        Stage::Under { passed, of } => ("har varet @ af #", "has lasted @ of #", passed, of),
        Stage::Begun { days } => ("begyndte for # siden", "started # ago", days, 0),
        Stage::Ending { days: 0 } => ("slutter i dag", "ends today", 0, 0),
        Stage::Ending { days } => ("slutter om #", "ends in #", days, 0),
        Stage::Over { days, lasted: None } => ("sluttede for # siden", "ended # ago", days, 0),
        Stage::Over { days, lasted: Some(long) } => {
            ("sluttede for # siden og varede #", "ended # ago and lasted #", days, long)
        }
    };
    let who = match of {
        Course::Contract => pick(language, "Kontrakten ", "The contract "),
        Course::Programme => pick(language, "Programmet ", "The programme "),
    };
    let mut numbers = [first, second].into_iter();
    let mut number = || numbers.next().unwrap_or_default();
    let mut said = who.to_owned();
    for letter in pick(language, danish, english).chars() {
        match letter {
            '#' => said.push_str(&days(language, number())),
            '@' => said.push_str(&grouped(language, number())),
            letter => said.push(letter),
        }
    }
    said
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

/// "1 dag", "1.826 dage".
fn days(language: Language, number: i64) -> String {
    let unit = if number == 1 { pick(language, " dag", " day") } else { pick(language, " dage", " days") };
    grouped(language, number) + unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(of: Course, at: Stage) -> [String; 2] {
        [stage(Language::Danish, of, at), stage(Language::English, of, at)]
    }

    #[test]
    fn a_stage_is_a_sentence_with_its_plurals() {
        use Course::{Contract, Programme};
        for (of, at, danish, english) in [
            (
                Programme,
                Stage::Under { passed: 120, of: 365 },
                "Programmet har varet 120 af 365 dage",
                "The programme has lasted 120 of 365 days",
            ),
            (
                Contract,
                Stage::Under { passed: 1_000, of: 1_826 },
                "Kontrakten har varet 1.000 af 1.826 dage",
                "The contract has lasted 1,000 of 1,826 days",
            ),
            (
                Programme,
                Stage::Ahead { days: 1, lasts: Some(1) },
                "Programmet begynder om 1 dag og varer 1 dag",
                "The programme starts in 1 day and lasts 1 day",
            ),
            (
                Programme,
                Stage::Ahead { days: 12, lasts: None },
                "Programmet begynder om 12 dage",
                "The programme starts in 12 days",
            ),
            (
                Contract,
                Stage::Ahead { days: 0, lasts: Some(2) },
                "Kontrakten begynder i dag og varer 2 dage",
                "The contract starts today and lasts 2 days",
            ),
            (
                Contract,
                Stage::Begun { days: 1 },
                "Kontrakten begyndte for 1 dag siden",
                "The contract started 1 day ago",
            ),
            (Contract, Stage::Ending { days: 0 }, "Kontrakten slutter i dag", "The contract ends today"),
            (Programme, Stage::Ending { days: 30 }, "Programmet slutter om 30 dage", "The programme ends in 30 days"),
            (
                Programme,
                Stage::Over { days: 40, lasted: Some(365) },
                "Programmet sluttede for 40 dage siden og varede 365 dage",
                "The programme ended 40 days ago and lasted 365 days",
            ),
            (
                Contract,
                Stage::Over { days: 1, lasted: None },
                "Kontrakten sluttede for 1 dag siden",
                "The contract ended 1 day ago",
            ),
        ] {
            assert_eq!(said(of, at), [danish, english]);
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
