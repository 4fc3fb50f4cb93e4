//! Where a day stands in contract and programme, and what of their dates is out of order. Pure; knows no words.

use letasyl_contract::Date;
use letasyl_locale::{Remark, Stage};

use super::Dates;

/// Where `today` stands between two days, which both belong to the stretch; `None` where neither is known, or where the
/// end lies before the start.
pub(super) fn stage(start: Option<Date>, end: Option<Date>, today: Date) -> Option<Stage> {
    match (start, end) {
        (None, None) => None,
        (Some(start), Some(end)) if end < start => None,
        (Some(start), _) if today < start => Some(Stage::Begins(start)),
        (_, Some(end)) if today > end => Some(Stage::Ended(end)),
        (_, Some(end)) => Some(Stage::Ends(end)),
        (Some(start), None) if today == start => Some(Stage::Begins(start)),
        (Some(start), None) => Some(Stage::Began(start)),
    }
}

/// All that is out of order, the contract's own dates first: one remark for each problem. What only follows from another
/// remark is not one.
pub(super) fn remarks(dates: Dates, today: Date) -> Vec<Remark> {
    let Dates { signed, starts, ends, expires } = dates;
    let before = |earlier: Option<Date>, later: Option<Date>| earlier.zip(later).is_some_and(|(a, b)| a < b);
    let (contract_is_wrong, programme_is_wrong) = (before(expires, signed), before(ends, starts));
    // Nobody knows which of two contradicting dates is wrong, so nothing is compared with them.
    let comparable = !contract_is_wrong && !programme_is_wrong;
    let ends_before = comparable && before(ends, signed);
    let starts_after = comparable && before(expires, starts);
    let found = [
        (contract_is_wrong, Remark::ContractEndsBeforeItsStart),
        (programme_is_wrong, Remark::ProgrammeEndsBeforeItsStart),
        (ends_before, Remark::ProgrammeEndsBeforeContract),
        (comparable && !ends_before && before(starts, signed), Remark::ProgrammeStartsBeforeContract),
        (starts_after, Remark::ProgrammeStartsAfterContract),
        (comparable && !starts_after && before(expires, ends), Remark::ProgrammeEndsAfterContract),
        (!contract_is_wrong && before(expires, Some(today)), Remark::ContractIsOver),
    ];
    found.into_iter().filter_map(|(is_so, remark)| is_so.then_some(remark)).collect()
}
