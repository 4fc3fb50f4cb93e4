//! Signing in: at the start, and again when the session ended while the user was at work.

use leptos::prelude::*;
use letasyl_contract::DemoUserDto;
use letasyl_locale::{organisation, permissions};

use super::follow::{focus_page, use_title_of_sign_in};
use crate::api::{self, ApiError, Failure};
use crate::browser;
use crate::element::{all, el, press};
use crate::failure::failure_alert;
use crate::language::use_locale;
use crate::live::Live;
use crate::notices::{Notices, use_notices};
use crate::session::{Session, use_session};
use crate::view::{Asked, Key, ask, dynamic, waiting, word};

/// The setting under which this browser remembers who was signed in last.
const LAST: &str = "demobruger";

/// The page "Log ind".
pub(crate) fn sign_in() -> AnyView {
    let session = use_session();
    use_title_of_sign_in();
    let Asked { answer, ask } = ask(api::demo_users);
    let ended = untrack(|| session.ended());
    if ended {
        browser::focus_soon("main .sign-in h1");
    }
    let (title, lead): (Key, Key) = if ended {
        (|w| w.frame.ended, |w| w.frame.ended_text)
    } else {
        (|w| w.frame.sign_in, |w| w.frame.sign_in_text)
    };
    view! {
        <div class="sign-in">
            <h1 tabindex="-1">{word(title)}</h1>
            <p class="font-lead">{word(lead)}</p>
            {dynamic(move || match answer.get() {
                None => waiting(|w| w.frame.loading),
                Some(Ok(users)) => choose(users),
                Some(Err(ApiError { failure: Failure::Rejected(404), .. })) => {
                    view! { <p>{word(|w| w.frame.no_demo)}</p> }.into_any()
                }
                Some(Err(error)) => failure_alert(error, Some(ask), None),
            })}
        </div>
    }
    .into_any()
}

/// What signing in takes.
#[derive(Clone, Copy)]
struct SignIn {
    session: Session,
    notices: Notices,
    failed: Live<Option<ApiError>>,
    busy: Live<bool>,
}

fn choose(users: Vec<DemoUserDto>) -> AnyView {
    let sign_in =
        SignIn { session: use_session(), notices: use_notices(), failed: Live::new(None), busy: Live::new(false) };
    // Who was signed in last most likely comes back.
    let last = match untrack(|| sign_in.session.user_id()) {
        id if id.is_empty() => browser::remembered(LAST).unwrap_or_default(),
        id => id,
    };
    let (first, others): (Vec<_>, Vec<_>) = users.into_iter().partition(|offered| offered.user.id == last);
    let cards = first.into_iter().chain(others).map(|user| card(user, sign_in)).collect();
    let failure = dynamic(move || sign_in.failed.get().map(|error| failure_alert(error, None, None)).into_any());
    all(vec![failure, el("ul", "cards no-max-width").named(|w| w.frame.demo_users).holds(all(cards)).view()])
}

/// One user: who, for whom, with which permissions, and the button.
fn card(offered: DemoUserDto, sign_in: SignIn) -> AnyView {
    let locale = use_locale();
    let DemoUserDto { user, organisation: of, operations } = offered;
    let kind = move || format!(" ({})", organisation(locale.get(), of.kind));
    let (id, name) = (user.id, user.name);
    // Names are Danish whatever the page's language.
    let danish = |tag, name: &str| el(tag, "").with("lang", "da").reads(name).view();
    let button = press("button button-primary", move || sign_in.begin(id.clone())).says(|w| w.frame.sign_in).holds(
        el("span", "sr-only").reads(" ").says(|w| w.frame.sign_in_as).reads(" ").holds(danish("span", &name)).view(),
    );
    el("li", "card-box")
        .holds(el("h2", "h4").holds(danish("span", &name)).view())
        .holds(el("p", "").holds(danish("span", &of.name)).tells(kind).view())
        .holds(el("p", "form-hint").tells(move || permissions(locale.get(), &operations)).view())
        .holds(button.view())
        .view()
}

impl SignIn {
    fn begin(self, id: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        leptos::task::spawn_local(async move {
            let answer = api::sign_in(&id).await;
            self.busy.set(false);
            match answer {
                Ok(known) => {
                    browser::remember(LAST, &id);
                    // What was said to whoever signed out is not for whoever signs in.
                    self.notices.clear();
                    self.session.begin(known);
                    focus_page();
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }
}
