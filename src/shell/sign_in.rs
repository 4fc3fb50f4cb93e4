//! Signing in: at the start, and again when the session ended while the user was at work.

use leptos::prelude::*;
use letasyl_contract::DemoUserDto;
use letasyl_locale::{organisation, permissions};

use super::document_title::{focus_page, use_title_of_sign_in};
use crate::api::{self, ApiError, Failure};
use crate::platform::browser;
use crate::platform::signals::ErasedSignal;
use crate::shell::failure_alert::failure_alert;
use crate::shell::session::{Session, use_session};
use crate::ui::element::{button_el, el, fragment};
use crate::ui::language::use_locale;
use crate::ui::notices::{Notices, use_notices};
use crate::ui::view::{Key, Load, dyn_view, load, waiting, word};

/// The setting under which this browser remembers who was signed in last.
const LAST: &str = "demobruger";

/// The page "Log ind".
pub(crate) fn sign_in() -> AnyView {
    let session = use_session();
    use_title_of_sign_in();
    let Load { response, reload } = load(api::demo_users);
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
            {dyn_view(move || match response.get() {
                None => waiting(|w| w.frame.loading),
                Some(Ok(users)) => choose(users),
                Some(Err(ApiError { failure: Failure::Rejected(404), .. })) => {
                    view! { <p>{word(|w| w.frame.no_demo)}</p> }.into_any()
                }
                Some(Err(error)) => failure_alert(error, Some(reload), None),
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
    failed: ErasedSignal<Option<ApiError>>,
    busy: ErasedSignal<bool>,
}

fn choose(users: Vec<DemoUserDto>) -> AnyView {
    let sign_in = SignIn {
        session: use_session(),
        notices: use_notices(),
        failed: ErasedSignal::new(None),
        busy: ErasedSignal::new(false),
    };
    // Who was signed in last most likely comes back.
    let last = match untrack(|| sign_in.session.user_id()) {
        id if id.is_empty() => browser::remembered(LAST).unwrap_or_default(),
        id => id,
    };
    let (first, others): (Vec<_>, Vec<_>) = users.into_iter().partition(|offered| offered.user.id == last);
    let cards = first.into_iter().chain(others).map(|user| card(user, sign_in)).collect();
    let failure = dyn_view(move || sign_in.failed.get().map(|error| failure_alert(error, None, None)).into_any());
    fragment(vec![
        failure,
        el("ul", "cards no-max-width").aria_label(|w| w.frame.demo_users).child(fragment(cards)).view(),
    ])
}

/// One user: who, for whom, with which permissions, and the button.
fn card(offered: DemoUserDto, sign_in: SignIn) -> AnyView {
    let locale = use_locale();
    let DemoUserDto { user, organisation: of, operations } = offered;
    let kind = move || format!(" ({})", organisation(locale.get(), of.kind));
    let (id, name) = (user.id, user.name);
    // Names are Danish whatever the page's language.
    let danish = |tag, name: &str| el(tag, "").attr("lang", "da").text(name).view();
    let button = button_el("button button-primary", move || sign_in.begin(id.clone())).word(|w| w.frame.sign_in).child(
        el("span", "sr-only").text(" ").word(|w| w.frame.sign_in_as).text(" ").child(danish("span", &name)).view(),
    );
    el("li", "card-box")
        .child(el("h2", "h4").child(danish("span", &name)).view())
        .child(el("p", "").child(danish("span", &of.name)).dyn_text(kind).view())
        .child(el("p", "form-hint").dyn_text(move || permissions(locale.get(), &operations)).view())
        .child(button.view())
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
                    // Notices for the user who signed out are not for the next one.
                    self.notices.clear();
                    self.session.begin(known);
                    focus_page();
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }
}
