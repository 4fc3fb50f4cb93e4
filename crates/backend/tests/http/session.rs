//! The session: signing in and out, what it lives through, and what it opens.

use std::collections::HashSet;
use std::time::Duration;

use letasyl_contract::{
    ALL, DemoCitizenDto, DemoUserDto, GetAllGroups, GetIntegrationslovsdata, OperationName, SessionDto,
};
use serde_json::json;

use crate::support::*;

const MINUTE: Duration = Duration::from_secs(60);

fn sign_in(user: &str) -> Ask {
    Ask::post("/session").json(&json!({ "user": user }))
}

async fn status(service: &Service, cookie: &Cookie) -> u16 {
    service.send(Ask::get("/session").by(cookie)).await.status.as_u16()
}

#[tokio::test]
async fn the_cookie_is_opaque_and_for_the_server_alone() {
    let service = Service::start().await;
    let reply = service.send(sign_in(ADMIN)).await;
    let set = reply.header("set-cookie").to_owned();
    let (pair, attributes) = set.split_once("; ").unwrap();
    let (name, token) = pair.split_once('=').unwrap();
    assert_eq!((name, attributes), ("letasyl", "Path=/; HttpOnly; SameSite=Strict"));
    assert!(token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit()), "256 bits");
    assert_eq!(reply.header("strict-transport-security"), "");

    let tokens: HashSet<String> = {
        let mut tokens = HashSet::new();
        for _ in 0..50 {
            tokens.insert(service.sign_in(ADMIN).await.0);
        }
        tokens
    };
    assert_eq!(tokens.len(), 50);

    // The database holds no token, only what cannot be turned back into one.
    for file in std::fs::read_dir(service.folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(token.len()).any(|window| window == token.as_bytes()));
    }
}

