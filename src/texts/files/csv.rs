//! CSV as Danish spreadsheets write it: semicolons, every cell quoted, CRLF. Also reads commas and tabs, other line
//! ends and columns in another order. Yields one record at a time, so that long files can be read in steps.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::escape;
use super::{COLUMNS, Record, Refusal};

/// What the file begins with: spreadsheets know UTF-8 by it.
pub(in crate::texts) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Adds a line to a file.
pub(in crate::texts) fn write(file: &mut String, cells: &[String; 5]) {
    for (index, cell) in cells.iter().enumerate() {
        file.push_str(if index == 0 { "\"" } else { ";\"" });
        file.push_str(escape::before(cell));
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    }
    file.push_str("\r\n");
}

/// A file being read.
#[derive(Debug, Clone)]
pub(in crate::texts) struct Csv<'a> {
    rest: &'a str,
    reader: Reader,
    /// The line on which the rest begins.
    line: u32,
    /// Where each of [`COLUMNS`] stands.
    places: [Option<usize>; 5],
    /// What the columns are called, in the order of the file.
    names: Vec<String>,
    /// What parts the cells.
    separator: u8,
    /// The cells of a record, one behind the other, and where each of them ends; kept for the next one.
    cells: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Csv<'a> {
    /// Finds the columns by their names, and by that what parts them.
    pub(in crate::texts) fn open(text: &'a str) -> Result<Self, Refusal> {
        for separator in [b';', b',', b'\t'] {
            let reader = ReaderBuilder::new().delimiter(separator).build();
            let (cells, ends) = (vec![0; 1024], vec![0; 16]);
            let mut csv =
                Self { rest: text, reader, line: 1, places: [None; 5], names: Vec::new(), separator, cells, ends };
            let names = csv.cells().unwrap_or_default();
            csv.places = COLUMNS.map(|column| names.iter().position(|name| name.trim().eq_ignore_ascii_case(column)));
            csv.names = names;
            if let [_, Some(_), Some(_), ..] = csv.places {
                return Ok(csv);
            }
        }
        Err(Refusal::NoColumns)
    }

    /// What parts the cells.
    pub(in crate::texts) fn separator(&self) -> u8 {
        self.separator
    }

    /// The columns that are used, by the names that they have here.
    pub(in crate::texts) fn used(&self) -> Vec<&'static str> {
        COLUMNS.into_iter().zip(self.places).filter(|(_, place)| place.is_some()).map(|(column, _)| column).collect()
    }

    /// What the columns are called that are not used.
    pub(in crate::texts) fn unused(&self) -> Vec<String> {
        let named = self.names.iter().enumerate();
        let unused = named.filter(|(place, name)| !self.places.contains(&Some(*place)) && !name.trim().is_empty());
        unused.map(|(_, name)| name.trim().to_owned()).collect()
    }

    /// How many bytes are still to be read.
    pub(in crate::texts) fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next record that is not blank.
    pub(in crate::texts) fn next(&mut self) -> Option<Result<Record, Refusal>> {
        loop {
            let record = self.rest.trim_start_matches(['\r', '\n']);
            self.pass(self.rest.len() - record.len());
            if record.is_empty() {
                return None;
            }
            let line = self.line;
            let Some(cells) = self.cells() else { return Some(Err(Refusal::Unclosed(line))) };
            if cells.iter().any(|cell| !cell.is_empty()) {
                let odd = cells.iter().skip(self.names.len()).any(|cell| !cell.is_empty());
                let cell = |place: Option<usize>| {
                    place.map(|place| escape::undo(cells.get(place).map_or("", String::as_str)).to_owned())
                };
                return Some(Ok(Record { line, cells: self.places.map(cell), odd }));
            }
        }
    }

    /// The cells up to the end of the line; `None` where a quotation mark is never closed.
    fn cells(&mut self) -> Option<Vec<String>> {
        let (mut read, mut written, mut ended) = (0, 0, 0);
        let mut is_whole = false;
        loop {
            let rest = self.rest.as_bytes().get(read..).unwrap_or_default();
            // The last line may lack its end. Who does not take it for one is still within quotation marks.
            let input = if rest.is_empty() { b"\n" } else { rest };
            let (result, taken, put, more) = self.reader.read_record(
                input,
                self.cells.get_mut(written..).unwrap_or_default(),
                self.ends.get_mut(ended..).unwrap_or_default(),
            );
            (read, written, ended) = (read + taken, written + put, ended + more);
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::OutputFull => self.cells.resize(2 * self.cells.len(), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::InputEmpty if !is_whole => is_whole = true,
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return None,
            }
        }
        let (record, after) = self.rest.split_at_checked(read).unwrap_or((self.rest, ""));
        // The reader leaves the second half of the line's end to the next record.
        let half = record.ends_with('\r') && after.starts_with('\n');
        self.pass(record.len() + usize::from(half));
        let text = std::str::from_utf8(self.cells.get(..written)?).ok()?;
        let mut from = 0;
        let cell = |end: &usize| Some(text.get(std::mem::replace(&mut from, *end)..*end)?.to_owned());
        self.ends.get(..ended)?.iter().map(cell).collect()
    }

    /// Goes on by so many bytes.
    fn pass(&mut self, bytes: usize) {
        let (taken, rest) = self.rest.split_at(bytes);
        let lines = taken.matches('\n').count() + taken.matches('\r').count() - taken.matches("\r\n").count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.rest = rest;
    }
}
