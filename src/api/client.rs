//! Sends requests: with a time limit, abortable, reads retried automatically, every failure as an [`ApiError`].

use std::pin::Pin;

use gloo_net::http::{Request as Prepared, Response};
use js_sys::{JsString, Reflect};
use letasyl_contract::{Answer, CPR_HEADER, Method, Request};
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestInit, RequestRedirect, ResponseType};

use super::error::{ApiError, Failure};
use super::json::Parsed;
use super::retry;
use crate::platform::browser;

/// LetAsyl may be slow (its own time-out has a code of its own), so a call may take this long, in milliseconds.
const TIME_LIMIT: u32 = 60_000;

/// Aborts a request. Dropping it aborts nothing.
#[derive(Clone)]
pub struct Abort(Option<AbortController>);

impl Abort {
    /// For one request.
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// Aborts the request. Does nothing after the response has come.
    pub fn abort(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    fn aborted(&self) -> bool {
        self.0.as_ref().is_some_and(|controller| controller.signal().aborted())
    }

    /// A signal for this or the time limit.
    fn or(&self, limit: &AbortSignal) -> AbortSignal {
        match &self.0 {
            Some(controller) => AbortSignal::any(&js_sys::Array::of2(&controller.signal(), limit)),
            None => limit.clone(),
        }
    }
}

impl Default for Abort {
    fn default() -> Self {
        Self::new()
    }
}

/// A request that was sent.
pub(crate) type PendingResponse = Pin<Box<dyn Future<Output = Result<ResponseBody, ApiError>>>>;

/// The body of a successful answer. It stays in the browser's memory until it is known what of it is needed.
pub(crate) struct ResponseBody {
    text: JsString,
    /// Under which id the backend's log knows the call.
    error_id: Option<String>,
    /// Which version of the content it is, by the backend's `ETag`.
    version: Option<String>,
}

impl ResponseBody {
    /// Of a text that did not come from the backend.
    pub(crate) fn of(text: &str) -> Self {
        Self { text: text.into(), error_id: None, version: None }
    }

    /// As JSON; `None` if it is not JSON.
    pub(super) fn json(&self) -> Option<Parsed> {
        // An id alone, as ASP.NET writes it where nobody asks for JSON.
        Parsed::parse(&self.text).or_else(|| self.is_id().then(|| Parsed::of_text(&self.text)))
    }

    /// Whether it is an id and nothing else.
    fn is_id(&self) -> bool {
        self.text.length() == 36 && Uuid::try_parse(&String::from(&self.text)).is_ok()
    }

    /// Whether nothing came.
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().length() == 0
    }

    /// As text.
    pub(super) fn text(&self) -> &JsString {
        &self.text
    }

    /// Which version of the content it is: the same version is the same content.
    pub(crate) fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    /// What cannot be used of it, with the number to quote.
    pub(super) fn failure(&self, error: ApiError) -> ApiError {
        error.with_error_id(self.error_id.clone())
    }
}

/// Decodes the body of a response.
pub(crate) fn decode_answer<A: Answer>(body: Result<ResponseBody, ApiError>) -> Result<A, ApiError> {
    decode_body(&body?)
}

/// Decodes a body that is needed afterwards.
pub(super) fn decode_body<A: Answer>(body: &ResponseBody) -> Result<A, ApiError> {
    let json = body.json();
    // Even where nothing has to stand in it: half an answer, or somebody else's, says nothing of what was done.
    if json.is_none() && body.text.length() > 0 {
        return Err(body.failure(ApiError::of(Failure::Unreadable)));
    }
    A::decode(json.as_ref()).map_err(|fault| body.failure(ApiError::from_fault(&fault)))
}

/// Sends a request, and retries a read that failed for a passing reason. Boxed and not generic, so that it is compiled
/// once and the futures that wait for it stay small.
pub(crate) fn send_request(request: Request, abort: &Abort) -> PendingResponse {
    let abort = abort.clone();
    Box::pin(async move {
        let mut before = 0;
        loop {
            let (error, asked) = match once(&request, &abort).await {
                Ok(body) => return Ok(body),
                Err(failed) => failed,
            };
            let random = js_sys::Math::random();
            let Some(wait) = retry::wait(request.method, error.failure, before, asked.as_deref(), random) else {
                return Err(error);
            };
            browser::pause(wait).await;
            if abort.aborted() {
                return Err(ApiError::of(Failure::Aborted));
            }
            before += 1;
        }
    })
}

