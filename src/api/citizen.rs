//! A citizen's data, from an answer that has to be about the citizen who was asked for.

use letasyl_contract::{Cpr, GetIntegrationslovsdata, IntegrationslovsdataDto, Operation};

use super::client::{ResponseBody, decode_body};
use super::error::{ApiError, Failure};

type CitizenAnswer = <GetIntegrationslovsdata as Operation>::Answer;

/// Reads the data; `None` where there are none. Data of another citizen are refused whole.
pub(crate) fn decode_citizen(
    body: Result<ResponseBody, ApiError>,
    asked: &Cpr,
) -> Result<Option<IntegrationslovsdataDto>, ApiError> {
    let body = body?;
    // 204, or an answer without a word: the operator has nothing.
    if body.is_empty() {
        return Ok(None);
    }
    let CitizenAnswer { integrationslovsdata, .. } = decode_body(&body)?;
    match integrationslovsdata {
        Some(data) if data.personnummer != *asked => Err(body.failure(ApiError::of(Failure::WrongCitizen))),
        data => Ok(data),
    }
}
