//! What a file means for the existing texts.

use letasyl_contract::{NonEmptyText, ReceivedText};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::texts::files::cells;

fn text(text: &str) -> ReceivedText {
    NonEmptyText::new(text).unwrap().into()
}

fn group(number: u128) -> GetDynamicTextGroupDto {
    GetDynamicTextGroupDto { external_identifier: Uuid::from_u128(number), name: text(&format!("Gruppe {number}")) }
}

fn groups() -> Arc<Vec<GetDynamicTextGroupDto>> {
    Arc::new((101..105).map(group).collect())
}

fn known(id: u128, a: &str, b: &str, of: Option<u128>) -> GetDynamicTextDto {
    GetDynamicTextDto {
        external_identifier: Uuid::from_u128(id),
        text: text(a),
        display_text: text(b),
        group: of.map(group),
    }
}

fn plan(texts: &[GetDynamicTextDto], records: Vec<Record>) -> Plan {
    let mut planner = Planner::new(groups());
    texts.iter().cloned().for_each(|text| planner.know(text));
    records.into_iter().for_each(|record| planner.take(record));
    planner.finish()
}

fn record(line: u32, cells: [&str; 5]) -> Record {
    Record { line, cells: cells.map(|cell| Some(cell.to_owned())), odd: false }
}

fn id(number: u128) -> String {
    Uuid::from_u128(number).to_string()
}

fn verdicts(plan: Plan) -> Vec<Verdict> {
    plan.rows.into_iter().map(|row| row.verdict).collect()
}

fn draft(a: &str, b: &str, of: Option<u128>) -> Draft {
    Draft { text: a.to_owned(), display_text: b.to_owned(), group: of.map(Uuid::from_u128) }
}

#[test]
fn each_row_is_judged() {
    let texts = [known(1, "a", "b", Some(101)), known(2, "c", "d", None), known(3, "e", "f", None)];
    let (one, two, other) = (id(1), id(2), id(9));
    let made = plan(
        &texts,
        vec![
            record(2, [&one, "a", "b", &id(101), "Gruppe 101"]),
            record(3, [&two, "c", "ny", "", ""]),
            record(4, ["", "g", "h", "", "Gruppe 102"]),
            record(5, [&other, "i", "j", "", ""]),
        ],
    );
    assert_eq!(made.missing, [2]);
    assert_eq!(
        verdicts(made),
        [
            Verdict::Same,
            Verdict::Changed(1, draft("c", "ny", None)),
            Verdict::New(draft("g", "h", Some(102))),
            Verdict::Doubtful(Doubt::Gone, draft("i", "j", None)),
        ]
    );
}

#[test]
fn faults_are_told_and_what_they_name_is_not_missing() {
    let texts = [known(1, "a", "b", None), known(2, "c", "d", None)];
    let (one, two) = (id(1), id(2));
    let made = plan(
        &texts,
        vec![
            record(2, ["x", "a", "b", "", ""]),
            record(3, [&one, " ", "b", "", ""]),
            record(4, ["", "a", "", "", ""]),
            record(5, ["", "a", "b", &id(900), ""]),
            record(6, ["", "a", "b", "", "Ukendt"]),
            record(7, ["", "a", "b", &id(101), "Gruppe 102"]),
            record(8, [&two, "a", "b", "", ""]),
            record(9, [&two.to_uppercase(), "c", "d", "", ""]),
            Record { odd: true, ..record(10, ["", "a", "b", "", ""]) },
        ],
    );
    assert!(made.missing.is_empty());
    let faults = [
        Fault::NotAnId,
        Fault::NoText,
        Fault::NoDisplayText,
        Fault::UnknownGroup,
        Fault::UnknownGroup,
        Fault::OtherGroup,
        Fault::Twin(9),
        Fault::Twin(8),
        Fault::Odd,
    ];
    assert_eq!(verdicts(made), faults.map(Verdict::Faulty));
}

