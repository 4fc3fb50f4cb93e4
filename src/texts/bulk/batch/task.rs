//! One write of a bulk job, sent so that it takes effect once and never overwrites a newer version.

use letasyl_contract::{
    CreateText, DeleteText, GetDynamicTextDto, NonEmptyText, RequestId, UpdateDynamicTextDto, UpdateText,
};
use uuid::Uuid;

use super::Reason;
use crate::api::{Abort, Effect, Failure};
use crate::texts::editor::draft::Draft;
use crate::texts::store::Store;

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::texts) enum Task {
    /// A new text.
    Create(Draft),
    /// A text that the user has seen so shall be so.
    Update(Uuid, Draft, Draft),
    /// A text that stands in one group shall stand in another, whatever it says.
    Move { id: Uuid, from: Option<Uuid>, to: Option<Uuid> },
    /// A text that the user has seen so shall be gone.
    Delete(Uuid, Draft),
}

/// The intent behind one write. Its request id belongs to one content: sent again with the same content it has the same
/// id, and other words are another decision.
#[derive(Debug, Clone, Copy)]
pub(super) struct Intent(u128);

impl Intent {
    /// The intent of this number among those that belong together.
    pub(super) fn new(all: Uuid, number: usize) -> Self {
        Self(all.as_u128().wrapping_add(u128::try_from(number).unwrap_or(0)))
    }

    /// The request id for this content; for none, where something is deleted.
    fn request_id(self, content: Option<&Draft>) -> RequestId {
        let content = content.map(Draft::digest).unwrap_or_default();
        // The digest has 64 bits. Those of the number stay apart from it.
        let mixed = self.0 ^ (content << 64);
        RequestId::from(uuid::Builder::from_random_bytes(mixed.to_be_bytes()).into_uuid())
    }
}

/// What to send once the text has been read.
enum Send {
    Update(UpdateDynamicTextDto),
    Delete(Uuid),
    /// It is as it shall be.
    Nothing,
}

/// Does it. The same id for the same content makes trying again safe: a second effect is refused by the backend, with
/// 412.
pub(super) async fn perform(store: Store, task: Task, intent: Intent) -> Result<(), Reason> {
    let api = store.api;
    let (id, wanted, sent) = match task {
        Task::Create(draft) => {
            let Ok(complete) = draft.complete() else { return Err(Reason::Failed(Failure::Refused)) };
            let call = CreateText { request_id: intent.request_id(Some(&draft)), body: complete.create() };
            match api.send(&call, &Abort::new()).await {
                // Its own id was seen before with this very content.
                Err(error) if error.effect() == Effect::Already => return Ok(()),
                sent => return sent.map(drop).map_err(|error| Reason::Failed(error.failure)),
            }
        }
        task => match prepare(store, task).await? {
            Send::Nothing => return Ok(()),
            Send::Update(body) => {
                // Changing a text keeps it.
                store.keep(body.external_identifier);
                let (id, wanted) = (body.external_identifier, Draft::of_update(&body));
                let call = UpdateText { request_id: intent.request_id(Some(&wanted)), body };
                (id, Some(wanted), api.send(&call, &Abort::new()).await.map(drop))
            }
            Send::Delete(external_identifier) => {
                let call = DeleteText { external_identifier, request_id: intent.request_id(None) };
                (external_identifier, None, api.send(&call, &Abort::new()).await.map(drop))
            }
        },
    };
    match sent {
        Ok(()) => Ok(()),
        // Gone already is what was wanted.
        Err(error) if error.failure == Failure::NotFound && wanted.is_none() => Ok(()),
        Err(error) if error.effect() == Effect::Already => check(store, id, wanted).await,
        Err(error) => Err(Reason::Failed(error.failure)),
    }
}

/// The id was seen before. Only reading the text shows what stands there now.
async fn check(store: Store, id: Uuid, wanted: Option<Draft>) -> Result<(), Reason> {
    match store.text(id).await {
        Ok(now) if wanted.as_ref().is_some_and(|wanted| wanted.is(&now)) => Ok(()),
        Ok(_) => Err(Reason::Changed),
        Err(error) if error.failure == Failure::NotFound && wanted.is_none() => Ok(()),
        Err(error) => Err(Reason::Failed(error.failure)),
    }
}

