//! The progress of a bulk job on other pages: one line, equally high during and after the job, so that nothing moves.

use leptos::prelude::*;

use super::outcome::{heading, so_far};
use super::run::use_run;
use crate::shell::paths::{Page, TEXTS};
use crate::shell::router::use_router;
use crate::texts::store::use_store;
use crate::ui::element::{button_el, el, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::show;

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
        let stop = move || button_el("function-link", move || run.stop()).word(|w| w.exchange().stop).view();
        let link = el("a", "").attr("href", TEXTS).word(|w| w.exchange().show_work);
        el("div", "work-line no-print")
            .child(el("span", "").dyn_text(told).view())
            .child(show(move || run.is_busy(), stop))
            .child(link.view())
            .view()
    };
    fragment(vec![el("p", "sr-only").attr("role", "status").dyn_text(ended).view(), show(shown, line)])
}
