//! GetText.

use letasyl_contract::{GetText, GetTexts, NO_SUCH_TEXT};
use uuid::Uuid;

use crate::support::*;

#[tokio::test]
async fn answers_the_text() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let texts = service.done(&admin, &GetTexts::default()).await;
    for text in texts {
        let read = GetText { external_identifier: text.external_identifier };
        assert_eq!(service.done(&admin, &read).await, text);
    }
}

#[tokio::test]
async fn an_absent_group_is_left_out() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let texts = service.done(&admin, &GetTexts::default()).await;
    for text in [texts.iter().find(|text| text.group.is_none()), texts.iter().find(|text| text.group.is_some())] {
        let text = text.unwrap();
        let reply = service.call(&admin, &GetText { external_identifier: text.external_identifier }).await;
        assert_eq!(reply.json().as_object().unwrap().contains_key("group"), text.group.is_some());
        assert_eq!(reply.json().as_object().unwrap().len(), 3 + usize::from(text.group.is_some()));
    }
}

#[tokio::test]
async fn an_unknown_text_is_not_found_and_no_uuid_is_a_fault() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let read = GetText { external_identifier: Uuid::new_v4() };
    assert_eq!(service.call(&admin, &read).await.problem(404).kind, NO_SUCH_TEXT);
    for wrong in ["12", "34f0df34d28b5c3cab11a1929dcf1544", "%C3%A6", "%ff"] {
        let reply = service.send(Ask::get(&format!("/v1/DynamicTexts/{wrong}")).by(&admin)).await;
        assert_eq!(reply.fault_places(), ["externalIdentifier"], "{wrong}");
    }
}

#[tokio::test]
async fn an_unchanged_text_is_not_sent_again() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let id = service.done(&admin, &GetTexts::default()).await[0].external_identifier;
    let read = GetText { external_identifier: id };
    let tag = service.call(&admin, &read).await.header("etag").to_owned();
    let again = service.send(Ask::of(&read).by(&admin).header("if-none-match", &tag)).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    // Nothing hides that a text is not there.
    let unknown = GetText { external_identifier: Uuid::new_v4() };
    for known in ["\"andet\"", "*", &tag] {
        service.send(Ask::of(&unknown).by(&admin).header("if-none-match", known)).await.problem(404);
    }
}
