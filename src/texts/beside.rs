//! What stands beside the list on a wide screen, by the path.

use uuid::Uuid;

use crate::shell::paths::Page;

/// What stands beside the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::texts) enum Beside {
    #[default]
    Nothing,
    New,
    Text(Uuid),
}

impl Beside {
    pub(in crate::texts) fn of(path: &str) -> Self {
        match Page::of(path) {
            Page::NewText => Self::New,
            Page::Text(id) => Self::Text(id),
            _ => Self::Nothing,
        }
    }

    /// The text, unless it is a new one.
    pub(in crate::texts) fn id(self) -> Option<Uuid> {
        match self {
            Self::Text(id) => Some(id),
            Self::Nothing | Self::New => None,
        }
    }
}
