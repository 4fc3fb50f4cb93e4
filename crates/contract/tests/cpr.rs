//! The CPR type against the document's own pattern, run by a real regular-expression engine.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use letasyl_contract::{CPR_PATTERN, Cpr, CprError};
use proptest::prelude::*;
use regex::Regex;

static PATTERN: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!("^(?:{CPR_PATTERN})$")).unwrap());

#[test]
fn every_day_and_month_as_the_pattern_says() {
    let mut accepted = 0;
    for day_and_month in 0..=9999 {
        for tail in ["011234", "991234", "000000", "040000", "999999"] {
            let text = format!("{day_and_month:04}{tail}");
            assert_eq!(Cpr::parse(&text).is_ok(), PATTERN.is_match(&text), "{day_and_month:04}");
            accepted += usize::from(Cpr::parse(&text).is_ok());
        }
    }
    // 366 days with five tails, and 0000 with 000000.
    assert_eq!(accepted, 366 * 5 + 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40_000))]

    #[test]
    fn any_ten_digits_as_the_pattern_says(number in 0_u64..10_000_000_000) {
        let text = format!("{number:010}");
        prop_assert_eq!(Cpr::parse(&text).is_ok(), PATTERN.is_match(&text));
    }

    #[test]
    fn near_misses_as_the_pattern_says(text in "[0-3][0-9][01][0-9]{6,9}[ -]?\n?|.{0,12}|[0-9٠-٩]{10}") {
        prop_assert_eq!(Cpr::parse(&text).is_ok(), PATTERN.is_match(&text));
    }
}

#[test]
fn what_people_type_and_paste() {
    for input in ["2902011234", "290201-1234", "290201 1234", " 290201 - 1234\r\n", "290201\u{a0}1234", "290201–1234"]
    {
        assert_eq!(Cpr::from_input(input).unwrap().expose(), "2902011234", "{input:?}");
    }
}

#[test]
fn what_is_wrong_is_said_precisely() {
    let wrong = |input| Cpr::from_input(input).unwrap_err();
    assert_eq!(wrong(" - "), CprError::Empty);
    assert_eq!(wrong("29020a1234"), CprError::NotADigit('a'));
    assert_eq!(wrong("290201"), CprError::TooShort(6));
    assert_eq!(wrong("290201-12345"), CprError::TooLong(11));
    assert_eq!(wrong("3104011234"), CprError::NoSuchDay { day: 31, month: 4 });
    assert_eq!(wrong("0002011234"), CprError::NoSuchDay { day: 0, month: 2 });
    assert_eq!(wrong("2913011234"), CprError::NoSuchMonth(13));
    assert_eq!(wrong("000000-0000"), CprError::Unknown);
}

#[test]
fn zeros_match_the_pattern_but_are_nobody() {
    assert!(Cpr::parse("0000000000").unwrap().is_unknown());
}

#[test]
fn debug_and_errors_never_show_the_number() {
    let cpr = Cpr::parse("2902011234").unwrap();
    assert!(!format!("{cpr:?}").contains(|c: char| c.is_ascii_digit()));
    let error = serde_json::from_str::<Cpr>("\"9902011234\"").unwrap_err();
    assert!(!error.to_string().contains("9902"));
    assert_eq!(cpr.formatted(), "290201-1234");
}
