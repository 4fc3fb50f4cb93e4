//! One way to send a request: with a time limit, abortable, reads again by themselves, every failure as an
//! [`ApiError`].

use std::pin::Pin;

use gloo_net::http::{Method as HttpMethod, RequestBuilder, Response};
use letasyl_contract::{Answer, Method, Operation, Request};
use web_sys::{AbortController, AbortSignal, Headers, RequestInit};

use super::error::{ApiError, Failure};
use super::json::Parsed;
use super::retry;
use crate::browser;

/// LetAsyl may be slow (its own time-out has a code of its own), so a call may take this long, in milliseconds.
const TIME_LIMIT: u32 = 60_000;

/// The way to call off a request. Dropping it calls nothing off.
#[derive(Clone)]
pub struct Abort(Option<AbortController>);

impl Abort {
    /// For one request.
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// Calls the request off; without effect once it has been answered.
    pub fn abort(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    fn aborted(&self) -> bool {
        self.0.as_ref().is_some_and(|controller| controller.signal().aborted())
    }

    fn signal(&self) -> AbortSignal {
        let limit = AbortSignal::timeout_with_u32(TIME_LIMIT);
        match &self.0 {
            Some(controller) => AbortSignal::any(&js_sys::Array::of2(&controller.signal(), &limit)),
            None => limit,
        }
    }
}

impl Default for Abort {
    fn default() -> Self {
        Self::new()
    }
}

/// A request under way: the body of its successful answer.
pub(crate) type Exchange = Pin<Box<dyn Future<Output = Result<String, ApiError>>>>;

/// Sends an operation and reads its answer.
pub async fn send<O: Operation>(operation: &O, abort: &Abort) -> Result<O::Answer, ApiError> {
    read_answer(exchange(operation.request(), abort).await)
}

/// Reads the body of an answer.
pub(crate) fn read_answer<A: Answer>(body: Result<String, ApiError>) -> Result<A, ApiError> {
    A::read(Parsed::parse(&body?).as_ref()).map_err(|fault| ApiError::from_fault(&fault))
}

/// Sends a request and answers the body of a successful answer; a read that failed by bad luck is sent again. Not
/// generic and in a box, so that it is compiled once and what waits for it stays small.
pub(crate) fn exchange(request: Request, abort: &Abort) -> Exchange {
    let abort = abort.clone();
    Box::pin(async move {
        let mut before = 0;
        loop {
            let (error, asked) = match once(&request, &abort.signal()).await {
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
async fn once(request: &Request, signal: &AbortSignal) -> Result<String, (ApiError, Option<String>)> {
    let failed = |failure| (ApiError::of(failure), None);
    if !browser::online() {
        return Err(failed(Failure::Offline));
    }
    let response = start(request, signal).await.map_err(|error| failed(unanswered(&error)))?;
    let body = response.text().await.map_err(|error| failed(unanswered(&error)))?;
    if !response.ok() {
        let error = ApiError::from_answer(response.status(), Parsed::parse(&body).as_ref(), &body);
        return Err((error, response.headers().get("retry-after")));
    }
    // A proxy's sign-in page or an app shell answers 200 with HTML: that is no answer of the backend's.
    let html = response.headers().get("content-type").is_some_and(|kind| kind.starts_with("text/html"));
    if html { Err(failed(Failure::Unreadable)) } else { Ok(body) }
}

async fn start(request: &Request, signal: &AbortSignal) -> Result<Response, gloo_net::Error> {
    let mut builder = RequestBuilder::new(&request.path).abort_signal(Some(signal)).method(match request.method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Put => HttpMethod::PUT,
        Method::Delete => HttpMethod::DELETE,
    });
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    match &request.body {
        Some(body) => builder.header("content-type", "application/json").body(body.as_str())?.send().await,
        None => builder.send().await,
    }
}

/// The text of the start page as it is now; `None` where it cannot be had.
pub async fn start_page() -> Option<String> {
    let request = Request { method: Method::Get, path: "/".to_owned(), headers: Vec::new(), body: None };
    let response = start(&request, &Abort::new().signal()).await.ok().filter(Response::ok)?;
    response.text().await.ok()
}

/// Sends a request whose answer nobody will see, because the page is being left. The browser sees it through, which
/// gloo-net has no word for.
pub fn send_and_leave(request: Request) {
    let (Some(window), Ok(headers)) = (browser::window(), Headers::new()) else { return };
    for (name, value) in &request.headers {
        let _ = headers.set(name, value);
    }
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_headers(&headers);
    let _ = js_sys::Reflect::set(&init, &"keepalive".into(), &true.into());
    let _ = window.fetch_with_str_and_init(&request.path, &init);
}

fn unanswered(error: &gloo_net::Error) -> Failure {
    match error {
        gloo_net::Error::JsError(error) if error.name == "AbortError" => Failure::Aborted,
        gloo_net::Error::JsError(error) if error.name == "TimeoutError" => Failure::TimedOut,
        _ => Failure::Unreachable,
    }
}
