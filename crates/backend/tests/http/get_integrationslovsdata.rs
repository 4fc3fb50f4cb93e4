//! GetIntegrationslovsdata, and the demo people whom it answers.

use std::time::Duration;

use letasyl_contract::{Code, Field, GetIntegrationslovsdata, IntegrationslovsdataDto, Section};
use serde_json::json;

use crate::support::*;

fn read(citizen: &str) -> GetIntegrationslovsdata {
    GetIntegrationslovsdata { cpr: cpr(citizen) }
}

async fn data(service: &Service, user: &str, citizen: &str) -> IntegrationslovsdataDto {
    let user = service.sign_in(user).await;
    let data = service.done(&user, &read(citizen)).await.integrationslovsdata.expect("data");
    assert_eq!(data.personnummer, cpr(citizen));
    data
}

fn empty_fields(data: &IntegrationslovsdataDto) -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| field.value(data).is_none()).collect()
}

#[tokio::test]
async fn every_field_filled() {
    let service = Service::start().await;
    let full = data(&service, CASEWORKER, FULL).await;
    assert_eq!(empty_fields(&full), []);
    assert_eq!(full, data(&service, CASEWORKER, FULL).await, "the identifier stays");
    assert!(full.integrationslovsdata_identifier.is_some());
    assert!(full.borgersprog.iter().all(|language| {
        language.sprogerfaring.is_some()
            && language.taleforstaaelsesniveau_type.is_some()
            && language.taleniveau_type.is_some()
            && language.laeseniveau_type.is_some()
            && language.skriveniveau_type.is_some()
            && language.sprog_stamdata.sprognavn.is_some()
            && language.sprog_stamdata.sprogkode.is_some()
    }));
    let elsewhere = data(&service, OTHER_CASEWORKER, ELSEWHERE).await;
    assert_eq!(empty_fields(&elsewhere), []);
    assert_ne!(elsewhere.integrationslovsdata_identifier, full.integrationslovsdata_identifier);
}

#[tokio::test]
async fn only_the_required_fields() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    let reply = service.call(&caseworker, &read(BARE)).await;
    assert_eq!(reply.json(), json!({ "integrationslovsdata": { "personnummer": BARE, "borgersprog": [] } }));
}

#[tokio::test]
async fn no_data_is_an_empty_object() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    let reply = service.call(&caseworker, &read(WITHOUT_DATA)).await;
    assert_eq!((reply.status.as_u16(), reply.text().as_str()), (200, "{}"));
    assert_eq!((reply.header("content-type"), reply.header("cache-control")), ("application/json", "no-store"));
    assert_eq!(reply.header("etag"), "");
}

#[tokio::test]
async fn nothing_of_a_citizen_is_compressed() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    for ask in [Ask::of(&read(HARD)), Ask::get("/session")] {
        let reply = service.send(ask.by(&caseworker).header("accept-encoding", "gzip, br")).await;
        assert_eq!((reply.status.as_u16(), reply.header("content-encoding")), (200, ""));
    }
}

#[tokio::test]
async fn the_hard_one() {
    let service = Service::start().await;
    let hard = data(&service, CASEWORKER, HARD).await;
    assert_eq!(hard.borgersprog.len(), 20);
    let all = serde_json::to_string(&hard).unwrap();
    assert!(all.contains("<script>alert(1)</script>") && all.contains('🌍'));
    assert!(all.contains(".9999999+01:00"), "a date with an offset and seven fractional digits");
    let kontrakt = hard.kontrakt.as_ref().unwrap();
    let long = kontrakt.oevrige_forhold.as_ref().unwrap();
    assert_eq!(long.chars().count(), 10_000);
    assert!(long.contains("\n\n"));
    let code = kontrakt.danskmaal.as_ref().unwrap().danskmaal_type.as_ref().unwrap();
    let written = |code: &Code| serde_json::to_value(code).unwrap();
    let object = written(code);
    assert!(object["validity"].is_object() && object["description"].is_string(), "more than code and name");
    assert!(written(hard.uddannelse.as_ref().unwrap().vurderingssagsstatus_type.as_ref().unwrap()).is_number());
    assert!(written(kontrakt.aarsag_til_opholdstilladelse_type.as_ref().unwrap()).is_string());
    assert!(!Section::Helbredsvurdering.is_absent(&hard));
}

