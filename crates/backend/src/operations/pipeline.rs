//! One way to answer any operation of the contract.
//!
//! The order of the checks: path and method (the router's), session, pace, right, media type, size, faults, effect. So a
//! stranger learns nothing of what a request should look like, and nothing takes effect before everything is known
//! to be right. However it ends, the audit log is told before the answer goes.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use letasyl_contract::{Answer, Method, Operation, RawRequest, Reach, reach};
use tokio::time::timeout;

use super::caching::{Caching, caching};
use crate::app::App;
use crate::audit::{self, Caller};
use crate::failure::Failure;
use crate::http::{BODY_MAX, check_announced_size, raw_request, read_json_body, size_in_kib};
use crate::session::Session;
use crate::store::AuditEntry;

/// Adds an operation to the router: at its own path and method, behind its own rights.
pub fn mount<O, F, Fut>(router: Router<App>, effect: F) -> Router<App>
where
    O: Operation + Send + 'static,
    O::Answer: Send + 'static,
    F: Fn(App, Caller, O) -> Fut + Clone + Send + Sync + 'static,
    Fut: Future<Output = Result<O::Answer, Failure>> + Send + 'static,
{
    let method = match O::SPEC.method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Delete => MethodFilter::DELETE,
    };
    let route = move |State(app): State<App>, request: Request| answer::<O, F, Fut>(app, request, effect);
    router.route(O::SPEC.path, on(method, route))
}

async fn answer<O, F, Fut>(app: App, request: Request, effect: F) -> Result<Response, Failure>
where
    O: Operation,
    O::Answer: Send + 'static,
    F: Fn(App, Caller, O) -> Fut,
    Fut: Future<Output = Result<O::Answer, Failure>>,
{
    let (mut parts, body) = request.into_parts();
    let mut raw = raw_request(&mut parts).await;
    let mut entry = audit::entry(&app, O::SPEC.name.as_str(), &parts.extensions).about(&raw, &O::SPEC);
    let answered = perform(&app, &parts, body, &mut raw, &mut entry, effect).await;
    match answered {
        Err(failure) => Err(audit::tell_failure(&app, entry, failure).await),
        Ok(response) => {
            // A write told the log in the transaction of its effect.
            if !O::SPEC.writes() {
                app.store().audit(entry.answered(response.status().as_u16())).await?;
            }
            Ok(response)
        }
    }
}

async fn perform<O, F, Fut>(
    app: &App,
    parts: &Parts,
    body: Body,
    raw: &mut RawRequest,
    entry: &mut AuditEntry,
    effect: F,
) -> Result<Response, Failure>
where
    O: Operation,
    O::Answer: Send + 'static,
    F: Fn(App, Caller, O) -> Fut,
    Fut: Future<Output = Result<O::Answer, Failure>>,
{
    let session = Session::of(app, &parts.headers).await?;
    *entry = std::mem::take(entry).by(&session);
    session.count_call(app)?;
    if reach(session.organisation.kind, O::SPEC.rights) == Reach::Nobody {
        return Err(Failure::OperationForbidden);
    }
    let operation = match O::SPEC.body() {
        Some(_) => {
            let client_timeout = app.settings().client_timeout;
            let permit = app.bodies().acquire(&session.user.id, size_in_kib(&parts.headers));
            let _permit = timeout(client_timeout, permit).await.map_err(|_| Failure::TooManyCalls(1))?;
            raw.body = read_json_body(&parts.headers, body, BODY_MAX, client_timeout).await?.into();
            let operation = O::from_request(raw).map_err(Failure::Faults)?;
            raw.body = Vec::new();
            operation
        }
        None => {
            check_announced_size(&parts.headers, BODY_MAX)?;
            O::from_request(raw).map_err(Failure::Faults)?
        }
    };
    let caller = Caller { session, entry: entry.clone().answered(StatusCode::OK.as_u16()) };
    if caching(O::SPEC.name) == Caching::Forbidden {
        let token_hash = caller.session.token_hash;
        let answer = effect(app.clone(), caller, operation).await?;
        // Users who signed out while the operator was asked get nothing of the citizen any more.
        if !O::SPEC.writes() && app.store().session(token_hash).await?.is_none() {
            return Err(Failure::NotSignedIn);
        }
        return Ok(with_body(answer.encode()));
    }

    let (address, version) = (operation.to_request().path, Some(app.store().texts_version().await?));
    let read = async {
        let answer = effect(app.clone(), caller, operation).await?;
        Ok(move || answer.encode().unwrap_or_default())
    };
    app.shared().respond(&parts.headers, address, version, "private, no-cache", read).await
}

/// What nobody may keep. It is not compressed either: of a citizen and a session, a length could tell what they hold.
fn with_body(body: Option<String>) -> Response {
    let mut response = match body {
        Some(json) => ([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], json).into_response(),
        None => StatusCode::OK.into_response(),
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
