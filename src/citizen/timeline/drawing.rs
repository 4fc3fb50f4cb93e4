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
/// Where a label of some letters in the middle of its place would leave the drawing.
const NEAR: u16 = 650;
/// The same for a month with its year.
const NEAR_MONTH: u16 = 1_200;
/// As much as the name of a course takes of a narrow drawing.
const NAME: u16 = 2_500;
/// One course: its name above its bar.
const LANE: u16 = 46;
const BAR: u16 = 14;
/// The word for today above the courses.
const TOP: u16 = 18;
/// At most so many parts between the years that are written down.
const YEARS: i64 = 5;
/// The same for months, whose labels are longer.
const MONTHS: i64 = 3;
/// A drawing of fewer days has labels for its two ends.
const FEW_DAYS: i64 = 62;
/// A course that is too short to see is drawn this wide, in pixels.
const LEAST: u16 = 8;

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
    /// With its year where the axis would not tell it otherwise.
    Month(u8, Option<u16>),
    Day(Date),
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

    fn days(&self) -> i64 {
        self.last.days_since_1970() - self.first.days_since_1970()
    }

    /// The days that are written on the axis: few enough never to touch.
    fn ticks(&self) -> Vec<(Date, Naming)> {
        if self.days() < FEW_DAYS {
            let ends = if self.first == self.last { vec![self.first] } else { vec![self.first, self.last] };
            return ends.into_iter().map(|day| (day, Naming::Day(day))).collect();
        }
        match [1, 2, 3, 6].into_iter().find(|step| self.days() <= MONTHS * 31 * i64::from(*step)) {
            Some(step) => self.months(step),
            None => self.years(),
        }
    }

    /// Every so many months, from January on.
    fn months(&self, step: u8) -> Vec<(Date, Naming)> {
        let mut ticks = Vec::new();
        for year in self.first.year..=self.last.year {
            for month in (1..=12).step_by(usize::from(step)) {
                let day = Date { year, month, day: 1 };
                if day >= self.first && day <= self.last {
                    let year = (ticks.is_empty() || month == 1).then_some(year);
                    ticks.push((day, Naming::Month(month, year)));
                }
            }
        }
        ticks
    }

    fn years(&self) -> Vec<(Date, Naming)> {
        let mut step = 1;
        while self.days() > YEARS * 366 * i64::from(step) {
            // 1, 2, 5, 10, 20, 50 …
            step = if step.to_string().starts_with('2') { step / 2 * 5 } else { step * 2 };
        }
        let mut ticks = Vec::new();
        let mut year = self.first.year.next_multiple_of(step);
        while year <= self.last.year {
            let day = Date { year, month: 1, day: 1 };
            if day >= self.first {
                ticks.push((day, Naming::Year(year)));
            }
            year += step;
        }
        ticks
    }
}

impl Drawing {
    fn lane(&mut self, course: Course, start: Option<Date>, end: Option<Date>, today: Date, scale: &Scale) {
        let y = self.height + LANE - BAR - 4;
        // Where an end is not known, the bar runs open to the edge.
        let from = start.map_or(0, |day| scale.place(day));
        let to = end.map_or(WHOLE, |day| scale.place(day));
        let (x, anchor) = beside(from.min(to), from.max(to), scale.place(today));
        self.labels.push(Label { what: Naming::Course(course), x, y: y - 8, anchor });
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
        // A hundredth is three pixels of a narrow drawing.
        let width = if to - from < 100 && class != "passed" { Width::Pixels(LEAST) } else { Width::Share(to - from) };
        self.shapes.push(Shape { class, x: from, y, width, height: BAR });
    }

    fn axis(&mut self, today: Date, scale: &Scale) {
        let y = self.height + 6;
        self.shapes.push(Shape { class: "axis", x: 0, y, width: Width::Share(WHOLE), height: 1 });
        for (day, what) in scale.ticks() {
            let x = scale.place(day);
            self.shapes.push(Shape { class: "axis", x, y, width: Width::Pixels(1), height: 6 });
            let near = match what {
                Naming::Month(_, Some(_)) => NEAR_MONTH,
                _ => NEAR,
            };
            self.labels.push(Label { what, x, y: y + 22, anchor: anchor(x, near) });
        }
        let x = scale.place(today);
        self.shapes.push(Shape { class: "today", x, y: TOP, width: Width::Pixels(2), height: y - TOP });
        self.labels.push(Label { what: Naming::Today, x, y: TOP - 5, anchor: anchor(x, NEAR) });
        self.height = y + 28;
    }
}

/// Where the name of a bar stands: at its beginning or its end, and not where the line of today runs.
fn beside(from: u16, to: u16, today: u16) -> (u16, &'static str) {
    let gap = EDGE / 2;
    if from + NAME <= WHOLE && !(from..=from + NAME).contains(&today) {
        (from, "start")
    } else if to >= NAME && !(to - NAME..=to).contains(&today) {
        (to, "end")
    } else if today + gap + NAME <= WHOLE {
        (today + gap, "start")
    } else {
        (today.saturating_sub(gap), "end")
    }
}

/// Which point of a label stands at its place. `near`: half the label's width.
fn anchor(x: u16, near: u16) -> &'static str {
    if x <= near {
        "start"
    } else if x >= WHOLE - near {
        "end"
    } else {
        "middle"
    }
}
