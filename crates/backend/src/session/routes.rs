//! `GET`, `POST` and `DELETE /session`, the demo people to choose from, and the user's other sessions:
//! `GET /session/all`, `DELETE /session/all/{id}` and `DELETE /session/others`.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get};
use jiff::Timestamp;
use letasyl_contract::{DemoUserDto, FaultKind, OrganisationDto, OwnSessionDto, SessionDto, UserDto};
use serde_json::{Value, json};

use super::revoke::revoke_later;
use super::token::Token;
use super::{Session, cookie, operations_of, over};
use crate::app::App;
use crate::audit;
use crate::demo;
use crate::failure::Failure;
use crate::http::{json as json_answer, read_json_body};
use crate::store::{AuditEntry, SessionRow};

/// The greatest body of a sign-in, in bytes: it holds one name.
const BODY_MAX: usize = 4 * 1024;

/// The session's routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/session", get(show).post(sign_in).delete(sign_out))
        .route("/session/all", get(all))
        .route("/session/all/{id}", delete(end_one))
        .route("/session/others", delete(end_others))
        .route("/session/demo-users", get(demo_users))
        .route("/session/demo-citizens", get(demo_citizens))
}

async fn show(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let session = counted(&app, &headers).await?;
    Ok(answer(&session.describe(&app)))
}

async fn demo_users(State(app): State<App>) -> Result<Response, Failure> {
    if !app.settings().demo {
        return Err(Failure::DemoOnly);
    }
    let offered = |(user, organisation): (UserDto, OrganisationDto)| {
        let operations = operations_of(organisation.kind);
        DemoUserDto { user, organisation, operations }
    };
    let users: Vec<_> = demo::users().into_iter().map(offered).collect();
    Ok(json_answer(serde_json::to_string(&users).unwrap_or_default()))
}

/// Whom to try a look-up with. Only for who is signed in, since the numbers look like anybody's.
async fn demo_citizens(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    if !app.settings().demo {
        return Err(Failure::DemoOnly);
    }
    counted(&app, &headers).await?;
    Ok(json_answer(serde_json::to_string(&demo::citizens_to_try()).unwrap_or_default()))
}

/// Makes a new session, under a new token: whatever cookie came is never taken over, and its session ends.
async fn sign_in(State(app): State<App>, request: Request) -> Result<Response, Failure> {
    if !app.settings().demo {
        return Err(Failure::DemoOnly);
    }
    let (parts, body) = request.into_parts();
    let entry = audit::entry(&app, "SignIn", &parts.extensions);
    match begin(&app, &parts, body, entry.clone()).await {
        Ok(response) => Ok(response),
        Err(failure) => Err(audit::tell_failure(&app, entry, failure).await),
    }
}

async fn begin(app: &App, parts: &Parts, body: Body, entry: AuditEntry) -> Result<Response, Failure> {
    // Before anything is read of it: the attempt costs its sender something, whatever becomes of it.
    app.sign_in_limiter().count().map_err(Failure::TooManyAttempts)?;
    let body = read_json_body(&parts.headers, body, BODY_MAX, app.settings().client_timeout).await?;
    let user = user_in(&body)?;
    let (secure, now) = (app.settings().secure, app.now());
    let token = Token::new().map_err(|_| Failure::Internal("no random numbers".to_owned()))?;
    let session = Session::for_user(app, &user, now, token.hash());
    let known = session.is_some().then_some(user.as_str());
    app.sign_in_limiter().count_for(known).map_err(Failure::TooManyAttempts)?;
    let session = session.ok_or(Failure::UnknownUser)?;

    let row = SessionRow { user_id: session.user.id.clone(), created_at: now, seen_at: now };
    let old = match cookie::read(&parts.headers, secure) {
        Some(old) => Session::find(app, &old).await?,
        None => None,
    };
    let old = old.map(|old| {
        let ended = AuditEntry { event: "SessionReplaced".to_owned(), ..entry.clone() };
        (old.token_hash, ended.by(&old).answered(StatusCode::OK.as_u16()))
    });
    let entry = entry.by(&session).answered(StatusCode::OK.as_u16());
    app.store().begin_session(token.hash(), row, old, over(app, now), entry).await?;
    Ok(with_cookie(answer(&session.describe(app)), cookie::set(&token, secure)))
}

