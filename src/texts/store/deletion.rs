//! Deletion with undo: the row disappears at once; the request is sent when the time is over, and only if the text is
//! unchanged.

pub(in crate::texts) mod other_tabs;

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{DeleteText, Operation, RequestId};
use uuid::Uuid;

use super::Store;
use crate::api::{self, Abort, ApiError, Effect, Failure};
use crate::shell::paths;
use crate::texts::editor::draft::Draft;

/// How often a deletion is sent, with the same request id, before the user learns that nobody knows.
const ATTEMPTS: u32 = 2;

/// A deletion that is not over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::texts) struct Pending {
    /// Which text.
    pub id: Uuid,
    /// The text as the user saw it.
    seen: Draft,
    /// What was written and not saved; undoing brings it back.
    typed: Option<Draft>,
    /// The id of the intent.
    request_id: RequestId,
    /// How far it has come.
    stage: Stage,
    /// The number of the notice that offers to undo it.
    notice: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It can be undone.
    Waiting,
    /// It can be undone, and the text was read since: it is as the user saw it.
    Confirmed,
    /// The request is under way.
    Sent,
}

/// What became of a deletion.
enum Outcome {
    Gone,
    /// Somebody has changed the text since the user saw it.
    Changed,
    /// The text was saved or the deletion undone meanwhile.
    Kept,
    /// It was not carried out.
    Failed,
    /// Nobody knows.
    Unknown,
}

impl Store {
    /// Takes a text out of the list and deletes it when the time to undo is over.
    pub(in crate::texts) fn delete(self, id: Uuid, seen: Draft, typed: Option<Draft>) {
        if self.is_pending(id) {
            return;
        }
        if self.selection.with_untracked(|selection| selection.contains(id)) {
            self.selection.update(|selection| selection.retain(|chosen| chosen != id));
        }
        let name = seen.text.clone();
        let (request_id, stage) = (RequestId::from(Uuid::new_v4()), Stage::Waiting);
        self.pending.update(|all| all.push(Pending { id, seen, typed, request_id, stage, notice: 0 }));
        self.tabs.post(&other_tabs::leaving(id));
        // The notice keeps the time: it stands still while the user is at the button.
        let send = move || leptos::task::spawn_local(self.send_deletion(id));
        let notice = self.notices.offer_undo(|w| w.texts().deleted, &name, move || self.undo_deletion(id), send);
        self.change(id, |pending| pending.notice = notice);
        leptos::task::spawn_local(self.confirm(id));
    }

    /// Brings it back, with what was typed into it.
    pub(in crate::texts) fn undo_deletion(self, id: Uuid) {
        let typed = self.find(id).and_then(|pending| pending.typed);
        self.keep(id);
        self.notices.inform(|w| w.texts().undone);
        if let Some(typed) = typed {
            self.restored.set(Some((id, typed)));
            self.router.visit(paths::text(id));
        }
    }

    /// The ids of the texts on their way out.
    pub(in crate::texts) fn leaving(self) -> Vec<Uuid> {
        self.pending.with(|all| all.iter().map(|pending| pending.id).collect())
    }

    /// Whether a text is on its way out, in this tab or another, and can still be kept; a view that reads it follows it.
    pub(in crate::texts) fn can_keep(self, id: Uuid) -> bool {
        self.pending.with(|all| all.iter().any(|pending| pending.id == id && pending.stage != Stage::Sent))
            || self.pending_in_other_tabs.with(|all| all.contains(&id))
    }

    /// Saving, moving or importing a text keeps it: a deletion that was not sent yet is cancelled in all tabs.
    pub(in crate::texts) fn keep(self, id: Uuid) {
        self.keep_here(id);
        self.pending_in_other_tabs.update(|all| all.retain(|known| *known != id));
        self.tabs.post(&other_tabs::kept(id));
    }

    /// The same for this tab alone; answers whether there was such a deletion.
    fn keep_here(self, id: Uuid) -> bool {
        let found = self.find(id).filter(|pending| pending.stage != Stage::Sent);
        if let Some(pending) = &found {
            self.take(id);
            self.notices.cancel(pending.notice);
        }
        found.is_some()
    }

    /// Looks at once whether the text is as the user saw it, so that leaving the site deletes nothing unseen.
    async fn confirm(self, id: Uuid) {
        let Ok(now) = self.text(id).await else { return };
        let Some(pending) = self.find(id).filter(|pending| pending.stage == Stage::Waiting) else { return };
        if pending.seen.is(&now) {
            self.change(id, |pending| pending.stage = Stage::Confirmed);
        } else {
            self.keep(id);
            self.put(now);
            self.notices.warn_about(|w| w.texts().not_deleted_changed, &pending.seen.text);
        }
    }

