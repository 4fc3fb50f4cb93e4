//! What surrounds the pages, and the pages that are none: signing in, not found, not allowed.

mod follow;
mod header;
mod other;
mod sessions;
mod sign_in;

pub(crate) use follow::{
    fault_in_title, focus_late_page, focus_page, follow_page, name_in_title, title_while, use_title,
};
pub(crate) use header::header;
pub(crate) use other::{forbidden, home, not_found};
pub(crate) use sessions::sessions_page;
pub(crate) use sign_in::sign_in;
