//! The content being edited: its errors, and the request body. Pure.

use letasyl_contract::{CreateDynamicTextDto, GetDynamicTextDto, NonEmptyText, RequestId, UpdateDynamicTextDto};
use uuid::Uuid;

/// A text as typed, to the letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::texts) struct Draft {
    /// The field "Tekst".
    pub text: String,
    /// The field "Visningstekst".
    pub display_text: String,
    /// The chosen group.
    pub group: Option<Uuid>,
}

/// Which fields have nothing to be saved in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::texts) struct Missing {
    /// "Tekst".
    pub text: bool,
    /// "Visningstekst".
    pub display_text: bool,
}

/// The two texts of a draft, once both are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::texts) struct Complete {
    text: NonEmptyText,
    display_text: NonEmptyText,
    group: Option<Uuid>,
}

impl Draft {
    /// What stands in an existing text.
    pub(in crate::texts) fn of(text: &GetDynamicTextDto) -> Self {
        Self {
            text: text.text.as_str().to_owned(),
            display_text: text.display_text.as_str().to_owned(),
            group: text.group_external_identifier(),
        }
    }

    /// What an update writes.
    pub(in crate::texts) fn of_update(body: &UpdateDynamicTextDto) -> Self {
        Self {
            text: body.text.as_str().to_owned(),
            display_text: body.display_text.as_str().to_owned(),
            group: body.group_external_identifier,
        }
    }

    /// A number that tells it from other drafts for the most part.
    pub(in crate::texts) fn digest(&self) -> u128 {
        digest(&self.text, &self.display_text, self.group)
    }

    /// Whether an existing text reads so.
    pub(in crate::texts) fn is(&self, text: &GetDynamicTextDto) -> bool {
        self.text == text.text.as_str()
            && self.display_text == text.display_text.as_str()
            && self.group == text.group_external_identifier()
    }

    /// Both texts exactly as typed, or which of them are missing. Blanks alone are no text that anybody could see.
    pub(in crate::texts) fn complete(&self) -> Result<Complete, Missing> {
        let read = |text: &str| {
            let blank = text.trim().is_empty();
            if blank { None } else { NonEmptyText::new(text).ok() }
        };
        match (read(&self.text), read(&self.display_text)) {
            (Some(text), Some(display_text)) => Ok(Complete { text, display_text, group: self.group }),
            (text, display_text) => Err(Missing { text: text.is_none(), display_text: display_text.is_none() }),
        }
    }
}

impl Complete {
    /// For a new text.
    pub(in crate::texts) fn create(self) -> CreateDynamicTextDto {
        let Self { text, display_text, group } = self;
        CreateDynamicTextDto { text, display_text, group_external_identifier: group }
    }

    /// For an existing text.
    pub(in crate::texts) fn update(self, id: Uuid) -> UpdateDynamicTextDto {
        let Self { text, display_text, group } = self;
        UpdateDynamicTextDto { external_identifier: id, text, display_text, group_external_identifier: group }
    }
}

/// The id of an intent to save: the same for the same draft, so that trying again cannot save twice.
#[derive(Debug, Clone, Default)]
pub(in crate::texts) struct Intent(Option<(Draft, RequestId)>);

impl Intent {
    /// The id to save this draft with; `fresh` makes a new one where the draft is another than before.
    pub(in crate::texts) fn id_for(&mut self, draft: &Draft, fresh: impl FnOnce() -> RequestId) -> RequestId {
        match &self.0 {
            Some((known, id)) if known == draft => id.clone(),
            _ => {
                let id = fresh();
                self.0 = Some((draft.clone(), id.clone()));
                id
            }
        }
    }
}

/// A number that tells texts apart for the most part (FNV-1a).
pub(in crate::texts) fn digest(text: &str, display_text: &str, group: Option<Uuid>) -> u128 {
    let group = group.unwrap_or_default();
    let bytes = [text.as_bytes(), &[0xFF], display_text.as_bytes(), group.as_bytes()];
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
    bytes.into_iter().flatten().fold(0xCBF2_9CE4_8422_2325_u64, mix).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str, display_text: &str) -> Draft {
        Draft { text: text.to_owned(), display_text: display_text.to_owned(), group: None }
    }

    #[test]
    fn blank_texts_are_missing_and_both_are_named() {
        assert_eq!(draft("", " \n\t\u{a0}").complete(), Err(Missing { text: true, display_text: true }));
        assert_eq!(draft("a", "").complete(), Err(Missing { text: false, display_text: true }));
    }

    #[test]
    fn texts_are_sent_to_the_letter() {
        let create = draft(" a  b ", "\nc\n").complete().unwrap().create();
        assert_eq!((create.text.as_str(), create.display_text.as_str()), (" a  b ", "\nc\n"));
        let id = Uuid::from_u128(7);
        assert_eq!(draft("a", "b").complete().unwrap().update(id).external_identifier, id);
    }

    #[test]
    fn the_same_draft_keeps_its_id_and_another_gets_another() {
        let mut number = 0;
        let mut fresh = || {
            number += 1;
            RequestId::parse(&format!("id-{number}")).unwrap()
        };
        let mut intent = Intent::default();
        let first = intent.id_for(&draft("a", "b"), &mut fresh);
        assert_eq!(intent.id_for(&draft("a", "b"), &mut fresh), first);
        assert_ne!(intent.id_for(&draft("a", "c"), &mut fresh), first);
    }
}
