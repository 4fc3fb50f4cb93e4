use letasyl_contract::Date;
use letasyl_locale::{Course, Remark, Stage};
use proptest::prelude::*;

use super::Dates;
use super::drawing::{Drawing, Naming, WHOLE, Width, draw};
use super::order::{remarks, stage};

fn day(text: &str) -> Option<Date> {
    letasyl_contract::DateTime::parse(text).ok().map(|day| day.date())
}

/// The four dates in the document's order; an empty text is a missing one.
fn dates([signed, starts, ends, expires]: [&str; 4]) -> Dates {
    Dates { signed: day(signed), starts: day(starts), ends: day(ends), expires: day(expires) }
}

const USUAL: [&str; 4] = ["2024-03-05", "2024-03-11", "2025-03-10", "2029-03-04"];

#[test]
fn how_far_a_course_has_come() {
    for (start, end, today, expected) in [
        ("2024-03-11", "2025-03-10", "2024-03-01", Some(Stage::Ahead { days: 10, lasts: Some(365) })),
        ("2024-03-11", "2025-03-10", "2024-03-11", Some(Stage::Ahead { days: 0, lasts: Some(365) })),
        ("2024-03-11", "2025-03-10", "2024-03-12", Some(Stage::Under { passed: 1, of: 365 })),
        // The hours of that night that summer time takes are no matter.
        ("2024-03-11", "2025-03-10", "2024-07-09", Some(Stage::Under { passed: 120, of: 365 })),
        ("2024-03-11", "2025-03-10", "2025-03-10", Some(Stage::Under { passed: 364, of: 365 })),
        ("2024-03-11", "2025-03-10", "2025-03-11", Some(Stage::Over { days: 1, lasted: Some(365) })),
        ("2024-02-28", "2024-03-01", "2024-02-29", Some(Stage::Under { passed: 1, of: 3 })),
        ("2024-03-11", "2024-03-11", "2024-03-11", Some(Stage::Ahead { days: 0, lasts: Some(1) })),
        ("2024-03-11", "", "2024-03-01", Some(Stage::Ahead { days: 10, lasts: None })),
        ("2024-03-11", "", "2024-03-21", Some(Stage::Begun { days: 10 })),
        ("", "2024-03-11", "2024-03-01", Some(Stage::Ending { days: 10 })),
        ("", "2024-03-11", "2024-03-11", Some(Stage::Ending { days: 0 })),
        ("", "2024-03-11", "2024-03-12", Some(Stage::Over { days: 1, lasted: None })),
        ("2025-03-11", "2024-03-11", "2024-06-01", None),
        ("", "", "2024-06-01", None),
    ] {
        assert_eq!(stage(day(start), day(end), day(today).unwrap()), expected, "{start} – {end} on {today}");
    }
}

#[test]
fn what_is_out_of_order() {
    use Remark::*;
    for (four, today, expected) in [
        (USUAL, "2024-06-01", vec![]),
        (USUAL, "2029-03-04", vec![]),
        (USUAL, "2029-03-05", vec![ContractIsOver]),
        (["", "", "", ""], "2024-06-01", vec![]),
        (["2024-03-05"; 4], "2024-03-05", vec![]),
        (["2024-03-05", "", "", "2024-03-04"], "2024-03-01", vec![ContractEndsBeforeItsStart]),
        (["", "2024-03-05", "2024-03-04", ""], "2024-03-01", vec![ProgrammeEndsBeforeItsStart]),
        (["2024-03-05", "2024-03-04", "", ""], "2024-03-01", vec![ProgrammeStartsBeforeContract]),
        (["2024-03-05", "", "2024-03-04", ""], "2024-03-01", vec![ProgrammeEndsBeforeContract]),
        (["", "2024-03-05", "", "2024-03-04"], "2024-03-01", vec![ProgrammeStartsAfterContract]),
        (["", "", "2024-03-05", "2024-03-04"], "2024-03-01", vec![ProgrammeEndsAfterContract]),
        (
            ["2024-03-05", "2024-03-11", "2030-03-10", "2029-03-04"],
            "2029-03-05",
            vec![ProgrammeEndsAfterContract, ContractIsOver],
        ),
    ] {
        assert_eq!(remarks(dates(four), day(today).unwrap()), expected, "{four:?} on {today}");
    }
}

fn drawn(four: [&str; 4], today: &str) -> Drawing {
    draw(dates(four), day(today).unwrap()).unwrap()
}

/// The bars and marks as "class from+width".
fn bars(of: &Drawing) -> Vec<String> {
    let bar = |shape: &super::drawing::Shape| match shape.width {
        Width::Share(share) => format!("{} {}+{share}", shape.class, shape.x),
        Width::Pixels(_) => format!("{} {}", shape.class, shape.x),
    };
    of.shapes.iter().filter(|shape| shape.class != "axis").map(bar).collect()
}

fn names(of: &Drawing) -> Vec<Naming> {
    of.labels.iter().map(|label| label.what).collect()
}

#[test]
fn without_a_date_nothing_is_drawn() {
    assert!(draw(Dates::default(), day("2024-06-01").unwrap()).is_none());
}

