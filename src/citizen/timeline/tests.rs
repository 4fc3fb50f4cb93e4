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
fn which_date_matters_next() {
    let [start, end] = ["2024-03-11", "2025-03-10"].map(|text| day(text).unwrap());
    for (from, to, today, expected) in [
        (Some(start), Some(end), "2024-03-01", Some(Stage::Begins(start))),
        (Some(start), Some(end), "2024-03-11", Some(Stage::Ends(end))),
        (Some(start), Some(end), "2024-07-09", Some(Stage::Ends(end))),
        (Some(start), Some(end), "2025-03-10", Some(Stage::Ends(end))),
        (Some(start), Some(end), "2025-03-11", Some(Stage::Ended(end))),
        (Some(start), Some(start), "2024-03-11", Some(Stage::Ends(start))),
        (Some(start), None, "2024-03-01", Some(Stage::Begins(start))),
        (Some(start), None, "2024-03-11", Some(Stage::Begins(start))),
        (Some(start), None, "2024-03-12", Some(Stage::Began(start))),
        (None, Some(end), "2024-03-01", Some(Stage::Ends(end))),
        (None, Some(end), "2025-03-11", Some(Stage::Ended(end))),
        (Some(end), Some(start), "2024-06-01", None),
        (None, None, "2024-06-01", None),
    ] {
        assert_eq!(stage(from, to, day(today).unwrap()), expected, "{from:?} – {to:?} on {today}");
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
        // One problem, one remark: what follows from it is not another.
        (["2024-03-05", "2024-03-11", "2025-03-10", "2020-03-04"], "2024-06-01", vec![ContractEndsBeforeItsStart]),
        (["2024-03-05", "2024-02-11", "2024-01-10", "2029-03-04"], "2024-06-01", vec![ProgrammeEndsBeforeItsStart]),
        (["2024-03-05", "2023-02-11", "2024-01-10", "2029-03-04"], "2024-06-01", vec![ProgrammeEndsBeforeContract]),
        (["2024-03-05", "2030-02-11", "2031-01-10", "2029-03-04"], "2024-06-01", vec![ProgrammeStartsAfterContract]),
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
    let axis = [Naming::Month(1, Some(2024)), Naming::Month(7, None)];
    assert_eq!(names(&drawing), [vec![Naming::Course(Course::Contract)], axis.to_vec(), vec![Naming::Today]].concat());
}

#[test]
fn all_on_one_day_stands_in_the_middle() {
    let drawing = drawn(["2024-03-05"; 4], "2024-03-05");
    assert_eq!(
        bars(&drawing),
        ["whole 5000", "mark 5000", "mark 5000", "whole 5000", "mark 5000", "mark 5000", "today 5000"]
    );
}

#[test]
fn the_axis_is_named_by_years_months_or_days() {
    let axis = |signed: &str, expires: &str| {
        let drawing = drawn([signed, "", "", expires], signed);
        let of_axis = |name: &Naming| matches!(name, Naming::Year(_) | Naming::Month(..) | Naming::Day(_));
        names(&drawing).into_iter().filter(of_axis).collect::<Vec<_>>()
    };
    let [first, last] = ["2024-03-05", "2024-04-04"].map(|text| day(text).unwrap());
    assert_eq!(axis("2024-03-05", "2024-04-04"), [Naming::Day(first), Naming::Day(last)]);
    assert_eq!(axis("2024-03-05", "2024-03-05"), [Naming::Day(first)]);
    let months = [Naming::Month(4, Some(2024)), Naming::Month(5, None), Naming::Month(6, None)];
    assert_eq!(axis("2024-03-05", "2024-06-05"), months);
    let months = [Naming::Month(7, Some(2024)), Naming::Month(1, Some(2025))];
    assert_eq!(axis("2024-03-05", "2025-06-05"), months);
    assert_eq!(axis("2024-03-05", "2026-01-05"), [Naming::Year(2025), Naming::Year(2026)]);
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
            let end = if label.anchor == "start" { label.x + 2_000 } else { label.x - 2_000 };
            prop_assert!(!(label.x.min(end)..=label.x.max(end)).contains(&today), "{:?} lies on today", label);
        }
        // Labels on one line are far enough from each other, also at 288 pixels.
        for (one, other) in labels.iter().zip(labels.iter().skip(1)).filter(|(one, other)| one.y == other.y) {
            let room = if matches!(other.what, Naming::Day(_)) { 9_600 } else { 1_800 };
            prop_assert!(other.x - one.x >= room, "{:?} {:?}", one, other);
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
    fn the_date_that_matters_is_past_only_where_the_words_say_so(dates in any_dates(), today in any_day()) {
        let in_time = match stage(dates.starts, dates.ends, today) {
            None => true,
            Some(Stage::Begins(day) | Stage::Ends(day)) => day >= today,
            Some(Stage::Began(day) | Stage::Ended(day)) => day < today,
        };
        prop_assert!(in_time);
    }
}
