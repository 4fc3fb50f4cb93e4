//! Detects what spreadsheets do to texts: leading zeros lost, numbers and dates converted, letters lost, formula
//! errors. Pure.

use crate::texts::editor::draft::Draft;

/// What spreadsheets write in the place of a formula that they cannot work out, in English and in Danish.
const ERRORS: [&str; 11] = [
    "#NAME?",
    "#NAVN?",
    "#REF!",
    "#REFERENCE!",
    "#VALUE!",
    "#VÆRDI!",
    "#N/A",
    "#I/T",
    "#DIV/0!",
    "#DIVISION/0!",
    "#NUM!",
];
/// The first letters of the months, in both languages.
const MONTHS: [&str; 14] =
    ["jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec"];
/// So many digits are shown in full; a longer number is rounded.
const DIGITS: usize = 11;

/// Whether a change of a text looks like that.
pub(super) fn is_damaged(before: &Draft, now: &Draft) -> bool {
    is_damage(&before.text, &now.text) || is_damage(&before.display_text, &now.display_text)
}

fn is_damage(before: &str, now: &str) -> bool {
    let (before, now) = (before.trim(), now.trim());
    before != now
        && (ERRORS.contains(&now)
            || has_lost_zeros(before, now)
            || is_rounded(before, now)
            || is_date(before, now)
            || has_lost_letters(before, now))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn has_lost_zeros(before: &str, now: &str) -> bool {
    is_number(before) && is_number(now) && before.trim_start_matches('0') == now
}

fn is_rounded(before: &str, now: &str) -> bool {
    let Some((number, power)) = now.split_once("E+") else { return false };
    let number = number.replace([',', '.'], "");
    before.len() > DIGITS && is_number(before) && is_number(&number) && is_number(power)
}

fn is_date(before: &str, now: &str) -> bool {
    let is_short = before.len() <= 5 && before.split(['-', '/', '.']).all(is_number);
    let lower = now.to_lowercase();
    is_short && !is_number(before) && MONTHS.iter().any(|month| lower.contains(month))
}

fn has_lost_letters(before: &str, now: &str) -> bool {
    let is_lost = |(before, now): (char, char)| before == now || !before.is_ascii() && matches!(now, '?' | '\u{fffd}');
    before.chars().count() == now.chars().count() && before.chars().zip(now.chars()).all(is_lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_do_is_known() {
        for (before, now) in [
            ("007", "7"),
            ("=1+1", "#NAVN?"),
            ("123456789012", "1,23457E+11"),
            ("1-2", "01-feb"),
            ("3/4", "3. apr"),
            ("Børn på skole", "B?rn p? skole"),
        ] {
            assert!(is_damage(before, now), "{before} {now}");
        }
    }

    #[test]
    fn what_people_do_is_not_taken_for_it() {
        for (before, now) in [
            ("007", "007"),
            ("7", "8"),
            ("007", "17"),
            ("I januar", "I februar"),
            ("1-2", "1-3"),
            ("Hvad nu", "Hvad nu?"),
            ("Hvad nu!", "Hvad nu?"),
            ("Børn", "Bern"),
            ("", "x"),
        ] {
            assert!(!is_damage(before, now), "{before} {now}");
        }
    }
}
