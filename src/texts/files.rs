//! Texts as files: columns and rows. The column names are the document's own: the same in both languages and both
//! formats. Pure: knows neither the browser nor the import plan.

pub(in crate::texts) mod csv;
pub(in crate::texts) mod decode;
pub(in crate::texts) mod escape;
pub(in crate::texts) mod export;
pub(in crate::texts) mod json;

use letasyl_contract::GetDynamicTextDto;

/// The columns in their order; the members in JSON are called the same.
pub(in crate::texts) const COLUMNS: [&str; 5] =
    ["externalIdentifier", "text", "displayText", "groupExternalIdentifier", "groupName"];

/// The cells of one text, in the order of [`COLUMNS`]. What there is none of is empty.
pub(in crate::texts) type Cells = [String; COLUMNS.len()];

/// The cells of a text.
pub(in crate::texts) fn cells(text: &GetDynamicTextDto) -> Cells {
    let group = text.group.as_ref();
    [
        text.external_identifier.to_string(),
        text.text.as_str().to_owned(),
        text.display_text.as_str().to_owned(),
        group.map(|group| group.external_identifier.to_string()).unwrap_or_default(),
        group.map(|group| group.name.as_str().to_owned()).unwrap_or_default(),
    ]
}

/// Cells that were pasted, under the names of the columns: those of a spreadsheet's own first row, or "text",
/// "displayText" and "groupName" in this order.
pub(in crate::texts) fn headed(pasted: String) -> String {
    let first = pasted.lines().next().unwrap_or_default();
    let is_named = |column: &str| first.split('\t').any(|name| name.trim().eq_ignore_ascii_case(column));
    let [_, text, display_text, _, group] = COLUMNS;
    if is_named(text) && is_named(display_text) {
        return pasted;
    }
    let names: Vec<_> = [text, display_text, group].into_iter().take(first.split('\t').count()).collect();
    format!("{}\n{pasted}", names.join("\t"))
}

/// A row as it was read. A cell is `None` where the file has no such column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::texts) struct Record {
    /// The line of the file that it begins on; in JSON, its number in the list.
    pub line: u32,
    /// In the order of [`COLUMNS`].
    pub cells: [Option<String>; 5],
    /// Whether it holds what has no place in the table.
    pub odd: bool,
}

/// Why a file cannot be used at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::texts) enum Refusal {
    /// The browser could not read it.
    Unreadable,
    /// Larger than what is read.
    TooLarge,
    /// A workbook, not a text.
    Workbook,
    /// No text.
    Binary,
    /// It begins like JSON but is not valid, or not an array.
    NotJson,
    /// The columns that it must have are not there.
    NoColumns,
    /// A quotation mark on this line is never closed.
    Unclosed(u32),
}

#[cfg(test)]
mod tests;
