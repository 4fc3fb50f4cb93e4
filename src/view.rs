//! Reactive parts of views without a copy of Leptos for each closure.
//!
//! `view!` compiles its machinery anew for every closure type it meets, about a kilobyte each. These functions give
//! all words one type, all changing texts one type, all changing views one type, and all clicks one type: that is
//! what keeps the site within its budget. Knows Leptos and the words, nothing of the product's pages.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use letasyl_locale::Words;

use crate::language::use_locale;
use crate::live::{Derived, Live};

/// The way to one of the words.
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

/// A text that changes.
pub(crate) fn text(text: impl FnMut() -> String + Send + 'static) -> Box<dyn FnMut() -> String + Send> {
    Box::new(text)
}

/// A part of the page that changes as a whole.
pub(crate) fn dynamic(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    fn erased(view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        view.into_any()
    }
    erased(Box::new(view))
}

/// A part of the page that is there while the condition holds; made anew each time it begins to.
pub(crate) fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl FnMut() -> AnyView + Send + 'static,
) -> AnyView {
    fn erased(condition: Box<dyn Fn() -> bool + Send + Sync>, mut view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        let holds = Derived::new(condition);
        dynamic(move || if holds.get() { view() } else { ().into_any() })
    }
    erased(Box::new(condition), Box::new(view))
}

/// What is being waited for. Seen only when the wait lasts (style/_notices.scss), heard by screen readers.
pub(crate) fn waiting(key: Key) -> AnyView {
    view! {
        <p class="waiting" role="status">
            {word(key)}
            <span class="spinner" aria-hidden="true"></span>
        </p>
    }
    .into_any()
}

/// Runs now, and again whenever what it reads changes.
pub(crate) fn effect(act: impl FnMut() + 'static) {
    fn erased(act: Box<dyn FnMut()>) {
        Effect::new(act);
    }
    erased(Box::new(act));
}

/// What happens on a click.
pub(crate) fn click(mut act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// A button.
pub(crate) fn button(class: &'static str, name: Key, act: impl FnMut() + 'static) -> AnyView {
    view! {
        <button type="button" class=class on:click=click(act)>
            {word(name)}
        </button>
    }
    .into_any()
}

/// The button of a dialog that changes nothing. It has the focus when the dialog opens, so that a key pressed once too
/// often does no harm.
pub(crate) fn safe_button(name: Key, act: impl FnMut() + 'static) -> AnyView {
    view! {
        <button type="button" class="button button-secondary" autofocus=true on:click=click(act)>
            {word(name)}
        </button>
    }
    .into_any()
}

/// A text with buttons below it: what stands in a dialog.
pub(crate) fn question(text: Box<dyn FnMut() -> String + Send>, buttons: Vec<AnyView>) -> AnyView {
    view! {
        <p>{text}</p>
        <div class="button-group">{buttons}</div>
    }
    .into_any()
}

/// An answer that is asked for when the page is made, and again when `ask` is run.
pub(crate) struct Asked<T> {
    /// The answer; `None` while it is under way.
    pub answer: Live<Option<T>>,
    /// Asks again.
    pub ask: Callback<()>,
}

/// Asks for something that the page needs. Lighter than a resource, of which this app needs no more.
pub(crate) fn ask<T, F>(question: impl Fn() -> F + Send + Sync + 'static) -> Asked<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = T> + 'static,
{
    let answer = Live::new(None);
    let ask = Callback::new(move |()| {
        answer.set(None);
        let asking = question();
        leptos::task::spawn_local(async move { answer.set(Some(asking.await)) });
    });
    ask.run(());
    Asked { answer, ask }
}
