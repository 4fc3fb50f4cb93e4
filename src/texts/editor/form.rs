//! The state of the form, and saving it. "Gemt" appears only once the backend has confirmed.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{CreateText, GetDynamicTextDto, GetDynamicTextGroupDto, RequestId, UpdateText};
use uuid::Uuid;

use super::draft::{Complete, Draft, Intent};
use super::save_error::SaveError;
use crate::api::{Abort, ApiError, Effect};
use crate::platform::signals::{ErasedSignal, effect};
use crate::shell::paths;
use crate::shell::router::{Router, use_router};
use crate::texts::search::url::list_url;
use crate::texts::store::Store;

/// The state of the form.
#[derive(Clone, Copy)]
pub(in crate::texts) struct Form {
    pub store: Store,
    pub router: Router,
    /// Which text; none for a new one.
    pub id: ErasedSignal<Option<Uuid>>,
    pub text: RwSignal<String>,
    pub display_text: RwSignal<String>,
    pub group: ErasedSignal<Option<Uuid>>,
    /// What stood there when it was last read.
    pub base: ErasedSignal<Draft>,
    /// The groups that the text was seen to have, listed by the service or not.
    pub seen: ErasedSignal<Vec<GetDynamicTextGroupDto>>,
    pub trouble: ErasedSignal<SaveError>,
    pub busy: ErasedSignal<bool>,
    intent: ErasedSignal<Intent>,
    /// The text that is opened once this one is saved; none for the way back to the list.
    then: ErasedSignal<Option<Uuid>>,
}

impl Form {
    /// For a text as it was read, or for a new one.
    pub(in crate::texts) fn new(store: Store, existing: Option<GetDynamicTextDto>) -> Self {
        // A new text begins in the group that the list showed.
        let begun = || Draft { group: store.shown_group(), ..Draft::default() };
        let base = existing.as_ref().map_or_else(begun, Draft::of);
        let id = existing.as_ref().map(|text| text.external_identifier);
        // A copy of another text is one that has not been saved yet.
        let copied = if id.is_none() { store.copied.update(Option::take) } else { None };
        let typed = copied.unwrap_or_else(|| base.clone());
        Self {
            store,
            router: use_router(),
            id: ErasedSignal::new(id),
            text: RwSignal::new(typed.text),
            display_text: RwSignal::new(typed.display_text),
            group: ErasedSignal::new(typed.group),
            base: ErasedSignal::new(base),
            seen: ErasedSignal::new(existing.into_iter().filter_map(|text| text.group).collect()),
            trouble: ErasedSignal::default(),
            busy: ErasedSignal::default(),
            intent: ErasedSignal::default(),
            then: ErasedSignal::default(),
        }
    }

    /// What stands in the fields.
    pub(in crate::texts) fn draft(self) -> Draft {
        Draft { text: self.text.get(), display_text: self.display_text.get(), group: self.group.get() }
    }

    /// Whether something would be lost by leaving; who asks follows the fields.
    pub(in crate::texts) fn unsaved(self) -> bool {
        self.draft() != self.base.get()
    }

    /// A text that is brought back has in its fields again what was typed into it. A text that is deleted while its page
    /// is open can be created again.
    pub(in crate::texts) fn follow_deletion(self) {
        let store = self.store;
        effect(move || {
            let restored = store.restored.get().filter(|(text, _)| Some(*text) == self.id.get_untracked());
            if let Some((_, typed)) = restored {
                store.restored.set(None);
                self.fill(typed);
            }
        });
        effect(move || {
            let gone = self.id.get_untracked().is_some_and(|id| store.gone.with(|gone| gone.contains(&id)));
            if gone {
                self.trouble.set(SaveError::Gone);
            }
        });
    }

    /// Puts this into the fields.
    pub(in crate::texts) fn fill(self, draft: Draft) {
        self.text.set(draft.text);
        self.display_text.set(draft.display_text);
        self.group.set(draft.group);
    }

    /// What the others wrote is known now: from here on, saving overwrites it. That is another decision than before, so
    /// it has another request id.
    pub(in crate::texts) fn accept(self, theirs: &Draft) {
        self.intent.set(Intent::default());
        self.base.set(theirs.clone());
        self.trouble.set(SaveError::None);
    }

    /// Saves it as a new text, since the old one is gone.
    pub(in crate::texts) fn create_anew(self) {
        self.intent.set(Intent::default());
        self.id.set(None);
        self.save();
    }

    /// Saves it, and opens another text then.
    pub(in crate::texts) fn save_and_open(self, next: Uuid) {
        if !self.busy.get_untracked() {
            self.then.set(Some(next));
            self.save();
        }
    }

    /// Begins a new text that reads as what stands in the fields.
    pub(in crate::texts) fn copy(self) {
        let draft = untrack(|| self.draft());
        self.router.guard().confirm_if_blocking(Arc::new(move || {
            self.store.copied.set(Some(draft.clone()));
            self.base.set(untrack(|| self.draft()));
            self.router.go(paths::NEW_TEXT);
        }));
    }

