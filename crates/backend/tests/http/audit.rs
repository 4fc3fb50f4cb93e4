//! The audit log: every use is told, by whom and about whom, before it is answered; and what is not told, is not
//! answered.

use letasyl_backend::AuditEntry;
use letasyl_contract::*;
use serde_json::json;
use uuid::Uuid;

use crate::support::*;

/// Keeps every entry from being written, as a fault of the disk would.
const REFUSE: &str = "CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'broken'); END;";

fn create(id: &RequestId) -> CreateText {
    let body =
        CreateDynamicTextDto { text: words("Ny"), display_text: words("Ny tekst"), group_external_identifier: None };
    CreateText { request_id: id.clone(), body }
}

/// The last entry: event, status, problem.
async fn last(service: &Service) -> AuditEntry {
    service.audit().await.pop().unwrap()
}

fn tells(entry: &AuditEntry, event: &str, status: i64, problem: Option<&str>) {
    let told = (entry.event.as_str(), entry.status, entry.problem.as_deref());
    assert_eq!(told, (event, Some(status), problem));
    assert!(entry.trace.as_ref().is_some_and(|trace| trace.starts_with('t')), "the technical log's id");
}

#[tokio::test]
async fn a_read_of_a_citizen_tells_who_for_whom_about_whom_and_when() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    service.wait(std::time::Duration::from_millis(1234));
    service.done(&caseworker, &GetIntegrationslovsdata { cpr: cpr(FULL) }).await;
    let entry = last(&service).await;
    tells(&entry, "GetIntegrationslovsdata", 200, None);
    assert_eq!(entry.at, 1_700_000_001_234);
    assert_eq!(entry.user_id.as_deref(), Some(CASEWORKER));
    assert_eq!(entry.user_name.as_deref(), Some("Mette Åkjær"));
    assert_eq!(entry.organisation_type.as_deref(), Some("JobCenter"));
    assert_eq!(entry.organisation_code.as_deref(), Some("10100"));
    assert_eq!(entry.organisation_name.as_deref(), Some("Jobcenter Østervang"));
    assert_eq!(entry.cpr.as_deref(), Some(FULL));
    service.done(&caseworker, &GetIntegrationslovsdataPdf { cpr: cpr(FULL) }).await;
    tells(&last(&service).await, "GetIntegrationslovsdataPdf", 200, None);

    let transfer = OverfoerLetAsylIntegrationslovsdata { cpr: cpr(FULL), request_id: new_request_id() };
    for (status, problem) in [(200, None), (412, Some("repeated-request"))] {
        service.call(&caseworker, &transfer).await;
        let entry = last(&service).await;
        tells(&entry, "OverfoerLetAsylIntegrationslovsdata", status, problem);
        assert_eq!(entry.request_id.as_deref(), Some(transfer.request_id.as_str()));
        assert_eq!((entry.cpr.as_deref(), entry.user_id.as_deref()), (Some(FULL), Some(CASEWORKER)));
    }
}

#[tokio::test]
async fn texts_are_told_by_their_ids() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let id = service.done(&admin, &create(&new_request_id())).await;
    let criterion = Some(format!("externalIdentifier={id}"));
    let told = last(&service).await;
    tells(&told, "CreateText", 200, None);
    assert_eq!(told.criterion, criterion);

    service.done(&admin, &GetText { external_identifier: id }).await;
    assert_eq!(last(&service).await.criterion, criterion);
    let body = UpdateDynamicTextDto {
        external_identifier: id,
        text: words("Anden"),
        display_text: words("Anden tekst"),
        group_external_identifier: None,
    };
    service.done(&admin, &UpdateText { request_id: new_request_id(), body }).await;
    let told = last(&service).await;
    tells(&told, "UpdateText", 200, None);
    assert_eq!(told.criterion, criterion);
    let delete = DeleteText { external_identifier: id, request_id: new_request_id() };
    service.done(&admin, &delete).await;
    tells(&last(&service).await, "DeleteText", 200, None);

    let group = service.done(&admin, &GetAllGroups).await.remove(0).external_identifier;
    tells(&last(&service).await, "GetAllGroups", 200, None);
    let list = GetTexts { external_group_identifier: Some(group) };
    let reply = service.call(&admin, &list).await;
    let told = last(&service).await;
    tells(&told, "GetTexts", 200, None);
    assert_eq!(told.criterion, Some(format!("externalGroupIdentifier={group}")));
    let again = service.send(Ask::of(&list).by(&admin).header("if-none-match", reply.header("etag"))).await;
    assert_eq!(again.status, 304);
    tells(&last(&service).await, "GetTexts", 304, None);
}

