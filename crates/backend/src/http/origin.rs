//! Refuses changes that another site's page asks for, whatever cookie the browser adds.

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::audit;
use crate::failure::Failure;
use crate::settings::{Origin, Settings};
use crate::store::AuditEntry;

/// Lets through what only reads, and what comes from a page of this host or from no page at all.
pub async fn same_origin_only(State(app): State<App>, request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if changes && !is_same_origin(request.headers(), app.settings()) {
        // For operators of a proxy: what it must forward, and what it did forward.
        let [origin, host] = [ORIGIN, HOST].map(|name| format!("{:.200?}", request.headers().get(name)));
        tracing::warn!(origin, host, "a change from another origin was refused");
        let event = "OtherOrigin";
        let template = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
        let entry = AuditEntry { criterion: template, ..audit::entry(&app, event, request.extensions()) };
        return audit::tell_failure(&app, entry, Failure::OtherOrigin).await.into_response();
    }
    next.run(request).await
}

/// Where no origins are named under which browsers reach the service, the host tells, and whether they come by https.
fn is_same_origin(headers: &HeaderMap, settings: &Settings) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    // Browsers send this of their own accord and let no page change it; "none" is the user's own doing. A proxy that
    // hands on another host changes nothing about it.
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(ORIGIN.as_str()) else { return true };
    // An opaque origin is "null", which is not an origin.
    let Ok(origin) = origin.parse::<Origin>() else { return false };
    if !settings.origins.is_empty() {
        return settings.origins.contains(&origin);
    }
    let scheme = if settings.secure { "https" } else { "http" };
    let own = format!("{scheme}://{}", text(HOST.as_str()).unwrap_or_default());
    own.parse() == Ok(origin)
}
