//! The progress of a bulk job on other pages: one line, equally high during and after the job, so that nothing moves.

use leptos::prelude::*;

use super::outcome::{heading, so_far};
use super::run::use_run;
use crate::element::{all, el, press};
use crate::language::use_locale;
use crate::paths::{Page, TEXTS};
use crate::router::use_router;
use crate::texts::store::use_store;
use crate::view::when;

/// How far the work has come, wherever neither the list nor the import is seen, which show all of it.
pub(crate) fn work_elsewhere() -> AnyView {
    let (run, store) = (use_run(), use_store());
    let locale = use_locale();
    let path = use_router().path();
    let shown = move || {
        let is_elsewhere = !store.list_seen.get() && path.with(|path| Page::of(path) != Page::Import);
        run.job.with(Option::is_some) && is_elsewhere
    };
    let told = move || {
        let counts = run.counts.get();
        let title = run.job.with(|job| job.as_ref().map(|job| (job.title)(locale.words()))).unwrap_or_default();
        let told = if counts.at_rest() { heading(locale, counts) } else { so_far(locale, run) };
        format!("{title}: {told}")
    };
    // Said at its end only: each text would be too much.
    let ended = move || {
        let counts = run.counts.get();
        if shown() && counts.at_rest() { heading(locale, counts) } else { String::new() }
    };
    let line = move || {
        let stop = move || press("function-link", move || run.stop()).says(|w| w.exchange().stop).view();
        let show = el("a", "").with("href", TEXTS).says(|w| w.exchange().show_work);
        el("div", "work-line no-print")
            .holds(el("span", "").tells(told).view())
            .holds(when(move || run.is_busy(), stop))
            .holds(show.view())
            .view()
    };
    all(vec![el("p", "sr-only").with("role", "status").tells(ended).view(), when(shown, line)])
}
