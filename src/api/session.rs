//! The front end's own session with the backend: not an operation of the document.

use letasyl_contract::{DemoCitizenDto, DemoUserDto, FromJson, Method, OwnSessionDto, Request, SessionDto, SignInDto};

use super::client::{Abort, ResponseBody, send_request};
use super::error::{ApiError, Failure};

const PATH: &str = "/session";

/// Who is signed in.
pub async fn session() -> Result<SessionDto, ApiError> {
    read(call(Method::Get, PATH, None).await?)
}

/// Whom one can sign in as; only a backend with demo people answers that.
pub async fn demo_users() -> Result<Vec<DemoUserDto>, ApiError> {
    read(call(Method::Get, "/session/demo-users", None).await.map_err(when_signing_in)?)
}

/// Whom one can look up; only a backend with demo people answers that.
pub async fn demo_citizens() -> Result<Vec<DemoCitizenDto>, ApiError> {
    read(call(Method::Get, "/session/demo-citizens", None).await?)
}

/// Where the user is signed in.
pub async fn own_sessions() -> Result<Vec<OwnSessionDto>, ApiError> {
    read(call(Method::Get, "/session/all", None).await?)
}

/// Ends the user's session of this id.
pub async fn end_session(id: &str) -> Result<(), ApiError> {
    call(Method::Delete, &format!("/session/all/{id}"), None).await.map(|_| ())
}

/// Ends all of the user's sessions but this one.
pub async fn end_other_sessions() -> Result<(), ApiError> {
    call(Method::Delete, "/session/others", None).await.map(|_| ())
}

/// Signs a demo user in.
pub async fn sign_in(user: &str) -> Result<SessionDto, ApiError> {
    let body = serde_json::to_string(&SignInDto { user: user.to_owned() }).ok();
    read(call(Method::Post, PATH, body).await.map_err(when_signing_in)?)
}

/// Signs out: the session is dead in the backend, too.
pub async fn sign_out() -> Result<(), ApiError> {
    call(Method::Delete, PATH, None).await.map(|_| ())
}

/// Who is about to sign in is told what came instead of an answer; to sign in again would be no advice.
fn when_signing_in(error: ApiError) -> ApiError {
    let failure = match (error.failure, error.status) {
        (Failure::SessionEnded, Some(status @ 400..)) => Failure::Rejected(status),
        (Failure::SessionEnded, _) => Failure::Unreadable,
        (failure, _) => failure,
    };
    ApiError { failure, ..error }
}

async fn call(method: Method, path: &str, body: Option<String>) -> Result<ResponseBody, ApiError> {
    let request = Request { method, path: path.to_owned(), headers: Vec::new(), body };
    send_request(request, &Abort::new()).await
}

fn read<T: FromJson>(body: ResponseBody) -> Result<T, ApiError> {
    let read = body.json().and_then(|json| T::from_json(&json).ok());
    read.ok_or_else(|| body.failure(ApiError::of(Failure::Unreadable)))
}
