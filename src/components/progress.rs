//! How far something long has come: a bar with words under it.

use crate::element::{all, el};
use crate::live::Derived;
use crate::view::Key;
use leptos::prelude::*;

/// A bar for so many of so many, named by `label`. The words under it may change often; screen readers are told every
/// tenth.
pub(crate) fn progress(
    label: Key,
    share: impl Fn() -> (usize, usize) + Copy + Send + Sync + 'static,
    words: impl FnMut() -> String + Send + 'static,
) -> AnyView {
    let tenth = Derived::new(move || {
        let (done, all) = share();
        done * 10 / all.max(1)
    });
    let bar = el("progress", "progress")
        .named(label)
        .live("max", move || Some(share().1.to_string()))
        .live("value", move || Some(share().0.to_string()));
    all(vec![
        el("p", "progress-label").says(label).view(),
        bar.view(),
        el("p", "").tells(words).view(),
        el("p", "sr-only").with("role", "status").tells(move || format!("{} %", tenth.get() * 10)).view(),
    ])
}