#[test]
fn the_usual_dates_are_two_bars_with_what_has_passed_and_today() {
    let drawing = drawn(USUAL, "2024-09-08");
    assert_eq!(
        bars(&drawing),
        [
            "whole 200+9600",
            "passed 200+983",
            "mark 200",
            "mark 9800",
            "whole 231+1915",
            "passed 231+952",
            "mark 231",
            "mark 2146",
            "today 1183"
        ]
    );
    assert_eq!(
        names(&drawing),
        [
            Naming::Course(Course::Contract),
            Naming::Course(Course::Programme),
            Naming::Year(2025),
            Naming::Year(2026),
            Naming::Year(2027),
            Naming::Year(2028),
            Naming::Year(2029),
            Naming::Today
        ]
    );
}

#[test]
fn a_missing_end_leaves_the_bar_open_and_a_wrong_order_is_drawn_as_one() {
    let drawing = drawn(["2024-01-01", "2024-03-01", "2024-02-01", ""], "2024-12-31");
    assert_eq!(
        bars(&drawing),
        ["open 200+9800", "passed 200+9600", "mark 200", "wrong 1015+763", "mark 1778", "mark 1015", "today 9800"]
    );
    let drawing = drawn(["", "", "", "2024-12-31"], "2024-01-01");
    assert_eq!(bars(&drawing), ["open 0+9800", "mark 9800", "today 200"]);
    assert_eq!(names(&drawing), [Naming::Course(Course::Contract), Naming::Year(2024), Naming::Today]);
}

#[test]
fn all_on_one_day_stands_in_the_middle() {
    let drawing = drawn(["2024-03-05"; 4], "2024-03-05");
    assert_eq!(
        bars(&drawing),
        ["whole 5000+0", "mark 5000", "mark 5000", "whole 5000+0", "mark 5000", "mark 5000", "today 5000"]
    );
}

#[test]
fn centuries_apart_the_years_keep_their_distance() {
    let drawing = drawn(["0001-01-01", "1024-03-11", "2025-03-10", "9999-12-31"], "2024-06-01");
    let years = [2_000, 4_000, 6_000, 8_000].map(Naming::Year);
    assert_eq!(names(&drawing).into_iter().filter(|name| matches!(name, Naming::Year(_))).collect::<Vec<_>>(), years);
}

fn any_day() -> impl Strategy<Value = Date> {
    (0_u16..=9_999, 1_u8..=12, 1_u8..=31).prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d).ok())
}

fn any_dates() -> impl Strategy<Value = Dates> {
    let one = || proptest::option::of(any_day());
    (one(), one(), one(), one()).prop_map(|(signed, starts, ends, expires)| Dates { signed, starts, ends, expires })
}

proptest! {
    #[test]
    fn whatever_the_dates_all_stays_within_the_drawing(dates in any_dates(), today in any_day()) {
        let drawing = draw(dates, today);
        prop_assert_eq!(drawing.is_none(), dates == Dates::default());
        let Some(Drawing { height, shapes, labels }) = drawing else { return Ok(()) };
        for shape in &shapes {
            let width = match shape.width { Width::Share(share) => share, Width::Pixels(_) => 0 };
            prop_assert!(shape.x + width <= WHOLE && shape.y + shape.height <= height, "{:?}", shape);
        }
        prop_assert_eq!(shapes.iter().filter(|shape| shape.class == "today").count(), 1);
        for label in &labels {
            prop_assert!(label.x <= WHOLE && label.y < height && label.y > 12, "{:?}", label);
        }
        let today = shapes.iter().find(|shape| shape.class == "today").map_or(0, |shape| shape.x);
        for label in labels.iter().filter(|label| matches!(label.what, Naming::Course(_))) {
            prop_assert!(label.x.abs_diff(today) >= 2_000, "{:?} lies on today", label);
        }
        // Labels on one line are far enough from each other, also at 288 pixels.
        for (one, other) in labels.iter().zip(labels.iter().skip(1)).filter(|(one, other)| one.y == other.y) {
            prop_assert!(other.x - one.x >= 1_800, "{:?} {:?}", one, other);
        }
    }

    #[test]
    fn a_later_day_never_stands_to_the_left(dates in any_dates(), today in any_day()) {
        let (Some(start), Some(end)) = (dates.signed, dates.expires) else { return Ok(()) };
        let Some(drawing) = draw(dates, today) else { return Ok(()) };
        let marks: Vec<_> = drawing.shapes.iter().filter(|shape| shape.class == "mark").map(|shape| shape.x).collect();
        prop_assert_eq!(marks[0] <= marks[1], start <= end || marks[0] == marks[1]);
    }

    #[test]
    fn what_is_said_is_never_a_negative_number(dates in any_dates(), today in any_day()) {
        let numbers = match stage(dates.starts, dates.ends, today) {
            None => vec![],
            Some(Stage::Ahead { days, lasts }) => vec![days, lasts.unwrap_or(1) - 1],
            Some(Stage::Under { passed, of }) => vec![passed - 1, of - passed - 1],
            Some(Stage::Begun { days }) => vec![days - 1],
            Some(Stage::Ending { days }) => vec![days],
            Some(Stage::Over { days, lasted }) => vec![days - 1, lasted.unwrap_or(1) - 1],
        };
        prop_assert!(numbers.iter().all(|number| *number >= 0), "{numbers:?}");
    }
}
