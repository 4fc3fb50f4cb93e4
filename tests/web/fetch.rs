//! The typed fetch layer against a network that this test plays itself.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use letasyl_contract::{
    Cpr, CreateDynamicTextDto, CreateText, Fejlkode, Field, GetIntegrationslovsdata, GetTexts, NonEmptyText,
    OverfoerLetAsylIntegrationslovsdata, PdfDataError, RequestId,
};
use letasyl_web::api::{Abort, Api, ApiError, Failure};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Puts a network in the place of the browser's until dropped. `body`: JavaScript, given `request`.
struct Network(JsValue);

impl Network {
    fn new(body: &str) -> Self {
        let window = web_sys::window().unwrap();
        let real = Reflect::get(&window, &"fetch".into()).unwrap();
        let body = format!("globalThis.sent = request; return (async () => {{ {body} }})()");
        Reflect::set(&window, &"fetch".into(), &Function::new_with_args("request", &body)).unwrap();
        Self(real)
    }

    /// Answers with a status, a content type and a body.
    fn answer(status: u16, kind: &str, body: &str) -> Self {
        let body = js_sys::JSON::stringify(&body.into()).unwrap();
        Self::new(&format!(
            "return new Response({body}, {{ status: {status}, headers: {{ 'content-type': '{kind}' }} }})"
        ))
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        Reflect::set(&web_sys::window().unwrap(), &"fetch".into(), &self.0).unwrap();
    }
}

/// What the network was asked, evaluated from the request.
async fn sent(expression: &str) -> String {
    let value = Function::new_no_args(&format!("return (async () => String(await globalThis.sent.{expression}))()"));
    let promise: Promise = value.call0(&JsValue::NULL).unwrap().into();
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap().as_string().unwrap()
}

fn cpr() -> Cpr {
    Cpr::parse("2902011234").unwrap()
}

fn api() -> Api {
    let owner = Owner::new();
    owner.set();
    // The API lives as long as its owner.
    std::mem::forget(owner);
    Api::new(|| {})
}

async fn read() -> Result<Option<letasyl_contract::IntegrationslovsdataDto>, ApiError> {
    api().send(&GetIntegrationslovsdata { cpr: cpr() }, &Abort::new()).await.map(|answer| answer.integrationslovsdata)
}

#[wasm_bindgen_test]
async fn the_cpr_goes_in_its_header_and_nowhere_else() {
    let _network = Network::answer(200, "application/json", "{}");
    assert_eq!(read().await, Ok(None));
    assert_eq!(sent("method").await, "GET");
    assert!(sent("url").await.ends_with("/v1/LetasylIntegrationslov"));
    assert_eq!(sent("headers.get('x-civilregistrationIdentifier')").await, "2902011234");
}

#[wasm_bindgen_test]
async fn the_browser_reads_every_shape() {
    let body = r#"{"integrationslovsdata":{"personnummer":"2902011234","borgersprog":[{"sprogStamdata":{"sprogkode":-7}}],
        "uddannelse":{"vurderingssagsstatusType":7.5,"senestVejledtDato":"2024-03-05T00:00:00.1234567+01:00"},
        "kontrakt":{"antalBoern":3,"aarsagTilOpholdstilladelseType":{"navn":"Kvote","kode":7,"x":[null]},"danskmaal":null},
        "helbredsvurdering":{"behovForVurdering":false},"kommentar":"<b>\u00e6\ud83d\ude42</b>"}}"#;
    let _network = Network::answer(200, "application/json", body);
    let data = read().await.unwrap().unwrap();
    let kontrakt = data.kontrakt.as_ref().unwrap();
    let reason = kontrakt.aarsag_til_opholdstilladelse_type.as_ref().unwrap();
    assert_eq!((reason.code(), reason.name()), (Some("7"), Some("Kvote")));
    assert_eq!(reason.as_json(), r#"{"navn":"Kvote","kode":7,"x":[null]}"#);
    assert_eq!((kontrakt.antal_boern, kontrakt.danskmaal.is_none()), (Some(3), true));
    assert_eq!(data.borgersprog.first().unwrap().sprog_stamdata.sprogkode, Some(-7));
    assert_eq!(data.kommentar.as_deref(), Some("<b>æ🙂</b>"));
    assert_eq!(Field::ALL.into_iter().filter(|field| field.value(&data).is_some()).count(), 7);
    let date = data.uddannelse.unwrap().senest_vejledt_dato.unwrap();
    assert_eq!((date.date().day, date.as_written()), (5, "2024-03-05T00:00:00.1234567+01:00"));
}