#[tokio::test]
async fn behind_tls_the_cookie_is_secure() {
    let service = Service::with(1, |settings| settings.secure = true, None).await;
    let reply = service.send(sign_in(ADMIN)).await;
    let set = reply.header("set-cookie");
    assert!(set.starts_with("__Host-letasyl=") && set.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"));
    assert!(reply.header("strict-transport-security").starts_with("max-age=31536000"));
    assert_eq!(status(&service, &reply.cookie().unwrap()).await, 200);
}

#[tokio::test]
async fn tells_who_is_signed_in_and_what_they_may_call() {
    use OperationName::*;
    let service = Service::start().await;
    let everything: Vec<_> = ALL.iter().map(|operation| operation.name).collect();
    for (user, organisation, operations) in [
        (ADMIN, json!({ "type": "STAR", "code": "STAR" }), everything),
        (
            CASEWORKER,
            json!({ "type": "JobCenter", "code": "10100" }),
            vec![GetIntegrationslovsdata, GetIntegrationslovsdataPdf, OverfoerLetAsylIntegrationslovsdata],
        ),
        (
            OTHER_CASEWORKER,
            json!({ "type": "JobCenter", "code": "20200" }),
            vec![GetIntegrationslovsdata, GetIntegrationslovsdataPdf, OverfoerLetAsylIntegrationslovsdata],
        ),
        (
            PROVIDER,
            json!({ "type": "AndenAktoer", "code": "10100" }),
            vec![GetIntegrationslovsdata, GetIntegrationslovsdataPdf],
        ),
        (MUNICIPALITY, json!({ "type": "Kommune", "code": "30300" }), vec![]),
    ] {
        let signed_in = service.send(sign_in(user)).await;
        let shown = service.send(Ask::get("/session").by(&signed_in.cookie().unwrap())).await;
        assert_eq!((shown.status.as_u16(), shown.header("cache-control")), (200, "no-store"));
        assert_eq!(signed_in.json(), shown.json());
        assert_eq!(shown.json()["user"]["id"], user);
        assert_eq!(shown.json()["organisation"]["type"], organisation["type"]);
        assert_eq!(shown.json()["organisation"]["code"], organisation["code"]);
        let session: SessionDto = serde_json::from_value(shown.json()).unwrap();
        assert_eq!(session.operations, operations);
        assert!(!session.user.name.is_empty() && !session.organisation.name.is_empty());
    }
    service.send(Ask::get("/session")).await.problem(401);
}

#[tokio::test]
async fn signing_in_wants_a_known_user_in_json() {
    let service = Service::start().await;
    let reply = service.send(sign_in("nobody")).await;
    assert_eq!(
        (reply.problem(401).kind.as_str(), reply.cookie().is_none()),
        ("urn:letasyl:problem:unknown-user", true)
    );
    let post = |body: &str| Ask::post("/session").body(body.to_owned(), "application/json");
    for (body, place) in [
        ("{", ""),
        ("[]", ""),
        ("{}", "/user"),
        (r#"{"user":null}"#, "/user"),
        (r#"{"user":7}"#, "/user"),
        (r#"{"user":""}"#, "/user"),
    ] {
        assert_eq!(service.send(post(body)).await.fault_places(), [place], "{body}");
    }
    service.send(Ask::post("/session").body("{}", "text/plain")).await.problem(415);
    service.send(post(&" ".repeat(1024 * 1024 + 1))).await.problem(413);
    let allow = service.send(Ask::new("PUT", "/session")).await;
    allow.problem(405);
    assert_eq!(allow.header("allow"), "GET,HEAD,POST,DELETE");
}

#[tokio::test]
async fn signing_in_again_ends_the_old_session() {
    let service = Service::start().await;
    let (first, elsewhere) = (service.sign_in(ADMIN).await, service.sign_in(ADMIN).await);
    let second = service.send(sign_in(CASEWORKER).by(&first)).await.cookie().unwrap();
    assert!(first != second);
    assert_eq!(status(&service, &first).await, 401);
    assert_eq!(status(&service, &second).await, 200);
    assert_eq!(status(&service, &elsewhere).await, 200, "a session elsewhere is another one");
    // Somebody who cannot sign in stays who they are.
    service.send(sign_in("nobody").by(&second)).await.problem(401);
    assert_eq!(status(&service, &second).await, 200);
}

#[tokio::test]
async fn signing_out_ends_it_on_the_server_too() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let reply = service.send(Ask::new("DELETE", "/session").by(&admin)).await;
    assert_eq!((reply.status.as_u16(), reply.body.len()), (200, 0));
    assert!(reply.header("set-cookie").starts_with("letasyl=; ") && reply.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(status(&service, &admin).await, 401);
    service.call(&admin, &GetAllGroups).await.problem(401);
    assert_eq!(service.send(Ask::new("DELETE", "/session")).await.status, 200, "wanted: no session");
}

#[tokio::test]
async fn an_unused_session_ends_after_30_minutes() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    for _ in 0..3 {
        service.wait(30 * MINUTE - Duration::from_millis(1));
        assert_eq!(service.call(&admin, &GetAllGroups).await.status, 200, "use prolongs it");
    }
    service.wait(30 * MINUTE);
    service.call(&admin, &GetAllGroups).await.problem(401);
    assert_eq!(status(&service, &admin).await, 401);
}

#[tokio::test]
async fn a_used_session_ends_after_10_hours() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    for _ in 0..39 {
        service.wait(15 * MINUTE);
        assert_eq!(status(&service, &admin).await, 200);
    }
    service.wait(15 * MINUTE - Duration::from_millis(1));
    assert_eq!(status(&service, &admin).await, 200);
    service.wait(Duration::from_millis(1));
    assert_eq!(status(&service, &admin).await, 401);
}

#[tokio::test]
async fn a_session_outlives_a_restart_but_not_the_demo() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let service = service.restarted(|_| ());
    assert_eq!(status(&service, &admin).await, 200);
    let service = service.restarted(|settings| settings.demo = false);
    assert_eq!(status(&service, &admin).await, 401);
    service.call(&admin, &GetAllGroups).await.problem(401);
    service.send(sign_in(ADMIN)).await.problem(404);
    service.send(Ask::get("/session/demo-users")).await.problem(404);
}

#[tokio::test]
async fn a_wrong_cookie_is_no_session() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let other_end = if admin.0.ends_with('0') { "1" } else { "0" };
    for wrong in [
        "letasyl=".to_owned(),
        "letasyl".to_owned(),
        format!("{}{other_end}", &admin.0[..admin.0.len() - 1]),
        admin.0.to_uppercase(),
        admin.0.replace("letasyl", "letasyl2"),
        format!("{}0", admin.0),
    ] {
        assert_eq!(status(&service, &Cookie(wrong)).await, 401);
    }
    assert_eq!(status(&service, &Cookie(format!("a=b; {} ; c=d", admin.0))).await, 200);
}

