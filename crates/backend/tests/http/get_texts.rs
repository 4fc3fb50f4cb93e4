//! GetTexts, and the demo texts that it answers.

use std::collections::{HashMap, HashSet};

use letasyl_contract::{
    CreateDynamicTextDto, CreateText, DeleteText, GetAllGroups, GetTexts, UpdateDynamicTextDto, UpdateText,
};
use uuid::Uuid;

use crate::support::*;

#[tokio::test]
async fn the_same_number_gives_the_same_texts() {
    let (one, other) = (Service::start().await, Service::start().await);
    let (admin, other_admin) = (one.sign_in(ADMIN).await, other.sign_in(ADMIN).await);
    let texts = one.done(&admin, &GetTexts::default()).await;
    assert_eq!(texts.len(), 60);
    assert_eq!(texts, other.done(&other_admin, &GetTexts::default()).await);

    let ids: HashSet<_> = texts.iter().map(|text| text.external_identifier).collect();
    assert_eq!(ids.len(), 60);
    let mut shared = HashMap::<_, usize>::new();
    for text in &texts {
        *shared.entry(text.text.as_str()).or_default() += 1;
    }
    assert!(shared.values().any(|count| *count > 1), "some share a text");
    assert!((1..20).contains(&texts.iter().filter(|text| text.group.is_none()).count()), "some have no group");
    assert!(texts.iter().all(|text| text.display_text.as_str().chars().count() > 40));
}

#[tokio::test]
async fn seeding_again_changes_nothing() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let texts = service.done(&admin, &GetTexts::default()).await;
    let store = letasyl_backend::Store::open(&service.database()).unwrap();
    letasyl_backend::demo::seed(&store, 1000).await.unwrap();
    assert_eq!(service.done(&admin, &GetTexts::default()).await, texts);
}

#[tokio::test]
async fn one_groups_texts_only() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let all = service.done(&admin, &GetTexts::default()).await;
    let mut found = all.iter().filter(|text| text.group.is_none()).count();
    for group in service.done(&admin, &GetAllGroups).await {
        let of_group = GetTexts { external_group_identifier: Some(group.external_identifier) };
        let texts = service.done(&admin, &of_group).await;
        let expected: Vec<_> = all.iter().filter(|text| text.group.as_ref() == Some(&group)).cloned().collect();
        assert!(!texts.is_empty());
        assert_eq!(texts, expected);
        found += texts.len();
    }
    assert_eq!(found, 60);
    // A group that is not there has no texts.
    let nobody = GetTexts { external_group_identifier: Some(Uuid::new_v4()) };
    assert!(service.done(&admin, &nobody).await.is_empty());
    for wrong in ["", "1", "alle"] {
        let ask = Ask::get(&format!("/v1/DynamicTexts?externalGroupIdentifier={wrong}")).by(&admin);
        assert_eq!(service.send(ask).await.fault_places(), ["externalGroupIdentifier"]);
    }
}

