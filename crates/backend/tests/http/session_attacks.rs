//! What somebody might try with sessions, and what users can do about those they left open.

use std::time::Duration;

use letasyl_backend::Clock;
use letasyl_contract::{GetAllGroups, OwnSessionDto};
use serde_json::json;

use crate::support::*;

fn sign_in(user: &str) -> Ask {
    Ask::post("/session").json(&json!({ "user": user }))
}

async fn status(service: &Service, cookie: &Cookie) -> u16 {
    service.send(Ask::get("/session").by(cookie)).await.status.as_u16()
}

#[tokio::test]
async fn a_cookie_that_was_handed_in_before_signing_in_is_never_adopted() {
    let service = Service::start().await;
    let planted = Cookie(format!("letasyl={}", "a".repeat(64)));
    let reply = service.send(sign_in(ADMIN).by(&planted)).await;
    assert!(reply.cookie().unwrap() != planted);
    assert_eq!(status(&service, &planted).await, 401);

    // Nor is a real one of the attacker's: its session ends, the victim gets another.
    let attackers = service.sign_in(CASEWORKER).await;
    let victims = service.send(sign_in(ADMIN).by(&attackers)).await.cookie().unwrap();
    assert!(victims != attackers);
    assert_eq!((status(&service, &attackers).await, status(&service, &victims).await), (401, 200));

    // Two cookies of the name, as a neighbouring host could plant: whichever counts, no session is another user's.
    let both = Cookie(format!("{}; {}", planted.0, victims.0));
    let shown = service.send(Ask::get("/session").by(&both)).await;
    assert!(shown.status == 401 || shown.json()["user"]["id"] == ADMIN);
}

#[tokio::test]
async fn behind_tls_only_the_name_that_a_neighbour_cannot_plant_counts() {
    let service = Service::with(1, |settings| settings.secure = true, None).await;
    let reply = service.send(sign_in(ADMIN)).await;
    let cookie = reply.cookie().unwrap();
    assert!(cookie.0.starts_with("__Host-letasyl="), "no Domain, Path=/, Secure");
    assert_eq!(status(&service, &Cookie(cookie.0.replace("__Host-", ""))).await, 401);
}

#[tokio::test]
async fn a_session_is_dead_after_signing_out_whoever_kept_its_cookie() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    service.send(Ask::new("DELETE", "/session").by(&admin)).await;
    for _ in 0..2 {
        assert_eq!(status(&service, &admin).await, 401);
        service.call(&admin, &GetAllGroups).await.problem(401);
        service.send(Ask::get("/session/all").by(&admin)).await.problem(401);
        service.send(Ask::new("DELETE", "/session/others").by(&admin)).await.problem(401);
        // Neither does the same user's signing in again wake it.
        service.sign_in(ADMIN).await;
    }
    let service = service.restarted(|_| ());
    assert_eq!(status(&service, &admin).await, 401);
}

#[tokio::test]
async fn a_session_that_is_over_stays_over_when_the_clock_goes_back() {
    let service = Service::start().await;
    let admin = service.sign_in(ADMIN).await;
    service.wait(Duration::from_secs(30 * 60));
    assert_eq!(status(&service, &admin).await, 401);
    let service = service.restarted(|_| ()); // whose clock begins where the first one did
    assert_eq!(status(&service, &admin).await, 401);
}

#[tokio::test]
async fn signing_in_over_and_over_is_held_up_for_seconds() {
    let service = Service::start().await;
    for _ in 0..60 {
        service.sign_in(CASEWORKER).await;
    }
    let reply = service.send(sign_in(CASEWORKER)).await;
    assert_eq!(reply.problem(429).kind, "urn:letasyl:problem:too-many-attempts");
    assert!(reply.cookie().is_none());
    let wait: u64 = reply.header("retry-after").parse().unwrap();
    assert!((1..=2).contains(&wait), "nobody is locked out for long: {wait}");
    service.sign_in(ADMIN).await; // another user notices nothing
    service.wait(Duration::from_secs(wait));
    service.sign_in(CASEWORKER).await;
    let told = service.audit().await;
    assert!(told.iter().any(|entry| entry.problem.as_deref() == Some("too-many-attempts")));
}

