//! Tells other tabs about pending deletions: saving a text in one tab keeps it in all.

use uuid::Uuid;

use crate::texts::store::Store;

/// The name of the channel.
pub(in crate::texts) const TABS: &str = "deletions";
/// A text is on its way out.
const LEAVING: &str = "leaving";
/// A text is kept.
const KEPT: &str = "kept";
/// A deletion was sent, or given up.
const OVER: &str = "over";
/// A tab has just been opened: which texts are on their way out?
const WHICH: &str = "which";

/// A text is on its way out.
pub(super) fn leaving(id: Uuid) -> String {
    format!("{LEAVING} {id}")
}

/// A text is kept.
pub(super) fn kept(id: Uuid) -> String {
    format!("{KEPT} {id}")
}

/// A deletion was sent, or given up.
pub(super) fn over(id: Uuid) -> String {
    format!("{OVER} {id}")
}

impl Store {
    /// Listens to the other tabs, and asks them which texts are on their way out.
    pub(in crate::texts) fn listen(self) {
        self.tabs.on_message(move |said| self.heard(said));
        self.tabs.post(WHICH);
    }

    fn heard(self, said: &str) {
        let (what, id) = said.split_once(' ').unwrap_or((said, ""));
        match (what, Uuid::try_parse(id)) {
            (LEAVING, Ok(id)) => self.pending_in_other_tabs.update(|all| {
                if !all.contains(&id) {
                    all.push(id);
                }
            }),
            (KEPT, Ok(id)) => {
                self.pending_in_other_tabs.update(|all| all.retain(|known| *known != id));
                if self.keep_here(id) {
                    self.notices.inform(|w| w.texts().undone);
                }
            }
            (OVER, Ok(id)) => self.pending_in_other_tabs.update(|all| all.retain(|known| *known != id)),
            (WHICH, _) => {
                for pending in self.pending.get_untracked() {
                    self.tabs.post(&leaving(pending.id));
                }
            }
            _ => {}
        }
    }
}
