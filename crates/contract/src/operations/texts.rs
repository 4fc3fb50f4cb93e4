//! The six operations that keep dynamic texts and their groups: STAR only.

use uuid::Uuid;

use crate::access::{Citizens, DocumentOrganisation, Right};
use crate::answer::Nothing;
use crate::dynamic_text::{CreateDynamicTextDto, GetDynamicTextDto, GetDynamicTextGroupDto, UpdateDynamicTextDto};
use crate::fault::{Fault, FaultKind};
use crate::operation::{Operation, OperationName, OperationSpec};
use crate::request::{Method, REQUEST_ID_HEADER, RawRequest, Reader, Request};
use crate::request_id::RequestId;
use crate::schema::Element;
use crate::schema::ParameterLocation;

const STAR: &[Right] = &[Right { organisation: DocumentOrganisation::Star, citizens: &[Citizens::All] }];

pub(super) const REQUEST_ID: Element = Element::at::<RequestId>(
    ParameterLocation::Header,
    REQUEST_ID_HEADER,
    "Unikt id for requestet (typisk guid). Hvis api'et modtager samme requestId mere end én gang returneres http status kode 412. Max længde for id'et er 46 chars",
);

const ID: &str = "externalIdentifier";
const GROUP: &str = "externalGroupIdentifier";
const PATH_ID: Element = Element::at::<Uuid>(ParameterLocation::Path, ID, "");

/// Creates a text; answers its new id.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateText {
    /// The id of this intent.
    pub request_id: RequestId,
    /// The text.
    pub body: CreateDynamicTextDto,
}

impl Operation for CreateText {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::CreateText,
        method: Method::Post,
        path: "/v1/DynamicTexts/create",
        rights: STAR,
        input: &[REQUEST_ID, Element::of::<CreateDynamicTextDto>("requestBody", "")],
        output: &[Element::of::<Uuid>("response", "")],
        errors: &[],
    };
    type Answer = Uuid;

    fn to_request(&self) -> Request {
        write(Self::SPEC.method, Self::SPEC.path.to_owned(), &self.request_id, serde_json::to_string(&self.body).ok())
    }

    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::with_body(raw);
        let request_id = reader.request_id();
        let text = reader.body_text("text");
        let display_text = reader.body_text("displayText");
        let group = reader.body_optional_uuid("groupExternalIdentifier");
        let whole = (|| {
            let body =
                CreateDynamicTextDto { text: text?, display_text: display_text?, group_external_identifier: group? };
            Some(Self { request_id: request_id?, body })
        })();
        reader.finish(whole)
    }
}

/// Deletes a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeleteText {
    /// Which one.
    pub external_identifier: Uuid,
    /// The id of this intent.
    pub request_id: RequestId,
}

impl Operation for DeleteText {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::DeleteText,
        method: Method::Delete,
        path: "/v1/DynamicTexts/{externalIdentifier}",
        rights: STAR,
        input: &[PATH_ID, REQUEST_ID],
        output: &[Element::of::<Nothing>("response", "")],
        errors: &[],
    };
    type Answer = Nothing;

    fn to_request(&self) -> Request {
        write(Self::SPEC.method, with_id(Self::SPEC.path, self.external_identifier), &self.request_id, None)
    }

    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::new(raw);
        let (id, request_id) = (reader.path_uuid(ID), reader.request_id());
        let whole = (|| Some(Self { external_identifier: id?, request_id: request_id? }))();
        reader.finish(whole)
    }
}

/// Reads one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetText {
    /// Which one.
    pub external_identifier: Uuid,
}

impl Operation for GetText {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::GetText,
        method: Method::Get,
        path: "/v1/DynamicTexts/{externalIdentifier}",
        rights: STAR,
        input: &[PATH_ID],
        output: &[Element::of::<GetDynamicTextDto>("response", "")],
        errors: &[],
    };
    type Answer = GetDynamicTextDto;

    fn to_request(&self) -> Request {
        get(with_id(Self::SPEC.path, self.external_identifier))
    }

    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::new(raw);
        let whole = reader.path_uuid(ID).map(|external_identifier| Self { external_identifier });
        reader.finish(whole)
    }
}

