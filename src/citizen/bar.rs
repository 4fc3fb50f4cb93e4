//! The bar that stays in sight: whose data they are and of when, what one can do with them, and what has just happened.
//! Each action is only for those who may.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::{moment, time_of_day};

use super::anchors::{SHOW_PDF, TRANSFER, anchor_link};
use super::copy::to_clipboard;
use super::find::FIELD;
use super::look_up::{failures_over_data, progress};
use super::pdf;
use super::state::{Case, Purpose, Transfer, fetch_pdf};
use super::status_line::status_line;
use super::transfer::confirm_transfer;
use crate::platform::browser;
use crate::platform::signals::ErasedSignal;
use crate::ui::element::{button_el, el, empty, fragment, word_view};
use crate::ui::language::use_locale;
use crate::ui::view::{self, Key, dyn_view, show};

const PRIMARY: &str = "button button-primary";
const SECONDARY: &str = "button button-secondary";

/// The bar. Its last line is always there, so that what is said in it moves nothing.
pub(super) fn bar(case: Case) -> AnyView {
    let (asking, open) = (RwSignal::new(false), ErasedSignal::new(false));
    let class = move || Some(if open.get() { "citizen-bar open" } else { "citizen-bar" }.to_owned());
    let last = el("div", "citizen-status")
        .child(progress(case))
        .child(pdf::pdf_progress(case))
        .child(status_line(case))
        .view();
    let content = move || fragment(vec![who(case, open), actions(case, asking)]);
    el("div", "")
        .dyn_attr("class", class)
        .child(show(move || case.has_answer() || case.refused(), content))
        .child(last)
        .child(failures_over_data(case))
        .child(confirm_transfer(case, asking))
        .view()
}

/// Whose data, when they were fetched, and which version of them.
fn who(case: Case, open: ErasedSignal<bool>) -> AnyView {
    let locale = use_locale();
    let fetched = move || {
        case.fetched_at()
            .map(|at| format!("{} {}", locale.words().citizen.fetched_at, moment(locale.get(), at)))
            .unwrap_or_default()
    };
    let more = button_el("function-link bar-more", move || open.set(!open.get_untracked()))
        .dyn_attr("aria-expanded", move || Some(open.get().to_string()))
        .word(|w| w.citizen.more_actions);
    el("div", "citizen-who")
        .child(el("strong", "").dyn_text(move || case.number()).view())
        .child(el("span", "").dyn_text(fetched).view())
        .child(dyn_view(move || version(case)))
        .child(dyn_view(move || transferred(case)))
        .child(pdf::job_centre(case))
        .child(more.view())
        .view()
}

/// The version by the beginning of its id; the whole of it for the clipboard.
fn version(case: Case) -> AnyView {
    let known = case.fetched.with(|fetched| fetched.as_ref().and_then(|fetched| fetched.data.clone()));
    let Some(data) = known else { return empty() };
    let Some(id) = data.integrationslovsdata_identifier.map(|id| id.to_string()) else {
        return el("span", "").word(|w| w.citizen.no_version).view();
    };
    let beginning = id.split('-').next().unwrap_or_default().to_owned();
    let copy = button_el("copy", move || to_clipboard(case.notices, id.clone())).aria_label(|w| w.citizen.copy_version);
    el("span", "citizen-version")
        .word(|w| w.citizen.version)
        .text(" ")
        .text(&beginning)
        .text(" ")
        .child(copy.view())
        .view()
}

/// When the transfer was received, and the way to its receipt.
fn transferred(case: Case) -> AnyView {
    let Transfer::Received { at: (_, time), .. } = case.transfer.get() else { return empty() };
    let locale = use_locale();
    let when = move || format!("✓ {} {} ", locale.words().citizen.transferred_at, time_of_day(locale.get(), time));
    el("span", "citizen-late")
        .dyn_text(when)
        .child(anchor_link(TRANSFER.to_owned(), word_view(|w| w.citizen.receipt)))
        .view()
}

/// The row of buttons, one of them primary.
fn actions(case: Case, asking: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let may = move |operation| case.session.may(operation);
    let has_data = move || case.fetched.with(|fetched| fetched.as_ref().is_some_and(|fetched| fetched.data.is_some()));
    let may_pdf = move || may(OperationName::GetIntegrationslovsdataPdf);
    let may_transfer = move || has_data() && may(OperationName::OverfoerLetAsylIntegrationslovsdata);
    let clear = move || {
        case.clear_with_notice(|w| w.citizen.cleared, false);
        browser::focus(&format!("#{FIELD}"));
    };
    let clear = move || case.guard.confirm_if_blocking(Arc::new(clear));
    let save = move || fetch_pdf(case, Purpose::Save);
    // They act on whom is shown, whatever stands in the field.
    let name = move || Some(format!("{} {}", locale.words().citizen.actions, case.number()));
    let buttons = vec![
        button(may_transfer, PRIMARY, |w| w.citizen.transfer, move || asking.set(true)),
        button(move || may_pdf() && !may_transfer(), PRIMARY, |w| w.citizen.save_pdf, save),
        button(move || may_pdf() && may_transfer(), SECONDARY, |w| w.citizen.save_pdf, save),
        show_pdf(may_pdf, case),
        button(has_data, SECONDARY, |w| w.citizen.print, browser::print),
        button(move || case.has_answer(), SECONDARY, |w| w.citizen.fetch_again, move || case.fetch_again()),
        button(|| true, SECONDARY, |w| w.citizen.clear, clear),
    ];
    el("div", "button-group").attr("role", "group").dyn_attr("aria-label", name).child(fragment(buttons)).view()
}

fn button(
    shown: impl Fn() -> bool + Send + Sync + 'static,
    class: &'static str,
    name: Key,
    act: impl Fn() + Clone + Send + 'static,
) -> AnyView {
    show(shown, move || view::button(class, name, act.clone()))
}

fn show_pdf(shown: impl Fn() -> bool + Send + Sync + 'static, case: Case) -> AnyView {
    show(shown, move || {
        button_el(SECONDARY, move || fetch_pdf(case, Purpose::Show))
            .attr("id", SHOW_PDF)
            .word(|w| w.citizen.show_pdf)
            .view()
    })
}
