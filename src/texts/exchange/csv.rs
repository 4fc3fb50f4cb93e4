//! CSV as Danish spreadsheets write and read it: semicolons, every cell in quotation marks, CRLF. Read as well: commas
//! and tabs, lines that end otherwise, columns in another order. One record at a time, so that a long file can be read
//! in small steps.

use super::escape;
use super::{COLUMNS, Record, Refusal};

/// What the file begins with: spreadsheets know UTF-8 by it.
pub(in crate::texts) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Adds a line to a file.
pub(in crate::texts) fn write(file: &mut String, cells: &[String; 5]) {
    for (index, cell) in cells.iter().enumerate() {
        file.push_str(if index == 0 { "\"" } else { ";\"" });
        file.push_str(escape::before(cell));
        for (index, part) in cell.split('"').enumerate() {
            file.push_str(if index == 0 { "" } else { "\"\"" });
            file.push_str(part);
        }
        file.push('"');
    }
    file.push_str("\r\n");
}

/// A file being read.
#[derive(Debug, Clone)]
pub(in crate::texts) struct Csv<'a> {
    rest: &'a str,
    separator: char,
    /// The line on which the rest begins.
    line: u32,
    /// Where each of [`COLUMNS`] stands.
    places: [Option<usize>; 5],
    /// How many columns there are.
    columns: usize,
}

impl<'a> Csv<'a> {
    /// Finds the columns by their names, and by that what parts them.
    pub(in crate::texts) fn open(text: &'a str) -> Result<Self, Refusal> {
        for separator in [';', ',', '\t'] {
            let mut csv = Self { rest: text, separator, line: 1, places: [None; 5], columns: 0 };
            let names = csv.cells().unwrap_or_default();
            csv.columns = names.len();
            csv.places = COLUMNS.map(|column| names.iter().position(|name| name.trim().eq_ignore_ascii_case(column)));
            if let [_, Some(_), Some(_), ..] = csv.places {
                return Ok(csv);
            }
        }
        Err(Refusal::NoColumns)
    }

    /// How many bytes are still to be read.
    pub(in crate::texts) fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next record that is not blank.
    pub(in crate::texts) fn next(&mut self) -> Option<Result<Record, Refusal>> {
        while !self.rest.is_empty() {
            let line = self.line;
            let Some(cells) = self.cells() else { return Some(Err(Refusal::Unclosed(line))) };
            if cells.iter().any(|cell| !cell.is_empty()) {
                let odd = cells.iter().skip(self.columns).any(|cell| !cell.is_empty());
                let cell = |place: Option<usize>| {
                    place.map(|place| escape::undo(cells.get(place).map_or("", String::as_str)).to_owned())
                };
                return Some(Ok(Record { line, cells: self.places.map(cell), odd }));
            }
        }
        None
    }

    /// The cells up to the end of the line; `None` where a quotation mark is never closed.
    fn cells(&mut self) -> Option<Vec<String>> {
        let start = self.rest;
        let ends = [self.separator, '\r', '\n'];
        let mut cells = Vec::new();
        loop {
            let mut cell = String::new();
            if let Some(quoted) = self.rest.strip_prefix('"') {
                self.rest = quoted;
                loop {
                    let (part, after) = self.rest.split_once('"')?;
                    cell.push_str(part);
                    self.rest = after;
                    match after.strip_prefix('"') {
                        Some(after) => self.rest = after,
                        None => break,
                    }
                    cell.push('"');
                }
            }
            let (part, after) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
            cell.push_str(part);
            cells.push(cell);
            match after.strip_prefix(self.separator) {
                Some(next) => self.rest = next,
                None => {
                    let after = after.strip_prefix('\r').unwrap_or(after);
                    self.rest = after.strip_prefix('\n').unwrap_or(after);
                    break;
                }
            }
        }
        let taken = start.get(..start.len() - self.rest.len()).unwrap_or_default();
        let lines = taken.matches('\n').count() + taken.matches('\r').count() - taken.matches("\r\n").count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        Some(cells)
    }
}
