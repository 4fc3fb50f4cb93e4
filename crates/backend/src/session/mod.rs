//! The front end's own session: who is signed in, for whom. STAR knows nothing of it.
//!
//! A token of 256 random bits in a cookie that no script can read; the server keeps its hash only, so that ending a
//! session ends it wherever the cookie went.

mod cookie;
mod revoke;
mod routes;
mod token;

use axum::http::HeaderMap;
use letasyl_contract::{
    ALL, OperationName, OperationSpec, OrganisationDto, OrganisationType, Reach, SessionDto, UserDto, reach,
};

use crate::app::App;
use crate::demo;
use crate::failure::Failure;
use crate::store::{AuditEntry, SessionCutoff, SessionRow};

use token::Token;

pub use routes::routes;

/// A use is noted at most this often, in milliseconds: reads of a busy page need not all wait for a write. An unused
/// session may end so much sooner than its user was told, and no more.
const NOTED_EVERY: i64 = 1000;

/// So far, in milliseconds, a clock may be set back without ending anybody's session.
const CLOCK_STEP: i64 = 60_000;

/// Who is signed in, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub user: UserDto,
    /// For whom.
    pub organisation: OrganisationDto,
    /// The hash of its token, by which the database knows it.
    pub token_hash: [u8; 32],
    /// When it ends however much it is used, in milliseconds since 1970.
    ends_at: i64,
}

impl Session {
    /// The session that the request's cookie stands for; every use prolongs its idle life.
    pub async fn of(app: &App, headers: &HeaderMap) -> Result<Self, Failure> {
        Self::with(app, &cookie::read(headers, app.settings().secure).ok_or(Failure::NotSignedIn)?).await
    }

    /// Counts a call of the user; refuses one too many.
    pub fn count_call(&self, app: &App) -> Result<(), Failure> {
        app.calls().count(&self.user.id).map_err(Failure::TooManyCalls)
    }

    /// The session with this token, if it is one that is not over.
    async fn find(app: &App, token: &Token) -> Result<Option<Self>, Failure> {
        match Self::with(app, token).await {
            Ok(session) => Ok(Some(session)),
            Err(Failure::NotSignedIn) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The session with this token.
    async fn with(app: &App, token: &Token) -> Result<Self, Failure> {
        let token_hash = token.hash();
        if app.revoked().contains(&token_hash) {
            return Err(Failure::NotSignedIn);
        }
        let row = app.store().session(token_hash).await?.ok_or(Failure::NotSignedIn)?;
        let now = app.now();
        if is_over(app, &row, now) {
            // The request that finds it over is told of on its own account.
            let ended = AuditEntry { at: now, event: "SessionExpired".to_owned(), ..AuditEntry::default() };
            let ended = match Self::for_user(app, &row.user_id, row.created_at, token_hash) {
                Some(session) => ended.by(&session),
                None => AuditEntry { user_id: Some(row.user_id), ..ended },
            };
            app.store().end_session(token_hash, ended).await?;
            return Err(Failure::NotSignedIn);
        }
        // Without demo people, a session that a demo left behind is nobody's.
        let session = Self::for_user(app, &row.user_id, row.created_at, token_hash).ok_or(Failure::NotSignedIn)?;
        if now.saturating_sub(row.seen_at) >= NOTED_EVERY {
            app.store().touch_session(token_hash, now).await?;
        }
        Ok(session)
    }

    fn for_user(app: &App, id: &str, created_at: i64, token_hash: [u8; 32]) -> Option<Self> {
        if !app.settings().demo {
            return None;
        }
        let (user, organisation) = demo::users().into_iter().find(|(known, _)| known.id == id)?;
        let life = i64::try_from(app.settings().session_life.as_millis()).unwrap_or(i64::MAX);
        let ends_at = created_at.saturating_add(life);
        Some(Self { user, organisation, token_hash, ends_at })
    }

    fn describe(&self, app: &App) -> SessionDto {
        SessionDto {
            user: self.user.clone(),
            organisation: self.organisation.clone(),
            operations: operations_of(self.organisation.kind),
            idle_seconds: i32::try_from(app.settings().session_idle.as_secs()).unwrap_or(i32::MAX),
            seconds_left: i32::try_from(self.ends_at.saturating_sub(app.now()) / 1000).unwrap_or(i32::MAX),
            demo: app.settings().demo,
        }
    }
}

/// The operations that such an organisation's users may call at all.
fn operations_of(kind: OrganisationType) -> Vec<OperationName> {
    let may = |operation: &&OperationSpec| reach(kind, operation.rights) != Reach::Nobody;
    ALL.into_iter().filter(may).map(|operation| operation.name).collect()
}

fn is_over(app: &App, row: &SessionRow, now: i64) -> bool {
    let over = over(app, now);
    // After the clock was set back, a session from the future would live until that comes.
    let is_from_the_future = row.created_at.max(row.seen_at) > now.saturating_add(CLOCK_STEP);
    is_from_the_future || row.seen_at < over.seen_before || row.created_at < over.created_before
}

/// Which sessions are over by now.
fn over(app: &App, now: i64) -> SessionCutoff {
    SessionCutoff {
        created_before: ago(now, app.settings().session_life),
        seen_before: ago(now, app.settings().session_idle),
    }
}

/// The time so long before now, one millisecond later: a session dies at the end of its life, not after it.
fn ago(now: i64, life: std::time::Duration) -> i64 {
    now.saturating_sub(i64::try_from(life.as_millis()).unwrap_or(i64::MAX)).saturating_add(1)
}
