//! Danish time: which day and hour it is in Denmark at an instant.
//!
//! Summer time is reckoned by the EU's rule (directive 2000/84/EC): from 01:00 UTC on the last Sunday of March to 01:00
//! UTC on the last Sunday of October. Denmark has kept it since 1996; for instants before that, an hour may be wrong.

use crate::date::{Date, TimeOfDay};

/// Seconds in a day.
const DAY: i64 = 24 * 60 * 60;
/// Seconds that Danish time is ahead of UTC in winter; in summer twice as many.
const AHEAD: i64 = 60 * 60;
/// When the clocks change, in seconds of the UTC day.
const CHANGE: i64 = 60 * 60;

/// The day and the time of day in Denmark. `None`: the calendar does not reach so far (years 0 to 9999).
pub fn danish_time(seconds_since_1970: i64) -> Option<(Date, TimeOfDay)> {
    let ahead = if is_summer(seconds_since_1970)? { 2 * AHEAD } else { AHEAD };
    let local = seconds_since_1970.checked_add(ahead)?;
    let (date, second) = (day_of(local)?, local.rem_euclid(DAY));
    let part = |number: i64| u8::try_from(number).ok();
    let time = TimeOfDay { hour: part(second / 3600)?, minute: part(second / 60 % 60)?, second: part(second % 60)? };
    Some((date, time))
}

fn is_summer(seconds: i64) -> Option<bool> {
    let year = day_of(seconds)?.year;
    let change = |month| Some(last_sunday(year, month)?.days_since_1970() * DAY + CHANGE);
    Some((change(3)?..change(10)?).contains(&seconds))
}

/// Of a month with 31 days.
fn last_sunday(year: u16, month: u8) -> Option<Date> {
    let last = Date::new(year, month, 31).ok()?;
    // 1 January 1970 was a Thursday.
    let since_sunday = u8::try_from((last.days_since_1970() + 4).rem_euclid(7)).ok()?;
    Date::new(year, month, 31 - since_sunday).ok()
}

/// The UTC day of an instant.
fn day_of(seconds: i64) -> Option<Date> {
    Date::from_days_since_1970(seconds.div_euclid(DAY))
}
