//! Maps a failed save to the field that caused it.

use letasyl_contract::GetDynamicTextGroupDto;

use super::draft::{Draft, Missing};
use super::form::Form;
use crate::api::{ApiError, Failure};

/// What the backend calls the fields, and their ids in the page.
pub(in crate::texts) const TEXT: &str = "tekst";
pub(in crate::texts) const DISPLAY_TEXT: &str = "visningstekst";
pub(in crate::texts) const GROUP: &str = "gruppe";
const POINTERS: [(&str, &str); 3] =
    [("/text", TEXT), ("/displayText", DISPLAY_TEXT), ("/groupExternalIdentifier", GROUP)];

/// Why it could not be saved.
#[derive(Clone, Default)]
pub(in crate::texts) enum Trouble {
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

impl Form {
    /// What a failed call means: for its fields, where they are at fault, else for the whole.
    pub(in crate::texts) fn trouble(self, error: ApiError, existing: bool) -> Trouble {
        if existing && error.failure == Failure::NotFound {
            return Trouble::Gone;
        }
        // The page that asks to sign in again says it, and after that the text can be saved as if for the first time.
        if error.session_ended() {
            return Trouble::None;
        }
        let mut faults = Vec::new();
        for fault in &error.faults {
            let known = POINTERS.iter().find(|(known, _)| fault.pointer.as_deref() == Some(known));
            faults.extend(known.map(|(_, field)| (*field, fault.detail.clone())));
        }
        if faults.iter().any(|(field, _)| *field == GROUP) {
            self.store.read_groups();
        }
        if faults.is_empty() || faults.len() < error.faults.len() {
            Trouble::Failed(error)
        } else {
            Trouble::Faults(faults)
        }
    }
}
