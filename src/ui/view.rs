//! Reactive parts of views that compile to one type each.
//!
//! `view!` compiles a copy of Leptos for every closure type, about a kilobyte each. Here all words have one type, and so
//! have all changing texts, all changing views and all clicks. Depends on Leptos and the words, not on any page.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use letasyl_locale::Words;

use crate::platform::signals::{ErasedMemo, ErasedSignal};
use crate::ui::language::use_locale;

/// Selects one of the words.
pub(crate) type Key = fn(&'static Words) -> &'static str;

/// A word that follows the language.
pub(crate) fn word(key: Key) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let locale = use_locale();
    move || key(locale.words())
}

/// A word as a signal, for the properties of components.
pub(crate) fn word_signal(key: Key) -> Signal<&'static str> {
    Signal::derive(word(key))
}

/// A text that changes, boxed.
pub(crate) fn boxed_text(text: impl FnMut() -> String + Send + 'static) -> Box<dyn FnMut() -> String + Send> {
    Box::new(text)
}

/// A view that is rebuilt as a whole when what it reads changes.
pub(crate) fn dyn_view(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    fn erased(view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        view.into_any()
    }
    erased(Box::new(view))
}

/// Shows a view while a condition is true. The view is built again each time the condition becomes true.
pub(crate) fn show(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl FnMut() -> AnyView + Send + 'static,
) -> AnyView {
    fn erased(condition: Box<dyn Fn() -> bool + Send + Sync>, mut view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        let holds = ErasedMemo::new(condition);
        dyn_view(move || if holds.get() { view() } else { ().into_any() })
    }
    erased(Box::new(condition), Box::new(view))
}

/// A progress message. Visible only after a moment (style/_notices.scss), announced at once.
pub(crate) fn waiting(key: Key) -> AnyView {
    view! {
        <p class="waiting" role="status">
            {word(key)}
            <span class="spinner" aria-hidden="true"></span>
        </p>
    }
    .into_any()
}

/// A click handler, boxed.
pub(crate) fn on_click(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// A button.
pub(crate) fn button(class: &'static str, name: Key, act: impl FnMut() + 'static) -> AnyView {
    view! {
        <button type="button" class=class on:click=on_click(act)>
            {word(name)}
        </button>
    }
    .into_any()
}

/// The button of a dialog that changes nothing. It gets the focus when the dialog opens, so that an extra key press does
/// no harm.
pub(crate) fn safe_button(name: Key, act: impl FnMut() + 'static) -> AnyView {
    view! {
        <button type="button" class="button button-secondary" autofocus=true on:click=on_click(act)>
            {word(name)}
        </button>
    }
    .into_any()
}

/// The content of a dialog: a text with buttons below it.
pub(crate) fn dialog_content(text: Box<dyn FnMut() -> String + Send>, buttons: Vec<AnyView>) -> AnyView {
    view! {
        <p>{text}</p>
        <div class="button-group">{buttons}</div>
    }
    .into_any()
}

/// A response that is loaded when the view is built, and again on demand.
pub(crate) struct Load<T> {
    /// The response; `None` while it is loading.
    pub response: ErasedSignal<Option<T>>,
    /// Loads again.
    pub reload: Callback<()>,
}

/// Loads something that a view needs. Smaller than Leptos' resources, which also serve rendering on a server.
pub(crate) fn load<T, F>(request: impl Fn() -> F + Send + Sync + 'static) -> Load<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = T> + 'static,
{
    let response = ErasedSignal::new(None);
    let reload = Callback::new(move |()| {
        response.set(None);
        let loading = request();
        leptos::task::spawn_local(async move { response.set(Some(loading.await)) });
    });
    reload.run(());
    Load { response, reload }
}
