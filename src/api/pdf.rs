//! Decodes the PDF in slices and leaves it to the browser, so that 20 MB neither block the page nor fill the memory of
//! WebAssembly.

use js_sys::{Array, JsString, Uint8Array};
use letasyl_contract::{JobCentreCode, PdfDataError, PdfPieces, unread_pdf};

use super::client::ResponseBody;
use super::error::{ApiError, Failure};
use crate::platform::browser;

/// How many letters are decoded before others get their turn: some milliseconds' worth.
const SLICE: u32 = 1 << 20;

/// A PDF, in the browser's memory.
pub struct PdfFile {
    /// The citizen's job centre.
    pub job_centre: Option<JobCentreCode>,
    /// The bytes, in pieces.
    pub parts: Array,
}

/// Decodes the response; `None`: there is no PDF.
pub(crate) async fn decode_pdf(body: Result<ResponseBody, ApiError>) -> Result<Option<PdfFile>, ApiError> {
    let body = body?;
    if body.is_empty() {
        return Ok(None);
    }
    let unread = unread_pdf(body.json().as_ref()).map_err(|fault| body.failure(ApiError::from_fault(&fault)))?;
    let Some((job_centre, data)) = unread else { return Ok(None) };
    let text = data.string().ok_or_else(|| body.failure(ApiError::of(Failure::Unreadable)))?;
    match decode(&text).await {
        Ok(parts) => Ok(Some(PdfFile { job_centre, parts })),
        Err(fault) => Err(body.failure(ApiError::of(Failure::Pdf(fault)))),
    }
}

async fn decode(text: &JsString) -> Result<Array, PdfDataError> {
    let parts = Array::new();
    let mut pieces = PdfPieces::default();
    let mut from = 0;
    while from < text.length() {
        if from > 0 {
            browser::pause(0).await;
        }
        let piece = String::from(text.slice(from, from + SLICE));
        parts.push(&Uint8Array::from(pieces.next(&piece, browser::decode_base64)?.as_slice()));
        from += SLICE;
    }
    parts.push(&Uint8Array::from(pieces.end(browser::decode_base64)?.as_slice()));
    Ok(parts)
}