#[tokio::test]
async fn refusals_are_told_too() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let other = service.sign_in(OTHER_CASEWORKER).await;
    let municipality = service.sign_in(MUNICIPALITY).await;
    let read = |cpr_: &str| Ask::of(&GetIntegrationslovsdata { cpr: cpr(cpr_) });
    let id = new_request_id();
    service.done(&admin, &create(&id)).await;
    for (ask, event, status, problem, user) in [
        (read(FULL), "GetIntegrationslovsdata", 401, "not-signed-in", None),
        (read(FULL).by(&municipality), "GetIntegrationslovsdata", 403, "operation-forbidden", Some(MUNICIPALITY)),
        (read(FULL).by(&other), "GetIntegrationslovsdata", 403, "citizen-forbidden", Some(OTHER_CASEWORKER)),
        (read(DEAD).by(&admin), "GetIntegrationslovsdata", 409, "dead", Some(ADMIN)),
        (read(UNKNOWN).by(&admin), "GetIntegrationslovsdata", 404, "no-such-person", Some(ADMIN)),
        (
            Ask::get("/v1/LetasylIntegrationslov").by(&admin),
            "GetIntegrationslovsdata",
            400,
            "invalid-request",
            Some(ADMIN),
        ),
        (Ask::of(&create(&id)).by(&admin), "CreateText", 412, "repeated-request", Some(ADMIN)),
        (Ask::of(&create(&id)).by(&admin).body("x", "text/plain"), "CreateText", 415, "media-type", Some(ADMIN)),
        (
            Ask::of(&create(&id)).by(&admin).body("x".repeat(1024 * 1024 + 1), "application/json"),
            "CreateText",
            413,
            "too-large",
            Some(ADMIN),
        ),
        (
            Ask::of(&GetText { external_identifier: Uuid::nil() }).by(&admin),
            "GetText",
            404,
            "no-such-text",
            Some(ADMIN),
        ),
        (Ask::of(&create(&id)).header("origin", "https://evil.test"), "OtherOrigin", 403, "other-origin", None),
    ] {
        let before = service.audit().await.len();
        let reply = service.send(ask).await;
        assert_eq!(i64::from(reply.status.as_u16()), status);
        let entry = last(&service).await;
        tells(&entry, event, status, Some(problem));
        assert_eq!(entry.user_id.as_deref(), user, "{problem}");
        assert_eq!(service.audit().await.len(), before + 1, "one entry: {problem}");
    }
    let entries = service.audit().await;
    let of = |problem: &str| entries.iter().find(|entry| entry.problem.as_deref() == Some(problem)).unwrap();
    assert_eq!(of("not-signed-in").cpr.as_deref(), Some(FULL), "even then: about whom");
    assert_eq!((of("dead").fejlkode, of("no-such-person").fejlkode), (Some(4405), Some(110_001)));
    assert_eq!(of("other-origin").criterion.as_deref(), Some("/v1/DynamicTexts/create"));
}

#[tokio::test]
async fn what_is_no_value_is_not_kept() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let secret = "hemmeligt-kodeord";
    let ask = Ask::get("/v1/LetasylIntegrationslov").header("x-civilregistrationIdentifier", secret).by(&admin);
    service.send(ask.header("x-requestId", &secret.repeat(9))).await.problem(400);
    service.send(Ask::get(&format!("/v1/DynamicTexts/{secret}")).by(&admin)).await.problem(400);
    service.send(Ask::post("/session").json(&json!({ "user": secret }))).await.problem(401);
    let kept: i64 = service
        .connection()
        .query_row(
            "SELECT count(*) FROM audit WHERE concat_ws(' ', cpr, criterion, request_id, user_id, user_name) LIKE '%hemmeligt%'",
            (),
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(kept, 0);
    tells(&last(&service).await, "SignIn", 401, Some("unknown-user"));
}

#[tokio::test]
async fn signing_in_and_out_is_told() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    tells(&last(&service).await, "SignIn", 200, None);
    assert_eq!(last(&service).await.user_id.as_deref(), Some(ADMIN));
    service.send(Ask::new("DELETE", "/session").by(&admin)).await;
    tells(&last(&service).await, "SignOut", 200, None);
    assert_eq!(last(&service).await.user_id.as_deref(), Some(ADMIN));
    let before = service.audit().await.len();
    service.send(Ask::new("DELETE", "/session").by(&admin)).await;
    assert_eq!(service.audit().await.len(), before, "there was nobody to sign out");

    let admin = service.sign_in(ADMIN).await;
    service.wait(std::time::Duration::from_secs(30 * 60));
    service.call(&admin, &GetAllGroups).await.problem(401);
    let events: Vec<_> =
        service.audit().await.into_iter().rev().take(2).map(|entry| (entry.event, entry.user_id)).collect();
    let expired = ("SessionExpired".to_owned(), Some(ADMIN.to_owned()));
    assert_eq!(events, [("GetAllGroups".to_owned(), None), expired]);
}

