//! Runs a bulk job: takes the next writes from `Batch` and sends them. A retry with the same content keeps its request
//! id.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;
use uuid::Uuid;

use super::task::{Intent, Task, perform};
use super::{Batch, Counts, Fate, seconds_left};
use crate::api::Failure;
use crate::platform::browser;
use crate::platform::signals::{ErasedSignal, effect};
use crate::shell::navigation_guard::Loss;
use crate::shell::router::use_router;
use crate::texts::excerpt::in_short;
use crate::texts::files::Cells;
use crate::texts::store::{Store, use_store};
use crate::ui::view::Key;

/// Finds the write of a number.
type TaskOf = Box<dyn Fn(usize) -> Option<Task> + Send + Sync>;
/// Finds the text that it writes, as the cells of a file: what the user knows it by.
type CellsOf = Box<dyn Fn(usize) -> Option<Cells> + Send + Sync>;

/// What happens once nothing is under way, with the numbers of what is done.
type After = Box<dyn Fn(Vec<usize>) + Send + Sync>;

/// Takes back the writes of these numbers.
type Undo = Box<dyn Fn(Vec<usize>) + Send + Sync>;

/// Writes that belong together.
pub(in crate::texts) struct Job {
    /// What is being done.
    pub title: Key,
    task: TaskOf,
    cells: CellsOf,
    after: After,
    undo: Option<Undo>,
    batch: Mutex<Batch>,
    /// What the request ids are made of.
    intent: Uuid,
}

impl Job {
    /// So many, by their numbers.
    pub(in crate::texts) fn new(title: Key, count: usize, task: TaskOf, cells: CellsOf, after: After) -> Self {
        let batch = Mutex::new(Batch::new(count));
        Self { title, task, cells, after, undo: None, batch, intent: Uuid::new_v4() }
    }

    /// With a way to take back what is done.
    pub(in crate::texts) fn with_undo(self, undo: Undo) -> Self {
        Self { undo: Some(undo), ..self }
    }

    /// Whether what is done can be taken back.
    pub(in crate::texts) fn can_undo(&self) -> bool {
        self.undo.is_some()
    }

    /// Takes back what is done.
    pub(in crate::texts) fn undo(&self) {
        if let Some(undo) = &self.undo {
            undo(self.batch().those(|fate| fate == Fate::Done));
        }
    }

    /// What the user knows a write by: the "Tekst".
    pub(in crate::texts) fn name(&self, number: usize) -> String {
        let [_, text, ..] = (self.cells)(number).unwrap_or_default();
        in_short(&text)
    }

    /// The text that it writes, as the cells of a file.
    pub(in crate::texts) fn cells(&self, number: usize) -> Option<Cells> {
        (self.cells)(number)
    }

    /// How it stands with each of them.
    pub(in crate::texts) fn batch(&self) -> MutexGuard<'_, Batch> {
        self.batch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The intent of one write.
    fn intent(&self, number: usize) -> Intent {
        Intent::new(self.intent, number)
    }
}

/// The work that is under way, one at a time, whatever page is shown. A way to it, not itself: every view and click takes
/// one along.
#[derive(Clone, Copy)]
pub(in crate::texts) struct Run {
    pub store: Store,
    /// The work, until the user puts its result away.
    pub job: ErasedSignal<Option<Arc<Job>>>,
    /// How far it has come.
    pub counts: ErasedSignal<Counts>,
    /// When it was set going last, and how many were settled by then.
    since: ErasedSignal<(f64, usize)>,
}

impl Run {
    fn new(store: Store) -> Self {
        Self { store, job: ErasedSignal::default(), counts: ErasedSignal::default(), since: ErasedSignal::default() }
    }

    /// Offers it to the pages. It goes on while the user is signed in.
    pub(in crate::texts) fn provide(store: Store) -> Self {
        let run = Self::new(store);
        let loss: Loss = (|w| w.exchange().leave_title, |w| w.exchange().leave);
        use_router().guard().block_end_while(move || run.is_busy(), loss);
        effect(move || {
            store.session.returned();
            if run.counts.with_untracked(|counts| counts.halted == Some(Failure::SessionEnded)) {
                run.go_on();
            }
        });
        on_cleanup(move || run.stop());
        provide_context(run);
        run
    }

    /// Whether there is still something to send or to hear; a view that reads it follows it.
    pub(in crate::texts) fn is_busy(self) -> bool {
        self.job.with(Option::is_some) && !self.counts.with(|counts| counts.at_rest())
    }

    /// Begins.
    pub(in crate::texts) fn begin(self, job: Job) {
        if !untrack(|| self.is_busy()) {
            self.job.set(Some(Arc::new(job)));
            self.go_on();
        }
    }

    /// Sends no more.
    pub(in crate::texts) fn stop(self) {
        self.change(Batch::stop);
    }

    /// Sends what has not been sent.
    pub(in crate::texts) fn go_on(self) {
        self.change(Batch::go_on);
    }

    /// Sends once more what failed.
    pub(in crate::texts) fn retry(self) {
        self.change(Batch::retry);
    }

    /// Puts the result away.
    pub(in crate::texts) fn close(self) {
        self.job.set(None);
    }

    /// How many seconds it will still take.
    pub(in crate::texts) fn seconds_left(self) -> Option<u32> {
        let (since, before) = self.since.get();
        let counts = self.counts.get();
        let left = counts.all() - counts.settled();
        seconds_left(counts.settled().saturating_sub(before), browser::milliseconds() - since, left)
    }

    fn change(self, change: fn(&mut Batch)) {
        let Some(job) = self.job.get_untracked() else { return };
        change(&mut job.batch());
        let counts = job.batch().counts();
        self.since.set((browser::milliseconds(), counts.settled()));
        self.send(&job);
    }

    /// Sends as many as may be under way.
    fn send(self, job: &Arc<Job>) {
        loop {
            let Some(number) = job.batch().next() else { break };
            let job = Arc::clone(job);
            leptos::task::spawn_local(async move {
                let answer = match (job.task)(number) {
                    Some(task) => perform(self.store, task, job.intent(number)).await,
                    None => Ok(()),
                };
                job.batch().settle(number, answer);
                self.send(&job);
            });
        }
        let counts = job.batch().counts();
        self.counts.set(counts);
        if counts.at_rest() {
            let done = job.batch().those(|fate| fate == Fate::Done);
            (job.after)(done);
        }
    }
}

/// The work of the pages.
pub(in crate::texts) fn use_run() -> Run {
    use_context().unwrap_or_else(|| Run::new(use_store()))
}
