//! Who is signed in, known to the whole app.

mod messages;
mod user;

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::SessionDto;

use crate::api::{self, Api, ApiError};
use crate::platform::browser;
use crate::platform::signals::ErasedSignal;

use messages::{Message, Messages};

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
    state: ErasedSignal<State>,
    /// Set when the backend no longer knows the session: the page stays as it is until the user is back.
    ended: ErasedSignal<bool>,
    /// How often the user came back.
    returned: ErasedSignal<u32>,
    /// What is still to be done while the session lives.
    before_leaving: ErasedSignal<Option<Errand>>,
    /// Whether the page holds something that waits for its user when another tab signs out.
    awaited: ErasedSignal<Option<Question>>,
    /// When the session ends however much it is used, in milliseconds since 1970; 0 while nobody is signed in.
    ends_at: ErasedSignal<f64>,
    tabs: Messages,
}

/// Something to be seen through before the session ends.
type Errand = Arc<dyn Fn() -> Pin<Box<dyn Future<Output = ()>>> + Send + Sync>;

/// Something that is so or not.
type Question = Arc<dyn Fn() -> bool + Send + Sync>;

impl Session {
    fn new() -> Self {
        Self {
            state: ErasedSignal::new(State::Asking),
            ended: ErasedSignal::new(false),
            returned: ErasedSignal::new(0),
            before_leaving: ErasedSignal::new(None),
            awaited: ErasedSignal::new(None),
            ends_at: ErasedSignal::default(),
            tabs: Messages::join(),
        }
    }

    /// Provides the session and the API to the whole app, and loads who is signed in.
    pub(crate) fn provide() -> Self {
        let session = Self::new();
        provide_context(session);
        session.tabs.on_message(move |message| session.on_message(message));
        provide_context(Api::new(move || session.ended.set(true)));
        session.load();
        session
    }

    /// Loads who is signed in.
    pub(crate) fn load(self) {
        self.state.set(State::Asking);
        leptos::task::spawn_local(async move {
            let state = match api::session().await {
                Ok(session) => {
                    self.ends_in(&session);
                    State::SignedIn(session)
                }
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

    /// The same, followed by nobody.
    pub(crate) fn ended_untracked(self) -> bool {
        self.ended.get_untracked()
    }

    /// How long the session lives unused, in milliseconds; `None` while nobody is signed in.
    pub(crate) fn idle_life(self) -> Option<f64> {
        self.state.with_untracked(|state| match state {
            State::SignedIn(session) => Some(f64::from(session.idle_seconds) * 1_000.0),
            _ => None,
        })
    }

    /// When the session ends however much it is used, in milliseconds since 1970; `None` while nobody is signed in.
    pub(crate) fn ends_at(self) -> Option<f64> {
        Some(self.ends_at.get_untracked()).filter(|ends_at| *ends_at > 0.0)
    }

    fn ends_in(self, session: &SessionDto) {
        self.ends_at.set(browser::milliseconds() + f64::from(session.seconds_left) * 1_000.0);
    }

    /// Nobody was here for as long as the session lives. The backend knows whether another tab uses it: then `used` is
    /// run. Otherwise the next user has to sign in again, and the page stays for them.
    pub(crate) fn expire(self, used: impl FnOnce() + 'static) {
        leptos::task::spawn_local(async move {
            match api::session().await {
                Ok(session) => {
                    self.known(session);
                    used();
                }
                Err(_) => self.ended.set(true),
            }
        });
    }

    /// Looks whether the session is still what it was: lets the backend know that it is in use, and takes notice of
    /// what other tabs did.
    pub(crate) fn look(self) {
        leptos::task::spawn_local(async move {
            match api::session().await {
                Ok(known) => self.known(known),
                Err(error) if error.session_ended() => self.ended.set(true),
                Err(_) => {}
            }
        });
    }

    /// Somebody signed in. The same user finds the page as it was; another one starts afresh.
    pub(crate) fn begin(self, session: SessionDto) {
        self.tabs.post(Message::Begun);
        self.known(session);
    }

    fn known(self, session: SessionDto) {
        self.ends_in(&session);
        // The page of the same user stays as it is, with all that was typed.
        let same =
            self.state.with_untracked(|state| matches!(state, State::SignedIn(known) if known.is_same(&session)));
        if !same {
            self.state.set(State::SignedIn(session));
        }
        if self.ended.get_untracked() {
            self.ended.set(false);
            self.returned.next();
        }
    }

    /// Who reads this is woken when the user is back after the session had ended: what could not be read then can now.
    pub(crate) fn returned(self) -> u32 {
        self.returned.get()
    }

    /// Sees something through before the user signs out; it takes the place of what was to be seen through before.
    pub(crate) fn before_leaving(self, errand: impl Fn() -> Pin<Box<dyn Future<Output = ()>>> + Send + Sync + 'static) {
        self.before_leaving.set(Some(Arc::new(errand)));
    }

    /// While this holds, the page stays for its user when another tab signs out; it takes the place of what held before.
    pub(crate) fn awaits(self, something: impl Fn() -> bool + Send + Sync + 'static) {
        self.awaited.set(Some(Arc::new(something)));
    }

    /// Signs out, once everything that needs the session is seen through. Nothing of what was on the page stays on it,
    /// whatever the backend answers.
    pub(crate) async fn sign_out(self) -> Result<(), ApiError> {
        if let Some(errand) = self.before_leaving.get_untracked() {
            errand().await;
        }
        let left = api::sign_out().await;
        self.tabs.post(Message::Over);
        self.forget();
        left
    }

    fn forget(self) {
        browser::clear_tab_items();
        self.ended.set(false);
        self.state.set(State::SignedOut);
    }

    /// Follows what another tab did. What is typed here is not lost when that tab signs out: it waits, out of sight, for
    /// its user.
    fn on_message(self, message: Message) {
        match message {
            Message::Begun => self.look(),
            Message::Over if self.awaited.get_untracked().is_some_and(|is_awaited| is_awaited()) => {
                self.ended.set(true)
            }
            Message::Over => self.forget(),
        }
    }
}

/// The app's session.
pub(crate) fn use_session() -> Session {
    use_context().unwrap_or_else(Session::new)
}