/// One attempt: the body of a successful answer, or what failed and the `Retry-After` that came with it.
async fn once(request: &Request, abort: &Abort) -> Result<ResponseBody, (ApiError, Option<String>)> {
    // Held until the end: a combined signal alone does not keep its parts.
    let limit = AbortSignal::timeout_with_u32(TIME_LIMIT);
    let signal = &abort.or(&limit);
    let failed = |failure| (ApiError::of(failure), None);
    let response = start(request, signal).await.map_err(|error| failed(unanswered(&name_of(&error))))?;
    // Somebody who signs users in sends to another page instead of answering.
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(failed(Failure::SessionEnded));
    }
    let (status, ok, headers) = (response.status(), response.ok(), response.headers());
    let text = text_of(response).await.map_err(|error| failed(unanswered(&name(&error))))?;
    let body = ResponseBody { text, error_id: headers.get("x-trace-id"), version: headers.get("etag") };
    if !ok {
        let error = ApiError::from_answer(status, body.json().as_ref(), &String::from(&body.text));
        return Err((body.failure(error.said_in(headers.get("content-language"))), headers.get("retry-after")));
    }
    let kind = headers.get("content-type").unwrap_or_default().to_ascii_lowercase();
    // Who signs users in stands before the backend, and answers with a page.
    if kind.starts_with("text/html") {
        return Err((body.failure(ApiError::from_page(status)), None));
    }
    if body.text.length() > 0 && !kind.contains("json") && !body.is_id() {
        return Err((body.failure(ApiError::of(Failure::Unreadable)), None));
    }
    Ok(body)
}

/// The text of the start page as it is now; `None` where it cannot be had.
pub async fn start_page() -> Option<String> {
    let request = Request { method: Method::Get, path: "/".to_owned(), headers: Vec::new(), body: None };
    let limit = AbortSignal::timeout_with_u32(TIME_LIMIT);
    let response = start(&request, &limit).await.ok().filter(Response::ok)?;
    text_of(response).await.ok().map(String::from)
}

/// Sends a request while the page is being closed, without waiting for the response.
pub fn send_on_unload(request: &Request) {
    if let (Some(window), Ok(request)) = (browser::window(), prepare(request, None)) {
        let _ = window.fetch_with_request(&request);
    }
}

async fn start(request: &Request, signal: &AbortSignal) -> Result<Response, gloo_net::Error> {
    match prepare(request, Some(signal)) {
        Ok(request) => Prepared::from(request).send().await,
        Err(_) => Err(gloo_net::Error::GlooError(String::new())),
    }
}

/// The browser's form of a request.
fn prepare(request: &Request, signal: Option<&AbortSignal>) -> Result<web_sys::Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_signal(signal);
    // A write without a body is seen through by the browser even when the page is reloaded or left; one with a body
    // may be too large for that.
    let keep = request.method != Method::Get && request.body.is_none();
    Reflect::set(&init, &"keepalive".into(), &keep.into())?;
    if let Some(body) = &request.body {
        init.set_body(&body.into());
    }
    init.set_redirect(RequestRedirect::Manual);
    // The address is the same for all citizens: no cache may answer, whatever the server's headers say.
    if request.headers.iter().any(|(name, _)| *name == CPR_HEADER) {
        init.set_cache(RequestCache::NoStore);
    }
    let prepared = web_sys::Request::new_with_str_and_init(&request.path, &init)?;
    let headers = prepared.headers();
    headers.set("accept", "application/json")?;
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    if request.body.is_some() {
        headers.set("content-type", "application/json")?;
    }
    // What the backend says of faults is for the reader of the page.
    headers.set("accept-language", &browser::document_language().unwrap_or_default())?;
    Ok(prepared)
}

/// The text of an answer, left where the browser has it.
async fn text_of(response: Response) -> Result<JsString, JsValue> {
    let response: web_sys::Response = response.into();
    Ok(JsFuture::from(response.text()?).await?.unchecked_into())
}

fn unanswered(name: &str) -> Failure {
    match name {
        "AbortError" => Failure::Aborted,
        "TimeoutError" => Failure::TimedOut,
        // Only a guess at the cause: behind a VPN, browsers take a working network for none.
        _ if !browser::online() => Failure::Offline,
        _ => Failure::Unreachable,
    }
}

fn name_of(error: &gloo_net::Error) -> String {
    match error {
        gloo_net::Error::JsError(error) => error.name.clone(),
        _ => String::new(),
    }
}

fn name(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}
