//! Sends the transfer, and keeps track of those whose outcome is unknown.

use letasyl_contract::{Cpr, OverfoerLetAsylIntegrationslovsdata, RequestId};
use uuid::Uuid;

use super::case::Case;
use super::pending::{PendingTransfer, set_note};
use super::status::Status;
use super::transfer::{Transfer, outcome};
use crate::platform::browser;

/// Sends the transfer: with the id of an attempt that is not settled, if there is one, else with a new one.
pub(in crate::citizen) fn send(case: Case) {
    match case.transfer.get_untracked() {
        Transfer::Sending(_) => {}
        Transfer::Unknown(id, _) => send_as(case, id, true),
        Transfer::Failed(id, _) => send_as(case, id, false),
        Transfer::None | Transfer::Received { .. } => send_as(case, RequestId::from(Uuid::new_v4()), false),
    }
}

/// Sends it with this id. `in_doubt`: an earlier attempt with the same id may have arrived.
pub(in crate::citizen) fn send_as(case: Case, id: RequestId, in_doubt: bool) {
    let Some(cpr) = case.cpr.get_untracked() else { return };
    let abort = case.next_transfer();
    case.note(&id, &cpr);
    case.transfer.set(Transfer::Sending(id.clone()));
    case.announce(Status::Transferring);
    leptos::task::spawn_local(async move {
        let call = OverfoerLetAsylIntegrationslovsdata { cpr, request_id: id.clone() };
        let answer = case.api.send(&call, &abort).await.map(|_| ());
        let outcome = outcome(id.clone(), in_doubt, answer, browser::now());
        // Wherever the user is by now, what is known need not be asked for any more.
        if outcome.at_stake().is_none() {
            case.settle(&id);
        }
        if case.transfer.with_untracked(|now| matches!(now, Transfer::Sending(current) if *current == id)) {
            match outcome {
                Transfer::Received { before, .. } => case.announce(Status::Transferred { before }),
                // The alert tells it; "Overfører …" is no longer so.
                _ => case.clear_status(),
            }
            case.transfer.set(outcome);
        }
    });
}

impl Case {
    /// Notes a transfer before it is sent. One that is sent again began when it was sent first.
    pub(in crate::citizen) fn note(self, id: &RequestId, cpr: &Cpr) {
        self.unsettled.update(|all| {
            if let Some(known) = all.iter_mut().find(|begun| begun.id == *id) {
                known.cpr = Some(cpr.clone());
                return;
            }
            let at = browser::timestamp();
            set_note(id, Some(&format!("{at} {}", self.session.user_id())));
            all.push(PendingTransfer { id: id.clone(), at, cpr: Some(cpr.clone()) });
        });
    }

    /// It is known what became of a transfer, here or on a page that is gone.
    pub(in crate::citizen) fn settle(self, id: &RequestId) {
        set_note(id, None);
        self.unsettled.update(|all| all.retain(|begun| begun.id != *id));
    }

    /// Forgets whom the transfers were about, not the transfers.
    pub(in crate::citizen) fn forget_citizens(self) {
        self.unsettled.update(|all| all.iter_mut().for_each(|begun| begun.cpr = None));
    }

    /// Forgets all of them.
    pub(in crate::citizen) fn discard_pending(self) {
        browser::clear_tab_items();
        self.unsettled.set(Vec::new());
    }
}
