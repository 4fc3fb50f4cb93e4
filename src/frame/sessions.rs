//! Where the user is signed in: a forgotten browser at another desk can be signed out from here.

use std::pin::Pin;

use leptos::prelude::*;
use letasyl_contract::{DateTime, OwnSessionDto};
use letasyl_locale::{date_time, end_session_of};

use super::use_title;
use crate::api::{self, ApiError};
use crate::element::{all, el, nothing, press};
use crate::failure::failure_alert;
use crate::language::use_locale;
use crate::live::Live;
use crate::notices::{Notices, use_notices};
use crate::view::{Asked, ask, button, dynamic, waiting};

/// The list, and what went wrong with the last wish.
#[derive(Clone, Copy)]
struct Sessions {
    ask: Callback<()>,
    failed: Live<Option<ApiError>>,
    notices: Notices,
}

/// The page "Dine sessioner".
pub(crate) fn sessions_page() -> AnyView {
    use_title(|w| w.frame.sessions);
    let Asked { answer, ask } = ask(api::own_sessions);
    let sessions = Sessions { ask, failed: Live::new(None), notices: use_notices() };
    let failure = dynamic(move || match sessions.failed.get() {
        Some(error) => failure_alert(error, None, None),
        None => nothing(),
    });
    let list = dynamic(move || match answer.get() {
        None => waiting(|w| w.frame.loading),
        Some(Ok(known)) => list(known, sessions),
        Some(Err(error)) => failure_alert(error, Some(ask), None),
    });
    all(vec![
        el("h1", "").with("tabindex", "-1").says(|w| w.frame.sessions).view(),
        el("p", "font-lead").says(|w| w.frame.sessions_text).view(),
        failure,
        list,
    ])
}

fn list(known: Vec<OwnSessionDto>, sessions: Sessions) -> AnyView {
    let others = known.len() > 1;
    let cards = known.into_iter().map(|known| card(known, sessions)).collect();
    let end_all = move || sessions.end(Box::pin(api::end_other_sessions()));
    all(vec![
        el("ul", "cards no-max-width").named(|w| w.frame.sessions).holds(all(cards)).view(),
        if others {
            button("button button-secondary", |w| w.frame.end_others, end_all)
        } else {
            el("p", "").says(|w| w.frame.no_others).view()
        },
    ])
}

/// One session: when it began, when it was used last, and how to end it.
fn card(known: OwnSessionDto, sessions: Sessions) -> AnyView {
    let locale = use_locale();
    let OwnSessionDto { id, current, signed_in_at, last_used_at } = known;
    let moment = |written: &str| DateTime::parse(written).ok();
    let (began, used) = (moment(&signed_in_at), moment(&last_used_at));
    let shown = move |of: &Option<DateTime>| of.as_ref().map(|of| date_time(locale.get(), of)).unwrap_or_default();
    let name = began.clone();
    let end = press("button button-secondary", move || {
        let id = id.clone();
        sessions.end(Box::pin(async move { api::end_session(&id).await }));
    })
    .live("aria-label", move || Some(end_session_of(locale.get(), &shown(&name))))
    .says(|w| w.frame.end_session);
    el("li", "card-box")
        .holds(el("h2", "h4").says(if current { |w| w.frame.this_session } else { |w| w.frame.other_session }).view())
        .holds(el("p", "").tells(move || format!("{} {}", locale.words().frame.signed_in_at, shown(&began))).view())
        .holds(
            el("p", "form-hint").tells(move || format!("{} {}", locale.words().frame.last_used, shown(&used))).view(),
        )
        .holds(if current { nothing() } else { end.view() })
        .view()
}

impl Sessions {
    /// Ends some of them, and shows which are left.
    fn end(self, ending: Pin<Box<dyn Future<Output = Result<(), ApiError>>>>) {
        self.failed.set(None);
        leptos::task::spawn_local(async move {
            match ending.await {
                Ok(()) => self.notices.tell(|w| w.frame.session_ended),
                Err(error) => self.failed.set(Some(error)),
            }
            self.ask.run(());
        });
    }
}
