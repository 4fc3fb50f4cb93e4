//! Every address of the app, built and read in one place. None ever holds anything of a citizen.

use uuid::Uuid;

/// Leads to what the user may do.
pub const HOME: &str = "/";
/// Signing in.
pub const SIGN_IN: &str = "/log-ind";
/// Where the user is signed in.
pub const SESSIONS: &str = "/sessioner";
/// The page for one citizen.
pub const CITIZEN: &str = "/borger";
/// The list of dynamic texts.
pub const TEXTS: &str = "/admin/tekster";
/// The form for a new dynamic text.
pub const NEW_TEXT: &str = "/admin/tekster/ny";

/// Dynamic texts from a file.
pub const IMPORT: &str = "/admin/tekster/import";

/// The form for one dynamic text.
pub fn text(id: Uuid) -> String {
    format!("{TEXTS}/{id}")
}

/// What an address leads to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// On to what the user may do.
    Home,
    /// Where the user is signed in.
    Sessions,
    /// One citizen.
    Citizen,
    /// The list of dynamic texts.
    Texts,
    /// A new dynamic text.
    NewText,
    /// Texts from a file.
    Import,
    /// An existing one.
    Text(Uuid),
    /// Every component in every state.
    #[cfg(feature = "stil")]
    Stil,
    /// Nothing.
    #[default]
    Unknown,
}

impl Page {
    /// Reads the path of an address; a slash at its end means nothing.
    pub fn of(path: &str) -> Self {
        match path.trim_end_matches('/') {
            "" | SIGN_IN => Self::Home,
            SESSIONS => Self::Sessions,
            CITIZEN => Self::Citizen,
            TEXTS => Self::Texts,
            NEW_TEXT => Self::NewText,
            IMPORT => Self::Import,
            #[cfg(feature = "stil")]
            "/stil" => Self::Stil,
            other => other
                .strip_prefix(TEXTS)
                .and_then(|rest| rest.strip_prefix('/'))
                .and_then(|id| Uuid::try_parse(id).ok())
                .map_or(Self::Unknown, Self::Text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        let id = Uuid::from_u128(7);
        for (path, page) in [
            (HOME, Page::Home),
            (SIGN_IN, Page::Home),
            (SESSIONS, Page::Sessions),
            (CITIZEN, Page::Citizen),
            (TEXTS, Page::Texts),
            (NEW_TEXT, Page::NewText),
            (IMPORT, Page::Import),
            (&text(id), Page::Text(id)),
        ] {
            assert_eq!(Page::of(path), page, "{path}");
            assert_eq!(Page::of(&format!("{path}/")), page, "{path}/");
        }
    }

    #[test]
    fn other_addresses_lead_nowhere() {
        for path in ["/x", "/borger/290201", "/admin", "/admin/tekster/7", "/admin/teksternu", "/Borger"] {
            assert_eq!(Page::of(path), Page::Unknown, "{path}");
        }
    }
}
