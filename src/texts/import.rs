//! The import page: shows a plan, of a file or of "Søg og erstat", and carries it out on request.

pub(in crate::texts) mod incoming;
pub(in crate::texts) mod input;
pub(in crate::texts) mod plan;
mod reading;
pub(in crate::texts) mod replace;
mod source;

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::unclosed;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use self::input::Content;
use self::plan::Plan;
use self::plan::view::plan_view;
use self::source::{Source, source_view};
use crate::api::ApiError;
use crate::components::progress;
use crate::element::{all, el, nothing, press};
use crate::failure::failure_alert;
use crate::frame::{forbidden, title_while};
use crate::language::use_locale;
use crate::live::Live;
use crate::texts::bulk::batch::outcome::work;
use crate::texts::bulk::batch::run::{Run, use_run};
use crate::texts::files::Refusal;
use crate::texts::search::url::list_url;
use crate::texts::shortcuts::{PLAN, keys};
use crate::texts::store::{Store, use_store};
use crate::view::{Key, dynamic, effect};

/// Where the page is.
#[derive(Clone, Default)]
pub(in crate::texts) enum Stage {
    /// No file has been chosen.
    #[default]
    Empty,
    /// It is being read.
    Reading,
    /// It cannot be used.
    Refused(Refusal),
    /// The texts that it would be held against could not be read.
    NotFetched(ApiError),
    /// What it would do.
    Planned(Arc<Plan>),
}

/// The state of the page. A way to it, not itself: every view and click takes one along.
#[derive(Clone, Copy)]
pub(in crate::texts) struct Import {
    pub store: Store,
    pub run: Run,
    pub stage: Live<Stage>,
    /// What stands in the file.
    pub content: Live<Content>,
    /// What it was taken for.
    source: Live<Option<Source>>,
    pub file_name: Live<String>,
    /// Whether the changes are those of "Søg og erstat", and not of a file.
    pub replaces: Live<bool>,
    /// How much of it has been read.
    pub share: Live<(usize, usize)>,
    /// Which reading this is: another one ends it.
    pub turn: Live<u32>,
}

/// The page.
pub(crate) fn import_page() -> AnyView {
    let store = use_store();
    if !untrack(|| store.session.may(OperationName::UpdateText)) {
        return forbidden(&[OperationName::UpdateText]);
    }
    let locale = use_locale();
    store.read_groups();
    let import = Import {
        store,
        run: use_run(),
        stage: Live::default(),
        content: Live::default(),
        source: Live::default(),
        file_name: Live::default(),
        replaces: Live::default(),
        share: Live::default(),
        turn: Live::default(),
    };
    title_while(|w| w.exchange().import_title, move || !import.is_replacing());
    title_while(|w| w.exchange().replace, move || import.is_replacing());
    effect(move || {
        store.session.returned();
        if import.stage.with_untracked(|stage| matches!(stage, Stage::NotFetched(error) if error.session_ended())) {
            import.plan();
        }
    });
    // Dropped, pasted, or made of the list.
    effect(move || {
        if store.incoming.with(Option::is_some)
            && let Some(incoming) = store.incoming.update(Option::take)
        {
            untrack(|| import.receive(incoming));
        }
    });
    let guard = store.router.guard();
    guard.block_while(move || import.has_plan(), (|w| w.exchange().plan_title, |w| w.exchange().plan_lost));
    let help = keys(PLAN, move |event, _| {
        let is_escape = event.key() == "Escape" && untrack(|| import.has_plan());
        if is_escape {
            guard.confirm_if_blocking(Arc::new(move || import.stop()));
        }
        is_escape
    });
    // Whoever leaves has had enough.
    on_cleanup(move || import.stop());
    let back =
        el("a", "").live("href", move || Some(store.place.with(|(query, _)| list_url(query)))).says(|w| w.texts().back);
    // It is there before its words are, so that they are heard.
    let told = el("p", "sr-only").with("role", "status").tells(move || {
        let planned = import.stage.with(|stage| matches!(stage, Stage::Planned(_)));
        if planned { locale.words().exchange().plan.to_owned() } else { String::new() }
    });
    let title = move || {
        let words = locale.words().exchange();
        if import.is_replacing() { words.replace } else { words.import_title }.to_owned()
    };
    all(vec![
        el("div", "list-line").holds(back.view()).holds(help).view(),
        el("h1", "").with("tabindex", "-1").tells(title).view(),
        steps(import),
        file_field(import),
        told.view(),
        dynamic(move || if import.run.job.with(Option::is_none) { stage(import) } else { nothing() }),
        work(import.run),
    ])
}

