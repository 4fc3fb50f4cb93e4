//! The site's budget, kept here and nowhere else: the most bytes of code (HTML, CSS, JavaScript and WebAssembly) on the
//! wire, compressed with brotli. Fonts do not count, because the page can be used without them.

/// What every user loads: one second of a mobile line with 1.7 Mbit/s.
pub const START: u64 = 208_000;

/// What only those load who may use the pages of texts.
pub const TEXTS: u64 = 132_000;
