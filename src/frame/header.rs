//! Skip link, name, who is signed in, language, sign out, and the navigation.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use letasyl_contract::{OperationName, SessionDto};

use crate::app::{CITIZEN_OPERATIONS, TEXTS_OPERATIONS};
use crate::language::use_locale;
use crate::notices::use_notices;
use crate::session::{State, use_session};
use crate::{api, browser, paths};

/// The head of every page.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let locale = use_locale();
    let session = use_session();
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::focus("#indhold");
    };
    let other = move || locale.get().other();
    view! {
        <a class="skipnav" href="#indhold" on:click=skip>
            {move || locale.words().frame.skip}
        </a>
        <header class="site-header">
            <div class="site-header__inner">
                <A href=paths::HOME attr:class="site-name">
                    {move || locale.words().frame.name}
                </A>
                {move || match session.state() {
                    State::SignedIn(known) => view! { <WhoIsIn known /> }.into_any(),
                    _ => ().into_any(),
                }}
                <div class="site-actions">
                    <button
                        type="button"
                        class="function-link"
                        lang=move || other().tag()
                        on:click=move |_| locale.set(other())
                    >
                        {move || locale.words().frame.other_language}
                    </button>
                    <Show when=move || matches!(session.state(), State::SignedIn(_))>
                        <SignOut />
                    </Show>
                </div>
            </div>
        </header>
        <Show when=move || matches!(session.state(), State::SignedIn(_))>
            <Navigation />
        </Show>
    }
}

#[component]
fn WhoIsIn(known: SessionDto) -> impl IntoView {
    let locale = use_locale();
    view! {
        <p class="site-user">
            <span class="sr-only">{move || locale.words().frame.signed_in_as} " "</span>
            <span class="site-user__name">{known.user.name}</span>
            " "
            {known.organisation.name}
        </p>
    }
}

#[component]
fn Navigation() -> impl IntoView {
    let locale = use_locale();
    let session = use_session();
    let may = move |operations: &'static [OperationName]| operations.iter().any(|operation| session.may(*operation));
    view! {
        <nav class="site-nav" aria-label=move || locale.words().frame.main_menu>
            <ul class="nobullet-list">
                <Show when=move || may(CITIZEN_OPERATIONS)>
                    <li>
                        <A href=paths::CITIZEN>{move || locale.words().frame.citizen}</A>
                    </li>
                </Show>
                <Show when=move || may(TEXTS_OPERATIONS)>
                    <li>
                        <A href=paths::TEXTS>{move || locale.words().frame.texts}</A>
                    </li>
                </Show>
            </ul>
        </nav>
    }
}

#[component]
fn SignOut() -> impl IntoView {
    let locale = use_locale();
    let session = use_session();
    let notices = use_notices();
    let navigate = use_navigate();
    let leave = move |_| {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            let left = api::sign_out().await;
            // Whatever the backend says, nothing of what was on the page stays on it.
            session.leave();
            navigate(paths::SIGN_IN, leptos_router::NavigateOptions::default());
            match left {
                Ok(()) => notices.tell(|words| words.frame.signed_out),
                Err(error) if error.session_ended() => notices.tell(|words| words.frame.signed_out),
                Err(_) => notices.warn(|words| words.frame.not_signed_out),
            }
        });
    };
    view! {
        <button type="button" class="function-link" on:click=leave>
            {move || locale.words().frame.sign_out}
        </button>
    }
}
