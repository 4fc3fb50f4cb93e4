//! One citizen's integration-law data as a PDF that prints well and that a screen reader can read.
//!
//! Written with `krilla`, which writes tagged PDF and checks it against PDF/UA-1: it builds in a third of the time
//! that `typst` takes and pulls in a quarter of its crates; breaking lines and pages, which it leaves to its user,
//! takes a few hundred lines here.
//!
//! The way of a text: `clean` makes it printable, `text` breaks it into lines with the glyphs of `fonts`,
//! `sheet` (with `entries` and `table`) says what is written and in which order, `flow` cuts that into
//! pages, `draw` writes the pages and `tags` the tree that tells headings, labels and cells apart.
//!
//! This crate does no I/O and knows neither a clock nor a server: the time of fetch comes in as words. The same
//! input gives the same bytes.

mod clean;
mod composer;
mod draw;
mod entries;
mod error;
mod flow;
mod fonts;
mod line;
mod sheet;
mod style;
mod table;
mod tags;
mod text;

use letasyl_contract::IntegrationslovsdataDto;

pub use error::RenderError;

/// Makes the PDF of `data`; `fetched_at` is the time of fetch as the reader shall see it.
///
/// Any text can be printed: what no font has becomes a box that still holds the character for copying and for
/// screen readers, so an error means a fault of this crate and not of the data.
pub fn render(data: &IntegrationslovsdataDto, fetched_at: &str) -> Result<Vec<u8>, RenderError> {
    let fonts = fonts::Fonts::load()?;
    let sheet = sheet::compose(&fonts, data, fetched_at);
    draw::draw(&fonts, sheet)
}
