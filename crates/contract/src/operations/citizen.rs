//! The three operations on one citizen. The CPR travels in a header and nowhere else.

use super::texts::REQUEST_ID;
use crate::access::{Citizens, DocumentOrganisation, Right};
use crate::answer::Nothing;
use crate::cpr::Cpr;
use crate::fault::Fault;
use crate::fejlkode::Fejlkode;
use crate::integrationslov::GetIntegrationslovsdataResponseDto;
use crate::operation::{Operation, OperationName, OperationSpec};
use crate::pdf::GetIntegrationslovdataSomPdfResponseDto;
use crate::request::{CPR_HEADER, Method, REQUEST_ID_HEADER, RawRequest, Reader, Request};
use crate::request_id::RequestId;
use crate::schema::Element;
use crate::schema::ParameterLocation;

const CPR: Element = Element::at::<Cpr>(ParameterLocation::Header, CPR_HEADER, "Beskrivelse af cpr");
const STAR: Right = Right { organisation: DocumentOrganisation::Star, citizens: &[Citizens::All] };

const fn job_centre(citizens: &'static [Citizens]) -> Right {
    Right { organisation: DocumentOrganisation::JobCenter, citizens }
}

/// Reads what the asylum operators registered of a citizen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetIntegrationslovsdata {
    /// The citizen.
    pub cpr: Cpr,
}

impl Operation for GetIntegrationslovsdata {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::GetIntegrationslovsdata,
        method: Method::Get,
        path: "/v1/LetasylIntegrationslov",
        rights: &[job_centre(&[Citizens::Own, Citizens::AndenAktoerOwn]), STAR],
        input: &[CPR],
        output: &[Element::of::<GetIntegrationslovsdataResponseDto>("response", "")],
        errors: Fejlkode::ALL,
    };
    type Answer = GetIntegrationslovsdataResponseDto;

    fn to_request(&self) -> Request {
        about(Self::SPEC.method, Self::SPEC.path, &self.cpr)
    }

    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::new(raw);
        let whole = reader.cpr().map(|cpr| Self { cpr });
        reader.finish(whole)
    }
}

/// Reads the same as a PDF. A job centre may do so for every citizen, unlike the read above: as the document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetIntegrationslovsdataPdf {
    /// The citizen.
    pub cpr: Cpr,
}

impl Operation for GetIntegrationslovsdataPdf {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::GetIntegrationslovsdataPdf,
        method: Method::Get,
        path: "/v1/LetasylIntegrationslov/pdf",
        rights: &[job_centre(&[Citizens::All, Citizens::AndenAktoerOwn]), STAR],
        input: &[CPR],
        output: &[Element::of::<GetIntegrationslovdataSomPdfResponseDto>("response", "")],
        errors: Fejlkode::ALL,
    };
    type Answer = GetIntegrationslovdataSomPdfResponseDto;

    fn to_request(&self) -> Request {
        about(Self::SPEC.method, Self::SPEC.path, &self.cpr)
    }

    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::new(raw);
        let whole = reader.cpr().map(|cpr| Self { cpr });
        reader.finish(whole)
    }
}

/// Transfers the data from LetAsyl. What that writes, the document does not say: only the status answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverfoerLetAsylIntegrationslovsdata {
    /// The citizen.
    pub cpr: Cpr,
    /// The id of this intent.
    pub request_id: RequestId,
}

impl Operation for OverfoerLetAsylIntegrationslovsdata {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::OverfoerLetAsylIntegrationslovsdata,
        method: Method::Post,
        path: "/v1/LetasylIntegrationslov/action/transfer",
        rights: &[job_centre(&[Citizens::Own]), STAR],
        input: &[CPR, REQUEST_ID],
        output: &[],
        errors: &[],
    };
    type Answer = Nothing;

    fn to_request(&self) -> Request {
        let mut request = about(Self::SPEC.method, Self::SPEC.path, &self.cpr);
        request.headers.push((REQUEST_ID_HEADER, self.request_id.to_string()));
        request
    }

    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::new(raw);
        let (cpr, request_id) = (reader.cpr(), reader.request_id());
        let whole = (|| Some(Self { cpr: cpr?, request_id: request_id? }))();
        reader.finish(whole)
    }
}

// Takes what is sent, not the whole of what the document says, which would go to every browser with it.
fn about(method: Method, path: &str, cpr: &Cpr) -> Request {
    let headers = vec![(CPR_HEADER, cpr.expose().to_owned())];
    Request { method, path: path.to_owned(), headers, body: None }
}
