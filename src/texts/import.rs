//! The page that reads a file of texts: first the plan, and only when told what it says.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{GetAllGroups, GetTexts, OperationName};
use letasyl_locale::unclosed;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement};

use super::batch::outcome::work;
use super::batch::run::{Run, use_run};
use super::exchange::csv::Csv;
use super::exchange::decode::decode;
use super::exchange::{Record, Refusal};
use super::place::address;
use super::plan::view::plan_view;
use super::plan::{Plan, Planner};
use super::shelf::{Shelf, use_shelf};
use crate::api::{ApiError, Body, read_many};
use crate::components::progress;
use crate::element::{all, el, nothing, press};
use crate::failure::failure_alert;
use crate::frame::{forbidden, use_title};
use crate::language::use_locale;
use crate::live::Live;
use crate::pace::Pace;
use crate::paths;
use crate::view::{Key, dynamic, effect};

/// The largest file that is read, in bytes: some hundred thousand texts.
const LARGEST: f64 = 128.0 * 1024.0 * 1024.0;
/// How many rows are read before the bar moves on.
const AT_A_TIME: usize = 256;

/// Where the page is.
#[derive(Clone, Default)]
pub(super) enum Stage {
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
pub(super) struct Import {
    pub shelf: Shelf,
    pub run: Run,
    pub stage: Live<Stage>,
    /// What stands in the file.
    content: Live<Arc<String>>,
    file_name: Live<String>,
    /// How much of it has been read.
    share: Live<(usize, usize)>,
    /// Which reading this is: another one ends it.
    turn: Live<u32>,
}

/// Why no plan was made.
enum Hindrance {
    Refused(Refusal),
    NotFetched(ApiError),
    /// The user has had enough, or chosen another file.
    Stopped,
}

impl From<Refusal> for Hindrance {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ApiError> for Hindrance {
    fn from(error: ApiError) -> Self {
        Self::NotFetched(error)
    }
}

/// The page.
pub(crate) fn import_page() -> AnyView {
    let shelf = use_shelf();
    if !untrack(|| shelf.session.may(OperationName::UpdateText)) {
        return forbidden(&[OperationName::UpdateText]);
    }
    use_title(|w| w.exchange.import_title);
    let locale = use_locale();
    shelf.read_groups();
    let import = Import {
        shelf,
        run: use_run(),
        stage: Live::default(),
        content: Live::default(),
        file_name: Live::default(),
        share: Live::default(),
        turn: Live::default(),
    };
    effect(move || {
        shelf.session.returned();
        if import.stage.with_untracked(|stage| matches!(stage, Stage::NotFetched(error) if error.session_ended())) {
            import.plan();
        }
    });
    // Whoever leaves has had enough.
    on_cleanup(move || import.stop());
    let back = el("a", "")
        .live("href", move || Some(shelf.place.with(|(query, _)| format!("{}{}", paths::TEXTS, address(query)))))
        .says(|w| w.texts.back);
    // It is there before its words are, so that they are heard.
    let told = el("p", "sr-only").with("role", "status").tells(move || {
        let planned = import.stage.with(|stage| matches!(stage, Stage::Planned(_)));
        if planned { locale.words().exchange.plan.to_owned() } else { String::new() }
    });
    all(vec![
        el("p", "").holds(back.view()).view(),
        el("h1", "").with("tabindex", "-1").says(|w| w.exchange.import_title).view(),
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
            leptos::task::spawn_local(import.open(file));
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
        .live("hidden", move || import.run.job.with(Option::is_some).then(String::new))
        .holds(el("label", "form-label").with("for", "fil").says(|w| w.exchange.file).view())
        .holds(el("span", "form-hint").with("id", "fil-hint").says(|w| w.exchange.file_hint).view())
        .holds(input.view())
        .view()
}

fn stage(import: Import) -> AnyView {
    let locale = use_locale();
    let name = el("h2", "").tells(move || import.file_name.get()).view();
    let content = match import.stage.get() {
        Stage::Empty => return nothing(),
        Stage::Reading => all(vec![
            progress(|w| w.exchange.reading, move || import.share.get(), String::new),
            press("button button-secondary", move || import.stop()).says(|w| w.exchange.stop).view(),
        ]),
        Stage::Refused(refusal) => {
            let why = move || match refusal {
                Refusal::Unclosed(line) => unclosed(locale.get(), line),
                refusal => words_for(refusal)(locale.words()).to_owned(),
            };
            el("div", "alert alert-error")
                .with("role", "alert")
                .holds(el("p", "alert-heading").says(|w| w.exchange.refused).view())
                .holds(el("p", "alert-text").tells(why).view())
                .view()
        }
        Stage::NotFetched(error) => all(vec![
            el("p", "").says(|w| w.exchange.not_fetched).view(),
            failure_alert(error, Some(Callback::new(move |()| import.plan())), None),
        ]),
        Stage::Planned(plan) => untrack(|| plan_view(import, &plan)),
    };
    all(vec![name, content])
}

fn words_for(refusal: Refusal) -> Key {
    match refusal {
        Refusal::Unreadable | Refusal::Unclosed(_) => |w| w.exchange.unreadable,
        Refusal::TooLarge => |w| w.exchange.file_too_large,
        Refusal::Workbook => |w| w.exchange.workbook,
        Refusal::Binary => |w| w.exchange.binary,
        Refusal::NotJson => |w| w.exchange.not_json,
        Refusal::NoColumns => |w| w.exchange.no_columns,
    }
}

impl Import {
    /// Reads a file and makes its plan.
    async fn open(self, file: File) {
        self.file_name.set(file.name());
        if file.size() > LARGEST {
            return self.stage.set(Stage::Refused(Refusal::TooLarge));
        }
        let turn = self.begin();
        let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
        if self.turn.get_untracked() != turn {
            return;
        }
        let bytes = bytes.map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec());
        match bytes.map_err(|_| Refusal::Unreadable).and_then(decode) {
            Ok(content) => {
                self.content.set(Arc::new(content));
                self.plan();
            }
            Err(refusal) => self.stage.set(Stage::Refused(refusal)),
        }
    }

    /// Makes the plan of what has been read.
    fn plan(self) {
        let turn = self.begin();
        leptos::task::spawn_local(async move {
            let made = self.make(turn, self.content.get_untracked()).await;
            if self.turn.get_untracked() == turn {
                self.stage.set(match made {
                    Ok(plan) => Stage::Planned(Arc::new(plan)),
                    Err(Hindrance::Refused(refusal)) => Stage::Refused(refusal),
                    Err(Hindrance::NotFetched(error)) => Stage::NotFetched(error),
                    Err(Hindrance::Stopped) => Stage::Empty,
                });
            }
        });
    }

    fn begin(self) -> u32 {
        self.share.set((0, 1));
        self.stage.set(Stage::Reading);
        self.turn.next()
    }

    fn stop(self) {
        self.begin();
        self.stage.set(Stage::Empty);
    }

    /// In small steps, and none of them more once another reading has begun.
    async fn make(self, turn: u32, content: Arc<String>) -> Result<Plan, Hindrance> {
        let is_json = content.trim_start().starts_with(['[', '{']);
        // A file that cannot be used needs no texts to be held against.
        let mut csv = if is_json { None } else { Some(Csv::open(&content)?) };
        let mut list = match csv {
            None => read_many::<Record>(Body::of(&content)).await.map_err(|_| Refusal::NotJson)?.into_iter(),
            Some(_) => Vec::new().into_iter(),
        };
        let session = self.shelf.session;
        let (groups, _) = session.send_for_many(&GetAllGroups).await?;
        let (known, _) = session.send_for_many(&GetTexts::default()).await?;
        let mut planner = Planner::new(Arc::new(groups));
        let mut pace = Pace::new();
        for text in known {
            planner.know(text);
            pace.step().await;
        }
        let mut rows = 0_usize;
        loop {
            let record = match &mut csv {
                Some(csv) => csv.next().transpose()?,
                None => list.next().map(|record| Record { line: u32::try_from(rows + 1).unwrap_or(0), ..record }),
            };
            let Some(record) = record else { break };
            planner.take(record);
            rows += 1;
            if rows.is_multiple_of(AT_A_TIME) {
                if self.turn.get_untracked() != turn {
                    return Err(Hindrance::Stopped);
                }
                self.share.set(match &csv {
                    Some(csv) => (content.len() - csv.left(), content.len()),
                    None => (rows, rows + list.len()),
                });
            }
            pace.step().await;
        }
        Ok(planner.finish())
    }
}
