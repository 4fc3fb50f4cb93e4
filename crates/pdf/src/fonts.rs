//! The fonts that are built in, and which of them has a character. Knows nothing of lines and pages.
//!
//! IBM Plex Sans writes everything it can. Hack stands in for symbols and rarer letters, Noto Emoji for emoji; both
//! are drawn in one colour. A character that none of them has is drawn as a box.

use krilla::Data;
use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use crate::error::RenderError;

const REGULAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-Regular.ttf"));
const SEMI_BOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/IBMPlexSans-SemiBold.ttf"));

/// The white square that stands for a character without a glyph. `.notdef` would do, but PDF/UA forbids it.
const BOX: char = '\u{25a1}';

/// One of the built-in fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    /// IBM Plex Sans Regular
    Regular,
    /// IBM Plex Sans SemiBold
    SemiBold,
    /// Hack, for what Plex lacks
    Symbols,
    /// Noto Emoji
    Emoji,
}

/// The picture of a character.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Picture {
    pub face: Face,
    pub id: u32,
    /// How far it moves the pen, in ems.
    pub advance: f32,
}

struct Loaded {
    font: Font,
    characters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

/// All built-in fonts, read.
pub(crate) struct Fonts {
    regular: Loaded,
    semi_bold: Loaded,
    symbols: Loaded,
    emoji: Loaded,
}

impl Fonts {
    /// Reads the fonts. That is quick: nothing but their tables of contents is parsed.
    pub fn load() -> Result<Self, RenderError> {
        Ok(Self {
            regular: Loaded::read("IBM Plex Sans Regular", REGULAR)?,
            semi_bold: Loaded::read("IBM Plex Sans SemiBold", SEMI_BOLD)?,
            symbols: Loaded::read("Hack Regular", epaint_default_fonts::HACK_REGULAR)?,
            emoji: Loaded::read("Noto Emoji", epaint_default_fonts::NOTO_EMOJI_REGULAR)?,
        })
    }

    /// The font to draw with.
    pub fn font(&self, face: Face) -> Font {
        self.loaded(face).font.clone()
    }

    /// The picture of a character, from the wished face or from those that stand in for it.
    pub fn picture(&self, wished: Face, character: char) -> Option<Picture> {
        [wished, Face::Symbols, Face::Emoji].into_iter().find_map(|face| self.loaded(face).picture(face, character))
    }

    /// What is drawn for a character that no font has.
    pub fn missing(&self) -> Option<Picture> {
        self.loaded(Face::Symbols).picture(Face::Symbols, BOX)
    }

    fn loaded(&self, face: Face) -> &Loaded {
        match face {
            Face::Regular => &self.regular,
            Face::SemiBold => &self.semi_bold,
            Face::Symbols => &self.symbols,
            Face::Emoji => &self.emoji,
        }
    }
}

impl Loaded {
    fn read(name: &'static str, bytes: &'static [u8]) -> Result<Self, RenderError> {
        let file = FontRef::new(bytes).map_err(|_| RenderError::Font(name))?;
        Ok(Self {
            font: Font::new(Data::from(bytes), 0).ok_or(RenderError::Font(name))?,
            characters: file.charmap(),
            metrics: file.glyph_metrics(Size::unscaled(), LocationRef::default()),
        })
    }

    fn picture(&self, face: Face, character: char) -> Option<Picture> {
        let id = self.characters.map(character).filter(|id| id.to_u32() != 0)?;
        let advance = self.metrics.advance_width(id)? / self.font.units_per_em();
        Some(Picture { face, id: id.to_u32(), advance })
    }
}
