//! The nine operations of the document, one type each, and the lists of them.

use crate::access::Right;
use crate::operation::{Operation, OperationName, OperationSpec};

pub mod citizen;
pub mod texts;

/// All nine, in the document's order.
pub const ALL: [&OperationSpec; 9] = [
    &texts::CreateText::SPEC,
    &texts::DeleteText::SPEC,
    &texts::GetText::SPEC,
    &texts::GetTexts::SPEC,
    &texts::GetAllGroups::SPEC,
    &texts::UpdateText::SPEC,
    &citizen::GetIntegrationslovsdata::SPEC,
    &citizen::GetIntegrationslovsdataPdf::SPEC,
    &citizen::OverfoerLetAsylIntegrationslovsdata::SPEC,
];

impl OperationName {
    /// Who may call it.
    pub const fn rights(self) -> &'static [Right] {
        match self {
            Self::CreateText => texts::CreateText::SPEC.rights,
            Self::DeleteText => texts::DeleteText::SPEC.rights,
            Self::GetText => texts::GetText::SPEC.rights,
            Self::GetTexts => texts::GetTexts::SPEC.rights,
            Self::GetAllGroups => texts::GetAllGroups::SPEC.rights,
            Self::UpdateText => texts::UpdateText::SPEC.rights,
            Self::GetIntegrationslovsdata => citizen::GetIntegrationslovsdata::SPEC.rights,
            Self::GetIntegrationslovsdataPdf => citizen::GetIntegrationslovsdataPdf::SPEC.rights,
            Self::OverfoerLetAsylIntegrationslovsdata => citizen::OverfoerLetAsylIntegrationslovsdata::SPEC.rights,
        }
    }
}
