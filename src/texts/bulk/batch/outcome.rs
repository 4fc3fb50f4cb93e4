//! Shows the progress of a bulk job and the result for each text.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_locale::{failed_as_csv, of_all, some_failed, time_left};

use super::run::{Job, Run};
use super::{Counts, Fate, Reason};
use crate::api::{ApiError, Failure};
use crate::shell::failure_alert::describe;
use crate::texts::files::export::{FAILED, export};
use crate::texts::paged_list::{Item, buttons, paged_list};
use crate::ui::element::{button_el, el, empty, fragment};
use crate::ui::language::{Locale, use_locale};
use crate::ui::progress::progress;
use crate::ui::view::{Key, dyn_view, show};

/// The id of the work.
pub(in crate::texts) const WORK: &str = "arbejde";
const FIRST: &str = "button button-primary";
const SECOND: &str = "button button-secondary";

/// The work; nothing where there is none.
pub(in crate::texts) fn work(run: Run) -> AnyView {
    let locale = use_locale();
    dyn_view(move || match run.job.get() {
        None => empty(),
        Some(job) => {
            let at_rest = move || run.counts.with(|counts| counts.at_rest());
            // It is there before its words are, so that they are heard.
            let told = el("p", "sr-only").attr("role", "status").dyn_text(move || {
                let counts = run.counts.get();
                if counts.at_rest() { heading(locale, counts) } else { String::new() }
            });
            let title = job.title;
            el("section", "work")
                .attr("id", WORK)
                .attr("tabindex", "-1")
                // Its buttons come and go with the work.
                .attr("data-return-focus", WORK)
                .aria_label(title)
                .child(told.view())
                .child(show(move || !at_rest(), move || under_way(run, title)))
                .child(show(at_rest, move || result(run, &job)))
                .view()
        }
    })
}

fn under_way(run: Run, title: Key) -> AnyView {
    let locale = use_locale();
    let share = move || {
        let counts = run.counts.get();
        (counts.settled(), counts.all())
    };
    fragment(vec![
        progress(title, share, move || so_far(locale, run)),
        button_el(SECOND, move || run.stop()).word(|w| w.exchange().stop).view(),
    ])
}

/// How many of how many are settled, and how long the others will take.
pub(super) fn so_far(locale: Locale, run: Run) -> String {
    let counts = run.counts.get();
    let left = run.seconds_left().map(|seconds| time_left(locale.get(), seconds));
    of_all(locale.get(), counts.settled(), counts.all()) + &left.unwrap_or_default()
}

/// What became of it, in a few words.
pub(super) fn heading(locale: Locale, counts: Counts) -> String {
    let words = locale.words().exchange();
    if counts.waiting > 0 {
        words.stopped.to_owned()
    } else if counts.failed > 0 {
        some_failed(locale.get(), counts.done, counts.failed)
    } else {
        words.finished.to_owned()
    }
}

/// What became of them; built again whenever the work comes to rest.
fn result(run: Run, job: &Arc<Job>) -> AnyView {
    let locale = use_locale();
    let batch = job.batch();
    let counts = batch.counts();
    let item: Item = {
        let job = Arc::clone(job);
        Arc::new(move |number| el("span", "prewrap").text(&job.name(number)).view())
    };
    // Work that failed in part does not look finished.
    let class = if counts.failed > 0 { "alert alert-error" } else { "" };
    let title = el("h2", "").dyn_text(move || heading(locale, counts)).view();
    let mut views = vec![el("div", class).child(title).view()];
    if let Some(failure) = counts.halted {
        views
            .push(el("p", "").dyn_text(move || describe(locale.get(), &ApiError::of(failure)).title.to_owned()).view());
    }
    for reason in batch.reasons() {
        views.push(paged_list(name_of(reason), batch.those(|fate| fate == Fate::Failed(reason)), true, &item));
    }
    views.push(paged_list(|w| w.exchange().not_sent, batch.those(|fate| fate == Fate::Waiting), false, &item));
    views.push(paged_list(|w| w.exchange().done, batch.those(|fate| fate == Fate::Done), false, &item));
    let mut group = buttons();
    if counts.waiting > 0 {
        group = group.child(button_el(FIRST, move || run.go_on()).word(|w| w.exchange().go_on).view());
    }
    if counts.failed > 0 {
        group = group.child(button_el(FIRST, move || run.retry()).word(|w| w.exchange().retry).view());
        let job = Arc::clone(job);
        let failed = counts.failed;
        let fetch = move || export_failed(run, Arc::clone(&job));
        group = group.child(button_el(SECOND, fetch).dyn_text(move || failed_as_csv(locale.get(), failed)).view());
    }
    if counts.done > 0 && job.can_undo() {
        let job = Arc::clone(job);
        group = group.child(button_el(SECOND, move || job.undo()).word(|w| w.frame.undo).view());
    }
    views.push(group.child(button_el(SECOND, move || run.close()).word(|w| w.frame.close).view()).view());
    fragment(views)
}

/// Saves the texts that were not written as a file, which can be corrected and imported.
fn export_failed(run: Run, job: Arc<Job>) {
    leptos::task::spawn_local(async move {
        let failed = job.batch().those(|fate| matches!(fate, Fate::Failed(_)));
        let of = |at: usize| job.cells(*failed.get(at)?);
        export(run.store.notices, FAILED, failed.len(), &of, true).await;
    });
}

/// What a reason is called: the words that a failed call has everywhere.
fn name_of(reason: Reason) -> Key {
    match reason {
        Reason::Changed => |w| w.exchange().changed,
        Reason::Failed(failure) => match failure {
            Failure::NotFound => |w| w.errors.not_found,
            Failure::Forbidden => |w| w.errors.forbidden,
            Failure::TimedOut => |w| w.errors.timed_out,
            Failure::Refused => |w| w.errors.refused,
            Failure::TooMany => |w| w.errors.too_many,
            Failure::Rejected(_) => |w| w.errors.rejected,
            Failure::ServerFailed(_) => |w| w.errors.server,
            Failure::Unreachable | Failure::Aborted => |w| w.errors.unreachable,
            Failure::Fejlkode(_) | Failure::UnknownFejlkode => |w| w.errors.unknown_code,
            // Those without a network or a session stop the work, and fail nothing.
            _ => |w| w.errors.unreadable,
        },
    }
}
