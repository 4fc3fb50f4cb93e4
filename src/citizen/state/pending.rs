//! Transfers that were begun and of which nobody knows yet whether they arrived.
//!
//! The browser's tab remembers them over a reload and a new sign-in: the request id, the time and who sent it, nothing
//! of the citizen. Only this page's memory knows the citizen, until the page is cleared; after a reload the user has to
//! say who it was.

use letasyl_contract::{Cpr, RequestId};

use crate::platform::browser;

/// A transfer that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::citizen) struct PendingTransfer {
    /// The id of the intent.
    pub id: RequestId,
    /// When, as the browser writes a time: `2026-03-05T13:05:00.000Z`.
    pub at: String,
    /// Whom it is about, where this page still knows.
    pub cpr: Option<Cpr>,
}

/// The prefix of the keys under which the tab keeps them.
const NOTE: &str = "overfoersel ";

/// Keeps a note of a transfer in the tab; `None` removes it.
pub(super) fn set_note(id: &RequestId, note: Option<&str>) {
    browser::set_tab_item(&format!("{NOTE}{id}"), note);
}

/// What the tab remembers of this user's transfers.
pub(super) fn load_pending(user: &str) -> Vec<PendingTransfer> {
    browser::tab_items(NOTE).into_iter().filter_map(|(id, note)| parse(&id, &note, user)).collect()
}

/// A note is the time and, after a space, the id of the user who sent it. Another user's is not shown.
fn parse(id: &str, note: &str, user: &str) -> Option<PendingTransfer> {
    let (at, sender) = note.split_once(' ')?;
    let id = RequestId::parse(id).ok()?;
    (sender == user).then(|| PendingTransfer { id, at: at.to_owned(), cpr: None })
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
