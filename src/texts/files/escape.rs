//! Escapes cells that a spreadsheet would evaluate as formulas by a leading apostrophe, and removes it on import. Cells
//! that already begin with apostrophes get one more, so that every cell survives the round trip.

/// What a formula may begin with; the last three are passed over by some programs before they look.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

fn is_like_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// What stands before the cell in the file.
pub(super) fn before(cell: &str) -> &'static str {
    if is_like_formula(cell) { "'" } else { "" }
}

/// The cell that a cell of a file stands for.
pub(super) fn undo(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_like_formula(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_begins_like_a_formula_and_everything_comes_back() {
        for cell in ["=1+1", "+45", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "'", "''", "'a", "a=1", "", " =1"]
        {
            let written = format!("{}{cell}", before(cell));
            assert!(!written.starts_with(FORMULA), "{cell:?}");
            assert_eq!(undo(&written), cell);
        }
        assert_eq!((before("=1"), before("'=1"), before("'a"), before("a")), ("'", "'", "", ""));
    }
}
