//! How far something long has come: a bar with words under it.

use crate::platform::signals::ErasedMemo;
use crate::ui::element::{el, fragment};
use crate::ui::view::Key;
use leptos::prelude::*;

/// A bar for so many of so many, named by `label`. The words under it may change often; screen readers are told every
/// tenth.
pub(crate) fn progress(
    label: Key,
    share: impl Fn() -> (usize, usize) + Copy + Send + Sync + 'static,
    words: impl FnMut() -> String + Send + 'static,
) -> AnyView {
    let tenth = ErasedMemo::new(move || {
        let (done, all) = share();
        done * 10 / all.max(1)
    });
    let bar = el("progress", "progress")
        .aria_label(label)
        .dyn_attr("max", move || Some(share().1.to_string()))
        .dyn_attr("value", move || Some(share().0.to_string()));
    fragment(vec![
        el("p", "progress-label").word(label).view(),
        bar.view(),
        el("p", "").dyn_text(words).view(),
        el("p", "sr-only").attr("role", "status").dyn_text(move || format!("{} %", tenth.get() * 10)).view(),
    ])
}
