//! What of the time line is drawn where. Pure; knows neither SVG elements nor words.
//!
//! Across, places are shares of the width, whatever that is; downwards, they are pixels. So a label never shrinks, and
//! since each kind of label has a line of its own, labels cannot overlap however close the days are.

use letasyl_contract::Date;
use letasyl_locale::Course;

use super::Dates;

/// A hundredth of a percent.
pub(super) const WHOLE: u16 = 10_000;
/// Left free at both sides, so that what stands at the first or the last day is not cut.
const EDGE: u16 = 200;
/// Where a label in the middle of its place would leave the drawing.
const NEAR: u16 = 650;
/// As much as the name of a course takes of a narrow drawing.
const NAME: u16 = 2_500;
/// One course: its name above its bar.
const LANE: u16 = 46;
const BAR: u16 = 14;
/// The word for today above the courses.
const TOP: u16 = 18;
/// At most so many parts between the years that are written down.
const YEARS: i64 = 5;

/// All that is drawn, in the order in which it is.
pub(super) struct Drawing {
    pub height: u16,
    pub shapes: Vec<Shape>,
    pub labels: Vec<Label>,
}

/// A rectangle; its class says how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub class: &'static str,
    pub x: u16,
    pub y: u16,
    pub width: Width,
    pub height: u16,
}

/// How wide a shape is: a share of the whole, or pixels around its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    Share(u16),
    Pixels(u16),
}

/// A text; `y` is its base line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub what: Naming,
    pub x: u16,
    pub y: u16,
    /// The SVG's own word: which point of the text stands at `x`.
    pub anchor: &'static str,
}

/// What a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    Course(Course),
    Today,
    Year(u16),
}

/// Draws the courses of which a date is known; nothing where none is.
pub(super) fn draw(dates: Dates, today: Date) -> Option<Drawing> {
    if dates == Dates::default() {
        return None;
    }
    let (mut first, mut last) = (today, today);
    for day in [dates.signed, dates.starts, dates.ends, dates.expires].into_iter().flatten() {
        first = first.min(day);
        last = last.max(day);
    }
    let scale = Scale { first, last };
    let mut drawing = Drawing { height: TOP, shapes: Vec::new(), labels: Vec::new() };
    for (course, start, end) in dates.courses() {
        if start.or(end).is_some() {
            drawing.lane(course, start, end, today, &scale);
        }
    }
    drawing.axis(today, &scale);
    Some(drawing)
}

/// From days to places.
struct Scale {
    first: Date,
    last: Date,
}

impl Scale {
    fn place(&self, day: Date) -> u16 {
        let (first, last) = (self.first.days_since_1970(), self.last.days_since_1970());
        if first == last {
            return WHOLE / 2;
        }
        let room = i64::from(WHOLE - 2 * EDGE);
        let along = (day.days_since_1970().clamp(first, last) - first) * room / (last - first);
        EDGE + u16::try_from(along).unwrap_or(0)
    }

    /// The years whose first day is written on the axis: few enough never to touch.
    fn years(&self) -> Vec<u16> {
        let days = self.last.days_since_1970() - self.first.days_since_1970();
        let mut step = 1;
        while days > YEARS * 366 * i64::from(step) {
            // 1, 2, 5, 10, 20, 50 …
            step = if step.to_string().starts_with('2') { step / 2 * 5 } else { step * 2 };
        }
        let mut years = Vec::new();
        let mut year = self.first.year.next_multiple_of(step);
        while year <= self.last.year {
            if (Date { year, month: 1, day: 1 }) >= self.first {
                years.push(year);
            }
            year += step;
        }
        years
    }
}

impl Drawing {
    fn lane(&mut self, course: Course, start: Option<Date>, end: Option<Date>, today: Date, scale: &Scale) {
        let y = self.height + LANE - BAR - 4;
        // Not where the line of today runs.
        let (x, anchor) = if scale.place(today) < NAME { (WHOLE, "end") } else { (0, "start") };
        self.labels.push(Label { what: Naming::Course(course), x, y: y - 8, anchor });
        // Where an end is not known, the bar runs open to the edge.
        let from = start.map_or(0, |day| scale.place(day));
        let to = end.map_or(WHOLE, |day| scale.place(day));
        let class = match (start, end) {
            (Some(start), Some(end)) if end < start => "wrong",
            (Some(_), Some(_)) => "whole",
            _ => "open",
        };
        self.bar(class, from.min(to), from.max(to), y);
        let passed = end.map_or(today, |end| end.min(today));
        if let Some(start) = start.filter(|start| class != "wrong" && *start < passed) {
            self.bar("passed", scale.place(start), scale.place(passed), y);
        }
        for day in [start, end].into_iter().flatten() {
            let (x, y, height) = (scale.place(day), y - 3, BAR + 6);
            self.shapes.push(Shape { class: "mark", x, y, width: Width::Pixels(3), height });
        }
        self.height += LANE;
    }

    fn bar(&mut self, class: &'static str, from: u16, to: u16, y: u16) {
        self.shapes.push(Shape { class, x: from, y, width: Width::Share(to - from), height: BAR });
    }

    fn axis(&mut self, today: Date, scale: &Scale) {
        let y = self.height + 6;
        self.shapes.push(Shape { class: "axis", x: 0, y, width: Width::Share(WHOLE), height: 1 });
        for year in scale.years() {
            let x = scale.place(Date { year, month: 1, day: 1 });
            self.shapes.push(Shape { class: "axis", x, y, width: Width::Pixels(1), height: 6 });
            self.labels.push(Label { what: Naming::Year(year), x, y: y + 22, anchor: anchor(x) });
        }
        let x = scale.place(today);
        self.shapes.push(Shape { class: "today", x, y: TOP, width: Width::Pixels(2), height: y - TOP });
        self.labels.push(Label { what: Naming::Today, x, y: TOP - 5, anchor: anchor(x) });
        self.height = y + 28;
    }
}

fn anchor(x: u16) -> &'static str {
    match x {
        0..=NEAR => "start",
        x if x >= WHOLE - NEAR => "end",
        _ => "middle",
    }
}
