//! Cuts rows of lines into pages. Knows nothing of what the rows say.
//!
//! A row is cut only if it is long, and then never so that a single line stands alone. What heads something (a
//! heading, the column headings of a table) goes to the next page along with the first of what it heads. Where
//! something goes on, its label and what heads it are repeated for the eye; a screen reader is not told twice.

use std::rc::Rc;

use crate::line::Line;
use crate::style::{BOTTOM, Style, TOP};
use crate::tags::Node;

/// Rows with more lines than this may be cut.
pub(crate) const LONGEST_WHOLE: usize = 10;
/// At least so many lines of a cut row stand together.
const FEWEST_TOGETHER: usize = 2;
/// Where in its line a line's letters stand: about in the middle.
const BASELINE: f32 = 0.755;
/// From the lines of a row to the rule below it.
const BELOW: f32 = 4.0;

/// A line in its style; `None` as owner makes it an artifact.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub line: Line,
    pub style: Style,
    pub owner: Option<Node>,
}

/// Lines below each other.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub left: f32,
    pub lines: Vec<Written>,
}

/// A thin rule across what is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub grey: u8,
    /// From the rule to the row below it.
    pub gap: f32,
}

/// Cells next to each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub cells: Vec<Cell>,
    pub leading: f32,
    /// Distance to what is above; falls away at the top of a page.
    pub before: f32,
    /// The rule above it; falls away where something is repeated above.
    pub rule: Option<Rule>,
    /// The rule below it, close to its lines.
    pub rule_below: Option<u8>,
    /// Whether it heads the next row.
    pub heads: bool,
    /// What stands in the place of the first cell where the row goes on.
    pub repeated: Option<Cell>,
    /// What is repeated above the row where it begins or goes on at the top of a page: the column headings of its
    /// table or the name of its section.
    pub overhead: Option<Rc<Row>>,
    /// The entry in the outline that leads here, with its level.
    pub outline: Option<(u8, String)>,
}

/// Something at its place on a page.
pub(crate) enum Item {
    Text { left: f32, baseline: f32, written: Written },
    Rule { top: f32, grey: u8 },
}

/// Where an entry of the outline leads.
pub(crate) struct Mark {
    pub level: u8,
    pub text: String,
    pub page: usize,
    pub top: f32,
}

/// The pages, ready to be drawn.
pub(crate) struct Pages {
    pub pages: Vec<Vec<Item>>,
    pub marks: Vec<Mark>,
}

/// Cuts the rows into pages.
pub(crate) fn paginate(rows: Vec<Row>) -> Pages {
    let needs: Vec<f32> = (0..rows.len()).map(|at| needed(rows.get(at..).unwrap_or_default())).collect();
    let mut flow =
        Flow { done: Pages { pages: Vec::new(), marks: Vec::new() }, page: Vec::new(), y: TOP, repeated: false };
    for (row, need) in rows.into_iter().zip(needs) {
        flow.place(row, need);
    }
    flow.turn();
    flow.done
}

/// The height that must be left for the first row: its own as far as it is not cut and, if it heads the next one,
/// what that needs.
fn needed(rows: &[Row]) -> f32 {
    let mut height = 0.0;
    for row in rows {
        let lines = row.lines();
        let together = if lines > LONGEST_WHOLE { FEWEST_TOGETHER + 1 } else { lines };
        height += row.around() + row.leading * count(together);
        if !row.heads {
            break;
        }
    }
    height
}

fn count(lines: usize) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX))
}

impl Row {
    fn lines(&self) -> usize {
        self.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0)
    }

    fn around(&self) -> f32 {
        self.before + self.rule.map_or(0.0, |rule| rule.gap) + self.rule_below.map_or(0.0, |_| BELOW)
    }

    /// The row without owners: what is repeated is an artifact.
    fn repeat(&self) -> Self {
        let mut row = self.clone();
        row.outline = None;
        for written in row.cells.iter_mut().flat_map(|cell| &mut cell.lines) {
            written.owner = None;
        }
        row
    }
}

struct Flow {
    done: Pages,
    page: Vec<Item>,
    y: f32,
    /// Whether the last thing on the page is what is repeated at its top.
    repeated: bool,
}

impl Flow {
    fn turn(&mut self) {
        self.done.pages.push(std::mem::take(&mut self.page));
        self.y = TOP;
    }

    fn at_top(&self) -> bool {
        self.page.is_empty()
    }

