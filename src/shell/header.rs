//! Skip link, name, who is signed in, language, sign out, and the navigation.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{OperationName, SessionDto};

use crate::platform::browser;
use crate::shell::paths;
use crate::shell::permissions::{CITIZEN_OPERATIONS, TEXTS_OPERATIONS};
use crate::shell::router::use_router;
use crate::shell::session::{State, use_session};
use crate::ui::language::use_locale;
use crate::ui::notices::use_notices;
use crate::ui::view::{Key, dyn_view, on_click, show, word};

/// The head of every page.
pub(crate) fn header() -> AnyView {
    let locale = use_locale();
    let session = use_session();
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::focus("#indhold");
    };
    let skip: Box<dyn FnMut(leptos::ev::MouseEvent)> = Box::new(skip);
    let signed_in = move || matches!(session.state(), State::SignedIn(_));
    view! {
        <a class="skipnav" href="#indhold" rel="external" on:click=skip>
            {word(|w| w.frame.skip)}
        </a>
        <header class="site-header">
            <div class="site-header__inner">
                <a class="site-name" href=paths::HOME>
                    {word(|w| w.frame.name)}
                </a>
                {dyn_view(move || match session.state() {
                    State::SignedIn(known) => who_is_in(known),
                    _ => ().into_any(),
                })}
                <div class="site-actions">
                    <button
                        type="button"
                        class="function-link"
                        lang=move || locale.get().other().tag()
                        on:click=on_click(move || locale.toggle())
                    >
                        {word(|w| w.frame.other_language)}
                    </button>
                    {show(signed_in, sessions)}
                    {show(signed_in, sign_out)}
                </div>
            </div>
        </header>
        {show(signed_in, navigation)}
    }
    .into_any()
}

fn who_is_in(known: SessionDto) -> AnyView {
    view! {
        <p class="site-user">
            <span class="sr-only">{word(|w| w.frame.signed_in_as)} " "</span>
            <span class="site-user__name">{known.user.name}</span>
            " "
            {known.organisation.name}
        </p>
    }
    .into_any()
}

fn navigation() -> AnyView {
    view! {
        <nav class="site-nav" aria-label=word(|w| w.frame.main_menu)>
            <ul class="unstyled-list no-max-width">
                {link(CITIZEN_OPERATIONS, paths::CITIZEN, |w| w.frame.citizen)}
                {link(TEXTS_OPERATIONS, paths::TEXTS, |w| w.frame.texts)}
            </ul>
        </nav>
    }
    .into_any()
}

/// A link for those who may; it tells when it leads to where one is, or to what that is part of.
fn link(operations: &'static [OperationName], href: &'static str, name: Key) -> Option<AnyView> {
    let session = use_session();
    let path = use_router().path();
    let current = move || {
        path.with(|path| match path.strip_prefix(href) {
            Some("") => Some("page"),
            Some(rest) if rest.starts_with('/') => Some("true"),
            _ => None,
        })
    };
    session.may_any(operations).then(|| {
        view! {
            <li>
                <a href=href aria-current=current>
                    {word(name)}
                </a>
            </li>
        }
        .into_any()
    })
}

fn sessions() -> AnyView {
    view! { <a href=paths::SESSIONS>{word(|w| w.frame.sessions)}</a> }.into_any()
}

fn sign_out() -> AnyView {
    let session = use_session();
    let notices = use_notices();
    let router = use_router();
    let sign_out = move || {
        leptos::task::spawn_local(async move {
            let left = session.sign_out().await;
            router.go(paths::SIGN_IN);
            match left {
                Err(error) if !error.session_ended() => notices.warn(|w| w.frame.not_signed_out),
                _ => notices.inform(|w| w.frame.signed_out),
            }
        });
    };
    view! {
        <button type="button" class="function-link" on:click=on_click(move || router.guard().confirm_end(Arc::new(sign_out)))>
            {word(|w| w.frame.sign_out)}
        </button>
    }
    .into_any()
}
