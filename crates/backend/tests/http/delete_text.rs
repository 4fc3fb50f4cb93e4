//! DeleteText.

use letasyl_contract::{DeleteText, GetText, GetTexts};
use uuid::Uuid;

use crate::support::*;

#[tokio::test]
async fn deletes_the_text_and_answers_nothing() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let id = service.done(&admin, &GetTexts::default()).await[7].external_identifier;
    let operation = DeleteText { external_identifier: id, request_id: new_request_id() };
    let reply = service.call(&admin, &operation).await;
    assert_eq!((reply.status.as_u16(), reply.body.len(), reply.header("content-type")), (200, 0, ""));
    service.call(&admin, &GetText { external_identifier: id }).await.problem(404);
    assert_eq!(service.texts().await, 59);
    // The same intent again was received; another intent finds nothing.
    service.call(&admin, &operation).await.problem(412);
    let again = DeleteText { request_id: new_request_id(), ..operation };
    service.call(&admin, &again).await.problem(404);
}

#[tokio::test]
async fn an_unknown_text_burns_no_id() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let mut operation = DeleteText { external_identifier: Uuid::new_v4(), request_id: new_request_id() };
    service.call(&admin, &operation).await.problem(404);
    operation.external_identifier = service.done(&admin, &GetTexts::default()).await[0].external_identifier;
    service.done(&admin, &operation).await;
    assert_eq!(service.texts().await, 59);
}

#[tokio::test]
async fn wants_a_uuid_and_a_request_id() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let reply = service.send(Ask::new("DELETE", "/v1/DynamicTexts/12").by(&admin)).await;
    assert_eq!(reply.fault_places(), ["externalIdentifier", "x-requestId"]);
    assert_eq!(service.texts().await, 60);
}
