//! Rows of text on the sheet, with their places in the tree of tags. Knows nothing of which field they are of.

use letasyl_locale::{Language, SheetWords};

use crate::flow::{Cell, Row, Written};
use crate::fonts::Fonts;
use crate::style::Style;
use crate::tags::{Node, Part, Tags};
use crate::text;

/// The sheet is an official paper: it is Danish, whatever the page's language.
pub(crate) const LANGUAGE: Language = Language::Danish;

/// Lines of what is repeated: it must leave room for what goes on.
const MOST_REPEATED: usize = 6;

/// The sheet while it grows.
pub(crate) struct Composer<'a> {
    pub fonts: &'a Fonts,
    pub words: &'static SheetWords,
    pub tags: Tags,
    pub rows: Vec<Row>,
}

impl Composer<'_> {
    /// A cell with lines that all belong to one part.
    pub fn cell(&self, left: f32, width: f32, style: Style, owner: Node, words: &str) -> Cell {
        let lines = text::paragraphs(self.fonts, style.face, words, style.ems(width)).into_iter().flatten();
        Cell { left, lines: lines.map(|line| Written { line, style, owner: Some(owner) }).collect() }
    }

    /// A cell whose paragraphs are told apart within `parent`. Text of which nothing can be seen is said to be so.
    pub fn prose(&mut self, left: f32, width: f32, style: Style, parent: Node, words: &str) -> Cell {
        let mut paragraphs = text::paragraphs(self.fonts, style.face, words, style.ems(width));
        if paragraphs.is_empty() {
            paragraphs = text::paragraphs(self.fonts, style.face, self.words.invisible, style.ems(width));
        }
        let mut cell = Cell { left, lines: Vec::new() };
        for lines in paragraphs {
            let blank = lines.iter().all(|line| line.runs.is_empty());
            let owner = (!blank).then(|| self.tags.add(Some(parent), Part::Paragraph));
            cell.lines.extend(lines.into_iter().map(|line| Written { line, style, owner }));
        }
        cell
    }

    /// How many lines a text takes.
    pub fn count(&self, width: f32, style: Style, words: &str) -> usize {
        text::paragraphs(self.fonts, style.face, words, style.ems(width)).iter().map(Vec::len).sum()
    }

    /// A label or a name that is repeated where what it names goes on; a name without end is cut short.
    pub fn repeated(&self, left: f32, width: f32, style: Style, words: &str) -> Cell {
        let words = format!("{words} ({})", self.words.continued);
        let mut cell = self.words_only(left, width, style.muted(), &words);
        cell.lines.truncate(MOST_REPEATED);
        cell
    }

    /// A cell for the eye only: it belongs to no part.
    pub fn words_only(&self, left: f32, width: f32, style: Style, words: &str) -> Cell {
        let lines = text::paragraphs(self.fonts, style.face, words, style.ems(width)).into_iter().flatten();
        Cell { left, lines: lines.map(|line| Written { line, style, owner: None }).collect() }
    }
}
