//! What has just happened to the citizen's data.

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::citizen) enum Status {
    /// Data came for the first time: how many fields are filled, of how many.
    Fetched { filled: usize, all: usize },
    /// Data came again: how many fields changed, and whether LetAsyl has a new version.
    FetchedAgain { changed: usize, new_version: bool },
    /// LetAsyl has nothing.
    NoData,
    /// The user called the look-up off.
    Cancelled,
    /// A transfer was sent.
    Transferring,
    /// STAR has it, now or before.
    Transferred { before: bool },
}