    /// Saves what stands in the fields.
    pub(in crate::texts) fn save(self) {
        if self.busy.get_untracked() {
            return;
        }
        let draft = untrack(|| self.draft());
        let complete = match draft.complete() {
            Ok(complete) => complete,
            Err(missing) => return self.stay(SaveError::Missing(missing)),
        };
        self.trouble.set(SaveError::None);
        if self.id.with_untracked(Option::is_some) && !untrack(|| self.unsaved()) {
            if self.then.with_untracked(Option::is_none) {
                self.store.notices.inform(|w| w.texts().nothing_to_save);
            }
            return self.close();
        }
        self.busy.set(true);
        if let Some(id) = self.id.get_untracked() {
            self.store.keep(id);
        }
        let request_id = self.intent.update(|intent| intent.id_for(&draft, || RequestId::from(Uuid::new_v4())));
        leptos::task::spawn_local(async move {
            let outcome = self.send(&draft, complete.clone(), request_id).await;
            self.busy.set(false);
            match outcome {
                Ok(id) => self.saved(id, draft, complete),
                Err(trouble) => self.stay(trouble),
            }
        });
    }

    fn save_error(self, error: ApiError, existing: bool) -> SaveError {
        let error = SaveError::of(error, existing);
        if error.is_about_group() {
            self.store.read_groups();
        }
        error
    }

    /// It is not saved: whatever is done next is decided again.
    fn stay(self, trouble: SaveError) {
        self.then.set(None);
        self.trouble.set(trouble);
    }

    /// Sends the draft; answers the id of the text.
    async fn send(self, draft: &Draft, complete: Complete, request_id: RequestId) -> Result<Option<Uuid>, SaveError> {
        let api = self.store.api;
        let id = self.id.get_untracked();
        let answer = match id {
            Some(id) => {
                let now = self.store.text(id).await;
                let now = now.map_err(|error| self.save_error(error, true))?;
                let there = Draft::of(&now);
                if there != *draft && self.base.with_untracked(|base| there != *base) {
                    return Err(SaveError::Changed(there, now.group));
                }
                let call = UpdateText { request_id: request_id.clone(), body: complete.update(id) };
                api.send(&call, &Abort::new()).await.map(|_| id)
            }
            None => {
                let call = CreateText { request_id: request_id.clone(), body: complete.create() };
                api.send(&call, &Abort::new()).await
            }
        };
        match answer {
            Ok(id) => Ok(Some(id)),
            Err(error) if error.effect() == Effect::Already => self.was_saved(id, draft).await,
            Err(error) => Err(self.save_error(error.with_request_id(&request_id), id.is_some())),
        }
    }

    /// The id was seen before, with this very draft. Somebody may have changed the text since: only reading it shows what
    /// stands there.
    async fn was_saved(self, id: Option<Uuid>, draft: &Draft) -> Result<Option<Uuid>, SaveError> {
        let Some(external_identifier) = id else { return Ok(None) };
        let now = self.store.text(external_identifier).await;
        let now = now.map_err(|error| self.save_error(error, true))?;
        let there = Draft::of(&now);
        if there == *draft { Ok(id) } else { Err(SaveError::Changed(there, now.group)) }
    }

    fn saved(self, id: Option<Uuid>, draft: Draft, complete: Complete) {
        if let Some(id) = id {
            let body = complete.update(id);
            let group = self
                .groups()
                .into_iter()
                .find(|known| Some(known.external_identifier) == body.group_external_identifier);
            let (text, display_text) = (body.text.into(), body.display_text.into());
            self.store.put(GetDynamicTextDto { external_identifier: id, text, display_text, group });
            self.store.opened.set(Some(id));
            self.store.saved.set(Some(id));
        }
        self.store.notices.inform(|w| w.texts().saved);
        // What was typed while it was being saved is still to be saved.
        if self.text.try_get_untracked().is_some() && untrack(|| self.draft()) != draft {
            self.intent.set(Intent::default());
            self.id.set(id);
            self.base.set(draft);
        } else {
            self.close();
        }
    }

    /// Deletes the text, with a time to undo it.
    pub(in crate::texts) fn delete(self) {
        let Some(id) = self.id.get_untracked() else { return };
        let seen = match self.trouble.get_untracked() {
            SaveError::Changed(theirs, _) => theirs,
            _ => self.base.get_untracked(),
        };
        let typed = untrack(|| self.unsaved().then(|| self.draft()));
        // First away from the page, which would say what the notice says.
        self.close();
        self.store.delete(id, seen, typed);
    }

    /// Back to the list without saving.
    pub(in crate::texts) fn give_up(self) {
        self.then.set(None);
        self.close();
    }

    /// Back to the list as it was, or on to another text; no effect if the user went elsewhere meanwhile.
    pub(in crate::texts) fn close(self) {
        if self.text.try_get_untracked().is_none() {
            return;
        }
        // Nothing can be lost any more.
        self.base.set(untrack(|| self.draft()));
        if let Some(next) = self.then.get_untracked() {
            return self.router.go(&paths::text(next));
        }
        let (query, top) = self.store.place.get_untracked();
        self.router.go(&list_url(&query));
        self.router.keep((top, self.store.choice()));
    }

    /// The groups there are to choose from: those that the service lists, and those that the text was seen to have.
    pub(in crate::texts) fn groups(self) -> Vec<GetDynamicTextGroupDto> {
        untrack(|| {
            let mut groups = self.store.groups.get().map(|groups| groups.to_vec()).unwrap_or_default();
            for seen in self.seen.get() {
                if !groups.iter().any(|known| known.external_identifier == seen.external_identifier) {
                    groups.push(seen);
                }
            }
            groups
        })
    }
}
