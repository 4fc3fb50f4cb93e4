//! Every cell survives the round trip, and foreign files are understood or refused. `PROPTEST_CASES=1000000 cargo test
//! --release --lib files` tests longer.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::csv::{BYTE_ORDER_MARK, Csv, write};
use super::*;

/// Cells with all that is hard in them.
fn cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\"".to_owned()),
        Just(";".to_owned()),
        Just(",".to_owned()),
        Just("\t".to_owned()),
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("'".to_owned()),
        Just("=".to_owned()),
        Just("-".to_owned()),
        Just(" ".to_owned()),
        Just("🌍👩🏽‍🏭".to_owned()),
        any::<String>(),
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn rows() -> impl Strategy<Value = Vec<[String; 5]>> {
    vec([cell(), cell(), cell(), cell(), cell()], 0..8)
}

fn read(file: &str) -> Result<Vec<Record>, Refusal> {
    let mut csv = Csv::open(file)?;
    std::iter::from_fn(|| csv.next()).collect()
}

/// As the page does, but for the parser of JSON, which is the browser's there.
fn read_bytes(bytes: Vec<u8>) -> Result<Vec<Record>, Refusal> {
    let (text, _) = decode::decode(bytes)?;
    if !text.starts_with('[') {
        return read(&text);
    }
    let value: Value = serde_json::from_str(&text).map_err(|_| Refusal::NotJson)?;
    letasyl_contract::FromJson::from_json(&&value).map_err(|_| Refusal::NotJson)
}

fn header(file: &mut String) {
    write(file, &COLUMNS.map(str::to_owned));
}

fn lines(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

proptest! {
    #[test]
    fn any_cells_come_back_from_csv(rows in rows()) {
        let mut file = BYTE_ORDER_MARK.to_owned();
        header(&mut file);
        let mut expected = Vec::new();
        for row in &rows {
            let line = u32::try_from(lines(&file) + 1).unwrap();
            write(&mut file, row);
            // A row without anything in it is nothing.
            if row.iter().any(|cell| !cell.is_empty()) {
                expected.push(Record { line, cells: row.clone().map(Some), odd: false });
            }
        }
        let (text, _) = decode::decode(file.into_bytes()).unwrap();
        prop_assert_eq!(read(&text), Ok(expected));
    }

    #[test]
    fn no_cell_begins_like_a_formula(row in [cell(), cell(), cell(), cell(), cell()]) {
        let mut file = String::new();
        write(&mut file, &row);
        prop_assert!(!file.starts_with("\"=") && !file.starts_with("\"+") && !file.starts_with("\"@"));
        prop_assert!(!file.starts_with("\"-") && !file.starts_with("\"\t") && !file.starts_with("\"\r"));
    }

    #[test]
    fn any_cells_come_back_from_json(rows in rows()) {
        let mut file = String::new();
        for (index, row) in rows.iter().enumerate() {
            json::write(&mut file, row, index == 0);
        }
        json::end(&mut file, rows.is_empty());
        let value: Value = serde_json::from_str(&file).unwrap();
        let read: Vec<Record> = letasyl_contract::FromJson::from_json(&&value).unwrap();
        let expected: Vec<Record> =
            rows.into_iter().map(|row| Record { line: 0, cells: row.map(Some), odd: false }).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn no_file_at_all_makes_it_fail(text in any::<String>(), cells in vec(cell(), 0..9), bytes in vec(any::<u8>(), 0..99)) {
        let _ = read(&text);
        let _ = read(&format!("text;displayText\n{}", cells.join(";")));
        let _ = read_bytes(bytes);
    }

    /// A file that was right, with bytes of it changed, gone or put in.
    #[test]
    fn no_damage_to_a_file_makes_it_fail(
        rows in rows(),
        wounds in vec((any::<Index>(), any::<u8>(), 0..3_u8), 0..6),
        as_json in any::<bool>(),
    ) {
        let mut file = String::new();
        if as_json {
            rows.iter().enumerate().for_each(|(index, row)| json::write(&mut file, row, index == 0));
            json::end(&mut file, rows.is_empty());
        } else {
            header(&mut file);
            rows.iter().for_each(|row| write(&mut file, row));
        }
        let mut bytes = file.into_bytes();
        for (at, byte, kind) in wounds {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => bytes.truncate(at.max(1)),
            }
        }
        if let Ok(records) = read_bytes(bytes) {
            // None of them stands before the one that the file has before it.
            prop_assert!(records.windows(2).all(|pair| pair[0].line <= pair[1].line));
        }
    }
}

#[test]
fn a_cell_of_a_mebibyte_comes_back() {
    let cell = "æ\"\r\n".repeat(1 << 18);
    let mut file = String::new();
    header(&mut file);
    write(&mut file, &["", &cell, "x", "", ""].map(str::to_owned));
    assert_eq!(read(&file).unwrap()[0].cells[1].as_deref(), Some(cell.as_str()));
}

#[test]
fn commas_tabs_and_other_columns_are_understood() {
    for file in [
        "displayText,extra,TEXT\r\n\"to, tre\",x,en\r\n",
        "displayText\textra\ttext\nto, tre\t\ten\n\t\t\n",
        "\"displayText\";\"extra\";\" text \"\r\"to, tre\";\"\";\"en\"\r\r",
    ] {
        let records = read(file).unwrap();
        assert_eq!(records.len(), 1, "{file}");
        let [id, text, display_text, group, name] = &records[0].cells;
        assert_eq!((text.as_deref(), display_text.as_deref()), (Some("en"), Some("to, tre")), "{file}");
        assert_eq!((id, group, name, records[0].line), (&None, &None, &None, 2));
    }
}

#[test]
fn what_cannot_be_understood_is_refused_and_told_where() {
    assert_eq!(read("tekst;visning\na;b\n"), Err(Refusal::NoColumns));
    assert_eq!(read(""), Err(Refusal::NoColumns));
    assert_eq!(read("text;displayText\na;b\n\"c;d\ne;f\n"), Err(Refusal::Unclosed(3)));
    // Short lines have empty cells, long ones are odd.
    let records = read("text;displayText;groupName\na;b\na;b;c;d\na;b;c;;\n").unwrap();
    assert_eq!(records.iter().map(|record| record.odd).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(records[0].cells[4].as_deref(), Some(""));
}

#[test]
fn a_wrong_value_in_json_spoils_only_its_own_record() {
    let value: Value =
        serde_json::from_str(r#"[{"text":"a","displayText":7},8,{"text":"b","displayText":"c"}]"#).unwrap();
    let read: Vec<Record> = letasyl_contract::FromJson::from_json(&&value).unwrap();
    assert_eq!(read.iter().map(|record| record.odd).collect::<Vec<_>>(), [true, true, false]);
}