/// Reads all texts, or those of one group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GetTexts {
    /// Only the texts of this group.
    pub external_group_identifier: Option<Uuid>,
}

impl Operation for GetTexts {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::GetTexts,
        method: Method::Get,
        path: "/v1/DynamicTexts",
        rights: STAR,
        input: &[Element::at::<Option<Uuid>>(ParameterLocation::Query, GROUP, "")],
        output: &[Element::of::<Vec<GetDynamicTextDto>>("response", "")],
        errors: &[],
    };
    type Answer = Vec<GetDynamicTextDto>;

    fn to_request(&self) -> Request {
        let path = Self::SPEC.path;
        get(self.external_group_identifier.map_or_else(|| path.to_owned(), |group| format!("{path}?{GROUP}={group}")))
    }

    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::new(raw);
        let whole = reader.query_uuid(GROUP).map(|external_group_identifier| Self { external_group_identifier });
        reader.finish(whole)
    }
}

/// Reads all groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GetAllGroups;

impl Operation for GetAllGroups {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::GetAllGroups,
        method: Method::Get,
        path: "/v1/DynamicTexts/groups",
        rights: STAR,
        input: &[],
        output: &[Element::of::<Vec<GetDynamicTextGroupDto>>("response", "")],
        errors: &[],
    };
    type Answer = Vec<GetDynamicTextGroupDto>;

    fn to_request(&self) -> Request {
        get(Self::SPEC.path.to_owned())
    }

    fn from_request(_: &RawRequest) -> Result<Self, Vec<Fault>> {
        Ok(Self)
    }
}

/// Changes a text. The document has the id twice, in the path (a string) and in the body (a uuid): one value here,
/// so that they are always sent equal.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateText {
    /// The id of this intent.
    pub request_id: RequestId,
    /// The text as it shall be.
    pub body: UpdateDynamicTextDto,
}

impl Operation for UpdateText {
    const SPEC: OperationSpec = OperationSpec {
        name: OperationName::UpdateText,
        method: Method::Put,
        path: "/v1/DynamicTexts/update/{externalIdentifier}",
        rights: STAR,
        input: &[
            Element::at::<String>(ParameterLocation::Path, ID, ""),
            REQUEST_ID,
            Element::of::<UpdateDynamicTextDto>("requestBody", ""),
        ],
        output: &[Element::of::<Nothing>("response", "")],
        errors: &[],
    };
    type Answer = Nothing;

    fn to_request(&self) -> Request {
        let path = with_id(Self::SPEC.path, self.body.external_identifier);
        write(Self::SPEC.method, path, &self.request_id, serde_json::to_string(&self.body).ok())
    }

    fn from_request(raw: &RawRequest) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::with_body(raw);
        let in_path = reader.path_uuid(ID);
        let request_id = reader.request_id();
        let in_body = reader.body_uuid(ID);
        let text = reader.body_text("text");
        let display_text = reader.body_text("displayText");
        let group = reader.body_optional_uuid("groupExternalIdentifier");
        if in_path.is_some() && in_body.is_some() && in_path != in_body {
            reader.fault(Fault::in_body(ID, FaultKind::IdsDiffer));
        }
        let whole = (|| {
            let body = UpdateDynamicTextDto {
                external_identifier: in_body?,
                text: text?,
                display_text: display_text?,
                group_external_identifier: group?,
            };
            Some(Self { request_id: request_id?, body })
        })();
        reader.finish(whole)
    }
}

fn with_id(path: &str, id: Uuid) -> String {
    path.replace("{externalIdentifier}", &id.to_string())
}

fn get(path: String) -> Request {
    Request { method: Method::Get, path, headers: Vec::new(), body: None }
}

fn write(method: Method, path: String, id: &RequestId, body: Option<String>) -> Request {
    Request { method, path, headers: vec![(REQUEST_ID_HEADER, id.to_string())], body }
}
