//! What surrounds the pages: the app, its addresses, the session, header, sign-in and title.

pub(crate) mod app;
pub(crate) mod document_title;
pub(crate) mod expiry;
pub mod failure_alert;
pub(crate) mod fallback_pages;
pub(crate) mod header;
pub(crate) mod navigation_guard;
pub(crate) mod own_sessions;
pub(crate) mod panic_notice;
pub mod paths;
pub(crate) mod permissions;
pub(crate) mod router;
pub(crate) mod session;
pub(crate) mod sign_in;
#[cfg(feature = "stil")]
pub(crate) mod stil;
pub(crate) mod texts_module;
pub(crate) mod version;
