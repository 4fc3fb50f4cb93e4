//! A PDF file in base64, as a whole or piece by piece.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Serialize, Serializer};

use crate::json::text_from_json;
use crate::schema::{Described, Schema};

/// The bytes of a PDF file; in JSON, base64.
#[derive(Clone, PartialEq, Eq)]
pub struct PdfData(Vec<u8>);

/// Why the data are not a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PdfDataError {
    /// There are no bytes.
    #[error("an empty file")]
    Empty,
    /// The text is not base64.
    #[error("not base64")]
    NotBase64,
    /// The bytes do not begin with a PDF's signature.
    #[error("not a PDF")]
    NotPdf,
}

impl PdfData {
    /// Takes the bytes of a PDF file.
    pub fn new(bytes: Vec<u8>) -> Result<Self, PdfDataError> {
        if bytes.is_empty() {
            Err(PdfDataError::Empty)
        } else if bytes.starts_with(HEAD) {
            Ok(Self(bytes))
        } else {
            Err(PdfDataError::NotPdf)
        }
    }

    /// Reads base64, in any of the forms that [`PdfPieces`] takes.
    pub fn from_base64(text: &str) -> Result<Self, PdfDataError> {
        let mut pieces = PdfPieces::default();
        let decode = |letters: &str| BASE64_STANDARD.decode(letters).ok();
        let mut bytes = pieces.next(text, decode)?;
        bytes.extend(pieces.end(decode)?);
        Ok(Self(bytes))
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Reads a PDF in base64 piece by piece, wherever it is cut: what is large need not be held twice, nor read at once.
///
/// Taken are both alphabets, padded or not, with line breaks and blanks anywhere, and as a `data:` address. Before what a
/// PDF begins with, 1,024 bytes of anything may stand, as PDF readers allow.
#[derive(Default)]
pub struct PdfPieces {
    /// Letters that wait for the rest of their four; before the first, for what shows whether it is an address.
    rest: String,
    /// Whether the first letters of the file have come.
    begun: bool,
    /// Whether the padding has come, after which nothing may.
    padded: bool,
    /// The first bytes, until the beginning of a PDF is found in them.
    head: Vec<u8>,
    /// Whether it is found.
    found: bool,
}

const HEAD: &[u8] = b"%PDF-";
/// How many bytes may stand before it.
const BEFORE: usize = 1_024;
const ADDRESS: &str = "data:";

impl PdfPieces {
    /// The bytes that this piece completes. `decode`: what decodes padded base64 of the standard alphabet where this runs;
    /// it gets whole fours only.
    pub fn next(&mut self, piece: &str, decode: impl FnOnce(&str) -> Option<Vec<u8>>) -> Result<Vec<u8>, PdfDataError> {
        if !piece.is_ascii() {
            return Err(PdfDataError::NotBase64);
        }
        let letters = piece.chars().filter(|letter| !letter.is_ascii_whitespace());
        self.rest.extend(letters);
        if !self.begun && !self.begin() {
            return Ok(Vec::new());
        }
        let whole = self.rest.len() / 4 * 4;
        let rest = self.rest.split_off(whole);
        let letters = std::mem::replace(&mut self.rest, rest);
        if self.padded && !(letters.is_empty() && self.rest.is_empty()) {
            return Err(PdfDataError::NotBase64);
        }
        self.decoded(&letters, decode)
    }

    /// The last bytes, of letters that were not padded to four; whether it was a PDF as a whole.
    pub fn end(mut self, decode: impl FnOnce(&str) -> Option<Vec<u8>>) -> Result<Vec<u8>, PdfDataError> {
        let mut letters = std::mem::take(&mut self.rest);
        if !letters.is_empty() && (self.padded || letters.contains('=')) {
            return Err(PdfDataError::NotBase64);
        }
        while !letters.len().is_multiple_of(4) {
            letters.push('=');
        }
        let bytes = self.decoded(&letters, decode)?;
        if self.found {
            Ok(bytes)
        } else if self.head.is_empty() {
            Err(PdfDataError::Empty)
        } else {
            Err(PdfDataError::NotPdf)
        }
    }

    /// Takes away what makes it an address; answers whether it is known by now where the file begins.
    fn begin(&mut self) -> bool {
        if self.rest.starts_with(ADDRESS) {
            let Some(comma) = self.rest.find(',') else { return false };
            self.rest.drain(..=comma);
            self.begun = true;
        } else {
            // Else there are too few letters to tell.
            self.begun = !ADDRESS.starts_with(&self.rest);
        }
        self.begun
    }

    fn decoded(
        &mut self,
        letters: &str,
        decode: impl FnOnce(&str) -> Option<Vec<u8>>,
    ) -> Result<Vec<u8>, PdfDataError> {
        self.padded |= letters.ends_with('=');
        let bytes = decode(&letters.replace('-', "+").replace('_', "/")).ok_or(PdfDataError::NotBase64)?;
        if !self.found {
            let room = BEFORE + HEAD.len() - self.head.len();
            self.head.extend(bytes.iter().take(room));
            self.found = self.head.windows(HEAD.len()).any(|part| part == HEAD);
            if !self.found && self.head.len() == BEFORE + HEAD.len() {
                return Err(PdfDataError::NotPdf);
            }
        }
        Ok(bytes)
    }
}

impl fmt::Debug for PdfData {
    /// Says how long it is: what stands in it is confidential.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PdfData({} bytes)", self.0.len())
    }
}

impl Described for PdfData {
    const SCHEMA: Schema = Schema::plain("base64Binary");
}

impl Serialize for PdfData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64_STANDARD.encode(&self.0))
    }
}

text_from_json! {
    PdfData: |text| Self::from_base64(&text).ok();
}
