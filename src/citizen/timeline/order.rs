//! Where a day stands in contract and programme, and what of their dates is out of order. Pure; knows no words.

use letasyl_contract::Date;
use letasyl_locale::{Remark, Stage};

use super::Dates;

/// Where `today` stands between two days; `None` where neither is known, or where the end lies before the start.
///
/// A stretch holds its first and its last day, so one that begins and ends on the same day lasts one day. What has
/// passed are whole days: on the first none, on the last all but one.
pub(super) fn stage(start: Option<Date>, end: Option<Date>, today: Date) -> Option<Stage> {
    let length = match (start, end) {
        (Some(start), Some(end)) if end < start => return None,
        (Some(start), Some(end)) => Some(days(start, end) + 1),
        _ => None,
    };
    Some(match (start, end) {
        (None, None) => return None,
        (Some(start), _) if today <= start => Stage::Ahead { days: days(today, start), lasts: length },
        (_, Some(end)) if today > end => Stage::Over { days: days(end, today), lasted: length },
        (Some(start), Some(end)) => Stage::Under { passed: days(start, today), of: days(start, end) + 1 },
        (Some(start), None) => Stage::Begun { days: days(start, today) },
        (None, Some(end)) => Stage::Ending { days: days(today, end) },
    })
}

/// All that is out of order, the contract's own dates first.
pub(super) fn remarks(dates: Dates, today: Date) -> Vec<Remark> {
    let Dates { signed, starts, ends, expires } = dates;
    let before = |earlier: Option<Date>, later: Option<Date>| earlier.zip(later).is_some_and(|(a, b)| a < b);
    let mut found = Vec::new();
    for (wrong, remark) in [
        (before(expires, signed), Remark::ContractEndsBeforeItsStart),
        (before(ends, starts), Remark::ProgrammeEndsBeforeItsStart),
        (before(starts, signed), Remark::ProgrammeStartsBeforeContract),
        (before(ends, signed), Remark::ProgrammeEndsBeforeContract),
        (before(expires, starts), Remark::ProgrammeStartsAfterContract),
        (before(expires, ends), Remark::ProgrammeEndsAfterContract),
        (before(expires, Some(today)), Remark::ContractIsOver),
    ] {
        if wrong {
            found.push(remark);
        }
    }
    found
}

fn days(from: Date, to: Date) -> i64 {
    to.days_since_1970() - from.days_since_1970()
}