#[tokio::test]
async fn no_log_no_answer_and_no_effect() {
    let service = Service::start().await;
    let (admin, caseworker) = (service.sign_in(ADMIN).await, service.sign_in(CASEWORKER).await);
    let leaving = service.sign_in(ADMIN).await;
    let texts = service.texts().await;
    let connection = service.connection();
    connection.execute_batch(REFUSE).unwrap();

    let id = new_request_id();
    let transfer = OverfoerLetAsylIntegrationslovsdata { cpr: cpr(FULL), request_id: new_request_id() };
    let reply = service.call(&caseworker, &GetIntegrationslovsdata { cpr: cpr(FULL) }).await;
    assert_eq!(reply.status, 500);
    assert!(!reply.text().contains("integrationslovsdata"));
    for ask in [
        Ask::of(&create(&id)).by(&admin),
        Ask::of(&transfer).by(&caseworker),
        Ask::of(&GetTexts::default()).by(&admin),
        Ask::of(&GetIntegrationslovsdataPdf { cpr: cpr(FULL) }).by(&caseworker),
        Ask::of(&GetIntegrationslovsdata { cpr: cpr(FULL) }),
        Ask::of(&create(&id)).header("origin", "https://evil.test"),
        Ask::new("DELETE", "/session").by(&leaving),
        Ask::new("DELETE", "/session/others").by(&admin),
    ] {
        service.send(ask).await.problem(500);
    }
    let sign_in = service.send(Ask::post("/session").json(&json!({ "user": ADMIN }))).await;
    sign_in.problem(500);
    assert!(sign_in.cookie().is_none());

    connection.execute_batch("DROP TRIGGER broken").unwrap();
    assert_eq!(service.texts().await, texts, "nothing was written");
    service.done(&admin, &create(&id)).await;
    service.done(&caseworker, &transfer).await;
}

#[tokio::test]
async fn strangers_cannot_fill_the_log() {
    let service = Service::start().await;
    for _ in 0..500 {
        service.send(Ask::of(&GetAllGroups)).await.problem(401);
    }
    assert_eq!(service.audit().await.len(), 120);
    service.wait(std::time::Duration::from_secs(60));
    service.send(Ask::of(&GetAllGroups)).await.problem(401);
    assert_eq!(last(&service).await.criterion.as_deref(), Some("+380 refused without a user"));
}

#[tokio::test]
async fn only_what_an_operation_declares_is_kept_of_its_parameters() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let (one, other) = (Uuid::new_v4(), service.done(&admin, &GetAllGroups).await.remove(0).external_identifier);
    let query = format!("2902139999Identifier={one}&externalIdentifier={one}&externalGroupIdentifier={other}");
    let reply = service.send(Ask::get(&format!("/v1/DynamicTexts?{query}")).by(&admin)).await;
    assert_eq!(reply.status, 200);
    assert_eq!(last(&service).await.criterion, Some(format!("externalGroupIdentifier={other}")));
    service.send(Ask::get(&format!("/v1/DynamicTexts?+880%20refusedIdentifier={one}"))).await.problem(401);
    assert_eq!(last(&service).await.criterion, None);
}

#[tokio::test]
async fn a_session_that_another_users_signing_in_replaces_is_told_of() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let ask = Ask::post("/session").json(&json!({ "user": CASEWORKER })).by(&admin);
    assert_eq!(service.send(ask).await.status, 200);
    let told: Vec<_> = service.audit().await.into_iter().map(|entry| (entry.event, entry.user_id)).collect();
    let told: Vec<_> = told.iter().map(|(event, user)| (event.as_str(), user.as_deref())).collect();
    assert_eq!(told, [("SignIn", Some(ADMIN)), ("SessionReplaced", Some(ADMIN)), ("SignIn", Some(CASEWORKER))]);
    // With a cookie of nobody's there is nothing to tell.
    let ask = Ask::post("/session").json(&json!({ "user": CASEWORKER })).by(&admin);
    service.send(ask).await;
    assert_eq!(service.audit().await.len(), 4);
}