#[tokio::test]
async fn the_demo_users_to_choose_from() {
    let service = Service::start().await;
    let reply = service.send(Ask::get("/session/demo-users")).await;
    let users: Vec<DemoUserDto> = serde_json::from_value(reply.json()).unwrap();
    let ids: Vec<_> = users.iter().map(|user| user.user.id.as_str()).collect();
    assert_eq!(ids, [ADMIN, CASEWORKER, OTHER_CASEWORKER, PROVIDER, MUNICIPALITY]);
    assert_eq!(reply.json()[0].as_object().unwrap().keys().collect::<Vec<_>>(), ["operations", "organisation", "user"]);
    for id in ids {
        service.sign_in(id).await;
    }
}

#[tokio::test]
async fn the_demo_citizens_to_try_are_for_who_is_signed_in() {
    let service = Service::start().await;
    service.send(Ask::get("/session/demo-citizens")).await.problem(401);
    let admin = service.sign_in(ADMIN).await;
    let citizens: Vec<DemoCitizenDto> =
        serde_json::from_value(service.send(Ask::get("/session/demo-citizens").by(&admin)).await.json()).unwrap();
    assert!(citizens.len() >= 6 && citizens[0].cpr == cpr(FULL));
    for citizen in citizens {
        let asked = service.call(&admin, &GetIntegrationslovsdata { cpr: citizen.cpr.clone() }).await;
        assert_ne!(asked.status, 404, "{:?} is nobody", citizen.danish);
    }
}

#[tokio::test]
async fn behind_a_proxy_that_hands_on_another_host_a_browser_is_still_known() {
    let service = Service::start().await;
    let behind = || sign_in(ADMIN).header_instead("host", Some("127.0.0.1:8080"));
    let origin = "https://integrationslov.test";
    let reply = service.send(behind().header("origin", origin).header("sec-fetch-site", "same-origin")).await;
    assert_eq!(reply.status, 200);
    // An older browser is told by its origin, which the service has to know.
    service.send(behind().header("origin", origin)).await.problem(403);
    let known = Service::with(1, |settings| settings.origins = vec![origin.parse().unwrap()], None).await;
    assert_eq!(known.send(behind().header("origin", origin)).await.status, 200);
    assert_eq!(known.send(behind().header("origin", "HTTPS://Integrationslov.test:443")).await.status, 200);
    for other in ["http://integrationslov.test", "https://integrationslov.test:8443", "http://127.0.0.1:8080", "null"] {
        known.send(behind().header("origin", other)).await.problem(403);
    }
}

#[tokio::test]
async fn a_change_from_another_origin_is_refused_whatever_its_cookie() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    for (name, value) in [
        ("origin", "https://evil.test"),
        ("origin", "http://localhost.evil.test"),
        ("origin", "http://localhost:8081"),
        ("origin", "null"),
        ("origin", ""),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let ask = || Ask::new("DELETE", "/session").by(&admin).header(name, value);
        let problem = service.send(ask()).await.problem(403);
        assert_eq!(problem.kind, "urn:letasyl:problem:other-origin", "{name}: {value}");
        service.send(sign_in(ADMIN).header(name, value)).await.problem(403);
        service.send(Ask::post("/v1/DynamicTexts/create").by(&admin).header(name, value)).await.problem(403);
        // Before everything else, even before the path is known.
        service.send(Ask::post("/nothing").header(name, value)).await.problem(403);
        assert_eq!(service.send(Ask::get("/session").by(&admin).header(name, value)).await.status, 200, "a read");
    }
    let kept = service.send(Ask::post("/session").header("origin", "http://localhost").json(&json!({}))).await;
    kept.problem(400);
    for own in ["http://localhost", "http://LETASYL.test:80", "https://localhost"] {
        let ask = sign_in(ADMIN).header("origin", own).header("sec-fetch-site", "same-origin");
        assert_eq!(service.send(ask).await.status, 200, "{own}");
    }
}
