//! The answer of GetIntegrationslovsdataPdf: a PDF in base64.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Serialize, Serializer};

use crate::job_centre_code::JobCentreCode;
use crate::json::{Json, Misplaced, Shape, member, object, text_from_json};
use crate::operation::AnswerFault;
use crate::schema::{Described, Schema, dto};

dto! {
    /// What GetIntegrationslovsdataPdf answers.
    pub struct GetIntegrationslovdataSomPdfResponseDto {
        document = "letAsylIntegrationslovdataSomPdf": Option<GetIntegrationslovdataSomPdfDto>,
    }

    /// The PDF and the job centre of the citizen.
    pub struct GetIntegrationslovdataSomPdfDto {
        /// Borgerens jobcenter
        jobcenterkode = "jobcenterkode": Option<JobCentreCode>,
        /// Integrationslovdata i PDF-format, som er base 64-kodet
        pdf_data = "pdfData": PdfData,
    }
}

/// The bytes of a PDF file; in JSON, base64.
#[derive(Clone, PartialEq, Eq)]
pub struct PdfData(Vec<u8>);

/// Why something is no PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfDataError {
    /// No byte.
    Empty,
    /// Not base64.
    NotBase64,
    /// Bytes that do not begin as a PDF does.
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

    /// Reads base64 (the standard alphabet, padded). Line breaks are passed over, as MIME allows.
    pub fn from_base64(text: &str) -> Result<Self, PdfDataError> {
        let mut pieces = PdfPieces::default();
        let bytes = pieces.next(text, |letters| BASE64_STANDARD.decode(letters).ok())?;
        pieces.end()?;
        Ok(Self(bytes))
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Reads a PDF in base64 piece by piece, wherever it is cut: what is large need not be held twice, nor read at once.
#[derive(Default)]
pub struct PdfPieces {
    /// Letters that wait for the rest of their four.
    rest: String,
    /// Whether the padding has come, after which nothing may.
    padded: bool,
    /// The first bytes.
    head: Vec<u8>,
}

const HEAD: &[u8] = b"%PDF-";

impl PdfPieces {
    /// The bytes that this piece completes. `decode`: what decodes base64 where this runs; whole fours only.
    pub fn next(&mut self, piece: &str, decode: impl FnOnce(&str) -> Option<Vec<u8>>) -> Result<Vec<u8>, PdfDataError> {
        if !piece.is_ascii() {
            return Err(PdfDataError::NotBase64);
        }
        self.rest.extend(piece.chars().filter(|letter| !letter.is_ascii_whitespace()));
        let whole = self.rest.len() / 4 * 4;
        let rest = self.rest.split_off(whole);
        let letters = std::mem::replace(&mut self.rest, rest);
        if self.padded && !(letters.is_empty() && self.rest.is_empty()) {
            return Err(PdfDataError::NotBase64);
        }
        self.padded |= letters.ends_with('=');
        let bytes = decode(&letters).ok_or(PdfDataError::NotBase64)?;
        self.head.extend(bytes.iter().take(HEAD.len() - self.head.len().min(HEAD.len())));
        if self.head.iter().zip(HEAD).any(|(byte, known)| byte != known) {
            return Err(PdfDataError::NotPdf);
        }
        Ok(bytes)
    }

    /// Whether it was a PDF as a whole.
    pub fn end(&self) -> Result<(), PdfDataError> {
        if !self.rest.is_empty() {
            Err(PdfDataError::NotBase64)
        } else if self.head.is_empty() {
            Err(PdfDataError::Empty)
        } else if self.head == HEAD {
            Ok(())
        } else {
            Err(PdfDataError::NotPdf)
        }
    }
}

/// What an answer holds, with the file as it came: for whoever reads it by [`PdfPieces`]. `None`: there is no PDF.
pub fn unread_pdf<J: Json>(answer: Option<&J>) -> Result<Option<(Option<JobCentreCode>, J)>, AnswerFault> {
    let answer = answer.ok_or(AnswerFault::NotJson)?;
    let whole = || {
        object(answer)?;
        let Some(document) = answer.member(DOCUMENT) else { return Ok(None) };
        object(&document)?;
        let data = document.member(PDF_DATA).ok_or_else(Misplaced::default)?;
        Ok(Some((member(&document, "jobcenterkode")?, data)))
    };
    whole().map_err(AnswerFault::NotAsDocumented)
}

const DOCUMENT: &str = "letAsylIntegrationslovdataSomPdf";
const PDF_DATA: &str = "pdfData";

impl fmt::Debug for PdfData {
    /// Says how long it is: what stands in it is confidential.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PdfData({} bytes)", self.0.len())
    }
}

impl fmt::Display for PdfDataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "an empty file",
            Self::NotBase64 => "not base64",
            Self::NotPdf => "not a PDF",
        })
    }
}

impl std::error::Error for PdfDataError {}

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

/// What is wrong with the PDF in an answer that could not be read, if that is what is wrong with it.
pub(crate) fn fault_in<J: Json>(answer: &J) -> Option<PdfDataError> {
    match answer.member(DOCUMENT)?.member(PDF_DATA)?.shape() {
        Shape::Text(text) => PdfData::from_base64(&text).err(),
        _ => None,
    }
}
