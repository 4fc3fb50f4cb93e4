//! The marks of what is not as it was when it was fetched before.

use leptos::prelude::*;

use super::values::long;
use crate::ui::diff::marked;
use crate::ui::element::{el, fragment};
use crate::ui::view::{Key, word};

/// A word that catches the eye.
pub(in crate::citizen) fn mark(key: Key) -> AnyView {
    view! { <strong class="badge badge-changed">{word(key)}</strong> }.into_any()
}

/// A value that has changed, with what stood there before.
pub(in crate::citizen) fn changed(now: AnyView, old: AnyView) -> AnyView {
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

/// A text that has changed: what is gone from it and what is new, in place.
pub(in crate::citizen) fn changed_text(was: &str, now: &str) -> AnyView {
    let runs = marked(was, now).into_iter().map(|(tag, text)| el(tag, "").text(&text).view()).collect();
    let text = el("div", "diff").attr("lang", "da").child(fragment(runs)).view();
    let mark = el("div", "was").child(mark(|w| w.citizen.changed)).view();
    fragment(vec![mark, long(text, now)])
}