#[wasm_bindgen_test]
async fn a_write_has_its_id_and_its_json() {
    let id = "00000000-0000-4000-8000-000000000007";
    let _network = Network::answer(200, "application/json", &format!("\"{id}\""));
    let call = CreateText {
        request_id: RequestId::parse("id-1").unwrap(),
        body: CreateDynamicTextDto {
            text: NonEmptyText::new(" \"æ\"\n").unwrap(),
            display_text: NonEmptyText::new("b").unwrap(),
            group_external_identifier: None,
        },
    };
    assert_eq!(api().send(&call, &Abort::new()).await.unwrap().to_string(), id);
    assert_eq!(sent("method").await, "POST");
    assert_eq!(sent("headers.get('x-requestId')").await, "id-1");
    assert_eq!(sent("headers.get('content-type')").await, "application/json");
    assert_eq!(sent("text()").await, r#"{"text":" \"æ\"\n","displayText":"b"}"#);
}

#[wasm_bindgen_test]
async fn each_answer_that_is_none_has_its_failure() {
    for (status, kind, body, expected) in [
        (
            404,
            "application/problem+json",
            r#"{"fejlkode":110001,"fejltekst":"F"}"#,
            Failure::Fejlkode(Fejlkode::NoSuchPerson),
        ),
        (502, "text/html", "<h1>Bad gateway</h1>", Failure::ServerFailed(502)),
        (401, "application/json", "{}", Failure::SessionEnded),
        (403, "application/json", "", Failure::Forbidden),
        (412, "application/json", "", Failure::AlreadyReceived),
        (200, "text/html; charset=utf-8", "<h1>Log ind</h1>", Failure::SessionEnded),
        (200, "text/plain", "OK", Failure::Unreadable),
        (200, "text/plain", "{}", Failure::Unreadable),
        (200, "application/json", "", Failure::Unreadable),
        (200, "application/json", "{", Failure::Unreadable),
        (200, "application/json", "[]", Failure::Unreadable),
        (200, "application/json", r#"{"integrationslovsdata":{}}"#, Failure::Unreadable),
    ] {
        let _network = Network::answer(status, kind, body);
        assert_eq!(read().await.unwrap_err().failure, expected, "{status} {body}");
    }
}

#[wasm_bindgen_test]
async fn a_list_is_no_object_and_one_bad_text_is_told() {
    let _network = Network::answer(200, "application/json", r#"[{"externalIdentifier":"x"}]"#);
    assert_eq!(api().send(&GetTexts::default(), &Abort::new()).await.unwrap_err().failure, Failure::Unreadable);
}

#[wasm_bindgen_test]
async fn a_pdf_that_is_none_says_why() {
    for (data, fault) in [("", PdfDataError::Empty), ("%", PdfDataError::NotBase64), ("SGVq", PdfDataError::NotPdf)] {
        let body = format!(r#"{{"letAsylIntegrationslovdataSomPdf":{{"pdfData":"{data}"}}}}"#);
        let _network = Network::answer(200, "application/json", &body);
        let Err(failed) = api().pdf(cpr(), &Abort::new()).await else {
            panic!("{data} is no PDF");
        };
        assert_eq!(failed.failure, Failure::Pdf(fault));
    }
}

#[wasm_bindgen_test]
async fn a_pdf_comes_whole_in_slices() {
    // Three million bytes are four million letters: several slices.
    let answer = "const bytes = '%PDF-1.7' + 'x'.repeat(3_000_000);
        const body = { letAsylIntegrationslovdataSomPdf: { jobcenterkode: '10100', pdfData: btoa(bytes) } };
        return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })";
    let _network = Network::new(answer);
    let Ok(Some(file)) = api().pdf(cpr(), &Abort::new()).await else {
        panic!("it is a PDF");
    };
    assert_eq!(file.job_centre.unwrap().as_str(), "10100");
    assert!(file.parts.length() > 3);
    let parts = file.parts.iter().map(|part| js_sys::Uint8Array::from(part).to_vec());
    let bytes: Vec<u8> = parts.flatten().collect();
    assert!(bytes.starts_with(b"%PDF-1.7x") && bytes.ends_with(b"x"));
    assert_eq!(bytes.len(), 3_000_008);
}

#[wasm_bindgen_test]
async fn the_language_of_the_page_and_the_number_to_quote() {
    let root = web_sys::window().unwrap().document().unwrap().document_element().unwrap();
    let before = root.get_attribute("lang");
    root.set_attribute("lang", "en").unwrap();
    let _network = Network::new(
        "return new Response('{}', { status: 500, headers: { 'x-trace-id': 't1', 'content-language': 'en' } })",
    );
    let failed = read().await.unwrap_err();
    assert_eq!(sent("headers.get('accept-language')").await, "en");
    assert_eq!((failed.error_id.as_deref(), failed.language.as_deref()), (Some("t1"), Some("en")));
    root.set_attribute("lang", &before.unwrap_or_default()).unwrap();
}

#[wasm_bindgen_test]
async fn only_a_write_without_a_body_outlives_its_page() {
    let _network = Network::answer(200, "", "");
    let transfer = OverfoerLetAsylIntegrationslovsdata { cpr: cpr(), request_id: RequestId::parse("id-1").unwrap() };
    assert!(api().send(&transfer, &Abort::new()).await.is_ok());
    assert_eq!(sent("keepalive").await, "true");
    let _ = read().await;
    assert_eq!(sent("keepalive").await, "false");
}

#[wasm_bindgen_test]
async fn no_answer_at_all() {
    let _network = Network::new("throw new TypeError('Failed to fetch')");
    assert_eq!(read().await.unwrap_err().failure, Failure::Unreachable);
}

#[wasm_bindgen_test]
async fn calling_off_is_no_failure_of_the_network() {
    // As a browser does: the answer never comes, and the signal ends the wait.
    let _network = Network::new(
        "return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))",
    );
    let abort = Abort::new();
    let call = GetIntegrationslovsdata { cpr: cpr() };
    let wait = api().send(&call, &abort);
    wasm_bindgen_futures::spawn_local({
        let abort = abort.clone();
        async move { abort.abort() }
    });
    assert_eq!(wait.await.unwrap_err().failure, Failure::Aborted);
}

#[wasm_bindgen_test]
async fn a_session_that_has_ended_is_reported_and_nothing_else_is() {
    let owner = Owner::new();
    owner.set();
    let ended = RwSignal::new(0);
    let api = Api::new(move || ended.update(|count| *count += 1));
    for (status, expected) in [(200, 0), (403, 0), (500, 0), (401, 1)] {
        let _network = Network::answer(status, "application/json", "{}");
        let _ = api.send(&GetIntegrationslovsdata { cpr: cpr() }, &Abort::new()).await;
        assert_eq!(ended.get_untracked(), expected, "{status}");
        let _ = api.citizen(&cpr(), &Abort::new()).await;
        assert_eq!(ended.get_untracked(), expected * 2, "{status}");
    }
}
