//! Maps a failed save to the field that caused it.

use letasyl_contract::GetDynamicTextGroupDto;

use super::draft::{Draft, Missing};
use crate::api::{ApiError, Failure};

/// What the backend calls the fields, and their ids in the page.
pub(in crate::texts) const TEXT: &str = "tekst";
pub(in crate::texts) const DISPLAY_TEXT: &str = "visningstekst";
pub(in crate::texts) const GROUP: &str = "gruppe";
const GROUP_POINTER: &str = "/groupExternalIdentifier";
const POINTERS: [(&str, &str); 3] = [("/text", TEXT), ("/displayText", DISPLAY_TEXT), (GROUP_POINTER, GROUP)];

/// Why it could not be saved.
#[derive(Clone, Default)]
pub(in crate::texts) enum SaveError {
    /// It has not been tried, or is being tried.
    #[default]
    None,
    /// Nothing stands in a field.
    Missing(Missing),
    /// The backend found something wrong with fields, by their ids.
    Faults(Vec<(&'static str, String)>),
    /// Somebody else has made this of it meanwhile.
    Changed(Draft, Option<GetDynamicTextGroupDto>),
    /// Somebody else has deleted it meanwhile.
    Gone,
    /// The call failed.
    Failed(ApiError),
}

impl SaveError {
    /// What a failed call means: for its fields, if it names them, else for the whole. `existing`: not a new text.
    pub(in crate::texts) fn of(error: ApiError, existing: bool) -> Self {
        if existing && error.failure == Failure::NotFound {
            return Self::Gone;
        }
        // The sign-in dialog explains it, and after that the text can be saved as if for the first time.
        if error.session_ended() {
            return Self::None;
        }
        let mut faults = Vec::new();
        for fault in &error.faults {
            let known = POINTERS.iter().find(|(known, _)| fault.pointer.as_deref() == Some(known));
            faults.extend(known.map(|(_, field)| (*field, fault.detail.clone())));
        }
        if faults.is_empty() || faults.len() < error.faults.len() { Self::Failed(error) } else { Self::Faults(faults) }
    }

    /// Whether the group is at fault: it may have been deleted meanwhile.
    pub(in crate::texts) fn is_about_group(&self) -> bool {
        match self {
            Self::Faults(faults) => faults.iter().any(|(field, _)| *field == GROUP),
            Self::Failed(error) => error.faults.iter().any(|fault| fault.pointer.as_deref() == Some(GROUP_POINTER)),
            _ => false,
        }
    }
}
