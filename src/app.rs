//! The frame around every page, the routes, and who gets to see what. Knows no page's inside.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;
use letasyl_contract::OperationName;

use crate::citizen::CitizenPage;
use crate::failure::FailureAlert;
use crate::frame::{Forbidden, Header, Home, NotFound, SignIn, follow_page};
use crate::language::{Locale, use_locale};
use crate::notices::{NoticeRegion, Notices};
use crate::session::{Session, State, use_session};
use crate::texts::{EditPage, ListPage, NewPage, Shelf};

/// The operations of the page "Borger": whoever may do one of them may use it.
pub(crate) const CITIZEN_OPERATIONS: &[OperationName] = &[
    OperationName::GetIntegrationslovsdata,
    OperationName::GetIntegrationslovsdataPdf,
    OperationName::OverfoerLetAsylIntegrationslovsdata,
];
/// What reading the list of dynamic texts takes.
pub(crate) const TEXTS_OPERATIONS: &[OperationName] = &[OperationName::GetTexts];
const NEW_OPERATIONS: &[OperationName] = &[OperationName::CreateText];
const EDIT_OPERATIONS: &[OperationName] = &[OperationName::GetText];

/// The whole app.
#[component]
pub(crate) fn App() -> impl IntoView {
    Locale::provide();
    Notices::provide();
    Session::provide();
    Shelf::provide();
    view! {
        <Router>
            <Header />
            <main id="indhold" class="site-main" tabindex="-1">
                <Stage />
            </main>
            <NoticeRegion />
        </Router>
    }
}

/// What the main part shows, by what is known of the session.
#[component]
fn Stage() -> impl IntoView {
    follow_page();
    let session = use_session();
    let locale = use_locale();
    move || match session.state() {
        State::Asking => view! { <p role="status">{move || locale.words().frame.loading}</p> }.into_any(),
        State::SignedOut => view! { <SignIn /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| session.ask());
            view! { <FailureAlert error retry=Some(retry) /> }.into_any()
        }
        State::SignedIn(_) => view! {
            // The page stays as it is, unseen, until its user is back.
            <div hidden=move || session.ended()>
                <Pages />
            </div>
            <Show when=move || session.ended()>
                <SignIn />
            </Show>
        }
        .into_any(),
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFound /> }>
            <Route path=path!("/") view=Home />
            <Route path=path!("/log-ind") view=Home />
            <Route path=path!("/borger") view=|| for_those_who_may(CITIZEN_OPERATIONS, || view! { <CitizenPage /> }.into_any()) />
            <Route path=path!("/admin/tekster") view=|| for_those_who_may(TEXTS_OPERATIONS, || view! { <ListPage /> }.into_any()) />
            <Route path=path!("/admin/tekster/ny") view=|| for_those_who_may(NEW_OPERATIONS, || view! { <NewPage /> }.into_any()) />
            <Route path=path!("/admin/tekster/:id") view=|| for_those_who_may(EDIT_OPERATIONS, || view! { <EditPage /> }.into_any()) />
        </Routes>
    }
    .into_any()
}

/// A page for those who may call one of the operations; a notice for the others.
fn for_those_who_may(operations: &'static [OperationName], page: fn() -> AnyView) -> AnyView {
    let session = use_session();
    if operations.iter().any(|operation| session.may(*operation)) {
        page()
    } else {
        view! { <Forbidden operations /> }.into_any()
    }
}
