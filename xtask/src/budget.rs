//! The site's budget, kept here and nowhere else.

/// The most bytes that the site's code (HTML, CSS, JavaScript and WebAssembly) may have on the wire, compressed with
/// brotli: 1.5 seconds of a mobile line with 1.6 Mbit/s. Fonts do not count, because the page can be used without
/// them.
pub const CODE_BROTLI_BYTES: u64 = 300_000;
