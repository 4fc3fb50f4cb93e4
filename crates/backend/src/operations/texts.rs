//! The six operations on dynamic texts.

use letasyl_contract::{
    CreateText, DeleteText, FaultKind, GetAllGroups, GetDynamicTextDto, GetDynamicTextGroupDto, GetText, GetTexts,
    Nothing, Operation, UpdateText,
};
use uuid::Uuid;

use crate::app::App;
use crate::audit::Caller;
use crate::failure::Failure;
use crate::store::{AuditEntry, TextRefused};

impl From<TextRefused> for Failure {
    fn from(refused: TextRefused) -> Self {
        match refused {
            TextRefused::NoSuchText => Self::NoSuchText,
            TextRefused::NoSuchGroup => Self::in_body("groupExternalIdentifier", FaultKind::UnknownGroup),
        }
    }
}

pub async fn create(app: App, caller: Caller, CreateText { request_id, body }: CreateText) -> Result<Uuid, Failure> {
    let id = Uuid::new_v4();
    let entry = AuditEntry { criterion: Some(format!("externalIdentifier={id}")), ..caller.entry };
    let write = app.store().once(request_id, caller.session.token_hash, CreateText::SPEC.name, entry, move |writing| {
        writing.create_text(id, &body)?;
        Ok(id)
    });
    Ok(write.await?)
}

pub async fn update(app: App, caller: Caller, UpdateText { request_id, body }: UpdateText) -> Result<Nothing, Failure> {
    let write =
        app.store().once(request_id, caller.session.token_hash, UpdateText::SPEC.name, caller.entry, move |writing| {
            writing.update_text(&body)?;
            Ok(Nothing)
        });
    Ok(write.await?)
}

pub async fn delete(app: App, caller: Caller, operation: DeleteText) -> Result<Nothing, Failure> {
    let DeleteText { external_identifier, request_id } = operation;
    let write =
        app.store().once(request_id, caller.session.token_hash, DeleteText::SPEC.name, caller.entry, move |writing| {
            writing.delete_text(external_identifier)?;
            Ok(Nothing)
        });
    Ok(write.await?)
}

pub async fn get(app: App, _: Caller, operation: GetText) -> Result<GetDynamicTextDto, Failure> {
    app.store().text(operation.external_identifier).await?.ok_or(Failure::NoSuchText)
}

pub async fn list(app: App, _: Caller, operation: GetTexts) -> Result<Vec<GetDynamicTextDto>, Failure> {
    Ok(app.store().texts(operation.external_group_identifier).await?)
}

pub async fn groups(app: App, _: Caller, _: GetAllGroups) -> Result<Vec<GetDynamicTextGroupDto>, Failure> {
    Ok(app.store().groups().await?)
}
