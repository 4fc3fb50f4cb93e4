//! OverfoerLetAsylIntegrationslovsdata.

use std::time::Duration;

use letasyl_contract::{CreateDynamicTextDto, CreateText, OverfoerLetAsylIntegrationslovsdata};

use crate::support::*;

fn transfer(citizen: &str) -> OverfoerLetAsylIntegrationslovsdata {
    OverfoerLetAsylIntegrationslovsdata { cpr: cpr(citizen), request_id: new_request_id() }
}

#[tokio::test]
async fn succeeds_once_and_without_a_body() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    let operation = transfer(FULL);
    let reply = service.call(&caseworker, &operation).await;
    assert_eq!((reply.status.as_u16(), reply.body.len(), reply.header("content-type")), (200, 0, ""));
    service.call(&caseworker, &operation).await.problem(412);
    // Another intent for the same citizen.
    service.done(&caseworker, &transfer(FULL)).await;
    for citizen in [BARE, WITHOUT_DATA, HARD] {
        service.done(&caseworker, &transfer(citizen)).await;
    }
}

#[tokio::test]
async fn all_four_writes_spend_the_same_ids() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let operation = transfer(FULL);
    service.done(&admin, &operation).await;
    let body = CreateDynamicTextDto { text: words("a"), display_text: words("b"), group_external_identifier: None };
    let create = CreateText { request_id: operation.request_id.clone(), body };
    service.call(&admin, &create).await.problem(412);
    assert_eq!(service.texts().await, 60);
}

#[tokio::test]
async fn own_citizens_only() {
    let service = Service::start().await;
    for (user, allowed, refused) in [
        (ADMIN, &[FULL, ELSEWHERE][..], &[][..]),
        (CASEWORKER, &[FULL], &[ELSEWHERE]),
        (OTHER_CASEWORKER, &[ELSEWHERE], &[FULL, DEAD, SLOW]),
        (PROVIDER, &[], &[FULL, BARE, UNKNOWN]),
        (MUNICIPALITY, &[], &[FULL, ELSEWHERE]),
    ] {
        let cookie = service.sign_in(user).await;
        for citizen in allowed {
            service.done(&cookie, &transfer(citizen)).await;
        }
        for citizen in refused {
            service.call(&cookie, &transfer(citizen)).await.problem(403);
        }
    }
}

#[tokio::test]
async fn only_the_status_tells_and_a_failure_burns_no_id() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    for (_, citizen, status) in error_codes() {
        let mut operation = transfer(citizen);
        let problem = service.call(&caseworker, &operation).await.problem(status);
        assert_eq!((problem.fejlkode, problem.fejltekst), (None, None), "the document lists none here");
        operation.cpr = cpr(FULL);
        service.done(&caseworker, &operation).await;
        operation.cpr = cpr(citizen);
        service.call(&caseworker, &operation).await.problem(412);
    }
}

#[tokio::test]
async fn wants_both_headers_and_no_body() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    let bare = || Ask::post("/v1/LetasylIntegrationslov/action/transfer").by(&caseworker);
    let reply = service.send(bare()).await;
    assert_eq!(reply.fault_places(), ["x-civilregistrationIdentifier", "x-requestId"]);
    let reply = service.send(Ask::of(&transfer(FULL)).by(&caseworker).body("whatever", "text/plain")).await;
    assert_eq!(reply.status, 200);
    // A body that nobody reads may still not be too large.
    let large = Ask::of(&transfer(FULL)).by(&caseworker).header("content-length", "1048577");
    service.send(large).await.problem(413);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_goes_away_leaves_nothing_behind() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    let operation = transfer(SLOW);
    let gone = tokio::time::timeout(Duration::from_secs(7), service.call(&caseworker, &operation)).await;
    assert!(gone.is_err());
    tokio::time::sleep(Duration::from_secs(60)).await;
    let start = tokio::time::Instant::now();
    service.done(&caseworker, &operation).await;
    assert_eq!(start.elapsed().as_secs(), 8);
    service.call(&caseworker, &operation).await.problem(412);
}