#[test]
fn a_file_without_columns_for_the_group_leaves_it_alone_and_an_empty_cell_takes_it_away() {
    let texts = [known(1, "a", "b", Some(101))];
    let without = Record { cells: [Some(id(1)), Some("a".into()), Some("b".into()), None, None], line: 2, odd: false };
    assert_eq!(verdicts(plan(&texts, vec![without])), [Verdict::Same]);
    let empty = record(2, [&id(1), "a", "b", "", ""]);
    assert_eq!(verdicts(plan(&texts, vec![empty])), [Verdict::Changed(0, draft("a", "b", None))]);
}

#[test]
fn the_group_of_another_database_is_found_by_its_name() {
    let row = record(2, ["", "a", "b", &id(900), "Gruppe 103"]);
    assert_eq!(verdicts(plan(&[], vec![row])), [Verdict::New(draft("a", "b", Some(103)))]);
}

#[test]
fn what_may_not_be_meant_as_a_new_text_is_told_apart() {
    let texts = [known(1, "a", "b", None)];
    let made = plan(
        &texts,
        vec![
            record(2, ["", "a ", "andet", "", ""]),
            record(3, [&id(9), "c", "d", "", ""]),
            record(4, ["", "e", "f", "", ""]),
            record(5, ["", "e", "f", "", ""]),
            record(6, ["", "a", "b", "", ""]),
            record(7, ["", "e", "g", "", ""]),
        ],
    );
    assert_eq!(
        verdicts(made),
        [
            Verdict::Doubtful(Doubt::Exists, draft("a ", "andet", None)),
            Verdict::Doubtful(Doubt::Gone, draft("c", "d", None)),
            Verdict::New(draft("e", "f", None)),
            Verdict::Doubtful(Doubt::Repeated, draft("e", "f", None)),
            Verdict::Same,
            Verdict::New(draft("e", "g", None)),
        ]
    );
}

fn texts() -> impl Strategy<Value = Vec<GetDynamicTextDto>> {
    let one = ("[ab]{1,2}", "[ab]", proptest::option::of(101_u128..105));
    vec(one, 0..12)
        .prop_map(|all| all.into_iter().zip(1..).map(|((a, b, group), id)| known(id, &a, &b, group)).collect())
}

/// What a server with other ids has after the import.
fn imported(plan: &Plan) -> Vec<Draft> {
    let new = plan.rows.iter().filter_map(|row| match &row.verdict {
        Verdict::New(draft) | Verdict::Doubtful(_, draft) => Some(draft.clone()),
        _ => None,
    });
    let mut all: Vec<_> = plan.known.iter().map(Draft::of).chain(new).collect();
    all.sort_by_key(|draft| format!("{draft:?}"));
    all
}

proptest! {
    #[test]
    fn what_was_exported_changes_nothing_where_it_came_from(texts in texts()) {
        let records = texts.iter().map(|text| Record { line: 2, cells: cells(text).map(Some), odd: false }).collect();
        let made = plan(&texts, records);
        prop_assert!(made.missing.is_empty());
        prop_assert!(verdicts(made).iter().all(|verdict| *verdict == Verdict::Same));
    }

    #[test]
    fn in_an_empty_database_it_makes_the_same_texts_and_a_second_time_none(texts in texts()) {
        let records = || texts.iter().map(|text| Record { line: 2, cells: cells(text).map(Some), odd: false });
        let first = plan(&[], records().collect());
        let made = imported(&first);
        prop_assert_eq!(&made, &imported(&Plan { known: texts.clone(), ..Plan::default() }));
        // The server gives ids of its own.
        let there: Vec<_> = texts
            .iter()
            .cloned()
            .map(|text| GetDynamicTextDto { external_identifier: Uuid::new_v4(), ..text })
            .collect();
        let second = plan(&there, records().collect());
        prop_assert!(second.missing.is_empty());
        prop_assert!(verdicts(second).iter().all(|verdict| *verdict == Verdict::Same));
    }

    #[test]
    fn every_text_is_named_or_missing(texts in texts(), kept in vec(any::<bool>(), 12)) {
        let kept: Vec<_> = texts.iter().zip(kept).filter(|(_, keep)| *keep).map(|(text, _)| text).collect();
        let records = kept.iter().map(|text| Record { line: 2, cells: cells(text).map(Some), odd: false }).collect();
        let made = plan(&texts, records);
        prop_assert_eq!(made.missing.len() + kept.len(), texts.len());
    }
}
