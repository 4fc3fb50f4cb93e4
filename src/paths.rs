//! Every address of the app, built in one place. None ever holds anything of a citizen.

use uuid::Uuid;

/// Leads to what the user may do.
pub const HOME: &str = "/";
/// The page for one citizen.
pub const CITIZEN: &str = "/borger";
/// The list of dynamic texts.
pub const TEXTS: &str = "/admin/tekster";
/// The form for a new dynamic text.
pub const NEW_TEXT: &str = "/admin/tekster/ny";
/// Signing in.
pub const SIGN_IN: &str = "/log-ind";

/// The form for one dynamic text.
pub fn text(id: Uuid) -> String {
    format!("{TEXTS}/{id}")
}
