//! Date-times: every form that STAR writes, and the day that never shifts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use letasyl_contract::{Date, DateTime, TimeOfDay};
use proptest::prelude::*;

#[test]
fn every_form_keeps_its_day_and_its_letters() {
    for text in [
        "2024-03-05",
        "2024-03-05T00:00:00",
        "2024-03-05T23:59:59.1",
        "2024-03-05T23:59:59.1234567",
        "2024-03-05T00:00:00Z",
        "2024-03-05T00:00:00.0000000+02:00",
        "2024-03-05T23:30:00-11:00",
    ] {
        let read = DateTime::parse(text).unwrap();
        assert_eq!(read.date(), Date { year: 2024, month: 3, day: 5 }, "{text}");
        assert_eq!(serde_json::to_string(&read).unwrap(), format!("\"{text}\""));
    }
    let time = DateTime::parse("2024-03-05T14:05:09.5+01:00").unwrap().time();
    assert_eq!(time, Some(TimeOfDay { hour: 14, minute: 5, second: 9 }));
}

#[test]
fn what_is_no_date_time() {
    for text in [
        "",
        "2024",
        "2024-3-5",
        "2024-02-30",
        "2023-02-29",
        "2024-13-01",
        "2024-00-01",
        "2024-01-00",
        "2024-03-05T",
        "2024-03-05T24:00:00",
        "2024-03-05T10:60:00",
        "2024-03-05T10:00",
        "2024-03-05T10:00:00.12345678",
        "2024-03-05T10:00:00+0200",
        "2024-03-05T10:00:00Zx",
        "2024-03-05 10:00:00",
        " 2024-03-05",
        "２024-03-05",
    ] {
        assert!(DateTime::parse(text).is_err(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    /// A calendar by somebody else agrees on which days exist and how far they lie apart.
    #[test]
    fn the_calendar_is_right(year in 0_i16..=9999, month in 0_i8..=13, day in 0_i8..=32) {
        let theirs = jiff::civil::Date::new(year, month, day);
        let ours = Date::new(year as u16, month as u8, day as u8);
        prop_assert_eq!(ours.is_ok(), theirs.is_ok());
        if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
            let since = jiff::civil::date(1970, 1, 1).until(theirs).unwrap().get_days();
            prop_assert_eq!(ours.days_since_1970(), i64::from(since));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,40}") {
        let _ = DateTime::parse(&text);
    }
}
