//! What the pages of dynamic texts share: the texts and groups as last read, and deletions not yet sent.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{GetAllGroups, GetDynamicTextDto, GetDynamicTextGroupDto, GetTexts};
use uuid::Uuid;

use super::deletion::Pending;
use super::stock::Stock;
use crate::api::{Abort, ApiError};
use crate::live::Live;
use crate::notices::{Notices, use_notices};
use crate::session::{Session, use_session};

/// The shared state. It lives as long as the user is signed in.
#[derive(Clone, Copy)]
pub(crate) struct Shelf {
    /// The texts; `None` until they have been read.
    pub(super) texts: Live<Option<Arc<Stock>>>,
    /// The groups; `None` until they have been read.
    pub(super) groups: Live<Option<Arc<Vec<GetDynamicTextGroupDto>>>>,
    /// Why the texts or the groups could not be read.
    pub(super) failed: Live<Option<ApiError>>,
    /// Deletions that can still be undone.
    pub(super) pending: Live<Vec<Pending>>,
    /// Texts that are deleted for good: a list that was read before does not bring them back.
    pub(super) gone: Live<Vec<Uuid>>,
    /// The query part of the list's address when it was last seen, to come back to.
    pub(super) place: Live<String>,
    pub(super) session: Session,
    pub(super) notices: Notices,
}

impl Shelf {
    /// Offers an empty shelf to the pages.
    pub(crate) fn provide() {
        let shelf = Self::new();
        shelf.send_pending_on_leave();
        provide_context(shelf);
    }

    fn new() -> Self {
        Self {
            texts: Live::new(None),
            groups: Live::new(None),
            failed: Live::new(None),
            pending: Live::new(Vec::new()),
            gone: Live::default(),
            place: Live::default(),
            session: use_session(),
            notices: use_notices(),
        }
    }

    /// Reads texts and groups anew. What was read before stands until then.
    pub(super) fn read(self) {
        self.failed.set(None);
        leptos::task::spawn_local(async move {
            match self.session.send(&GetTexts::default(), &Abort::new()).await {
                Ok(mut texts) => {
                    let gone = self.gone.get_untracked();
                    texts.retain(|text| !gone.contains(&text.external_identifier));
                    self.texts.set(Some(Arc::new(Stock::new(texts))));
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
        self.read_groups();
    }

    /// Reads the groups anew.
    pub(super) fn read_groups(self) {
        leptos::task::spawn_local(async move {
            match self.session.send(&GetAllGroups, &Abort::new()).await {
                Ok(groups) => self.groups.set(Some(Arc::new(groups))),
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    /// Puts a saved text where the list shows it, until the list is read anew.
    pub(super) fn put(self, text: GetDynamicTextDto) {
        self.texts.update(|texts| *texts = texts.as_ref().map(|stock| Arc::new(stock.with(text))));
    }
}

/// The shelf of the pages.
pub(super) fn use_shelf() -> Shelf {
    use_context().unwrap_or_else(Shelf::new)
}
