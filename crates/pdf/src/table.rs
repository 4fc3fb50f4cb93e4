//! The table of a citizen's languages. Knows nothing of the other fields.

use std::rc::Rc;

use letasyl_contract::{Code, SprogDto};
use letasyl_locale::{LanguageColumn, code, column, not_given};

use crate::composer::{Composer, LANGUAGE};
use crate::flow::{Cell, Row, Rule};
use crate::style::{CELL, COLUMN_HEADING, LEFT, ROW_HEADING, ROW_RULE_GREY, RULE_GREY, Style, WIDTH};
use crate::tags::{Node, Part};

/// Between two columns.
const GUTTER: f32 = 8.0;
const NAME_WIDTH: f32 = 76.0;
/// An experience with more lines than this in its own column gets more room.
const LONGEST_STRIP: usize = 7;

/// Writes the table; nothing where there is no language.
pub(crate) fn languages(composer: &mut Composer<'_>, section: Node, languages: &[SprogDto]) {
    if languages.is_empty() {
        return;
    }
    let table = composer.tags.add(Some(section), Part::Table);
    let head = composer.tags.add(Some(table), Part::TableHead);
    let columns = Rc::new(headings(composer, head));
    composer.rows.push(Row::clone(&columns));
    let body = composer.tags.add(Some(table), Part::TableBody);
    for language in languages {
        row(composer, body, language, &columns);
    }
}

fn headings(composer: &mut Composer<'_>, head: Node) -> Row {
    let row = composer.tags.add(Some(head), Part::TableRow);
    let cells = places().map(|(which, left, width)| {
        let owner = composer.tags.add(Some(row), Part::ColumnHeading);
        composer.cell(left, width, COLUMN_HEADING, owner, column(LANGUAGE, which))
    });
    Row {
        cells: cells.collect(),
        leading: COLUMN_HEADING.leading,
        before: 12.0,
        rule_below: Some(RULE_GREY),
        heads: true,
        ..Row::default()
    }
}

/// Writes the row of a language. An experience that would be a long thin strip in its column stands below the other
/// cells instead, as wide as they are together; in the tree of tags it stays the last cell of the row.
fn row(composer: &mut Composer<'_>, body: Node, language: &SprogDto, columns: &Rc<Row>) {
    let first = composer.rows.last().is_some_and(|row| row.rule_below.is_some());
    let node = composer.tags.add(Some(body), Part::TableRow);
    let mut row = Row {
        leading: CELL.leading,
        before: 4.0,
        rule: (!first).then_some(Rule { grey: ROW_RULE_GREY, gap: 4.0 }),
        overhead: Some(Rc::clone(columns)),
        ..Row::default()
    };
    let mut below = None;
    for (which, left, width) in places() {
        let shown = shown(which, language);
        if which == LanguageColumn::Name {
            let name = shown.as_deref().unwrap_or(not_given(LANGUAGE));
            row.repeated = Some(composer.repeated(left, width, ROW_HEADING, name));
            let owner = composer.tags.add(Some(node), Part::RowHeading);
            row.cells.push(cell(composer, left, width, ROW_HEADING, owner, shown));
            continue;
        }
        let owner = composer.tags.add(Some(node), Part::DataCell);
        let strip = shown.as_ref().map_or(0, |text| composer.count(width, CELL, text));
        if which == LanguageColumn::Experience && strip > LONGEST_STRIP {
            below = Some(wide(composer, owner, shown, &row));
        } else {
            row.cells.push(cell(composer, left, width, CELL, owner, shown));
        }
    }
    row.heads = below.is_some();
    composer.rows.push(row);
    composer.rows.extend(below);
}

/// The row below the row of a language, with a long experience.
fn wide(composer: &mut Composer<'_>, owner: Node, shown: Option<String>, above: &Row) -> Row {
    let label = composer.words_only(LEFT, NAME_WIDTH, COLUMN_HEADING, column(LANGUAGE, LanguageColumn::Experience));
    let left = LEFT + NAME_WIDTH + GUTTER;
    let text = cell(composer, left, LEFT + WIDTH - left, CELL, owner, shown);
    Row {
        cells: vec![label, text],
        leading: CELL.leading,
        before: 4.0,
        repeated: above.repeated.clone(),
        overhead: above.overhead.clone(),
        ..Row::default()
    }
}

fn cell(composer: &mut Composer<'_>, left: f32, width: f32, style: Style, owner: Node, shown: Option<String>) -> Cell {
    match shown {
        Some(text) => composer.prose(left, width, style, owner, &text),
        None => composer.prose(left, width, style.muted(), owner, not_given(LANGUAGE)),
    }
}

fn shown(which: LanguageColumn, language: &SprogDto) -> Option<String> {
    let level = |of: &Option<Code>| filled(&of.as_ref().map(|of| code(LANGUAGE, of)));
    match which {
        LanguageColumn::Name => filled(&language.sprog_stamdata.sprognavn),
        LanguageColumn::Code => language.sprog_stamdata.sprogkode.map(|code| code.to_string()),
        LanguageColumn::Experience => filled(&language.sprogerfaring),
        LanguageColumn::Listening => level(&language.taleforstaaelsesniveau_type),
        LanguageColumn::Speaking => level(&language.taleniveau_type),
        LanguageColumn::Reading => level(&language.laeseniveau_type),
        LanguageColumn::Writing => level(&language.skriveniveau_type),
    }
}

/// A blank text is absent: it says nothing.
fn filled(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.trim().is_empty())
}

/// The columns from left to right, each with its place and its width; the last one takes what is left.
fn places() -> impl Iterator<Item = (LanguageColumn, f32, f32)> {
    let mut left = LEFT;
    LanguageColumn::ALL.into_iter().map(move |which| {
        let width = match which {
            LanguageColumn::Name => NAME_WIDTH,
            LanguageColumn::Code => 46.0,
            LanguageColumn::Experience => LEFT + WIDTH - left,
            LanguageColumn::Listening
            | LanguageColumn::Speaking
            | LanguageColumn::Reading
            | LanguageColumn::Writing => 56.0,
        };
        let place = (which, left, width);
        left += width + GUTTER;
        place
    })
}
