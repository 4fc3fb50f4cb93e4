//! The marks of what is not as it was when it was fetched before.

use leptos::prelude::*;

use crate::view::{Key, word};

/// A word that catches the eye.
pub(super) fn mark(key: Key) -> AnyView {
    view! { <strong class="badge badge-changed">{word(key)}</strong> }.into_any()
}

/// A value that has changed, with what stood there before.
pub(super) fn changed(now: AnyView, old: AnyView) -> AnyView {
    view! {
        {now}
        <div class="was">
            {mark(|w| w.citizen.changed)}
            " "
            {word(|w| w.citizen.before)}
            " "
            {old}
        </div>
    }
    .into_any()
}
