//! Refuses changes that another site's page asks for, whatever cookie the browser adds.

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::audit;
use crate::failure::Failure;
use crate::settings::Origin;
use crate::store::AuditEntry;

/// Lets through what only reads, and what comes from a page of this host or from no page at all.
pub async fn same_origin_only(State(app): State<App>, request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if changes && !is_same_origin(request.headers(), request.uri(), &app.settings().origins) {
        // For whoever sets up a proxy: what it must hand on, and what it did.
        let [origin, host] = [ORIGIN, HOST].map(|name| format!("{:.200?}", request.headers().get(name)));
        tracing::warn!(origin, host, "a change from another origin was refused");
        let event = "OtherOrigin";
        let template = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
        let entry = AuditEntry { criterion: template, ..audit::entry(&app, event, request.extensions()) };
        return audit::tell_failure(&app, entry, Failure::OtherOrigin).await.into_response();
    }
    next.run(request).await
}

/// `origins`: those under which browsers reach the service; where there are none, the host tells.
fn is_same_origin(headers: &HeaderMap, uri: &Uri, origins: &[Origin]) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    // Browsers send this of their own accord and let no page change it; "none" is the user's own doing. A proxy that
    // hands on another host changes nothing about it.
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(ORIGIN.as_str()) else { return true };
    if !origins.is_empty() {
        return origin.parse::<Origin>().is_ok_and(|origin| origins.contains(&origin));
    }
    let host = uri.authority().map(|authority| authority.as_str()).or_else(|| text(HOST.as_str()));
    // An opaque origin is "null", which is nobody's host.
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let default_port = if scheme.eq_ignore_ascii_case("https") { ":443" } else { ":80" };
    let bare = |name: &str| name.strip_suffix(default_port).unwrap_or(name).to_ascii_lowercase();
    host.is_some_and(|host| !host.is_empty() && bare(host) == bare(authority))
}