#[tokio::test]
async fn guessing_names_is_held_up_too() {
    let service = Service::start().await;
    for guess in 0..60 {
        service.send(sign_in(&format!("guess-{guess}"))).await.problem(401);
    }
    service.send(sign_in("guess-60")).await.problem(429);
    service.sign_in(ADMIN).await;
}

#[tokio::test]
async fn a_user_sees_where_else_they_are_signed_in_and_ends_that() {
    let service = Service::start().await;
    let old = service.sign_in(ADMIN).await;
    service.wait(Duration::from_secs(60));
    let other_user = service.sign_in(CASEWORKER).await;
    let now = service.sign_in(ADMIN).await;
    let seen = service.send(Ask::get("/session/all").by(&now)).await;
    assert_eq!(seen.header("cache-control"), "no-store");
    let all: Vec<OwnSessionDto> = serde_json::from_value(seen.json()).unwrap();
    let told: Vec<_> = all.iter().map(|one| (one.current, &*one.signed_in_at, &*one.last_used_at)).collect();
    assert_eq!(
        told,
        [
            (true, "2023-11-14T22:14:20Z", "2023-11-14T22:14:20Z"),
            (false, "2023-11-14T22:13:20Z", "2023-11-14T22:13:20Z"),
        ]
    );
    assert!(!seen.text().contains("token") && !seen.text().contains(&now.0[8..]));

    let ended = service.send(Ask::new("DELETE", "/session/others").by(&now)).await;
    assert_eq!((ended.status.as_u16(), ended.json()), (200, json!({ "ended": 1 })));
    assert_eq!(status(&service, &old).await, 401);
    assert_eq!((status(&service, &now).await, status(&service, &other_user).await), (200, 200));
    assert_eq!(service.send(Ask::get("/session/all").by(&now)).await.json().as_array().unwrap().len(), 1);
    let told = service.audit().await;
    let told = told.iter().find(|entry| entry.event == "OtherSessionsEnded").unwrap();
    assert_eq!((told.user_id.as_deref(), told.criterion.as_deref()), (Some(ADMIN), Some("ended=1")));

    service.send(Ask::get("/session/all")).await.problem(401);
    service.send(Ask::new("DELETE", "/session/others")).await.problem(401);
    let foreign = Ask::new("DELETE", "/session/others").by(&now).header("sec-fetch-site", "cross-site");
    service.send(foreign).await.problem(403);
}

#[tokio::test]
async fn one_of_the_users_own_sessions_can_be_ended_and_nobody_elses() {
    let service = Service::start().await;
    let (old, now) = (service.sign_in(ADMIN).await, service.sign_in(ADMIN).await);
    let other_user = service.sign_in(CASEWORKER).await;
    let service = &service;
    let all = async |cookie: &Cookie| {
        let reply = service.send(Ask::get("/session/all").by(cookie)).await;
        serde_json::from_value::<Vec<OwnSessionDto>>(reply.json()).unwrap()
    };
    let end = async |id: &str, cookie: &Cookie| {
        service.send(Ask::new("DELETE", &format!("/session/all/{id}")).by(cookie)).await.json()
    };
    let other = all(&now).await.into_iter().find(|one| !one.current).unwrap();
    for nobodys in [&other.id, "x", "0000000000000000"] {
        assert_eq!(end(nobodys, &other_user).await, json!({ "ended": 0 }));
    }
    assert_eq!(status(service, &old).await, 200);
    assert_eq!(end(&other.id, &now).await, json!({ "ended": 1 }));
    assert_eq!((status(service, &old).await, status(service, &now).await), (401, 200));
    assert_eq!(end(&other.id, &now).await, json!({ "ended": 0 }));
    assert_eq!(all(&now).await.len(), 1);
    service.send(Ask::new("DELETE", "/session/all/x")).await.problem(401);
    let told = service.audit().await;
    let ended = told.iter().filter(|entry| entry.event == "OtherSessionsEnded" && entry.status == Some(200));
    assert_eq!(ended.count(), 1);
}