#[tokio::test]
async fn an_etag_holds_until_something_changes() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let first = service.call(&admin, &GetTexts::default()).await;
    assert_eq!(first.header("cache-control"), "private, no-cache");
    let tag = first.header("etag").to_owned();
    // Weak: the same in every coding.
    assert!(tag.starts_with("W/\"") && tag.ends_with('"') && tag.len() > 10);
    let strong = tag.trim_start_matches("W/");

    let again = |known: &str| Ask::of(&GetTexts::default()).by(&admin).header("if-none-match", known);
    for known in [&tag, strong, &format!("\"andet\", {tag}"), "*"] {
        let reply = service.send(again(known)).await;
        assert_eq!((reply.status.as_u16(), reply.body.len(), reply.header("etag")), (304, 0, &*tag), "{known}");
    }
    assert_eq!(service.send(again("\"andet\"")).await.status, 200);

    // Each kind of change makes another, and the same texts have the same.
    let (text, display_text) = (words("Ny"), words("Vises"));
    let body = CreateDynamicTextDto {
        text: text.clone(),
        display_text: display_text.clone(),
        group_external_identifier: None,
    };
    let id = service.done(&admin, &CreateText { request_id: new_request_id(), body }).await;
    let created = service.send(again(&tag)).await;
    let display_text = words("Vises nu");
    let body = UpdateDynamicTextDto { external_identifier: id, text, display_text, group_external_identifier: None };
    service.done(&admin, &UpdateText { request_id: new_request_id(), body }).await;
    let updated = service.send(again(created.header("etag"))).await;
    service.done(&admin, &DeleteText { external_identifier: id, request_id: new_request_id() }).await;
    let deleted = service.send(again(updated.header("etag"))).await;
    let replies = [created, updated, deleted];
    let tags: HashSet<_> = replies.iter().map(|reply| reply.header("etag")).collect();
    assert_eq!(tags.len(), 3);
    assert!(tags.contains(tag.as_str()));
    assert_eq!(replies.map(|reply| reply.json().as_array().unwrap().len()), [61, 61, 60]);

    // A write that failed changed nothing.
    let unknown = DeleteText { external_identifier: id, request_id: new_request_id() };
    let tag = service.call(&admin, &GetTexts::default()).await.header("etag").to_owned();
    service.call(&admin, &unknown).await.problem(404);
    assert_eq!(service.send(again(&tag)).await.status, 304);
}

#[tokio::test]
async fn after_a_backup_was_put_back_the_same_etag_never_names_other_texts() {
    let service = Service::start().await;
    let backup = service.folder.path().join("backup.sqlite");
    service.connection().execute("VACUUM INTO ?1", [backup.to_str().unwrap()]).unwrap();
    let tag_after = async |service: &Service, text: &str| {
        let admin = service.sign_in(ADMIN).await;
        let body =
            CreateDynamicTextDto { text: words(text), display_text: words("x"), group_external_identifier: None };
        service.done(&admin, &CreateText { request_id: new_request_id(), body }).await;
        service.call(&admin, &GetTexts::default()).await.header("etag").to_owned()
    };
    let before = tag_after(&service, "Den ene").await;
    let service = service.put_back(&backup);
    assert_ne!(before, tag_after(&service, "Den anden").await);
}

#[tokio::test]
async fn every_coding_holds_the_same_texts_under_the_same_etag() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let plain = service.call(&admin, &GetTexts::default()).await;
    assert_eq!(plain.header("content-encoding"), "");
    for (accepted, coding) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
        let reply = service.send(Ask::of(&GetTexts::default()).by(&admin).header("accept-encoding", accepted)).await;
        assert_eq!((reply.header("content-encoding"), reply.header("vary")), (coding, "accept-encoding"));
        assert_eq!(reply.header("content-length"), reply.body.len().to_string());
        assert!(reply.body.len() * 3 < plain.body.len(), "{coding}: {} bytes", reply.body.len());
        assert_eq!(reply.header("etag"), plain.header("etag"));
        assert_eq!(reply.decoded(), plain.body);
    }
}

#[tokio::test]
async fn what_is_short_is_not_compressed() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let reply = service.send(Ask::of(&GetAllGroups).by(&admin).header("accept-encoding", "br")).await;
    assert_eq!((reply.header("content-encoding"), reply.header("vary")), ("", "accept-encoding"));
    assert!(!reply.json().as_array().unwrap().is_empty());
}

#[tokio::test]
async fn an_etag_opens_nothing() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let tag = service.call(&admin, &GetTexts::default()).await.header("etag").to_owned();
    let ask = || Ask::of(&GetTexts::default()).header("if-none-match", &tag);
    service.send(ask()).await.problem(401);
    let caseworker = service.sign_in(CASEWORKER).await;
    service.send(ask().by(&caseworker)).await.problem(403);
}

#[tokio::test]
async fn a_group_that_is_named_twice_is_none() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let group = service.done(&admin, &letasyl_contract::GetAllGroups).await.remove(0).external_identifier;
    let twice = format!("/v1/DynamicTexts?externalGroupIdentifier={group}&externalGroupIdentifier={group}");
    assert_eq!(service.send(Ask::get(&twice).by(&admin)).await.fault_places(), ["externalGroupIdentifier"]);
}
