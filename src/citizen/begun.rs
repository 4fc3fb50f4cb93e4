//! Transfers that were begun and of which nobody knows yet whether they arrived.
//!
//! The browser's tab remembers them over a reload and a new sign-in: the request id, the time and who sent it, nothing
//! of the citizen. Only this page's memory knows the citizen, until the page is cleared; after a reload the user has to
//! say who it was.

use letasyl_contract::{Cpr, RequestId};

use super::case::Case;
use crate::browser;

/// A transfer that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Begun {
    /// The id of the intent.
    pub id: RequestId,
    /// When, as the browser writes a time: `2026-03-05T13:05:00.000Z`.
    pub at: String,
    /// Whom it is about, where this page still knows.
    pub cpr: Option<Cpr>,
}

/// What the tab remembers of this user's transfers.
pub(super) fn remembered(user: &str) -> Vec<Begun> {
    browser::notes().into_iter().filter_map(|(id, note)| parse(&id, &note, user)).collect()
}

/// A note is the time and, after a space, the id of the user who sent it. Another user's is not shown.
fn parse(id: &str, note: &str, user: &str) -> Option<Begun> {
    let (at, sender) = note.split_once(' ')?;
    let id = RequestId::parse(id).ok()?;
    (sender == user).then(|| Begun { id, at: at.to_owned(), cpr: None })
}

impl Case {
    /// Notes a transfer before it is sent. One that is sent again began when it was sent first.
    pub(super) fn note(self, id: &RequestId, cpr: &Cpr) {
        self.unsettled.update(|all| {
            if let Some(known) = all.iter_mut().find(|begun| begun.id == *id) {
                known.cpr = Some(cpr.clone());
                return;
            }
            let at = browser::timestamp();
            browser::note(id.as_str(), Some(&format!("{at} {}", self.session.user_id())));
            all.push(Begun { id: id.clone(), at, cpr: Some(cpr.clone()) });
        });
    }

    /// It is known what became of a transfer, here or on a page that is gone.
    pub(super) fn settle(self, id: &RequestId) {
        browser::note(id.as_str(), None);
        self.unsettled.update(|all| all.retain(|begun| begun.id != *id));
    }

    /// Forgets whom the transfers were about, not the transfers.
    pub(super) fn forget_whom(self) {
        self.unsettled.update(|all| all.iter_mut().for_each(|begun| begun.cpr = None));
    }

    /// Forgets all of them.
    pub(super) fn forget_transfers(self) {
        browser::forget_notes();
        self.unsettled.set(Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_its_senders_only() {
        let note = "2026-03-05T13:05:00.000Z sagsbehandler";
        let begun = parse("id-1", note, "sagsbehandler").unwrap();
        assert_eq!((begun.id.as_str(), begun.at.as_str(), begun.cpr), ("id-1", "2026-03-05T13:05:00.000Z", None));
        for (id, note, user) in [("id-1", note, "star-admin"), ("", note, "sagsbehandler"), ("id-1", "2026", "2026")] {
            assert_eq!(parse(id, note, user), None, "{id} {note} {user}");
        }
    }
}
