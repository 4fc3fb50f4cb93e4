//! Dates and times as people read them: "5. marts 2024", "kl. 14.05".

use letasyl_contract::{Date, DateTime, TimeOfDay};

use crate::Language;
use crate::fields::pick;

const DANISH_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, 1–12; empty for another number.
pub(crate) fn month(language: Language, month: u8) -> &'static str {
    let names = match language {
        Language::Danish => &DANISH_MONTHS,
        Language::English => &ENGLISH_MONTHS,
    };
    names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// "5. marts 2024", "5 March 2024".
pub fn date(language: Language, date: Date) -> String {
    let name = month(language, date.month);
    match language {
        Language::Danish => format!("{}. {name} {}", date.day, date.year),
        Language::English => format!("{} {name} {}", date.day, date.year),
    }
}

/// "mar. 2025", "Mar 2025", and without the year where that is known.
pub fn month_of(language: Language, number: u8, year: Option<u16>) -> String {
    let name: String = month(language, number).chars().take(3).collect();
    let name = match language {
        // "maj" is whole.
        Language::Danish if number != 5 => name + ".",
        _ => name,
    };
    year.map_or(name.clone(), |year| format!("{name} {year}"))
}

/// "kl. 14.05", "14:05".
pub fn time_of_day(language: Language, time: TimeOfDay) -> String {
    match language {
        Language::Danish => format!("kl. {:02}.{:02}", time.hour, time.minute),
        Language::English => format!("{:02}:{:02}", time.hour, time.minute),
    }
}

/// "5. marts 2024 kl. 14.05", "5 March 2024 14:05".
pub fn moment(language: Language, (day, time): (Date, TimeOfDay)) -> String {
    format!("{} {}", date(language, day), time_of_day(language, time))
}

/// The day and, unless it is midnight (STAR's way to write a mere day), the time; that there is no end, where that is said.
pub fn date_time(language: Language, value: &DateTime) -> String {
    match value.time() {
        _ if value.is_open_ended() => pick(language, "Uden slutdato", "No end date").to_owned(),
        Some(time) if time != (TimeOfDay { hour: 0, minute: 0, second: 0 }) => moment(language, (value.date(), time)),
        _ => date(language, value.date()),
    }
}
