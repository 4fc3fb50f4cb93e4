//! `GET`, `POST` and `DELETE /session`, and the demo users to choose from.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use letasyl_contract::{FaultKind, SessionDto};
use serde_json::Value;

use super::token::Token;
use super::{Session, ago, cookie};
use crate::app::App;
use crate::demo;
use crate::failure::Failure;
use crate::http::{json, read_json_body};
use crate::store::{Forget, SessionRow};

/// The session's routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/session", get(show).post(sign_in).delete(sign_out))
        .route("/session/demo-users", get(demo_users))
}

async fn show(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let session = Session::of(&app, &headers).await?;
    Ok(answer(&session.describe()))
}

async fn demo_users(State(app): State<App>) -> Result<Response, Failure> {
    if !app.settings().demo {
        return Err(Failure::DemoOnly);
    }
    Ok(json(serde_json::to_string(&demo::users()).unwrap_or_default()))
}

async fn sign_in(State(app): State<App>, request: Request) -> Result<Response, Failure> {
    if !app.settings().demo {
        return Err(Failure::DemoOnly);
    }
    let (parts, body) = request.into_parts();
    let body = read_json_body(&parts.headers, body).await?;
    let session = Session::for_user(&app, &user_in(&body)?).ok_or(Failure::UnknownUser)?;

    let (secure, now) = (app.settings().secure, app.now());
    let token = Token::new().map_err(|_| Failure::Internal("no random numbers".to_owned()))?;
    let row = SessionRow { user_id: session.user.id.clone(), created_at: now, seen_at: now };
    let old = cookie::read(&parts.headers, secure).map(|old| old.hash());
    let forget = Forget {
        created_before: ago(now, app.settings().session_life),
        seen_before: ago(now, app.settings().session_idle),
    };
    app.store().begin_session(token.hash(), row, old, forget).await?;
    Ok(with_cookie(answer(&session.describe()), cookie::set(&token, secure)))
}

/// Signing out succeeds without a session, too: what is wanted is that there is none.
async fn sign_out(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let secure = app.settings().secure;
    if let Some(token) = cookie::read(&headers, secure) {
        app.store().end_session(token.hash()).await?;
    }
    Ok(with_cookie(StatusCode::OK.into_response(), cookie::clear(secure)))
}

fn user_in(body: &Bytes) -> Result<String, Failure> {
    let fault = |kind| Err(Failure::in_body("user", kind));
    match serde_json::from_slice(body) {
        Err(_) => Err(Failure::in_body("", FaultKind::NotJson)),
        Ok(Value::Object(mut members)) => match members.remove("user") {
            None | Some(Value::Null) => fault(FaultKind::Missing),
            Some(Value::String(user)) if user.is_empty() => fault(FaultKind::Empty),
            Some(Value::String(user)) => Ok(user),
            Some(_) => fault(FaultKind::NotAString),
        },
        Ok(_) => Err(Failure::in_body("", FaultKind::NotAnObject)),
    }
}

fn answer(session: &SessionDto) -> Response {
    json(serde_json::to_string(session).unwrap_or_default())
}

fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
    response
}