/// Signing out succeeds without a session, too: what is wanted is that there is none. Where that cannot be written down,
/// the session is over all the same, and the browser forgets it.
async fn sign_out(State(app): State<App>, request: Request) -> Response {
    let secure = app.settings().secure;
    let mut left = StatusCode::OK.into_response();
    for token in cookie::read_all(request.headers(), secure) {
        let entry = audit::entry(&app, "SignOut", request.extensions()).answered(StatusCode::OK.as_u16());
        let entry = match Session::find(&app, &token).await {
            Ok(Some(session)) => entry.by(&session),
            Ok(None) => entry,
            Err(failure) => {
                left = failure.into_response();
                entry
            }
        };
        if let Err(error) = app.store().end_session(token.hash(), entry.clone()).await {
            revoke_later(&app, token.hash(), entry);
            left = Failure::from(error).into_response();
        }
    }
    with_cookie(left, cookie::clear(secure))
}

/// Where else the user is signed in: every session that is not over, newest first.
async fn all(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let session = counted(&app, &headers).await?;
    let own = session.token_hash;
    let rows = app.store().sessions_of(session.user.id, over(&app, app.now())).await?;
    let shown = |(hash, row): &([u8; 32], SessionRow)| OwnSessionDto {
        id: name(hash),
        current: *hash == own,
        signed_in_at: time(row.created_at),
        last_used_at: time(row.seen_at),
    };
    let all: Vec<_> = rows.iter().map(shown).collect();
    Ok(json_answer(serde_json::to_string(&all).unwrap_or_default()))
}

/// What a session is called where its user sees it: enough to tell a few apart, and of no use to anybody else.
fn name(token_hash: &[u8; 32]) -> String {
    token_hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Ends one of the user's sessions. That there is none of that name is no failure: it may just have ended.
async fn end_one(State(app): State<App>, Path(id): Path<String>, request: Request) -> Result<Response, Failure> {
    let entry = audit::entry(&app, "OtherSessionsEnded", request.extensions());
    let session = counted_or_told(&app, request.headers(), &entry).await?;
    let rows = app.store().sessions_of(session.user.id.clone(), over(&app, app.now())).await?;
    let found = rows.into_iter().map(|(hash, _)| hash).find(|hash| name(hash) == id);
    if let Some(hash) = found {
        let entry = AuditEntry { criterion: Some("ended=1".to_owned()), ..entry };
        app.store().end_session(hash, entry.by(&session).answered(StatusCode::OK.as_u16())).await?;
    }
    Ok(json_answer(json!({ "ended": i32::from(found.is_some()) }).to_string()))
}

/// Ends every session of the user but the one that asks: a forgotten browser at another desk, or somebody else's.
async fn end_others(State(app): State<App>, request: Request) -> Result<Response, Failure> {
    let entry = audit::entry(&app, "OtherSessionsEnded", request.extensions());
    let session = counted_or_told(&app, request.headers(), &entry).await?;
    let entry = entry.by(&session).answered(StatusCode::OK.as_u16());
    let ended = app.store().end_other_sessions(session.user.id, session.token_hash, entry).await?;
    Ok(json_answer(json!({ "ended": ended }).to_string()))
}

/// The same as [`counted`] for what is logged, where there is no such session, too.
async fn counted_or_told(app: &App, headers: &HeaderMap, entry: &AuditEntry) -> Result<Session, Failure> {
    match counted(app, headers).await {
        Ok(session) => Ok(session),
        Err(failure) => Err(audit::tell_failure(app, entry.clone(), failure).await),
    }
}

/// The session of the request, whose call counts.
async fn counted(app: &App, headers: &HeaderMap) -> Result<Session, Failure> {
    let session = Session::of(app, headers).await?;
    session.count_call(app)?;
    Ok(session)
}

/// As the contract's date-times are written, in UTC and to the second.
fn time(milliseconds: i64) -> String {
    let time = Timestamp::from_millisecond(milliseconds).ok();
    time.map(|time| time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
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
    json_answer(serde_json::to_string(session).unwrap_or_default())
}

fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
    response
}
