//! Dynamic texts and their groups.

use uuid::Uuid;

use crate::non_empty_text::NonEmptyText;
use crate::received_text::ReceivedText;
use crate::schema::dto;

dto! {
    /// A new dynamic text.
    pub struct CreateDynamicTextDto {
        text = "text": NonEmptyText,
        display_text = "displayText": NonEmptyText,
        group_external_identifier = "groupExternalIdentifier": Option<Uuid>,
    }

    /// A dynamic text as it shall be from now on.
    pub struct UpdateDynamicTextDto {
        external_identifier = "externalIdentifier": Uuid,
        text = "text": NonEmptyText,
        display_text = "displayText": NonEmptyText,
        group_external_identifier = "groupExternalIdentifier": Option<Uuid>,
    }

    /// A dynamic text as it stands.
    pub struct GetDynamicTextDto {
        external_identifier = "externalIdentifier": Uuid,
        text = "text": ReceivedText,
        display_text = "displayText": ReceivedText,
        group = "group": Option<GetDynamicTextGroupDto>,
    }

    /// A group of dynamic texts. Groups can be read, not changed.
    pub struct GetDynamicTextGroupDto {
        external_identifier = "externalIdentifier": Uuid,
        name = "name": ReceivedText,
    }
}

impl GetDynamicTextDto {
    /// The id of its group, as the two DTOs that change it name it.
    pub fn group_external_identifier(&self) -> Option<Uuid> {
        self.group.as_ref().map(|group| group.external_identifier)
    }
}
