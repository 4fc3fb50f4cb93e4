//! A line of text as it is drawn: its characters and the glyphs that show them, in the order of the eye.
//!
//! Knows nothing of where a line stands or why it ends.

use krilla::text::{GlyphId, KrillaGlyph};
use unicode_segmentation::UnicodeSegmentation;

use crate::clean::is_invisible;
use crate::fonts::{Face, Fonts, Picture};

/// A grapheme with more characters than this is cut: a PDF's character map has no room for a longer entry.
const MOST_CHARACTERS: usize = 12;

/// What moves as one: a letter with its marks, an emoji of several parts, a blank.
pub(crate) struct Cluster {
    /// Where it stands in its paragraph, in bytes.
    pub start: usize,
    pub end: usize,
    pictures: Vec<Picture>,
    /// In ems.
    pub advance: f32,
    pub blank: bool,
    direction: Direction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Right,
    Left,
    Neutral,
}

/// Glyphs of one font in one direction.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub face: Face,
    pub glyphs: Vec<KrillaGlyph>,
    /// In ems.
    pub advance: f32,
    backwards: bool,
}

/// A line of text, at no size yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub text: String,
    pub runs: Vec<Run>,
}

impl Line {
    /// In ems.
    pub fn advance(&self) -> f32 {
        self.runs.iter().map(|run| run.advance).sum()
    }

    /// The line of these clusters of `paragraph`.
    pub fn of(paragraph: &str, clusters: &[Cluster]) -> Self {
        let mut line = Self::default();
        for part in in_order_of_the_eye(clusters) {
            for cluster in part.clusters() {
                line.push(cluster, part.backwards);
            }
        }
        // The text keeps the order in which it was written; only the glyphs stand in the order of the eye.
        line.text = clusters.iter().filter_map(|c| paragraph.get(c.start..c.end)).collect();
        let first = clusters.first().map_or(0, |c| c.start);
        for glyph in line.runs.iter_mut().flat_map(|run| &mut run.glyphs) {
            glyph.text_range = glyph.text_range.start - first..glyph.text_range.end - first;
        }
        line
    }

    /// All glyphs of a cluster point to its whole text, so that an emoji of several parts is copied as one.
    fn push(&mut self, cluster: &Cluster, backwards: bool) {
        for picture in &cluster.pictures {
            let range = cluster.start..cluster.end;
            let glyph = KrillaGlyph::new(GlyphId::new(picture.id), picture.advance, 0.0, 0.0, 0.0, range, None);
            match self.runs.last_mut().filter(|run| run.face == picture.face && run.backwards == backwards) {
                Some(run) => {
                    run.advance += picture.advance;
                    run.glyphs.push(glyph);
                }
                None => {
                    self.runs.push(Run { face: picture.face, glyphs: vec![glyph], advance: picture.advance, backwards })
                }
            }
        }
    }
}

/// Cuts a paragraph into clusters and finds their pictures.
pub(crate) fn clusters(fonts: &Fonts, face: Face, paragraph: &str) -> Vec<Cluster> {
    let mut all = Vec::with_capacity(paragraph.len());
    for (start, grapheme) in paragraph.grapheme_indices(true) {
        let mut from = start;
        let mut ends = grapheme.char_indices().map(|(at, _)| start + at).skip(MOST_CHARACTERS).step_by(MOST_CHARACTERS);
        loop {
            let end = ends.next();
            let to = end.unwrap_or(start + grapheme.len());
            if let Some(part) = paragraph.get(from..to) {
                all.push(cluster(fonts, face, from, part));
            }
            match end {
                Some(end) => from = end,
                None => break,
            }
        }
    }
    all
}

fn cluster(fonts: &Fonts, face: Face, start: usize, text: &str) -> Cluster {
    let seen = || text.chars().filter(|c| !is_invisible(*c));
    // A skin tone changes the emoji before it; the fonts here have neither colours nor such glyphs.
    let drawn = || seen().enumerate().filter(|(at, c)| *at == 0 || !is_skin_tone(*c)).map(|(_, c)| c);
    let found: Option<Vec<Picture>> = drawn().map(|c| fonts.picture(face, c)).collect();
    let pictures = found.unwrap_or_else(|| fonts.missing().into_iter().collect());
    Cluster {
        start,
        end: start + text.len(),
        advance: pictures.iter().map(|picture| picture.advance).sum(),
        pictures,
        blank: text.chars().all(char::is_whitespace),
        direction: seen().next().map_or(Direction::Neutral, direction),
    }
}

fn is_skin_tone(character: char) -> bool {
    matches!(character, '\u{1f3fb}'..='\u{1f3ff}')
}

fn direction(character: char) -> Direction {
    match u32::from(character) {
        0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff => Direction::Left,
        _ if character.is_alphanumeric() => Direction::Right,
        _ => Direction::Neutral,
    }
}

struct Part<'a> {
    clusters: &'a [Cluster],
    backwards: bool,
}

impl<'a> Part<'a> {
    fn clusters(&self) -> Box<dyn Iterator<Item = &'a Cluster> + 'a> {
        if self.backwards { Box::new(self.clusters.iter().rev()) } else { Box::new(self.clusters.iter()) }
    }
}

/// Parts a line into what reads from left to right and what reads from right to left (from the first such letter
/// to the last one before a letter or digit of the other kind). Readers of PDF expect the second kind in the order
/// of the eye, and turn it round themselves.
fn in_order_of_the_eye(clusters: &[Cluster]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = clusters;
    while !rest.is_empty() {
        let forwards = rest.iter().position(|c| c.direction == Direction::Left).unwrap_or(rest.len());
        let (part, tail) = rest.split_at(forwards);
        parts.push(Part { clusters: part, backwards: false });
        let reach = tail.iter().position(|c| c.direction == Direction::Right).unwrap_or(tail.len());
        let backwards =
            tail.iter().take(reach).rposition(|c| c.direction == Direction::Left).map_or(0, |last| last + 1);
        let (part, tail) = tail.split_at(backwards);
        parts.push(Part { clusters: part, backwards: true });
        rest = tail;
    }
    parts
}