#[tokio::test]
async fn the_error_codes_with_their_statuses_and_texts() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    for (code, citizen, status) in error_codes() {
        let problem = service.call(&caseworker, &read(citizen)).await.problem(status);
        assert_eq!((problem.fejlkode, problem.fejltekst.as_deref()), (Some(code.code()), Some(code.text())));
    }
    // It matches the pattern, but nobody has it.
    assert_eq!(service.call(&caseworker, &read("0000000000")).await.problem(404).fejlkode, Some(110001));
}

#[tokio::test]
async fn a_missing_or_wrong_cpr_is_a_fault() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    let with = |value| Ask::of(&read(FULL)).header_instead("x-civilregistrationIdentifier", value).by(&caseworker);
    for wrong in [None, Some(""), Some("290201-1234"), Some("3002011234"), Some("290201123"), Some("29020112345")] {
        let reply = service.send(with(wrong)).await;
        assert_eq!(reply.fault_places(), ["x-civilregistrationIdentifier"], "{wrong:?}");
    }
    // Two are not valid, even when the first is right.
    let reply = service.send(with(Some(FULL)).header("X-CivilRegistrationIdentifier", BARE)).await;
    assert_eq!(reply.fault_places(), ["x-civilregistrationIdentifier"]);
    // It is nowhere else to be read.
    let path = format!("/v1/LetasylIntegrationslov?x-civilregistrationIdentifier={FULL}");
    assert_eq!(service.send(Ask::get(&path).by(&caseworker)).await.status, 400);
}

#[tokio::test]
async fn own_citizens_for_a_job_centre_and_referred_ones_for_its_provider() {
    let service = Service::start().await;
    let own = [FULL, BARE, WITHOUT_DATA, HARD];
    for (user, allowed, refused) in [
        (ADMIN, vec![FULL, BARE, WITHOUT_DATA, HARD, ELSEWHERE], vec![]),
        (CASEWORKER, own.to_vec(), vec![ELSEWHERE]),
        (OTHER_CASEWORKER, vec![ELSEWHERE, REFERRED_ELSEWHERE], [&own[..], &[SLOW, DEAD, "2902091287"]].concat()),
        (PROVIDER, vec![FULL], vec![BARE, WITHOUT_DATA, HARD, ELSEWHERE, REFERRED_ELSEWHERE, SLOW, DEAD, "2902091287"]),
        (MUNICIPALITY, vec![], vec![FULL, ELSEWHERE, UNKNOWN]),
    ] {
        let cookie = service.sign_in(user).await;
        for citizen in allowed {
            assert_eq!(service.call(&cookie, &read(citizen)).await.status, 200, "{user} {citizen}");
        }
        for citizen in refused {
            let problem = service.call(&cookie, &read(citizen)).await.problem(403);
            assert_eq!(problem.fejlkode, None, "{user} {citizen}");
        }
        // Who may see nobody but certain citizens does not learn who else there is.
        let unknown = service.call(&cookie, &read(UNKNOWN)).await;
        if [MUNICIPALITY, PROVIDER].contains(&user) {
            assert_eq!(unknown.problem(403).fejlkode, None, "{user}");
        } else {
            assert_eq!(unknown.problem(404).fejlkode, Some(110001), "{user}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_slow_one_takes_8_seconds() {
    let service = Service::start().await;
    let (caseworker, other) = (service.sign_in(CASEWORKER).await, service.sign_in(OTHER_CASEWORKER).await);
    let start = tokio::time::Instant::now();
    // A refusal waits for nobody.
    service.call(&other, &read(SLOW)).await.problem(403);
    assert!(start.elapsed() < Duration::from_secs(1));
    let answer = service.done(&caseworker, &read(SLOW)).await;
    assert_eq!(empty_fields(&answer.integrationslovsdata.unwrap()), []);
    assert!((8..9).contains(&start.elapsed().as_secs()));
}
