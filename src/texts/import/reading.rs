//! Reads an input and makes its plan, in small steps.

use std::sync::Arc;

use letasyl_contract::{GetAllGroups, GetTexts};

use super::input::{Content, Incoming};
use super::plan::{Plan, Planner};
use super::source::Source;
use super::{Import, Stage};
use crate::api::{Abort, ApiError, ResponseBody, decode_list};
use crate::platform::time_slice::TimeSlice;
use crate::texts::files::csv::Csv;
use crate::texts::files::decode::Encoding;
use crate::texts::files::{Record, Refusal};
use crate::texts::search::url::list_url;

/// How many rows are read before the bar moves on.
const AT_A_TIME: usize = 256;

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

impl Import {
    /// Makes the plan of what came in.
    pub(super) fn receive(self, incoming: Incoming) {
        self.begin();
        // What became of earlier work makes room for the plan.
        if !self.run.is_busy() {
            self.run.close();
        }
        self.replaces.set(matches!(incoming, Incoming::Planned(_)));
        match incoming {
            Incoming::File { name, content: Ok(content) } => {
                self.file_name.set(name);
                self.content.set(content);
                self.plan();
            }
            Incoming::File { name, content: Err(refusal) } => {
                self.file_name.set(name);
                self.stage.set(Stage::Refused(refusal));
            }
            Incoming::Planned(plan) => {
                self.source.set(None);
                self.file_name.set(String::new());
                self.stage.set(Stage::Planned(plan));
            }
        }
    }

    /// Whether a plan is there that would be lost; who asks follows it.
    pub(super) fn has_plan(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Planned(plan) if plan.changes_something()))
    }

    /// Makes the plan of what has been read.
    pub(super) fn plan(self) {
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

    /// Puts a plan away: back to the file that is to be chosen, or to the list whose words were to be replaced.
    pub(in crate::texts) fn put_away(self) {
        self.stage.set(Stage::Empty);
        if self.replaces.get_untracked() {
            self.store.router.go(&self.store.place.with_untracked(|(query, _)| list_url(query)));
        }
    }

    /// Whether what is shown is no file's, but that of "Søg og erstat"; who asks follows it.
    pub(super) fn is_replacing(self) -> bool {
        let planned = self.stage.with(|stage| matches!(stage, Stage::Planned(_)));
        self.replaces.get() && (planned || self.run.job.with(Option::is_some))
    }

    pub(super) fn stop(self) {
        self.begin();
        self.stage.set(Stage::Empty);
    }

    /// In small steps, and none of them more once another reading has begun.
    async fn make(self, turn: u32, content: Content) -> Result<Plan, Hindrance> {
        let Content { text: content, encoding } = content;
        let is_json = content.trim_start().starts_with(['[', '{']);
        // A file that cannot be used needs no texts to be held against.
        let mut csv = if is_json { None } else { Some(Csv::open(&content)?) };
        self.source.set(Some(Source::of(csv.as_ref(), encoding)));
        let mut list = match csv {
            None => decode_list::<Record>(ResponseBody::of(&content)).await.map_err(|_| Refusal::NotJson)?.into_iter(),
            Some(_) => Vec::new().into_iter(),
        };
        let api = self.store.api;
        let groups = api.list(&GetAllGroups, &Abort::new()).await?.readable;
        let known = api.list(&GetTexts::default(), &Abort::new()).await?.readable;
        let mut planner = Planner::new(Arc::new(groups));
        planner.is_broken = encoding == Some(Encoding::BrokenUtf8);
        let mut slice = TimeSlice::new();
        for text in known {
            planner.know(text);
            slice.tick().await;
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
            slice.tick().await;
        }
        Ok(Plan { is_json, ..planner.finish() })
    }
}
