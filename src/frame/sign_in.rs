//! Signing in: at the start, and again when the session ended while the user was at work.

use leptos::prelude::*;
use letasyl_contract::DemoUserDto;
use letasyl_locale::organisation;

use super::follow::use_title_of_sign_in;
use crate::api::{self, ApiError, Failure};
use crate::browser;
use crate::failure::failure_alert;
use crate::language::use_locale;
use crate::live::Live;
use crate::notices::use_notices;
use crate::session::use_session;
use crate::view::{Asked, Key, ask, dynamic, text, waiting, word};

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

fn choose(users: Vec<DemoUserDto>) -> AnyView {
    let locale = use_locale();
    let session = use_session();
    let notices = use_notices();
    // The user who was signed in last, where this page still knows, most likely comes back.
    let last = session.user_id();
    let offered = users.iter().find(|offered| offered.user.id == last).or_else(|| users.first());
    let chosen = Live::new(offered.map(|offered| offered.user.id.clone()).unwrap_or_default());
    let failed = Live::new(None::<ApiError>);
    let busy = Live::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        leptos::task::spawn_local(async move {
            let answer = api::sign_in(&chosen.get_untracked()).await;
            busy.set(false);
            match answer {
                Ok(known) => {
                    // What was said to whoever signed out is not for whoever signs in.
                    notices.clear();
                    session.begin(known);
                    browser::focus_soon("main h1");
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let options: Vec<_> = users
        .into_iter()
        .map(|DemoUserDto { user, organisation: of }| {
            let name = text(move || format!("{} – {} ({})", user.name, of.name, organisation(locale.get(), of.kind)));
            view! { <option value=user.id>{name}</option> }
        })
        .collect();
    view! {
        {dynamic(move || failed.get().map(|error| failure_alert(error, None, None)).into_any())}
        <form on:submit=submit>
            <div class="form-group">
                <label class="form-label" for="demobruger">
                    {word(|w| w.frame.demo_user)}
                </label>
                <select
                    id="demobruger"
                    class="form-select"
                    prop:value=move || chosen.get()
                    on:change=move |event| chosen.set(event_target_value(&event))
                >
                    {options}
                </select>
            </div>
            <button type="submit" class="button button-primary">
                {word(|w| w.frame.sign_in)}
            </button>
        </form>
    }
    .into_any()
}
