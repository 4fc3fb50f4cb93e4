//! What is checked before what, and the errors that belong to no operation.

use letasyl_backend::Failure;
use letasyl_contract::{ALL, Method, OperationSpec};
use serde_json::json;

use crate::support::*;

fn path(spec: &OperationSpec) -> String {
    spec.path.replace("{externalIdentifier}", "34f0df34-d28b-5c3c-ab11-a1929dcf1544")
}

/// With nothing that it should have.
fn bare(spec: &OperationSpec) -> Ask {
    Ask::new(spec.method.as_str(), &path(spec))
}

#[tokio::test]
async fn no_operation_without_a_session() {
    let service = Service::start().await;
    for spec in ALL {
        let problem = service.send(bare(spec)).await.problem(401);
        assert_eq!(problem.kind, "urn:letasyl:problem:not-signed-in", "{:?}", spec.name);
    }
}

#[tokio::test]
async fn no_operation_for_an_organisation_that_the_document_does_not_list() {
    let service = Service::start().await;
    for (user, refused) in [(MUNICIPALITY, 9), (CASEWORKER, 6), (PROVIDER, 7), (ADMIN, 0)] {
        let cookie = service.sign_in(user).await;
        let mut found = 0;
        for spec in ALL {
            let reply = service.send(bare(spec).by(&cookie)).await;
            if reply.status == 403 {
                assert_eq!(reply.problem(403).kind, "urn:letasyl:problem:operation-forbidden");
                found += 1;
            }
        }
        assert_eq!(found, refused, "{user}");
    }
}

#[tokio::test]
async fn the_order_of_the_checks() {
    let service = Service::start().await;
    let (admin, municipality) = (service.sign_in(ADMIN).await, service.sign_in(MUNICIPALITY).await);
    let large = "x".repeat(1024 * 1024 + 1);
    for spec in ALL.into_iter().filter(|spec| spec.body().is_some()) {
        // Everything is wrong; each step mends what was told.
        let ask = || bare(spec).body(large.clone(), "text/plain");
        service.send(ask().header("origin", "https://evil.test")).await.problem(403);
        service.send(ask()).await.problem(401);
        service.send(ask().by(&municipality)).await.problem(403);
        service.send(ask().by(&admin)).await.problem(415);
        service.send(bare(spec).body(large.clone(), "application/json").by(&admin)).await.problem(413);
        let places = service.send(bare(spec).json(&json!({})).by(&admin)).await.fault_places();
        assert!(places.len() >= 3, "{places:?}");
    }
}

#[tokio::test]
async fn a_wrong_method_tells_the_right_ones() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    for spec in ALL {
        let on_path: Vec<_> = ALL.iter().filter(|other| other.path == spec.path).map(|other| other.method).collect();
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            if on_path.iter().any(|known| known.as_str() == method) {
                continue;
            }
            for ask in [Ask::new(method, &path(spec)), Ask::new(method, &path(spec)).by(&admin)] {
                let reply = service.send(ask).await;
                reply.problem(405);
                let allow: Vec<_> = reply.header("allow").split(',').collect();
                assert!(on_path.iter().all(|known| allow.contains(&known.as_str())), "{allow:?}");
                assert_eq!(allow.contains(&"HEAD"), on_path.contains(&Method::Get));
                assert!(!allow.contains(&method));
            }
        }
    }
    for path in ["/healthz", "/readyz", "/openapi.json", "/session/demo-users"] {
        let reply = service.send(Ask::post(path)).await;
        reply.problem(405);
        assert_eq!(reply.header("allow"), "GET,HEAD");
    }
}

#[tokio::test]
async fn an_unknown_path_is_told_in_json() {
    let service = Service::start().await;
    for path in ["/", "/v1", "/v1/", "/v1/nothing", "/v1/DynamicTexts/", "/v2/DynamicTexts", "/borger", "/%00", "/%ff"]
    {
        let problem = service.send(Ask::get(path).header("accept", "text/html")).await.problem(404);
        assert_eq!(problem.kind, "urn:letasyl:problem:no-such-path");
        service.send(Ask::post(path)).await.problem(404);
    }
    let reply = service.send(Ask::new("HEAD", "/v1/nothing")).await;
    assert_eq!((reply.status.as_u16(), reply.body.len()), (404, 0));
}

#[tokio::test]
async fn alive_ready_and_described() {
    let service = Service::start().await;
    for path in ["/healthz", "/readyz"] {
        let reply = service.send(Ask::get(path)).await;
        assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-store"));
        assert!(reply.json()["status"].is_string());
    }
    let reply = service.send(Ask::get("/openapi.json")).await;
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "application/json"));
    assert_eq!(reply.json(), letasyl_backend::openapi_document());
}

#[test]
fn a_fault_of_ours_tells_nothing_of_itself() {
    let failure = Failure::Internal("SQLite error 787 in SELECT".to_owned());
    let problem = serde_json::to_string(&failure.problem()).unwrap();
    assert!(problem.contains("\"status\":500") && !problem.contains("SQL") && !problem.contains("787"));
}

#[tokio::test]
async fn faults_are_told_in_the_language_that_is_asked_for() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    let empty = || Ask::post("/v1/DynamicTexts/create").json(&json!({ "text": "", "displayText": "x" })).by(&admin);
    for (asked, language, title, fault) in [
        (None, "da", "Forespørgslen har fejl", "Må ikke være tom"),
        (Some("da"), "da", "Forespørgslen har fejl", "Må ikke være tom"),
        (Some("fr"), "da", "Forespørgslen har fejl", "Må ikke være tom"),
        (Some("en"), "en", "The request has errors", "Must not be empty"),
    ] {
        let reply = service.send(empty().header_instead("accept-language", asked)).await;
        assert_eq!(reply.header("content-language"), language);
        let problem = reply.problem(400);
        assert_eq!(problem.title, title);
        assert!(problem.errors.iter().any(|found| found.detail == fault), "{:?}", problem.errors);
    }
    let reply = service.send(Ask::get("/v1/nothing").header("accept-language", "en-GB,en;q=0.9,da;q=0.8")).await;
    assert_eq!(reply.problem(404).title, "Not found");
    // The document's own text of a code is Danish in every language.
    let caseworker = service.sign_in(CASEWORKER).await;
    let call = letasyl_contract::GetIntegrationslovsdata { cpr: letasyl_contract::Cpr::parse("2902091287").unwrap() };
    let problem = service.send(Ask::of(&call).by(&caseworker).header("accept-language", "en")).await.problem(502);
    assert_eq!(problem.title, "The data could not be fetched from the asylum operator");
    assert_eq!(problem.fejltekst.as_deref(), Some("Kommunikation med asyloperatøren (LetAsyl) ikke mulig"));
}