    fn turn_with(&mut self, overhead: Option<&Rc<Row>>) {
        self.turn();
        if let Some(overhead) = overhead {
            let overhead = overhead.repeat();
            self.draw(&overhead.cells, overhead.leading, 0, overhead.lines());
            self.below(&overhead);
            self.repeated = true;
        }
    }

    /// The distance and the rule above a row. At the top of a page there is neither: the rule of the running header
    /// stands close enough.
    fn above(&mut self, row: &Row) {
        if self.at_top() {
            return;
        }
        self.y += row.before;
        if let Some(rule) = row.rule.filter(|_| !self.repeated) {
            self.page.push(Item::Rule { top: self.y, grey: rule.grey });
            self.y += rule.gap;
        }
        self.repeated = false;
    }

    fn below(&mut self, row: &Row) {
        if let Some(grey) = row.rule_below {
            self.y += BELOW;
            self.page.push(Item::Rule { top: self.y, grey });
        }
    }

    fn place(&mut self, row: Row, need: f32) {
        if !self.at_top() && self.y + need > BOTTOM {
            self.turn_with(row.overhead.as_ref());
        }
        self.above(&row);
        if let Some((level, text)) = &row.outline {
            let (page, top) = (self.done.pages.len(), self.y);
            self.done.marks.push(Mark { level: *level, text: text.clone(), page, top });
        }
        let total = row.lines();
        let mut from = 0;
        loop {
            let left = total - from;
            let take = self.room(row.leading, left);
            self.draw(&row.cells, row.leading, from, from + take);
            from += take;
            if from >= total {
                self.below(&row);
                break;
            }
            self.turn_with(row.overhead.as_ref());
            self.above(&row);
            if let Some(repeated) = &row.repeated {
                let y = self.y;
                self.draw(std::slice::from_ref(repeated), row.leading, 0, repeated.lines.len());
                self.y = y;
            }
        }
    }

    /// How many of the lines that are left go on this page; at least one, so that every page takes something.
    fn room(&self, leading: f32, left: usize) -> usize {
        let fits = (1..=left).take_while(|n| self.y + leading * count(*n) <= BOTTOM).count();
        let alone = left - fits;
        if alone > 0 && alone < FEWEST_TOGETHER { fits.saturating_sub(FEWEST_TOGETHER - alone) } else { fits }.max(1)
    }

    fn draw(&mut self, cells: &[Cell], leading: f32, from: usize, to: usize) {
        for cell in cells {
            let lines = cell.lines.get(from.min(cell.lines.len())..to.min(cell.lines.len())).unwrap_or_default();
            for (at, written) in lines.iter().enumerate() {
                // One baseline for all cells, whatever the size of their letters.
                let baseline = self.y + leading * (count(at) + BASELINE);
                self.page.push(Item::Text { left: cell.left, baseline, written: written.clone() });
            }
        }
        self.y += leading * count(to - from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::VALUE;

    fn row(lines: usize, heads: bool) -> Row {
        let written = Written { line: Line::default(), style: VALUE, owner: None };
        Row { cells: vec![Cell { left: 0.0, lines: vec![written; lines] }], leading: 14.0, heads, ..Row::default() }
    }

    fn lines_per_page(rows: Vec<Row>) -> Vec<usize> {
        let pages = paginate(rows).pages;
        pages.iter().map(|page| page.iter().filter(|item| matches!(item, Item::Text { .. })).count()).collect()
    }

    /// A page has room for 49 lines of 14 points.
    #[test]
    fn a_short_row_is_never_cut() {
        assert_eq!(lines_per_page(vec![row(45, false), row(10, false)]), [45, 10]);
    }

    #[test]
    fn a_long_row_leaves_no_line_alone() {
        assert_eq!(lines_per_page(vec![row(50, false)]), [48, 2]);
        assert_eq!(lines_per_page(vec![row(47, false), row(11, false)]), [47, 11]);
        assert_eq!(lines_per_page(vec![row(45, false), row(12, false)]), [49, 8]);
    }

    #[test]
    fn what_heads_goes_along_with_what_it_heads() {
        assert_eq!(lines_per_page(vec![row(46, false), row(1, true), row(1, true), row(2, false)]), [46, 4]);
        assert_eq!(lines_per_page(vec![row(46, false), row(1, true), row(2, false)]), [49]);
    }

    #[test]
    fn what_is_repeated_takes_its_room_on_each_further_page() {
        let mut long = row(100, false);
        long.overhead = Some(Rc::new(row(1, true)));
        assert_eq!(lines_per_page(vec![long]), [49, 49, 4]);
    }
}
