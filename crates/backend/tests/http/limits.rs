//! How much one user may ask for: calls, and refusals.

use std::time::Duration;

use letasyl_contract::{GetAllGroups, GetText};
use uuid::Uuid;

use crate::support::*;

#[tokio::test]
async fn a_user_who_calls_too_often_waits_and_nobody_else_does() {
    let service = Service::with(0, |settings| settings.calls = 60, None).await;
    let (admin, caseworker) = (service.sign_in(ADMIN).await, service.sign_in(CASEWORKER).await);
    for _ in 0..60 {
        service.done(&admin, &GetAllGroups).await;
    }
    for ask in [Ask::of(&GetAllGroups), Ask::get("/session"), Ask::get("/session/all")] {
        let reply = service.send(ask.by(&admin)).await;
        assert_eq!(reply.problem(429).kind, "urn:letasyl:problem:too-many-calls");
        assert_eq!(reply.header("retry-after"), "2");
    }
    let told = service.audit().await.pop().unwrap();
    assert_eq!((told.status, told.user_id.as_deref()), (Some(429), Some(ADMIN)));
    assert_eq!(service.send(Ask::get("/session").by(&caseworker)).await.status, 200);
    service.wait(Duration::from_secs(2));
    service.done(&admin, &GetAllGroups).await;
}

#[tokio::test]
async fn refusals_are_neither_answered_nor_told_without_end() {
    let service = Service::with(0, |settings| settings.refusals = 60, None).await;
    let admin = service.sign_in(ADMIN).await;
    let missing = GetText { external_identifier: Uuid::nil() };
    for _ in 0..60 {
        service.call(&admin, &missing).await.problem(404);
    }
    let before = service.audit().await.len();
    for _ in 0..100 {
        let reply = service.call(&admin, &missing).await;
        assert_eq!(reply.problem(429).kind, "urn:letasyl:problem:too-many-calls");
        assert!(!reply.header("retry-after").is_empty());
    }
    assert_eq!(service.audit().await.len(), before);
    // What is not refused goes on.
    service.done(&admin, &GetAllGroups).await;
    service.wait(Duration::from_secs(60));
    service.call(&admin, &missing).await.problem(404);
    let told = service.audit().await.pop().unwrap().criterion.unwrap();
    assert!(told.ends_with("+100 refused of this user"), "{told}");
}

#[tokio::test]
async fn a_user_without_any_right_cannot_fill_the_log() {
    let service = Service::with(0, |settings| settings.calls = 1_000_000, None).await;
    let municipality = service.sign_in(MUNICIPALITY).await;
    for _ in 0..2_000 {
        service.call(&municipality, &GetAllGroups).await;
    }
    assert_eq!(service.audit().await.len(), 601);
}