#[tokio::test]
async fn sessions_that_are_over_are_not_shown() {
    let service = Service::start().await;
    service.sign_in(ADMIN).await;
    service.wait(Duration::from_secs(30 * 60));
    let now = service.sign_in(ADMIN).await;
    assert_eq!(service.send(Ask::get("/session/all").by(&now)).await.json().as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_foreign_cookie_beside_ours_changes_nothing() {
    let service = Service::start().await;
    let own = service.sign_in(ADMIN).await;
    let beside = |ask: Ask| {
        let mut ask = axum::http::Request::from(ask);
        let value = axum::http::HeaderValue::from_bytes(format!("æ=1; {}; b\u{e9}=2", own.0).as_bytes()).unwrap();
        ask.headers_mut().insert("cookie", value);
        Ask::from(ask)
    };
    assert_eq!(service.send(beside(Ask::get("/session"))).await.status, 200);
    assert_eq!(service.send(beside(Ask::new("DELETE", "/session"))).await.status, 200);
    assert_eq!(status(&service, &own).await, 401);
}

#[tokio::test]
async fn of_two_cookies_of_our_name_none_counts_and_signing_out_ends_both() {
    let service = Service::start().await;
    let (one, other) = (service.sign_in(ADMIN).await, service.sign_in(CASEWORKER).await);
    let both = Cookie(format!("{}; {}", one.0, other.0));
    assert_eq!(status(&service, &both).await, 401);
    assert_eq!(status(&service, &one).await, 200);
    assert_eq!(service.send(Ask::new("DELETE", "/session").by(&both)).await.status, 200);
    assert_eq!((status(&service, &one).await, status(&service, &other).await), (401, 401));
    let users: Vec<_> = service.audit().await.into_iter().filter(|entry| entry.event == "SignOut").collect();
    assert_eq!(users.len(), 2);
}

#[tokio::test]
async fn a_clock_that_is_set_back_revives_no_session() {
    let service = Service::start().await;
    service.wait(std::time::Duration::from_secs(30 * 24 * 3600));
    let late = service.sign_in(ADMIN).await;
    service.set_back(std::time::Duration::from_secs(30));
    assert_eq!(status(&service, &late).await, 200, "a small step ends nobody's session");
    service.set_back(std::time::Duration::from_secs(30 * 24 * 3600));
    assert_eq!(status(&service, &late).await, 401);
}

#[tokio::test]
async fn the_body_of_a_sign_in_is_short_and_its_attempt_counts_before_it_is_read() {
    let service = Service::with(0, |settings| settings.sign_ins = 1, None).await;
    let nested = "[".repeat(4 * 1024 + 1);
    for _ in 0..10 {
        service.send(Ask::post("/session").body(nested.clone(), "application/json")).await.problem(413);
    }
    service.send(sign_in(ADMIN)).await.problem(429);
}

#[tokio::test]
async fn a_clock_beyond_all_calendars_breaks_nothing() {
    // The year 9999 is the last that dates are written of.
    for time in [0, 253_402_300_799_999, 253_402_300_800_000, i64::MAX / 2, i64::MAX] {
        let clock = || Clock::Manual(std::sync::Arc::new(time.into()));
        let service = Service::with(1, |settings| settings.clock = clock(), None).await;
        let admin = service.sign_in(ADMIN).await;
        for ask in [
            Ask::get("/session"),
            Ask::get("/session/all"),
            Ask::of(&letasyl_contract::GetAllGroups),
            Ask::of(&letasyl_contract::GetIntegrationslovsdata { cpr: cpr(FULL) }),
            Ask::of(&letasyl_contract::GetIntegrationslovsdataPdf { cpr: cpr(FULL) }),
        ] {
            assert_eq!(service.send(ask.by(&admin)).await.status, 200, "{time}");
        }
    }
}
