//! GetAllGroups.

use std::collections::HashSet;

use letasyl_contract::{GetAllGroups, GetTexts};

use crate::support::*;

#[tokio::test]
async fn answers_eight_groups_with_danish_names() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let reply = service.call(&admin, &GetAllGroups).await;
    assert_eq!(reply.header("cache-control"), "private, no-cache");
    for group in reply.json().as_array().unwrap() {
        assert_eq!(group.as_object().unwrap().keys().collect::<Vec<_>>(), ["externalIdentifier", "name"]);
    }
    let groups = service.done(&admin, &GetAllGroups).await;
    assert_eq!(groups.len(), 8);
    let names: HashSet<_> = groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names.len(), 8);
    assert!(["æ", "ø", "å"].iter().all(|letter| names.iter().any(|name| name.to_lowercase().contains(letter))));
}

#[tokio::test]
async fn the_groups_of_texts_are_among_them_in_every_database() {
    let (one, other) = (Service::start().await, Service::with(10, |_| (), None).await);
    let (admin, other_admin) = (one.sign_in(ADMIN).await, other.sign_in(ADMIN).await);
    let groups = one.done(&admin, &GetAllGroups).await;
    assert_eq!(groups, other.done(&other_admin, &GetAllGroups).await);
    let used: Vec<_> = one.done(&admin, &GetTexts::default()).await.into_iter().filter_map(|text| text.group).collect();
    assert!(used.len() > 40 && used.iter().all(|group| groups.contains(group)));
}

#[tokio::test]
async fn unchanged_groups_are_not_sent_again() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let tag = service.call(&admin, &GetAllGroups).await.header("etag").to_owned();
    let again = service.send(Ask::of(&GetAllGroups).by(&admin).header("if-none-match", &tag)).await;
    assert_eq!(again.status, 304);
}