/// Loads the text again, so that the request is made of its latest version.
async fn prepare(store: Store, task: Task) -> Result<Send, Reason> {
    let id = match &task {
        Task::Create(_) => return Ok(Send::Nothing),
        Task::Update(id, ..) | Task::Move { id, .. } | Task::Delete(id, _) => *id,
    };
    match store.text(id).await {
        Ok(now) => decide(task, now),
        Err(error) if error.failure == Failure::NotFound && matches!(task, Task::Delete(..)) => Ok(Send::Nothing),
        Err(error) => Err(Reason::Failed(error.failure)),
    }
}

/// What to send for a text that reads so now.
fn decide(task: Task, now: GetDynamicTextDto) -> Result<Send, Reason> {
    let id = now.external_identifier;
    let draft = Draft::of(&now);
    match task {
        Task::Update(_, _, wanted) if wanted == draft => Ok(Send::Nothing),
        Task::Update(_, seen, _) | Task::Delete(_, seen) if seen != draft => Err(Reason::Changed),
        Task::Update(_, _, wanted) => match wanted.complete() {
            Ok(complete) => Ok(Send::Update(complete.update(id))),
            Err(_) => Err(Reason::Failed(Failure::Refused)),
        },
        Task::Move { to, .. } if to == draft.group => Ok(Send::Nothing),
        Task::Move { from, .. } if from != draft.group => Err(Reason::Changed),
        Task::Move { to, .. } => {
            // One in which something is missing cannot be written back as it is.
            let [text, display_text] = [now.text, now.display_text].map(|text| NonEmptyText::new(text.as_str()));
            let (Ok(text), Ok(display_text)) = (text, display_text) else {
                return Err(Reason::Failed(Failure::Refused));
            };
            Ok(Send::Update(UpdateDynamicTextDto {
                external_identifier: id,
                text,
                display_text,
                group_external_identifier: to,
            }))
        }
        Task::Delete(..) => Ok(Send::Delete(id)),
        Task::Create(_) => Ok(Send::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: Uuid = Uuid::from_u128(7);

    fn now(display_text: &str) -> GetDynamicTextDto {
        let text = |text| NonEmptyText::new(text).unwrap().into();
        GetDynamicTextDto { external_identifier: ID, text: text("a"), display_text: text(display_text), group: None }
    }

    fn told(task: Task, display_text: &str) -> String {
        match decide(task, now(display_text)) {
            Ok(Send::Nothing) => "nothing".to_owned(),
            Ok(Send::Delete(_)) => "delete".to_owned(),
            Ok(Send::Update(body)) => format!("{} {:?}", body.display_text.as_str(), body.group_external_identifier),
            Err(reason) => format!("{reason:?}"),
        }
    }

    #[test]
    fn moving_keeps_the_newest_words() {
        let group = Some(Uuid::from_u128(1));
        let task = |from, to| Task::Move { id: ID, from, to };
        assert_eq!(told(task(None, group), "nyest"), format!("nyest {group:?}"));
        assert_eq!(told(task(group, None), "b"), "nothing");
        assert_eq!(told(task(group, Some(Uuid::from_u128(2))), "b"), "Changed");
    }

    #[test]
    fn a_request_id_belongs_to_one_write_and_one_content() {
        let (all, b) = (Uuid::from_u128(1 << 77), Draft::of(&now("b")));
        let id = |number, content: Option<&Draft>| Intent::new(all, number).request_id(content).as_str().to_owned();
        assert_eq!(id(0, Some(&b)), id(0, Some(&b)));
        let others = [id(1, Some(&b)), id(0, Some(&Draft::of(&now("c")))), id(0, None)];
        for other in &others {
            assert_ne!(*other, id(0, Some(&b)));
        }
    }

    #[test]
    fn what_somebody_has_changed_meanwhile_is_not_overwritten() {
        let (seen, wanted) = (Draft::of(&now("b")), Draft::of(&now("c")));
        let update = Task::Update(ID, seen.clone(), wanted);
        assert_eq!(told(update.clone(), "b"), "c None");
        assert_eq!(told(update.clone(), "en andens"), "Changed");
        assert_eq!(told(update, "c"), "nothing");
        assert_eq!(told(Task::Delete(ID, seen.clone()), "en andens"), "Changed");
        assert_eq!(told(Task::Delete(ID, seen), "b"), "delete");
    }
}
