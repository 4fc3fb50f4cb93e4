//! UpdateText.

use letasyl_contract::{GetAllGroups, GetText, GetTexts, UpdateDynamicTextDto, UpdateText};
use serde_json::json;
use uuid::Uuid;

use crate::support::*;

fn update(id: Uuid) -> UpdateText {
    let body = UpdateDynamicTextDto {
        external_identifier: id,
        text: words("Ændret"),
        display_text: words("Ændret visningstekst"),
        group_external_identifier: None,
    };
    UpdateText { request_id: new_request_id(), body }
}

#[tokio::test]
async fn changes_the_text_and_answers_nothing() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let texts = service.done(&admin, &GetTexts::default()).await;
    let old = texts.iter().find(|text| text.group.is_some()).unwrap();
    let mut operation = update(old.external_identifier);

    let reply = service.call(&admin, &operation).await;
    assert_eq!((reply.status.as_u16(), reply.body.len(), reply.header("content-type")), (200, 0, ""));
    let read = GetText { external_identifier: old.external_identifier };
    let new = service.done(&admin, &read).await;
    assert_eq!((new.text.as_str(), new.display_text.as_str(), &new.group), ("Ændret", "Ændret visningstekst", &None));

    let group = service.done(&admin, &GetAllGroups).await.remove(0);
    operation.request_id = new_request_id();
    operation.body.group_external_identifier = Some(group.external_identifier);
    service.done(&admin, &operation).await;
    assert_eq!(service.done(&admin, &read).await.group, Some(group));

    // Only this text, and in its old place.
    let now = service.done(&admin, &GetTexts::default()).await;
    let changed: Vec<_> = now.iter().zip(&texts).filter(|(new, old)| new != old).collect();
    assert_eq!((now.len(), changed.len()), (60, 1));
    assert_eq!(changed[0].0.external_identifier, old.external_identifier);
}

#[tokio::test]
async fn an_unknown_text_is_not_found_and_burns_no_id() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let mut operation = update(Uuid::new_v4());
    let problem = service.call(&admin, &operation).await.problem(404);
    assert_eq!((problem.kind.as_str(), problem.fejlkode), ("urn:letasyl:problem:no-such-text", None));
    operation.body.external_identifier = service.done(&admin, &GetTexts::default()).await[0].external_identifier;
    service.done(&admin, &operation).await;
    service.call(&admin, &operation).await.problem(412);
}

#[tokio::test]
async fn a_spent_id_is_told_before_the_text_is_looked_for() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let mut operation = update(service.done(&admin, &GetTexts::default()).await[0].external_identifier);
    service.done(&admin, &operation).await;
    operation.body.external_identifier = Uuid::new_v4();
    service.call(&admin, &operation).await.problem(412);
}

#[tokio::test]
async fn an_unknown_group_changes_nothing() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let old = service.done(&admin, &GetTexts::default()).await.remove(0);
    let mut operation = update(old.external_identifier);
    operation.body.group_external_identifier = Some(Uuid::new_v4());
    let reply = service.call(&admin, &operation).await;
    assert_eq!(reply.fault_places(), ["/groupExternalIdentifier"]);
    let read = GetText { external_identifier: old.external_identifier };
    assert_eq!(service.done(&admin, &read).await, old);
}

#[tokio::test]
async fn the_ids_in_path_and_body_are_equal_uuids() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let texts = service.done(&admin, &GetTexts::default()).await;
    let (one, other) = (texts[0].external_identifier, texts[1].external_identifier);
    let body = |id: &str| json!({ "externalIdentifier": id, "text": "a", "displayText": "b" });
    let put = |path: &str, body| {
        let id = new_request_id().to_string();
        Ask::new("PUT", &format!("/v1/DynamicTexts/update/{path}")).header("x-requestId", &id).by(&admin).json(&body)
    };
    let reply = service.send(put(&one.to_string(), body(&other.to_string()))).await;
    assert_eq!(reply.fault_places(), ["/externalIdentifier"]);
    let reply = service.send(put("intet-uuid", body("heller ikke"))).await;
    assert_eq!(reply.fault_places(), ["/externalIdentifier", "externalIdentifier"]);
    let reply = service.send(put("%ff", json!({}))).await;
    assert_eq!(reply.fault_places(), ["/displayText", "/externalIdentifier", "/text", "externalIdentifier"]);
    assert_eq!(service.done(&admin, &GetTexts::default()).await, texts);
    // Equal as uuids, whatever the letter case.
    let reply = service.send(put(&one.to_string().to_uppercase(), body(&one.to_string()))).await;
    assert_eq!(reply.status, 200);
}
