//! The three operations on one citizen.

use letasyl_contract::{
    GetIntegrationslovdataSomPdfDto, GetIntegrationslovdataSomPdfResponseDto, GetIntegrationslovsdata,
    GetIntegrationslovsdataPdf, GetIntegrationslovsdataResponseDto, JobCentreCode, Nothing, Operation,
    OverfoerLetAsylIntegrationslovsdata,
};

use crate::app::App;
use crate::audit::Caller;
use crate::failure::Failure;
use crate::operator;
use crate::pdf;
use crate::store::WriteError;

pub async fn read(
    app: App,
    caller: Caller,
    operation: GetIntegrationslovsdata,
) -> Result<GetIntegrationslovsdataResponseDto, Failure> {
    let said = operator::ask(&app, &caller.session, &GetIntegrationslovsdata::SPEC, &operation.cpr).await?;
    let statement = said.map_err(Failure::Fejlkode)?;
    Ok(GetIntegrationslovsdataResponseDto { integrationslovsdata: statement.data })
}

pub async fn pdf(
    app: App,
    caller: Caller,
    operation: GetIntegrationslovsdataPdf,
) -> Result<GetIntegrationslovdataSomPdfResponseDto, Failure> {
    let said = operator::ask(&app, &caller.session, &GetIntegrationslovsdataPdf::SPEC, &operation.cpr).await?;
    let statement = said.map_err(Failure::Fejlkode)?;
    let Some(data) = statement.data else { return Ok(GetIntegrationslovdataSomPdfResponseDto { document: None }) };
    let drawing = app.drawings().acquire(&caller.session.user.id, 1).await;
    let pdf_data = pdf::sheet(data, app.now()).await?;
    drop(drawing);
    let jobcenterkode = JobCentreCode::parse(&statement.job_centre).ok();
    let document = Some(GetIntegrationslovdataSomPdfDto { jobcenterkode, pdf_data });
    Ok(GetIntegrationslovdataSomPdfResponseDto { document })
}

/// What a transfer writes at STAR, the document does not say: here, the request id is all.
pub async fn transfer(
    app: App,
    caller: Caller,
    operation: OverfoerLetAsylIntegrationslovsdata,
) -> Result<Nothing, Failure> {
    let OverfoerLetAsylIntegrationslovsdata { cpr, request_id } = operation;
    let spec = OverfoerLetAsylIntegrationslovsdata::SPEC;
    let said = operator::ask(&app, &caller.session, &spec, &cpr).await?;
    // The document lists no error codes here, so the status alone tells. A refusal undoes the request id.
    let write = app.store().once(request_id, caller.session.token_hash, spec.name, caller.entry, move |_| match said {
        Ok(_) => Ok(Nothing),
        Err(code) => Err(WriteError::Refused(Failure::WithoutFejlkode(code))),
    });
    Ok(write.await?)
}
