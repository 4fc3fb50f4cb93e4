//! GetIntegrationslovsdataPdf.

use letasyl_contract::GetIntegrationslovsdataPdf;
use serde_json::Value;

use crate::support::*;

fn read(citizen: &str) -> GetIntegrationslovsdataPdf {
    GetIntegrationslovsdataPdf { cpr: cpr(citizen) }
}

#[tokio::test]
async fn a_pdf_in_base64_with_the_job_centre() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    for citizen in [FULL, BARE, HARD] {
        let document = service.done(&caseworker, &read(citizen)).await.document.expect("a document");
        assert_eq!(document.jobcenterkode.unwrap().as_str(), "10100");
        let bytes = document.pdf_data.bytes();
        assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF") && bytes.len() > 1000);
    }
    let reply = service.call(&caseworker, &read(FULL)).await;
    assert_eq!(reply.header("cache-control"), "no-store");
    let Value::String(data) = &reply.json()["letAsylIntegrationslovdataSomPdf"]["pdfData"] else { panic!("no text") };
    assert!(data.starts_with("JVBERi0"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_many_stands_in_nobodys_way() {
    let service = std::sync::Arc::new(Service::start().await);
    let (busy, other) = (service.sign_in(CASEWORKER).await, service.sign_in(OTHER_CASEWORKER).await);
    let many: Vec<_> = (0..12)
        .map(|_| {
            let (service, busy) = (std::sync::Arc::clone(&service), busy.clone());
            tokio::spawn(async move { service.done(&busy, &read(HARD)).await })
        })
        .collect();
    // The first is being drawn; the others wait for it.
    service.done(&busy, &letasyl_contract::GetIntegrationslovsdata { cpr: cpr(HARD) }).await;
    service.done(&other, &read(HARD)).await;
    let done = many.iter().filter(|asked| asked.is_finished()).count();
    assert!(done < 6, "{done} of 12 came before one of somebody else's");
    for asked in many {
        assert!(asked.await.unwrap().document.is_some());
    }
}

#[tokio::test]
async fn no_data_no_pdf() {
    let service = Service::start().await;
    let caseworker = service.sign_in(CASEWORKER).await;
    let reply = service.call(&caseworker, &read(WITHOUT_DATA)).await;
    assert_eq!((reply.status.as_u16(), reply.text().as_str()), (200, "{}"));
}

#[tokio::test]
async fn a_job_centre_may_have_every_citizens() {
    let service = Service::start().await;
    for (user, allowed, refused) in [
        (ADMIN, &[FULL, ELSEWHERE][..], &[][..]),
        (CASEWORKER, &[FULL, ELSEWHERE], &[]),
        (OTHER_CASEWORKER, &[FULL, ELSEWHERE], &[]),
        (PROVIDER, &[FULL], &[BARE, ELSEWHERE, REFERRED_ELSEWHERE, DEAD]),
        (MUNICIPALITY, &[], &[FULL, ELSEWHERE, UNKNOWN]),
    ] {
        let cookie = service.sign_in(user).await;
        for citizen in allowed {
            let document = service.done(&cookie, &read(citizen)).await.document.expect("a document");
            let job_centre = if *citizen == ELSEWHERE { "20200" } else { "10100" };
            assert_eq!(document.jobcenterkode.unwrap().as_str(), job_centre, "the citizen's, not the user's");
        }
        for citizen in refused {
            service.call(&cookie, &read(citizen)).await.problem(403);
        }
    }
}

#[tokio::test]
async fn the_error_codes_with_their_statuses_and_texts() {
    let service = Service::start().await;
    let other = service.sign_in(OTHER_CASEWORKER).await;
    for (code, citizen, status) in error_codes() {
        let problem = service.call(&other, &read(citizen)).await.problem(status);
        assert_eq!((problem.fejlkode, problem.fejltekst.as_deref()), (Some(code.code()), Some(code.text())));
    }
    let ask = Ask::of(&read(FULL)).header_instead("x-civilregistrationIdentifier", Some("1")).by(&other);
    assert_eq!(service.send(ask).await.fault_places(), ["x-civilregistrationIdentifier"]);
}
