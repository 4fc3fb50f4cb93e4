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
use crate::platform::signals::{ErasedSignal, effect};
use crate::shell::document_title::title_while;
use crate::shell::failure_alert::failure_alert;
use crate::shell::fallback_pages::forbidden;
use crate::texts::bulk::batch::outcome::work;
use crate::texts::bulk::batch::run::{Run, use_run};
use crate::texts::files::Refusal;
use crate::texts::search::url::list_url;
use crate::texts::shortcuts::{PLAN, keys};
use crate::texts::store::{Store, use_store};
use crate::ui::element::{button_el, el, empty, fragment};
use crate::ui::language::use_locale;
use crate::ui::progress::progress;
use crate::ui::view::{Key, dyn_view};

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
    pub stage: ErasedSignal<Stage>,
    /// What stands in the file.
    pub content: ErasedSignal<Content>,
    /// What it was taken for.
    source: ErasedSignal<Option<Source>>,
    pub file_name: ErasedSignal<String>,
    /// Whether the changes are those of "Søg og erstat", and not of a file.
    pub replaces: ErasedSignal<bool>,
    /// How much of it has been read.
    pub share: ErasedSignal<(usize, usize)>,
    /// Which reading this is: another one ends it.
    pub turn: ErasedSignal<u32>,
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
        stage: ErasedSignal::default(),
        content: ErasedSignal::default(),
        source: ErasedSignal::default(),
        file_name: ErasedSignal::default(),
        replaces: ErasedSignal::default(),
        share: ErasedSignal::default(),
        turn: ErasedSignal::default(),
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
    // Leaving the page stops it.
    on_cleanup(move || import.stop());
    let back = el("a", "")
        .dyn_attr("href", move || Some(store.place.with(|(query, _)| list_url(query))))
        .word(|w| w.texts().back);
    // It is there before its words are, so that they are heard.
    let told = el("p", "sr-only").attr("role", "status").dyn_text(move || {
        let planned = import.stage.with(|stage| matches!(stage, Stage::Planned(_)));
        if planned { locale.words().exchange().plan.to_owned() } else { String::new() }
    });
    let title = move || {
        let words = locale.words().exchange();
        if import.is_replacing() { words.replace } else { words.import_title }.to_owned()
    };
    fragment(vec![
        el("div", "list-line").child(back.view()).child(help).view(),
        el("h1", "").attr("tabindex", "-1").dyn_text(title).view(),
        steps(import),
        file_field(import),
        told.view(),
        dyn_view(move || if import.run.job.with(Option::is_none) { stage(import) } else { empty() }),
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
        .attr("id", "fil")
        .attr("type", "file")
        .attr("accept", ".csv,.txt,.tsv,.json")
        .attr("aria-describedby", "fil-hint")
        .on("change", choose);
    el("div", "form-group")
        .dyn_attr("hidden", move || (import.is_replacing() || import.run.job.with(Option::is_some)).then(String::new))
        .child(el("label", "form-label").attr("for", "fil").word(|w| w.exchange().file).view())
        .child(el("span", "form-hint").attr("id", "fil-hint").word(|w| w.exchange().file_hint).view())
        .child(input.view())
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
        el("li", "").dyn_attr("aria-current", move || (at() == number).then(|| "step".to_owned())).word(name).view()
    };
    el("ol", "steps").child(fragment(names.into_iter().enumerate().map(step).collect())).view()
}

fn stage(import: Import) -> AnyView {
    let locale = use_locale();
    let name = el("h2", "").dyn_text(move || import.file_name.get()).view();
    let content = match import.stage.get() {
        Stage::Empty => return empty(),
        Stage::Reading => fragment(vec![
            progress(|w| w.exchange().reading, move || import.share.get(), String::new),
            button_el("button button-secondary", move || import.stop()).word(|w| w.exchange().stop).view(),
        ]),
        Stage::Refused(refusal) => {
            let why = move || match refusal {
                Refusal::Unclosed(line) => unclosed(locale.get(), line),
                refusal => words_for(refusal)(locale.words()).to_owned(),
            };
            el("div", "alert alert-error")
                .attr("role", "alert")
                .child(el("p", "alert-heading").word(|w| w.exchange().refused).view())
                .child(el("p", "alert-text").dyn_text(why).view())
                .view()
        }
        Stage::NotFetched(error) => fragment(vec![
            el("p", "").word(|w| w.exchange().not_fetched).view(),
            failure_alert(error, Some(Callback::new(move |()| import.plan())), None),
        ]),
        Stage::Planned(plan) => untrack(|| fragment(vec![source_view(import), plan_view(import, &plan)])),
    };
    fragment(vec![name, content])
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
