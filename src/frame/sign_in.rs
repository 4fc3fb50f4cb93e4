//! Signing in: at the start, and again when the session ended while the user was at work.

use leptos::prelude::*;
use letasyl_contract::DemoUserDto;
use letasyl_locale::organisation;

use super::use_title;
use crate::api::{self, ApiError, Failure};
use crate::browser;
use crate::failure::FailureAlert;
use crate::language::use_locale;
use crate::session::use_session;

/// The page "Log ind".
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let locale = use_locale();
    let session = use_session();
    use_title(|words| words.frame.sign_in);
    let users = LocalResource::new(api::demo_users);
    let ended = session.ended();
    if ended {
        browser::focus_soon("main .sign-in h1");
    }
    view! {
        <div class="sign-in">
            <h1 tabindex="-1">
                {move || {
                    let words = &locale.words().frame;
                    if ended { words.ended } else { words.sign_in }
                }}
            </h1>
            <p class="font-lead">
                {move || {
                    let words = &locale.words().frame;
                    if ended { words.ended_text } else { words.sign_in_text }
                }}
            </p>
            {move || match users.get() {
                None => view! { <p role="status">{move || locale.words().frame.loading}</p> }.into_any(),
                Some(Ok(users)) => view! { <Choose users /> }.into_any(),
                Some(Err(ApiError { failure: Failure::NotFound, .. })) => {
                    view! { <p>{move || locale.words().frame.no_demo}</p> }.into_any()
                }
                Some(Err(error)) => {
                    let retry = Callback::new(move |()| users.refetch());
                    view! { <FailureAlert error retry=Some(retry) /> }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Choose(users: Vec<DemoUserDto>) -> impl IntoView {
    let locale = use_locale();
    let session = use_session();
    let first = users.first().map(|offered| offered.user.id.clone()).unwrap_or_default();
    let chosen = RwSignal::new(first);
    let failed = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        leptos::task::spawn_local(async move {
            let answer = api::sign_in(&chosen.get_untracked()).await;
            busy.try_set(false);
            match answer {
                Ok(known) => {
                    session.begin(known);
                    browser::focus_soon("main h1");
                }
                Err(error) => {
                    failed.try_set(Some(error));
                }
            }
        });
    };
    let options = users
        .into_iter()
        .map(|offered| {
            let DemoUserDto { user, organisation: of } = offered;
            view! {
                <option value=user.id>
                    {user.name} " – " {of.name} " (" {move || organisation(locale.get(), of.kind)} ")"
                </option>
            }
        })
        .collect_view();
    view! {
        {move || failed.get().map(|error| view! { <FailureAlert error retry=None /> })}
        <form on:submit=submit>
            <div class="form-group">
                <label class="form-label" for="demobruger">
                    {move || locale.words().frame.demo_user}
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
                {move || locale.words().frame.sign_in}
            </button>
        </form>
    }
}
