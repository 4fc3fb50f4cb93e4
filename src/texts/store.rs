//! The state shared by the pages of dynamic texts: loaded texts and groups, and deletions not sent yet.

pub(in crate::texts) mod catalog;
pub(in crate::texts) mod deletion;
pub(in crate::texts) mod merge_sort;
pub(in crate::texts) mod selection;

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{GetAllGroups, GetDynamicTextDto, GetDynamicTextGroupDto, GetText, GetTexts, OperationName};
use uuid::Uuid;

use self::catalog::Catalog;
use self::deletion::Pending;
use self::deletion::other_tabs::TABS;
use self::selection::{Selection, ordered};
use crate::api::{Abort, Api, ApiError, List, use_api};
use crate::platform::signals::ErasedSignal;
use crate::platform::tabs::TabChannel;
use crate::shell::router::{Router, use_router};
use crate::shell::session::{Session, use_session};
use crate::texts::editor::draft::Draft;
use crate::texts::import::input::Incoming;
use crate::texts::search::query::{GroupFilter, Query};
use crate::texts::search::results::SearchResults;
use crate::ui::notices::{Notices, use_notices};

/// So many choices are remembered.
const CHOICES: i32 = 20;

/// The shared state. It lives as long as the user is signed in.
///
/// A way to it, not itself: every view and click of these pages takes one along, and carrying all of it into each
/// weighed ten kilobytes. What it leads to is never given back: a few hundred bytes for each signing in.
#[derive(Clone, Copy)]
pub(crate) struct Store(&'static StoreState);

/// What is shared.
pub(crate) struct StoreState {
    /// The texts; `None` until they have been read.
    pub(in crate::texts) texts: ErasedSignal<Option<Arc<Catalog>>>,
    /// The groups; `None` until they have been read.
    pub(in crate::texts) groups: ErasedSignal<Option<Arc<Vec<GetDynamicTextGroupDto>>>>,
    /// How many texts and how many groups of the answers cannot be read.
    pub(in crate::texts) unread: ErasedSignal<(usize, usize)>,
    /// Why the texts or the groups could not be read.
    pub(in crate::texts) failed: ErasedSignal<Option<ApiError>>,
    /// Deletions that are not over.
    pub(in crate::texts) pending: ErasedSignal<Vec<Pending>>,
    /// Texts that another tab is about to delete.
    pub(in crate::texts) pending_in_other_tabs: ErasedSignal<Vec<Uuid>>,
    /// What was typed into a text before it was deleted, once that is undone: its page shows it again.
    pub(in crate::texts) restored: ErasedSignal<Option<(Uuid, Draft)>>,
    /// What a plan is to be made of, once the page for it is there.
    pub(in crate::texts) incoming: ErasedSignal<Option<Incoming>>,
    /// What a new text begins as, once somebody copies one.
    pub(in crate::texts) copied: ErasedSignal<Option<Draft>>,
    /// What the list showed when it was last seen: its order is the one to go through the texts in.
    pub(in crate::texts) found: ErasedSignal<SearchResults>,
    /// How often the list was asked for: only the last answer counts.
    loads: ErasedSignal<u32>,
    /// The way to call off what the list was last asked for.
    abort: StoredValue<Abort, LocalStorage>,
    /// The texts as they were last read, and which version of the list that was. Once something was changed here, they
    /// are others.
    read: ErasedSignal<Option<(String, Arc<Catalog>)>>,
    /// Whether they are being read.
    loading: ErasedSignal<bool>,
    /// Whether the list is on the screen.
    pub(in crate::texts) list_seen: ErasedSignal<bool>,
    /// How often a text was saved here: a list that was asked for before does not show it.
    saves: ErasedSignal<u32>,
    /// Texts that are deleted for good: a list that was read before does not bring them back.
    pub(in crate::texts) gone: ErasedSignal<Vec<Uuid>>,
    /// The texts chosen in the list.
    pub(in crate::texts) selection: ErasedSignal<Selection>,
    /// What was chosen at the last entries of the history, by their numbers, and the number of this one.
    choices: ErasedSignal<(Vec<(i32, Selection)>, i32)>,
    /// Where the list was when it was last seen, to come back to: what it showed, and how far it was scrolled.
    pub(in crate::texts) place: ErasedSignal<(Query, i32)>,
    /// The text that was opened last: Tab leads back to it.
    pub(in crate::texts) opened: ErasedSignal<Option<Uuid>>,
    /// The text that has just been saved: the list marks it.
    pub(in crate::texts) saved: ErasedSignal<Option<Uuid>>,
    pub(in crate::texts) session: Session,
    pub(in crate::texts) api: Api,
    pub(in crate::texts) notices: Notices,
    pub(in crate::texts) router: Router,
    pub(in crate::texts) tabs: TabChannel,
}

impl std::ops::Deref for Store {
    type Target = StoreState;

    fn deref(&self) -> &StoreState {
        self.0
    }
}

impl Store {
    /// An empty store.
    pub(in crate::texts) fn new() -> Self {
        Self(Box::leak(Box::new(StoreState {
            texts: ErasedSignal::new(None),
            groups: ErasedSignal::new(None),
            unread: ErasedSignal::default(),
            failed: ErasedSignal::new(None),
            pending: ErasedSignal::default(),
            pending_in_other_tabs: ErasedSignal::default(),
            restored: ErasedSignal::default(),
            incoming: ErasedSignal::default(),
            copied: ErasedSignal::default(),
            found: ErasedSignal::default(),
            loads: ErasedSignal::default(),
            abort: StoredValue::new_local(Abort::new()),
            read: ErasedSignal::default(),
            loading: ErasedSignal::default(),
            list_seen: ErasedSignal::default(),
            saves: ErasedSignal::default(),
            gone: ErasedSignal::default(),
            selection: ErasedSignal::default(),
            choices: ErasedSignal::default(),
            place: ErasedSignal::default(),
            opened: ErasedSignal::default(),
            saved: ErasedSignal::default(),
            session: use_session(),
            api: use_api(),
            notices: use_notices(),
            router: use_router(),
            tabs: TabChannel::join(TABS),
        })))
    }

    /// Loads texts and groups again. What was loaded before stays until then.
    pub(in crate::texts) fn read(self) {
        self.failed.set(None);
        self.loading.set(true);
        let load = self.loads.next();
        let saves = self.saves.get_untracked();
        let abort = Abort::new();
        self.abort.with_value(Abort::abort);
        self.abort.set_value(abort.clone());
        let known = self.known_version();
        leptos::task::spawn_local(async move {
            let answer = self.api.list_if_changed(&GetTexts::default(), &abort, known.as_deref()).await;
            if self.loads.get_untracked() != load {
                return;
            }
            self.loading.set(false);
            match answer {
                Ok(_) if self.saves.get_untracked() != saves => self.read(),
                Ok(None) => {}
                Ok(Some(List { readable: mut texts, unread, version })) => {
                    let gone = self.gone.get_untracked();
                    texts.retain(|text| !gone.contains(&text.external_identifier));
                    let catalog = Catalog::read(texts).await;
                    if self.loads.get_untracked() == load {
                        self.forget_chosen(&catalog);
                        self.unread.update(|count| count.0 = unread);
                        let catalog = Arc::new(catalog);
                        self.read.set(version.map(|version| (version, Arc::clone(&catalog))));
                        self.texts.set(Some(catalog));
                    }
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
        self.read_groups();
    }

    /// Which version of the list the texts are, where nothing was changed here since they were read.
    fn known_version(self) -> Option<String> {
        let texts = self.texts.get_untracked()?;
        let (version, read) = self.read.get_untracked()?;
        Arc::ptr_eq(&texts, &read).then_some(version)
    }

    /// Calls off reading the list: nobody waits for it any more.
    pub(in crate::texts) fn stop_reading(self) {
        self.loads.next();
        self.loading.set(false);
        self.abort.with_value(Abort::abort);
    }

    /// Reads what writing a text takes, unless it is on its way: the groups, and the other texts, of which one may be the
    /// same.
    pub(in crate::texts) fn read_for_editor(self) {
        if self.loading.get_untracked() {
            return;
        }
        if self.texts.with_untracked(Option::is_none) {
            self.read();
        } else {
            self.read_groups();
        }
    }

    /// The number of what is chosen.
    pub(in crate::texts) fn choice(self) -> i32 {
        self.choices.with_untracked(|(_, number)| *number)
    }

    /// Remembers what is chosen: as another choice, or as what the last one has become. Answers its number.
    pub(in crate::texts) fn remember_choice(self, is_another: bool) -> i32 {
        let selection = self.selection.get_untracked();
        self.choices.update(|(choices, number)| {
            *number += i32::from(is_another);
            // What came after another choice is no longer in the history.
            let is_known =
                |known: i32| known > *number - CHOICES && known != *number && !(is_another && known > *number);
            choices.retain(|(known, _)| is_known(*known));
            choices.push((*number, selection));
            *number
        })
    }

    /// Chooses again what was chosen at another entry of the history, as long as that is known.
    pub(in crate::texts) fn choose_again(self, number: i32) {
        let known = self.choices.with_untracked(|(choices, now)| {
            let known = choices.iter().find(|(known, _)| *known == number && number != *now);
            known.map(|(_, selection)| selection.clone())
        });
        if let Some(selection) = known {
            self.choices.update(|(_, now)| *now = number);
            self.selection.set(selection);
        }
    }

    /// What is gone cannot stay chosen.
    fn forget_chosen(self, catalog: &Catalog) {
        if !self.selection.with_untracked(Selection::is_empty) {
            let known = ordered(catalog.all().map(|text| text.external_identifier).collect());
            self.selection.update(|selection| selection.retain(|id| known.binary_search(&id).is_ok()));
        }
    }

    /// Reads one text. Boxed: it is read in many places, and each would hold a copy of this.
    pub(in crate::texts) fn text(self, id: Uuid) -> Pin<Box<dyn Future<Output = Result<GetDynamicTextDto, ApiError>>>> {
        Box::pin(async move { self.api.send(&GetText { external_identifier: id }, &Abort::new()).await })
    }

    /// Loads the groups again.
    pub(in crate::texts) fn read_groups(self) {
        leptos::task::spawn_local(async move {
            match self.api.list(&GetAllGroups, &Abort::new()).await {
                Ok(groups) => {
                    self.unread.update(|count| count.1 = groups.unread);
                    self.groups.set(Some(Arc::new(groups.readable)));
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    /// Whether the user may carry a plan out, which creates texts and changes them; a view that reads it follows it.
    pub(in crate::texts) fn may_plan(self) -> bool {
        self.session.may(OperationName::CreateText) && self.session.may(OperationName::UpdateText)
    }

    /// The one group that the list showed when it was last seen.
    pub(in crate::texts) fn shown_group(self) -> Option<Uuid> {
        match self.place.with_untracked(|(query, _)| query.group) {
            GroupFilter::Only(id) => Some(id),
            GroupFilter::All | GroupFilter::Without | GroupFilter::Twins => None,
        }
    }

    /// Puts a saved text where the list shows it, until the list is loaded again.
    pub(in crate::texts) fn put(self, text: GetDynamicTextDto) {
        self.saves.next();
        self.texts.update(|texts| *texts = texts.as_ref().map(|catalog| Arc::new(catalog.with(text))));
    }
}

/// The store of the pages.
pub(in crate::texts) fn use_store() -> Store {
    use_context().unwrap_or_else(Store::new)
}
