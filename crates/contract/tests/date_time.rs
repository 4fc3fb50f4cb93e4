//! Date-times: every form that STAR writes, and Danish time.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use letasyl_contract::{Date, DateTime, TimeOfDay, danish_time};
use proptest::prelude::*;

#[test]
fn every_form_has_its_day_and_keeps_its_letters() {
    for text in [
        "2024-03-05",
        "2024-03-05T00:00:00",
        "2024-03-05T23:59:59.1",
        "2024-03-05T23:59:59.1234567",
        "2024-03-05T23:59:59.123456789",
        "2024-03-05T23:59",
        "2024-03-05 23:59:59",
        "2024-03-05T00:00:00Z",
        "2024-03-05T00:00:00.0000000+01:00",
        "2024-03-04T23:30Z",
        "2024-03-05T11:29:00-11:00",
    ] {
        let read = DateTime::parse(text).unwrap();
        assert_eq!(read.date(), Date { year: 2024, month: 3, day: 5 }, "{text}");
        assert_eq!(serde_json::to_string(&read).unwrap(), format!("\"{text}\""));
    }
    let time = DateTime::parse("2024-03-05T14:05:09.5+01:00").unwrap().time();
    assert_eq!(time, Some(TimeOfDay { hour: 14, minute: 5, second: 9 }));
}

#[test]
fn an_instant_has_its_day_and_time_in_denmark() {
    for (text, day, hour) in [
        ("2024-06-30T22:00:00Z", "2024-07-01", 0),
        ("2025-12-31T23:00:00Z", "2026-01-01", 0),
        ("2024-03-31T00:59:59Z", "2024-03-31", 1),
        ("2024-03-31T01:00:00Z", "2024-03-31", 3),
        ("2024-10-27T00:59:59Z", "2024-10-27", 2),
        ("2024-10-27T01:00:00Z", "2024-10-27", 2),
        ("2024-02-29T00:30:00+14:00", "2024-02-28", 11),
        ("9999-12-31T23:59:59Z", "9999-12-31", 23),
    ] {
        let read = DateTime::parse(text).unwrap();
        let expected = DateTime::parse(day).unwrap().date();
        assert_eq!((read.date(), read.time().unwrap().hour), (expected, hour), "{text}");
    }
}

#[test]
fn what_stands_for_nothing_or_for_no_end() {
    let read = |text: &str| DateTime::parse(text).unwrap();
    for text in ["0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01"] {
        assert!(read(text).is_not_given() && !read(text).is_open_ended(), "{text}");
    }
    for text in ["9999-12-31T23:59:59.9999999", "9999-12-31T00:00:00Z", "9999-12-31"] {
        assert!(read(text).is_open_ended() && !read(text).is_not_given(), "{text}");
    }
    assert!(!read("2024-03-05").is_not_given() && !read("2024-03-05").is_open_ended());
}

/// What a time zone database says.
fn theirs(seconds: i64) -> (Date, TimeOfDay) {
    let time = jiff::Timestamp::from_second(seconds).unwrap().in_tz("Europe/Copenhagen").unwrap();
    let small = |number: i8| u8::try_from(number).unwrap();
    let date = Date::new(u16::try_from(time.year()).unwrap(), small(time.month()), small(time.day())).unwrap();
    (date, TimeOfDay { hour: small(time.hour()), minute: small(time.minute()), second: small(time.second()) })
}

const FIRST: i64 = 820_454_400; // 1996
const LAST: i64 = 4_102_444_800; // 2100

#[test]
fn danish_time_is_right_at_every_hour() {
    for seconds in (FIRST..LAST).step_by(3_600) {
        assert_eq!(danish_time(seconds), Some(theirs(seconds)), "{seconds}");
    }
    assert_eq!([danish_time(i64::MAX), danish_time(i64::MIN)], [None, None]);
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
        "2024-03-05T10",
        "2024-03-05T10:00:00.1234567890",
        "2024-03-05T10:00:00+0200",
        "2024-03-05T10:00:00Zx",
        "2024-03-05  10:00:00",
        "24-12-2024",
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
    fn danish_time_is_right_at_any_second(seconds in FIRST..LAST) {
        prop_assert_eq!(danish_time(seconds), Some(theirs(seconds)));
    }

    #[test]
    fn a_day_is_found_from_its_distance(days in -800_000_i64..3_000_000) {
        match Date::from_days_since_1970(days) {
            Some(date) => prop_assert_eq!(date.days_since_1970(), days),
            None => prop_assert!(!(-719_528..=2_932_896).contains(&days)),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,40}") {
        let _ = DateTime::parse(&text);
    }
}
