//! Transfers that were begun and of which nobody knows yet whether they arrived.
//!
//! The browser's tab remembers them over a reload: the request id and the time, nothing of the citizen. That is why
//! the user must say which citizen it was.

use letasyl_contract::RequestId;

use super::case::Case;
use crate::browser;

/// A transfer that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Begun {
    /// The id of the intent.
    pub id: RequestId,
    /// When, as the browser writes a time: `2026-03-05T13:05:00.000Z`.
    pub at: String,
}

/// What the tab remembers, the oldest first.
pub(super) fn remembered() -> Vec<Begun> {
    let mut all = Vec::new();
    for (id, at) in browser::notes() {
        if let Ok(id) = RequestId::parse(&id) {
            all.push(Begun { id, at });
        }
    }
    all
}

impl Case {
    /// Notes a transfer before it is sent. One that is sent again began when it was sent first.
    pub(super) fn note(self, id: &RequestId) {
        if !self.unsettled.with_untracked(|all| all.iter().any(|begun| begun.id == *id)) {
            browser::note(id.as_str(), Some(&browser::timestamp()));
            self.unsettled.set(remembered());
        }
    }

    /// It is known what became of a transfer, here or on a page that is gone.
    pub(super) fn settle(self, id: &RequestId) {
        browser::note(id.as_str(), None);
        self.unsettled.set(remembered());
    }

    /// Forgets all of them.
    pub(super) fn forget_transfers(self) {
        browser::forget_notes();
        self.unsettled.set(Vec::new());
    }
}
