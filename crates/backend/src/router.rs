//! The whole surface: operations, session, health, the interface's description, and the site for everything else.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;
use crate::failure::Failure;
use crate::http::{in_language_of_request, json, panics_are_failures, proper_head, same_origin_only, security_headers};
use crate::{log, openapi, operations, session, site};

/// Everything that the service answers. The layers stand from the inside out.
pub fn router(app: App) -> Router {
    Router::new()
        .merge(operations::routes())
        .merge(session::routes())
        .route("/healthz", get(alive))
        .route("/readyz", get(ready))
        .route("/openapi.json", get(openapi))
        .fallback(site)
        .method_not_allowed_fallback(async || Failure::MethodNotAllowed)
        .layer(panics_are_failures())
        .layer(from_fn_with_state(app.clone(), same_origin_only))
        .layer(from_fn_with_state(app.clone(), proper_head))
        .layer(from_fn(in_language_of_request))
        .layer(from_fn_with_state(app.clone(), security_headers))
        .layer(from_fn(log::each_request))
        .with_state(app)
}

async fn site(State(app): State<App>, request: Request) -> Response {
    site::answer(app.site(), request).await
}

/// The process runs.
async fn alive() -> Response {
    json(r#"{"status":"alive"}"#)
}

/// The process can answer: the database does.
async fn ready(State(app): State<App>) -> Response {
    match app.store().ready().await {
        Ok(()) => json(r#"{"status":"ready"}"#),
        Err(error) => {
            tracing::error!(why = %error, "not ready");
            Failure::Unavailable.into_response()
        }
    }
}

async fn openapi(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let write = async { Ok(|| openapi::document().to_string()) };
    app.shared().respond(&headers, "/openapi.json".to_owned(), None, "no-cache", write).await
}
