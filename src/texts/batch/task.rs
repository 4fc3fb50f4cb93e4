//! One write of many: what it is, and how it is sent so that it takes effect once and overwrites nobody's newer words.

use letasyl_contract::{
    CreateText, DeleteText, GetDynamicTextDto, GetText, RequestId, UpdateDynamicTextDto, UpdateText,
};
use uuid::Uuid;

use super::Reason;
use crate::api::{Abort, ApiError, Effect, Failure};
use crate::session::Session;
use crate::texts::draft::Draft;

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::texts) enum Task {
    /// A new text.
    Create(Draft),
    /// A text that the user has seen so shall be so.
    Update(Uuid, Draft, Draft),
    /// A text shall stand in this group, whatever it says.
    Move(Uuid, Option<Uuid>),
    /// A text shall be gone; where the user has seen it, only as it was then.
    Delete(Uuid, Option<Draft>),
}

/// What to send once the text has been read.
enum Send {
    Update(UpdateDynamicTextDto),
    Delete(Uuid),
    /// It is as it shall be.
    Nothing,
}

/// Does it. The same id every time makes trying again safe: a second effect is refused by the backend, with 412.
pub(super) async fn perform(session: Session, task: Task, request_id: RequestId) -> Result<(), Reason> {
    let sent = match task {
        Task::Create(draft) => match draft.complete() {
            Ok(complete) => {
                session.send(&CreateText { request_id, body: complete.create() }, &Abort::new()).await.map(drop)
            }
            Err(_) => return Err(Reason::Failed(Failure::Refused)),
        },
        task => match prepare(session, task).await? {
            Send::Nothing => Ok(()),
            Send::Update(body) => session.send(&UpdateText { request_id, body }, &Abort::new()).await.map(drop),
            Send::Delete(external_identifier) => {
                let sent = session.send(&DeleteText { external_identifier, request_id }, &Abort::new()).await;
                match sent {
                    // Gone already is what was wanted.
                    Err(ApiError { failure: Failure::NotFound, .. }) => Ok(()),
                    sent => sent.map(drop),
                }
            }
        },
    };
    match sent {
        Err(error) if error.effect() != Effect::Already => Err(Reason::Failed(error.failure)),
        _ => Ok(()),
    }
}

/// Reads the text anew, so that what is sent is made of its newest words.
async fn prepare(session: Session, task: Task) -> Result<Send, Reason> {
    let id = match &task {
        Task::Delete(id, None) => return Ok(Send::Delete(*id)),
        Task::Create(_) => return Ok(Send::Nothing),
        Task::Update(id, ..) | Task::Move(id, _) | Task::Delete(id, _) => *id,
    };
    match session.send(&GetText { external_identifier: id }, &Abort::new()).await {
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
        Task::Update(_, seen, _) | Task::Delete(_, Some(seen)) if seen != draft => Err(Reason::Changed),
        Task::Update(_, _, wanted) => match wanted.complete() {
            Ok(complete) => Ok(Send::Update(complete.update(id))),
            Err(_) => Err(Reason::Failed(Failure::Refused)),
        },
        Task::Move(_, group) if group == draft.group => Ok(Send::Nothing),
        Task::Move(_, group) => {
            let GetDynamicTextDto { text, display_text, .. } = now;
            let body =
                UpdateDynamicTextDto { external_identifier: id, text, display_text, group_external_identifier: group };
            Ok(Send::Update(body))
        }
        Task::Delete(..) => Ok(Send::Delete(id)),
        Task::Create(_) => Ok(Send::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use letasyl_contract::NonEmptyText;

    use super::*;

    const ID: Uuid = Uuid::from_u128(7);

    fn now(display_text: &str) -> GetDynamicTextDto {
        let text = |text| NonEmptyText::new(text).unwrap();
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
        assert_eq!(told(Task::Move(ID, group), "nyest"), format!("nyest {group:?}"));
        assert_eq!(told(Task::Move(ID, None), "b"), "nothing");
    }

    #[test]
    fn what_somebody_has_changed_meanwhile_is_not_overwritten() {
        let (seen, wanted) = (Draft::of(&now("b")), Draft::of(&now("c")));
        let update = Task::Update(ID, seen.clone(), wanted);
        assert_eq!(told(update.clone(), "b"), "c None");
        assert_eq!(told(update.clone(), "en andens"), "Changed");
        assert_eq!(told(update, "c"), "nothing");
        assert_eq!(told(Task::Delete(ID, Some(seen.clone())), "en andens"), "Changed");
        assert_eq!(told(Task::Delete(ID, Some(seen)), "b"), "delete");
    }
}
