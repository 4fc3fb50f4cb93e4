//! Writes the pages as PDF with krilla. Knows nothing of fields and sections.
//!
//! What stands above and below the pages, and what is repeated, is marked as an artifact: a screen reader passes
//! over it. The document's own data hold the title and the language, never whose data it is.

use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::{Document, SerializeSettings};
use letasyl_locale::sheet_words;

use crate::composer::LANGUAGE;
use crate::error::RenderError;
use crate::flow::{Item, Mark, Written, paginate};
use crate::fonts::Fonts;
use crate::line::Line;
use crate::sheet::{Margins, Sheet};
use crate::style::{
    FOOTER, FOOTER_RULE, HEADER, HEADER_RULE, LEFT, MARGINAL, PAGE_HEIGHT, PAGE_WIDTH, RULE_GREY, STRONG_MARGINAL,
    Style, WIDTH,
};
use crate::tags::Tags;
use crate::text;

/// The language of everything that is written, as RFC 3066 has it.
const LANGUAGE_TAG: &str = "da-DK";
const RULE_WEIGHT: f32 = 0.6;
/// What a line in the margins may take at most, of the whole width.
const SHARE: f32 = 0.62;

/// Writes the sheet.
pub(crate) fn draw(fonts: &Fonts, sheet: Sheet) -> Result<Vec<u8>, RenderError> {
    let Sheet { rows, mut tags, margins } = sheet;
    let pages = paginate(rows);
    let mut document = Document::new_with(settings()?);
    let total = pages.pages.len();
    for (at, items) in pages.pages.into_iter().enumerate() {
        let size = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or(RenderError::Setup)?;
        let mut page = document.start_page_with(size);
        let mut pen = Pen { fonts, surface: page.surface() };
        pen.header(&margins);
        for item in items {
            pen.item(&mut tags, item);
        }
        pen.footer(&margins, at + 1, total);
        // Surface and page end themselves here, as they are dropped.
    }
    document.set_outline(outline(pages.marks));
    document.set_tag_tree(tags.finish(LANGUAGE_TAG));
    let title = sheet_words(LANGUAGE).title.to_owned();
    document.set_metadata(Metadata::new().title(title).language(LANGUAGE_TAG.to_owned()));
    Ok(document.finish()?)
}

/// PDF/UA-1: krilla then refuses to write what a screen reader could not read.
fn settings() -> Result<SerializeSettings, RenderError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| RenderError::Setup)?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// The title with the sections below it.
fn outline(marks: Vec<Mark>) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for mark in marks {
        let node = OutlineNode::new(mark.text, XyzDestination::new(mark.page, Point::from_xy(LEFT, mark.top)));
        match &mut open {
            Some(title) if mark.level > 1 => title.push_child(node),
            _ => {
                if let Some(title) = open.replace(node.with_open(true)) {
                    outline.push_child(title);
                }
            }
        }
    }
    if let Some(title) = open {
        outline.push_child(title);
    }
    outline
}

struct Pen<'a, 's> {
    fonts: &'a Fonts,
    surface: Surface<'s>,
}

impl Pen<'_, '_> {
    fn header(&mut self, margins: &Margins) {
        self.artifact(ArtifactType::Header);
        self.at_the_left(HEADER, STRONG_MARGINAL, &margins.cpr);
        self.at_the_right(HEADER, MARGINAL, &margins.fetched);
        self.rule(HEADER_RULE, RULE_GREY);
        self.surface.end_tagged();
    }

    fn footer(&mut self, margins: &Margins, page: usize, total: usize) {
        let words = sheet_words(LANGUAGE);
        self.artifact(ArtifactType::Footer);
        self.rule(FOOTER_RULE, RULE_GREY);
        self.at_the_left(FOOTER, MARGINAL, &margins.version);
        self.at_the_right(FOOTER, MARGINAL, &format!("{} {page} {} {total}", words.page, words.of));
        self.surface.end_tagged();
    }

    fn item(&mut self, tags: &mut Tags, item: Item) {
        match item {
            Item::Rule { top, grey } => {
                self.artifact(ArtifactType::Layout);
                self.rule(top, grey);
                self.surface.end_tagged();
            }
            Item::Text { written: Written { line, .. }, .. } if line.runs.is_empty() => {}
            Item::Text { left, baseline, written: Written { line, style, owner } } => {
                match owner {
                    Some(owner) => tags.hang(owner, self.surface.start_tagged(ContentTag::Other)),
                    None => self.artifact(ArtifactType::PaginationOther),
                }
                self.line(left, baseline, style, &line);
                self.surface.end_tagged();
            }
        }
    }

    fn artifact(&mut self, kind: ArtifactType) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    }

    fn at_the_left(&mut self, baseline: f32, style: Style, words: &str) {
        let line = self.single(style, words);
        self.line(LEFT, baseline, style, &line);
    }

    fn at_the_right(&mut self, baseline: f32, style: Style, words: &str) {
        let line = self.single(style, words);
        self.line(LEFT + WIDTH - line.advance() * style.size, baseline, style, &line);
    }

    fn single(&self, style: Style, words: &str) -> Line {
        text::single(self.fonts, style.face, words, style.ems(WIDTH * SHARE))
    }

    fn line(&mut self, left: f32, baseline: f32, style: Style, line: &Line) {
        self.ink(style.grey);
        let mut left = left;
        for run in &line.runs {
            let font = self.fonts.font(run.face);
            let start = Point::from_xy(left, baseline);
            self.surface.draw_glyphs(start, &run.glyphs, font, &line.text, style.size, false);
            left += run.advance * style.size;
        }
    }

    fn rule(&mut self, top: f32, grey: u8) {
        self.ink(grey);
        let mut path = PathBuilder::new();
        if let Some(rule) = Rect::from_xywh(LEFT, top, WIDTH, RULE_WEIGHT) {
            path.push_rect(rule);
        }
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    fn ink(&mut self, grey: u8) {
        let paint = luma::Color::new(grey).into();
        self.surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::default() }));
    }
}
