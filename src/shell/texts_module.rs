//! The pages of dynamic texts as the frame sees them: a module that is fetched once somebody who may use it is signed in.

use leptos::prelude::*;

use crate::platform::browser;
use crate::platform::signals::ErasedSignal;
use crate::shell::document_title::focus_late_page;
use crate::texts::{TextsPages, load_texts};
use crate::ui::view::{button, dyn_view, waiting, word};

/// How far loading the module has come.
#[derive(Debug, Clone, Copy, Default)]
enum State {
    #[default]
    NotAsked,
    Loading,
    Failed,
    Loaded(TextsPages),
}

/// The module of one session.
#[derive(Clone, Copy)]
pub(crate) struct TextsModule {
    state: ErasedSignal<State>,
    /// The owner of the session's pages, which what the module's pages share belongs to.
    owner: StoredValue<Option<Owner>>,
}

impl TextsModule {
    /// One that is not asked for yet. It belongs to the current owner.
    pub(crate) fn new() -> Self {
        Self { state: ErasedSignal::default(), owner: StoredValue::new(Owner::current()) }
    }

    /// Fetches the module, unless it is there or on its way.
    pub(crate) fn load(self) {
        if matches!(self.state.get_untracked(), State::Loading | State::Loaded(_)) {
            return;
        }
        self.state.set(State::Loading);
        leptos::task::spawn_local(async move {
            let loaded = load_texts().await;
            // The user may have signed out in the meantime: then nobody waits for it.
            let Some(owner) = self.owner.try_get_value().flatten() else { return };
            self.state.set(loaded.map_or(State::Failed, |pages| {
                owner.with(pages.provide);
                State::Loaded(pages)
            }));
        });
    }

    /// One of its pages, as soon as it is there.
    pub(crate) fn page(self, page: impl Fn(TextsPages) -> AnyView + Send + 'static) -> AnyView {
        self.load();
        dyn_view(move || match self.state.get() {
            State::NotAsked | State::Loading => {
                view! { <div class="page-wait">{waiting(|w| w.frame.loading)}</div> }.into_any()
            }
            State::Failed => self.failed(),
            State::Loaded(pages) => {
                request_animation_frame(focus_late_page);
                untrack(|| page(pages))
            }
        })
    }

    /// How far the work on many texts has come, for the other pages.
    pub(crate) fn work_elsewhere(self) -> AnyView {
        dyn_view(move || match self.state.get() {
            State::Loaded(pages) => (pages.work_elsewhere)(),
            _ => ().into_any(),
        })
    }

    /// It may be the line, or a newer version that has taken the place of this one: there is a way out of both.
    fn failed(self) -> AnyView {
        view! {
            <div class="alert alert-error" role="alert">
                <p class="alert-heading">{word(|w| w.frame.module_failed)}</p>
                <p class="alert-text">{word(|w| w.frame.module_failed_do)}</p>
                <div class="button-group">
                    {button("button button-primary", |w| w.frame.retry, move || self.load())}
                    {button("button button-secondary", |w| w.frame.reload, browser::reload)}
                </div>
            </div>
        }
        .into_any()
    }
}
