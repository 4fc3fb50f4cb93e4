//! The frame around every page, which page an address shows, and who gets to see it. Knows no page's inside.

use leptos::prelude::*;
use letasyl_contract::OperationName;

use crate::citizen::citizen_page;
use crate::platform::browser;
use crate::platform::events::prevent_file_drops;
use crate::platform::signals::{ErasedMemo, ErasedSignal, effect};
use crate::shell::document_title::follow_page;
use crate::shell::expiry::expiry;
use crate::shell::failure_alert::failure_alert;
use crate::shell::fallback_pages::{forbidden, home, not_found};
use crate::shell::header::header;
use crate::shell::navigation_guard::guard_dialog;
use crate::shell::own_sessions::sessions_page;
use crate::shell::paths::Page;
use crate::shell::permissions::{CITIZEN_OPERATIONS, IMPORT_OPERATIONS, TEXTS_OPERATIONS};
use crate::shell::router::{Router, use_router};
use crate::shell::session::{Session, State, use_session};
use crate::shell::sign_in::sign_in;
use crate::shell::texts_module::TextsModule;
use crate::shell::version;
use crate::ui::element::fragment;
use crate::ui::focus_keeper::keep_focus;
use crate::ui::key_repeat::ignore_key_repeat;
use crate::ui::language::Locale;
use crate::ui::notices::{Notices, notice_region};
use crate::ui::view::{dyn_view, show, word};

/// The whole app.
#[component]
pub(crate) fn App() -> impl IntoView {
    Locale::provide();
    Notices::provide();
    Session::provide();
    Router::provide();
    let session = use_session();
    let known = ErasedSignal::new(false);
    effect(move || {
        if session.state() != State::Asking {
            known.set(true);
        }
    });
    // What index.html shows stands until it is known who is there: then the page comes whole, and nothing in it moves.
    show(
        move || known.get(),
        || {
            if let Some(start) = browser::element_by_id("start") {
                start.remove();
            }
            frame()
        },
    )
}

fn frame() -> AnyView {
    follow_page();
    ignore_key_repeat();
    keep_focus();
    prevent_file_drops();
    version::watch();
    view! {
        {header()}
        // Before the page, so that who has just been led to its heading finds "Fortryd" one step back.
        {notice_region()}
        <main id="indhold" class="site-main" tabindex="-1">
            {stage()}
        </main>
        {expiry()}
        {guard_dialog(use_router().guard())}
    }
    .into_any()
}

/// What the main part shows, by what is known of the session.
fn stage() -> AnyView {
    let session = use_session();
    dyn_view(move || match session.state() {
        State::Asking => view! { <p role="status">{word(|w| w.frame.loading)}</p> }.into_any(),
        State::SignedOut => sign_in(),
        State::Failed(error) => failure_alert(error, Some(Callback::new(move |()| session.load())), None),
        State::SignedIn(_) => view! {
            // The page stays as it is, unseen, until its user is back.
            <div hidden=move || session.ended()>{pages()}</div>
            {show(move || session.ended(), sign_in)}
        }
        .into_any(),
    })
}

/// The page that the address names.
fn pages() -> AnyView {
    let texts = TextsModule::new();
    // Who may read texts goes to them sooner or later.
    if untrack(|| use_session().may_any(TEXTS_OPERATIONS)) {
        texts.load();
    }
    let path = use_router().path();
    // One text stands beside the list, or in its place: either is the page of texts.
    let page = ErasedMemo::new(move || match path.with(|path| Page::of(path)) {
        Page::NewText | Page::Text(_) => Page::Texts,
        other => other,
    });
    let page = dyn_view(move || match page.get() {
        Page::Home => home(),
        Page::Sessions => sessions_page(),
        Page::Citizen => for_those_who_may(CITIZEN_OPERATIONS, citizen_page),
        Page::Texts | Page::NewText | Page::Text(_) => texts.page(|pages| (pages.texts)()),
        Page::Import => for_those_who_may(IMPORT_OPERATIONS, || texts.page(|pages| (pages.import)())),
        #[cfg(feature = "stil")]
        Page::Stil => crate::shell::stil::stil_page(),
        Page::Unknown => not_found(),
    });
    fragment(vec![texts.work_elsewhere(), page])
}

/// A page for those who may call one of the operations; a notice for the others.
fn for_those_who_may(operations: &'static [OperationName], page: impl FnOnce() -> AnyView) -> AnyView {
    let session = use_session();
    // Untracked: a change of rights is a change of session, which builds all this again.
    if untrack(|| session.may_any(operations)) { untrack(page) } else { forbidden(operations) }
}
