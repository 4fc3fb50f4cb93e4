//! Deleting with a time to think: the row goes at once, the request only when the time to undo is over, and at once
//! when the page is left.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{DeleteText, GetText, Operation, RequestId};
use uuid::Uuid;

use super::shelf::Shelf;
use crate::api::{self, Abort, ApiError, Effect};

/// A deletion that can still be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pending {
    /// Which text.
    pub id: Uuid,
    /// The id of the intent.
    pub request_id: RequestId,
}

impl Shelf {
    /// Takes a text out of the list and deletes it when the time to undo is over.
    pub(super) fn delete(self, id: Uuid, name: &str) {
        let pending = Pending { id, request_id: RequestId::from(Uuid::new_v4()) };
        self.pending.update(|all| all.push(pending.clone()));
        if self.selection.with_untracked(|selection| selection.contains(id)) {
            self.selection.update(|selection| selection.retain(|chosen| chosen != id));
        }
        let undo = move || {
            self.take(id);
            self.notices.tell(|w| w.texts.undone);
        };
        // The notice keeps the time: it stands still while the user is at the button.
        let send = move || leptos::task::spawn_local(self.send_deletion(pending.clone()));
        self.notices.offer_undo(|w| w.texts.deleted, name, undo, send);
    }

    /// The ids of the texts on their way out.
    pub(super) fn leaving(self) -> Vec<Uuid> {
        self.pending.with(|all| all.iter().map(|pending| pending.id).collect())
    }

    async fn send_deletion(self, pending: Pending) {
        if !self.pending.with_untracked(|all| all.contains(&pending)) {
            return;
        }
        let Pending { id, request_id } = pending;
        match self.ask_to_delete(id, request_id).await {
            Some(true) => {
                self.gone.update(|gone| gone.push(id));
                self.texts.update(|texts| *texts = texts.as_ref().map(|stock| Arc::new(stock.without(id))));
            }
            Some(false) => self.notices.warn(|w| w.texts.not_deleted),
            None => self.notices.warn(|w| w.texts.perhaps_deleted),
        }
        self.take(id);
    }

    /// Whether it is gone now; `None` where nobody knows.
    async fn ask_to_delete(self, id: Uuid, request_id: RequestId) -> Option<bool> {
        let delete = DeleteText { external_identifier: id, request_id };
        let Err(error) = self.session.send(&delete, &Abort::new()).await else { return Some(true) };
        if error.effect() != Effect::Unknown {
            return Some(is_gone(&error));
        }
        match self.session.send(&GetText { external_identifier: id }, &Abort::new()).await {
            Ok(_) => Some(false),
            Err(error) => is_gone(&error).then_some(true),
        }
    }

    /// Whoever leaves the page, or signs out, has had their time to think.
    pub(super) fn send_pending_on_leave(self) {
        let listener = window_event_listener_untyped("pagehide", move |_| self.send_all_at_once());
        self.session.before_leaving(move || Box::pin(self.send_all()));
        on_cleanup(move || {
            self.send_all_at_once();
            listener.remove();
        });
    }

    /// One after the other, while there is time.
    async fn send_all(self) {
        for pending in self.pending.get_untracked() {
            self.send_deletion(pending).await;
        }
    }

    /// Without waiting for an answer, when there is none.
    fn send_all_at_once(self) {
        for Pending { id, request_id } in self.pending.get_untracked() {
            api::send_and_leave(&DeleteText { external_identifier: id, request_id }.request());
            self.take(id);
        }
    }

    fn take(self, id: Uuid) {
        self.pending.update(|all| all.retain(|pending| pending.id != id));
    }
}

/// Whether a failed deletion means that the text is gone: deleted before with the same id, or by somebody else.
fn is_gone(error: &ApiError) -> bool {
    error.effect() == Effect::Already || error.failure == api::Failure::NotFound
}
