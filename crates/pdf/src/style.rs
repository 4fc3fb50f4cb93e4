//! Sizes, distances and greys of the sheet, in points. Knows nothing of what is written.

use crate::fonts::Face;

/// A4.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
/// A4.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;

/// 20 mm at either side.
pub(crate) const LEFT: f32 = 56.7;
/// The width of what is written.
pub(crate) const WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;
/// Where the first line of a page may begin.
pub(crate) const TOP: f32 = 82.0;
/// Where the last line of a page must have ended.
pub(crate) const BOTTOM: f32 = PAGE_HEIGHT - 72.0;

/// The baseline of the running header.
pub(crate) const HEADER: f32 = 45.0;
/// The baseline of the footer.
pub(crate) const FOOTER: f32 = PAGE_HEIGHT - 40.0;
/// From the rule of header or footer to its text.
pub(crate) const HEADER_RULE: f32 = 54.0;
/// The rule above the footer.
pub(crate) const FOOTER_RULE: f32 = PAGE_HEIGHT - 54.0;

/// The column of labels.
pub(crate) const LABEL_WIDTH: f32 = 158.0;
/// Where the column of values begins.
pub(crate) const VALUE_LEFT: f32 = LEFT + LABEL_WIDTH + 18.0;
/// The column of values: some 60 characters, which the eye follows with ease.
pub(crate) const VALUE_WIDTH: f32 = LEFT + WIDTH - VALUE_LEFT;

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub face: Face,
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    /// 0 is black, 255 is white.
    pub grey: u8,
}

impl Style {
    const fn new(face: Face, size: f32, leading: f32, grey: u8) -> Self {
        Self { face, size, leading, grey }
    }

    /// A width in points, in ems of this style.
    pub fn ems(self, points: f32) -> f32 {
        points / self.size
    }

    /// The same, greyer: for what is not given and for what is only repeated.
    pub const fn muted(self) -> Self {
        Self { grey: MUTED, ..self }
    }
}

const INK: u8 = 0x1a;
/// 6.9 : 1 on white.
const LABEL_GREY: u8 = 0x59;
/// 5.7 : 1 on white.
const MUTED: u8 = 0x66;
/// Rules only, which carry no meaning.
pub(crate) const RULE_GREY: u8 = 0xc4;
/// The thinner rules between the rows of a table.
pub(crate) const ROW_RULE_GREY: u8 = 0xe0;

pub(crate) const TITLE: Style = Style::new(Face::SemiBold, 23.0, 36.0, INK);
pub(crate) const HEADING: Style = Style::new(Face::SemiBold, 13.0, 18.0, INK);
/// The name of a section that goes on.
pub(crate) const CONTINUED: Style = Style::new(Face::SemiBold, 10.0, 14.0, LABEL_GREY);
pub(crate) const LABEL: Style = Style::new(Face::Regular, 9.5, 14.0, LABEL_GREY);
pub(crate) const VALUE: Style = Style::new(Face::Regular, 10.0, 14.0, INK);
pub(crate) const COLUMN_HEADING: Style = Style::new(Face::SemiBold, 8.0, 11.5, LABEL_GREY);
pub(crate) const CELL: Style = Style::new(Face::Regular, 8.5, 11.5, INK);
pub(crate) const ROW_HEADING: Style = Style::new(Face::SemiBold, 8.5, 11.5, INK);
pub(crate) const MARGINAL: Style = Style::new(Face::Regular, 8.0, 11.0, LABEL_GREY);
pub(crate) const STRONG_MARGINAL: Style = Style::new(Face::SemiBold, 8.0, 11.0, INK);
