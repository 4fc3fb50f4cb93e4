//! Who is signed in, known to the whole app.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Operation, OperationName, Request, SessionDto};

use crate::api::{self, Abort, ApiError, Exchange};
use crate::live::Live;

/// What is known of the session.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum State {
    /// Not asked yet, or the answer is under way.
    #[default]
    Asking,
    /// Nobody is signed in.
    SignedOut,
    /// This user is.
    SignedIn(SessionDto),
    /// It could not be found out.
    Failed(ApiError),
}

/// The session, shared by the whole app.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    state: Live<State>,
    /// Set when the backend no longer knows the session: the page stays as it is until the user is back.
    ended: Live<bool>,
    /// How often the user came back.
    returned: Live<u32>,
    /// What is still to be done while the session lives.
    before_leaving: Live<Option<Errand>>,
}

/// Something to be seen through before the session ends.
type Errand = Arc<dyn Fn() -> Pin<Box<dyn Future<Output = ()>>> + Send + Sync>;

impl Session {
    fn new() -> Self {
        Self {
            state: Live::new(State::Asking),
            ended: Live::new(false),
            returned: Live::new(0),
            before_leaving: Live::new(None),
        }
    }

    /// Asks the backend who is signed in, and offers the answer to the whole app.
    pub(crate) fn provide() -> Self {
        let session = Self::new();
        provide_context(session);
        session.ask();
        session
    }

    /// Asks again.
    pub(crate) fn ask(self) {
        self.state.set(State::Asking);
        leptos::task::spawn_local(async move {
            let state = match api::session().await {
                Ok(session) => State::SignedIn(session),
                Err(error) if error.session_ended() => State::SignedOut,
                Err(error) => State::Failed(error),
            };
            self.state.set(state);
        });
    }

    /// What is known; a view that reads it follows it.
    pub(crate) fn state(self) -> State {
        self.state.get()
    }

    /// Whether the session ended while the user was at work.
    pub(crate) fn ended(self) -> bool {
        self.ended.get()
    }

    /// Sends an operation. When the backend does not know the session any more, the app learns it here.
    pub(crate) async fn send<O: Operation>(self, operation: &O, abort: &Abort) -> Result<O::Answer, ApiError> {
        // Everything that all operations have in common is done before the answer is read.
        api::read_answer(self.exchange(operation.request(), abort).await)
    }

    fn exchange(self, request: Request, abort: &Abort) -> Exchange {
        let exchange = api::exchange(request, abort);
        Box::pin(async move {
            let answer = exchange.await;
            if answer.as_ref().is_err_and(ApiError::session_ended) {
                self.ended.set(true);
            }
            answer
        })
    }

    /// Somebody signed in. The same user finds the page as it was; another one starts anew.
    pub(crate) fn begin(self, session: SessionDto) {
        let same = self.state.with_untracked(|state| matches!(state, State::SignedIn(known) if *known == session));
        if !same {
            self.state.set(State::SignedIn(session));
        }
        self.ended.set(false);
        self.returned.update(|count| *count = count.wrapping_add(1));
    }

    /// Who reads this is woken when the user is back after the session had ended: what could not be read then can now.
    pub(crate) fn returned(self) -> u32 {
        self.returned.get()
    }

    /// Sees something through before the user signs out; it takes the place of what was to be seen through before.
    pub(crate) fn before_leaving(self, errand: impl Fn() -> Pin<Box<dyn Future<Output = ()>>> + Send + Sync + 'static) {
        self.before_leaving.set(Some(Arc::new(errand)));
    }

    /// Signs out, once everything that needs the session is seen through. Nothing of what was on the page stays on it,
    /// whatever the backend answers.
    pub(crate) async fn sign_out(self) -> Result<(), ApiError> {
        if let Some(errand) = self.before_leaving.get_untracked() {
            errand().await;
        }
        let left = api::sign_out().await;
        self.leave();
        left
    }

    fn leave(self) {
        self.ended.set(false);
        self.state.set(State::SignedOut);
    }

    /// Whether the user may call any one of the operations.
    pub(crate) fn may_any(self, operations: &[OperationName]) -> bool {
        operations.iter().any(|operation| self.may(*operation))
    }

    /// Whether the user may call the operation at all.
    pub(crate) fn may(self, operation: OperationName) -> bool {
        self.state.with(|state| matches!(state, State::SignedIn(session) if session.may(operation)))
    }
}

/// The app's session.
pub(crate) fn use_session() -> Session {
    use_context().unwrap_or_else(Session::new)
}
