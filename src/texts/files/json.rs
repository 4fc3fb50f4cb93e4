//! JSON: a list of objects with the columns as members. Absent values are omitted, as in the document. Parsed by the
//! browser in parts (see `api`).

use letasyl_contract::{DecodeError, FromJson, Json, Shape};

use super::{COLUMNS, Record};

/// Adds a text to a list that is being written; `first`: nothing stands before it.
pub(in crate::texts) fn write(file: &mut String, cells: &[String; 5], first: bool) {
    file.push_str(if first { "[{" } else { ",{" });
    let mut before = "";
    for (name, cell) in COLUMNS.iter().zip(cells) {
        if let (false, Ok(cell)) = (cell.is_empty(), serde_json::to_string(cell)) {
            for part in [before, "\"", name, "\":", &cell] {
                file.push_str(part);
            }
            before = ",";
        }
    }
    file.push('}');
}

/// Ends the list.
pub(in crate::texts) fn end(file: &mut String, none: bool) {
    file.push_str(if none { "[]" } else { "]" });
}

/// Every value is a record, if an odd one: one that is wrong does not spoil the others.
impl FromJson for Record {
    fn from_json<J: Json>(json: &J) -> Result<Self, DecodeError> {
        let mut odd = !json.is_object();
        let cells = COLUMNS.map(|name| match json.member(name).map(|value| value.shape()) {
            Some(Shape::Text(text)) => Some(text),
            Some(_) => {
                odd = true;
                None
            }
            None => Some(String::new()),
        });
        Ok(Self { line: 0, cells, odd })
    }
}
