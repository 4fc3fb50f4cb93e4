//! CreateText.

use letasyl_contract::{CreateDynamicTextDto, CreateText, GetAllGroups, GetText};
use serde_json::json;
use uuid::Uuid;

use crate::support::*;

fn create(text: &str) -> CreateText {
    let body = CreateDynamicTextDto {
        text: words(text),
        display_text: words("Vises for borgeren"),
        group_external_identifier: None,
    };
    CreateText { request_id: new_request_id(), body }
}

#[tokio::test]
async fn answers_the_new_id_as_a_json_string() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let group = service.done(&admin, &GetAllGroups).await.remove(3);
    let mut operation = create("Særlig tekst med æ, ø og å\nog en linje til");
    operation.body.group_external_identifier = Some(group.external_identifier);

    let reply = service.call(&admin, &operation).await;
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "application/json"));
    assert_eq!(reply.header("cache-control"), "no-store");
    let id: Uuid = reply.json().as_str().unwrap().parse().unwrap();

    let created = service.done(&admin, &GetText { external_identifier: id }).await;
    assert_eq!(created.text, operation.body.text.into());
    assert_eq!(created.display_text, operation.body.display_text.into());
    assert_eq!(created.group, Some(group));
    assert_eq!(service.texts().await, 61);
}

#[tokio::test]
async fn blank_texts_and_the_longest_body_are_taken_as_they_are() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let id = service.done(&admin, &create(" ")).await;
    assert_eq!(service.done(&admin, &GetText { external_identifier: id }).await.text.as_str(), " ");
    let long = "å".repeat(500_000);
    let id = service.done(&admin, &create(&long)).await;
    assert_eq!(service.done(&admin, &GetText { external_identifier: id }).await.text.as_str(), long);
}

#[tokio::test]
async fn a_request_id_has_1_to_46_characters() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let with = |id: Option<&str>| Ask::of(&create("Tekst")).header_instead("x-requestId", id).by(&admin);
    for wrong in [None, Some(""), Some(&*"x".repeat(47)), Some("to\tord")] {
        let reply = service.send(with(wrong)).await;
        assert_eq!(reply.fault_places(), ["x-requestId"], "{wrong:?}");
    }
    assert_eq!(service.texts().await, 60);
    for right in ["x", "to ord", &"y".repeat(46)] {
        assert_eq!(service.send(with(Some(right))).await.status, 200);
    }
    assert_eq!(service.texts().await, 63);
}

#[tokio::test]
async fn a_repeated_request_id_changes_nothing() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let operation = create("Én gang");
    service.done(&admin, &operation).await;
    let problem = service.call(&admin, &operation).await.problem(412);
    assert_eq!(problem.kind, "urn:letasyl:problem:repeated-request");
    assert_eq!(service.texts().await, 61);
}

#[tokio::test]
async fn an_unknown_group_is_a_fault_and_burns_no_id() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let mut operation = create("Uden gruppe");
    operation.body.group_external_identifier = Some(Uuid::new_v4());
    let reply = service.call(&admin, &operation).await;
    assert_eq!(reply.fault_places(), ["/groupExternalIdentifier"]);
    assert_eq!(service.texts().await, 60);
    operation.body.group_external_identifier = None;
    service.done(&admin, &operation).await;
    assert_eq!(service.texts().await, 61);
}

#[tokio::test]
async fn every_fault_is_told_at_once() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let post = || Ask::post("/v1/DynamicTexts/create").by(&admin);
    let id = |ask: Ask| ask.header("x-requestId", &new_request_id().to_string());
    for (body, places) in [
        (json!({}), &["/displayText", "/text"][..]),
        (
            json!({ "text": "", "displayText": "", "groupExternalIdentifier": "" }),
            &["/displayText", "/groupExternalIdentifier", "/text"],
        ),
        (
            json!({ "text": 1, "displayText": null, "groupExternalIdentifier": 7 }),
            &["/displayText", "/groupExternalIdentifier", "/text"],
        ),
        (json!({ "text": "a", "displayText": [], "groupExternalIdentifier": null }), &["/displayText"]),
        (
            json!({ "text": "a", "displayText": "b", "groupExternalIdentifier": "ikke et uuid" }),
            &["/groupExternalIdentifier"],
        ),
        (json!([]), &[""]),
        (json!("tekst"), &[""]),
    ] {
        assert_eq!(service.send(id(post()).json(&body)).await.fault_places(), places, "{body}");
    }
    let reply = service.send(post().json(&json!({ "displayText": "" }))).await;
    assert_eq!(reply.fault_places(), ["/displayText", "/text", "x-requestId"]);
    for broken in ["", "{", "{\"text\": \"a\"", "\u{feff}"] {
        let reply = service.send(id(post()).body(broken, "application/json")).await;
        assert_eq!(reply.fault_places(), [""], "{broken}");
    }
    let reply = service.send(id(post()).body(&b"{\"text\":\"\xff\"}"[..], "application/json")).await;
    assert_eq!(reply.fault_places(), [""]);
    assert_eq!(service.texts().await, 60);
}

#[tokio::test]
async fn the_media_type_is_json_with_or_without_parameters() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let ask = |media_type: &str| Ask::of(&create("Tekst")).header_instead("content-type", Some(media_type)).by(&admin);
    for right in ["application/json", "Application/JSON; charset=utf-8", "application/json ;x=y"] {
        assert_eq!(service.send(ask(right)).await.status, 200, "{right}");
    }
    for wrong in ["text/plain", "application/json-patch+json", "application/problem+json", ""] {
        service.send(ask(wrong)).await.problem(415);
    }
    service.send(Ask::of(&create("Tekst")).header_instead("content-type", None).by(&admin)).await.problem(415);
    assert_eq!(service.texts().await, 63);
}

#[tokio::test]
async fn a_compressed_body_is_refused_and_a_byte_order_mark_is_no_matter() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let ask = || Ask::of(&create("Tekst")).by(&admin);
    let reply = service.send(ask().header("content-encoding", "gzip")).await;
    reply.problem(415);
    assert_eq!(reply.header("accept-encoding"), "identity");
    assert_eq!(service.send(ask().header("content-encoding", "identity")).await.status, 200);
    let body = letasyl_contract::Operation::to_request(&create("Tekst")).body.unwrap();
    let marked = ask().body(format!("\u{feff}{body}"), "application/json");
    assert_eq!(service.send(marked).await.status, 200);
}

#[tokio::test]
async fn a_body_has_at_most_1_mib() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let body = |size: usize| {
        let frame = json!({ "text": "", "displayText": "x" }).to_string().len();
        json!({ "text": "a".repeat(size - frame), "displayText": "x" })
    };
    let ask = |size| {
        let id = new_request_id().to_string();
        Ask::post("/v1/DynamicTexts/create").header("x-requestId", &id).by(&admin).json(&body(size))
    };
    let limit = 1024 * 1024;
    assert_eq!(service.send(ask(limit)).await.status, 200);
    service.send(ask(limit + 1)).await.problem(413);
    // The announced size is enough: the body itself is not waited for.
    service.send(ask(100).header("content-length", "1048577")).await.problem(413);
    assert_eq!(service.texts().await, 61);
}
