//! The answer of GetIntegrationslovsdataPdf: a PDF in base64.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Serialize, Serializer};

use crate::job_centre_code::JobCentreCode;
use crate::json::{Json, Shape, text_from_json};
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
        } else if bytes.starts_with(b"%PDF-") {
            Ok(Self(bytes))
        } else {
            Err(PdfDataError::NotPdf)
        }
    }

    /// Reads base64 (the standard alphabet, padded). Line breaks are passed over, as MIME allows.
    pub fn from_base64(text: &str) -> Result<Self, PdfDataError> {
        let joined;
        let text = if text.bytes().any(|b| b.is_ascii_whitespace()) {
            joined = text.split_ascii_whitespace().collect::<String>();
            &joined
        } else {
            text
        };
        Self::new(BASE64_STANDARD.decode(text).map_err(|_| PdfDataError::NotBase64)?)
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

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
    match answer.member("letAsylIntegrationslovdataSomPdf")?.member("pdfData")?.shape() {
        Shape::Text(text) => PdfData::from_base64(&text).err(),
        _ => None,
    }
}