fn file_field(import: Import) -> AnyView {
    let choose = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input
            && let Some(file) = input.files().and_then(|files| files.get(0))
        {
            incoming::take(import.store, file);
            // So that the same file can be chosen again, once it has been corrected.
            input.set_value("");
        }
    };
    let input = el("input", "file-input")
        .with("id", "fil")
        .with("type", "file")
        .with("accept", ".csv,.txt,.tsv,.json")
        .with("aria-describedby", "fil-hint")
        .on("change", choose);
    el("div", "form-group")
        .live("hidden", move || (import.is_replacing() || import.run.job.with(Option::is_some)).then(String::new))
        .holds(el("label", "form-label").with("for", "fil").says(|w| w.exchange().file).view())
        .holds(el("span", "form-hint").with("id", "fil-hint").says(|w| w.exchange().file_hint).view())
        .holds(input.view())
        .view()
}

/// Which of the three steps the user is at.
fn steps(import: Import) -> AnyView {
    let at = move || match import.stage.get() {
        _ if import.run.job.with(Option::is_some) => 2,
        Stage::Planned(_) => 1,
        _ => 0,
    };
    let names: [Key; 3] = [|w| w.exchange().step_file, |w| w.exchange().step_plan, |w| w.exchange().step_result];
    let step = |(number, name): (usize, Key)| {
        el("li", "").live("aria-current", move || (at() == number).then(|| "step".to_owned())).says(name).view()
    };
    el("ol", "steps").holds(all(names.into_iter().enumerate().map(step).collect())).view()
}

fn stage(import: Import) -> AnyView {
    let locale = use_locale();
    let name = el("h2", "").tells(move || import.file_name.get()).view();
    let content = match import.stage.get() {
        Stage::Empty => return nothing(),
        Stage::Reading => all(vec![
            progress(|w| w.exchange().reading, move || import.share.get(), String::new),
            press("button button-secondary", move || import.stop()).says(|w| w.exchange().stop).view(),
        ]),
        Stage::Refused(refusal) => {
            let why = move || match refusal {
                Refusal::Unclosed(line) => unclosed(locale.get(), line),
                refusal => words_for(refusal)(locale.words()).to_owned(),
            };
            el("div", "alert alert-error")
                .with("role", "alert")
                .holds(el("p", "alert-heading").says(|w| w.exchange().refused).view())
                .holds(el("p", "alert-text").tells(why).view())
                .view()
        }
        Stage::NotFetched(error) => all(vec![
            el("p", "").says(|w| w.exchange().not_fetched).view(),
            failure_alert(error, Some(Callback::new(move |()| import.plan())), None),
        ]),
        Stage::Planned(plan) => untrack(|| all(vec![source_view(import), plan_view(import, &plan)])),
    };
    all(vec![name, content])
}

fn words_for(refusal: Refusal) -> Key {
    match refusal {
        Refusal::Unreadable | Refusal::Unclosed(_) => |w| w.exchange().unreadable,
        Refusal::TooLarge => |w| w.exchange().file_too_large,
        Refusal::Workbook => |w| w.exchange().workbook,
        Refusal::Binary => |w| w.exchange().binary,
        Refusal::NotJson => |w| w.exchange().not_json,
        Refusal::NoColumns => |w| w.exchange().no_columns,
    }
}
