//! The answer of GetIntegrationslovsdataPdf: a PDF in base64.

use crate::answer::{Answer, AnswerFault};
use crate::job_centre_code::JobCentreCode;
use crate::json::{DecodeError, FromJson, Json, Shape, object, optional};
use crate::pdf_data::PdfData;
use crate::schema::dto;

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

/// What an answer holds, with the file as it came: for callers that decode it with [`PdfPieces`]. `None`: there is no PDF.
pub fn unread_pdf<J: Json>(answer: Option<&J>) -> Result<Option<(Option<JobCentreCode>, J)>, AnswerFault> {
    let answer = answer.ok_or(AnswerFault::NotJson)?;
    let whole = || {
        let Some(document) = optional(answer, DOCUMENT)? else { return Ok(None) };
        object(&document)?;
        let data = document.member(PDF_DATA).ok_or_else(DecodeError::default)?;
        // An odd one hides nothing.
        let job_centre = document.member("jobcenterkode").and_then(|code| JobCentreCode::from_json(&code).ok());
        Ok(Some((job_centre, data)))
    };
    whole().map_err(AnswerFault::NotAsDocumented)
}

const DOCUMENT: &str = "letAsylIntegrationslovdataSomPdf";
const PDF_DATA: &str = "pdfData";

impl Answer for GetIntegrationslovdataSomPdfResponseDto {
    fn encode(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    fn decode<J: Json>(body: Option<&J>) -> Result<Self, AnswerFault> {
        let Some((jobcenterkode, data)) = unread_pdf(body)? else { return Ok(Self { document: None }) };
        let Shape::Text(data) = data.shape() else { return Err(AnswerFault::NotAsDocumented(DecodeError::default())) };
        let pdf_data = PdfData::from_base64(&data).map_err(AnswerFault::Pdf)?;
        Ok(Self { document: Some(GetIntegrationslovdataSomPdfDto { jobcenterkode, pdf_data }) })
    }
}