    async fn send_deletion(self, id: Uuid) {
        let Some(pending) = self.find(id) else { return };
        let name = pending.seen.text.clone();
        match self.carry_out(&pending).await {
            Outcome::Kept => return,
            Outcome::Gone => {
                self.gone.update(|gone| gone.push(id));
                self.texts.update(|texts| *texts = texts.as_ref().map(|catalog| Arc::new(catalog.without(id))));
            }
            Outcome::Changed => {
                self.notices.warn_about(|w| w.texts().not_deleted_changed, &name);
                self.read();
            }
            Outcome::Failed => self.notices.warn_about(|w| w.texts().not_deleted, &name),
            Outcome::Unknown => {
                // Trying again is the same intent.
                let again = move || {
                    self.pending.update(|all| all.push(Pending { stage: Stage::Waiting, ..pending.clone() }));
                    leptos::task::spawn_local(self.send_deletion(id));
                };
                self.notices.offer(|w| w.texts().perhaps_deleted, &name, |w| w.frame.retry, again);
            }
        }
        self.take(id);
        self.tabs.post(&other_tabs::over(id));
    }

    /// Reads the text once more, and deletes what still reads as the user saw it.
    async fn carry_out(self, pending: &Pending) -> Outcome {
        let external_identifier = pending.id;
        match self.text(external_identifier).await {
            Ok(now) if !pending.seen.is(&now) => return Outcome::Changed,
            Ok(_) if self.find(pending.id).is_none() => return Outcome::Kept,
            Ok(_) => {}
            Err(error) if error.failure == Failure::NotFound => return Outcome::Gone,
            Err(_) => return Outcome::Failed,
        }
        self.change(pending.id, |pending| pending.stage = Stage::Sent);
        let call = DeleteText { external_identifier, request_id: pending.request_id.clone() };
        for _ in 0..ATTEMPTS {
            match self.api.send(&call, &Abort::new()).await {
                Ok(_) => return Outcome::Gone,
                Err(error) if error.effect() == Effect::Unknown => {}
                Err(error) if is_gone(&error) => return Outcome::Gone,
                Err(_) => return Outcome::Failed,
            }
        }
        // One that is still under way may yet take effect: only that the text is gone can be read.
        match self.text(external_identifier).await {
            Err(error) if error.failure == Failure::NotFound => Outcome::Gone,
            _ => Outcome::Unknown,
        }
    }

    /// Leaving the site or signing out ends the time to undo.
    pub(in crate::texts) fn send_pending_on_unload(self) {
        let listener = window_event_listener_untyped("pagehide", move |_| self.send_all_at_once());
        self.session.before_leaving(move || Box::pin(self.send_all()));
        let user = self.session.user_id();
        on_cleanup(move || {
            // Another user's session carries out nobody else's decisions.
            if self.session.user_id() == user {
                self.send_all_at_once();
            }
            listener.remove();
        });
    }

    /// One after the other, while there is time.
    async fn send_all(self) {
        for pending in self.pending.get_untracked() {
            self.send_deletion(pending.id).await;
        }
    }

    /// Without waiting for an answer, when there is none. What nobody has looked at since the decision stays.
    fn send_all_at_once(self) {
        for Pending { id, request_id, stage, .. } in self.pending.get_untracked() {
            if stage == Stage::Confirmed {
                api::send_on_unload(&DeleteText { external_identifier: id, request_id }.to_request());
            }
            self.take(id);
            self.tabs.post(&other_tabs::over(id));
        }
    }

    fn is_pending(self, id: Uuid) -> bool {
        self.find(id).is_some()
    }

    fn find(self, id: Uuid) -> Option<Pending> {
        self.pending.with_untracked(|all| all.iter().find(|pending| pending.id == id).cloned())
    }

    fn change(self, id: Uuid, change: impl Fn(&mut Pending)) {
        self.pending.update(|all| all.iter_mut().filter(|pending| pending.id == id).for_each(change));
    }

    fn take(self, id: Uuid) {
        self.pending.update(|all| all.retain(|pending| pending.id != id));
    }
}

/// Whether a failed deletion means that the text is gone: deleted before with the same id, or by somebody else.
fn is_gone(error: &ApiError) -> bool {
    error.effect() == Effect::Already || error.failure == Failure::NotFound
}
