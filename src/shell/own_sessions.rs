//! Where the user is signed in: a forgotten browser at another desk can be signed out from here.

use std::pin::Pin;

use leptos::prelude::*;
use letasyl_contract::{DateTime, OwnSessionDto};
use letasyl_locale::{date_time, end_session_of};

use super::document_title::use_title;
use crate::api::{self, ApiError};
use crate::platform::signals::ErasedSignal;
use crate::shell::failure_alert::failure_alert;
use crate::ui::element::{button_el, el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::notices::{Notices, use_notices};
use crate::ui::view::{Load, button, dyn_view, load, waiting};

/// The list, and what went wrong with the last wish.
#[derive(Clone, Copy)]
struct Sessions {
    reload: Callback<()>,
    failed: ErasedSignal<Option<ApiError>>,
    notices: Notices,
}

/// The page "Dine sessioner".
pub(crate) fn sessions_page() -> AnyView {
    use_title(|w| w.frame.sessions);
    let Load { response, reload } = load(api::own_sessions);
    let sessions = Sessions { reload, failed: ErasedSignal::new(None), notices: use_notices() };
    let failure = dyn_view(move || match sessions.failed.get() {
        Some(error) => failure_alert(error, None, None),
        None => empty(),
    });
    let list = dyn_view(move || match response.get() {
        None => waiting(|w| w.frame.loading),
        Some(Ok(known)) => list(known, sessions),
        Some(Err(error)) => failure_alert(error, Some(reload), None),
    });
    fragment(vec![
        el("h1", "").attr("tabindex", "-1").word(|w| w.frame.sessions).view(),
        el("p", "font-lead").word(|w| w.frame.sessions_text).view(),
        failure,
        list,
    ])
}

fn list(known: Vec<OwnSessionDto>, sessions: Sessions) -> AnyView {
    let others = known.len() > 1;
    let cards = known.into_iter().map(|known| card(known, sessions)).collect();
    let end_all = move || sessions.end(Box::pin(api::end_other_sessions()));
    fragment(vec![
        el("ul", "cards no-max-width").aria_label(|w| w.frame.sessions).child(fragment(cards)).view(),
        if others {
            button("button button-secondary", |w| w.frame.end_others, end_all)
        } else {
            el("p", "").word(|w| w.frame.no_others).view()
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
    let end = button_el("button button-secondary", move || {
        let id = id.clone();
        sessions.end(Box::pin(async move { api::end_session(&id).await }));
    })
    .dyn_attr("aria-label", move || Some(end_session_of(locale.get(), &shown(&name))))
    .word(|w| w.frame.end_session);
    el("li", "card-box")
        .child(el("h2", "h4").word(if current { |w| w.frame.this_session } else { |w| w.frame.other_session }).view())
        .child(el("p", "").dyn_text(move || format!("{} {}", locale.words().frame.signed_in_at, shown(&began))).view())
        .child(
            el("p", "form-hint")
                .dyn_text(move || format!("{} {}", locale.words().frame.last_used, shown(&used)))
                .view(),
        )
        .child(if current { empty() } else { end.view() })
        .view()
}

impl Sessions {
    /// Ends some of them, and shows which are left.
    fn end(self, ending: Pin<Box<dyn Future<Output = Result<(), ApiError>>>>) {
        self.failed.set(None);
        leptos::task::spawn_local(async move {
            match ending.await {
                Ok(()) => self.notices.inform(|w| w.frame.session_ended),
                Err(error) => self.failed.set(Some(error)),
            }
            self.reload.run(());
        });
    }
}
