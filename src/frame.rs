//! What surrounds the pages, and the pages that are none: signing in, not found, not allowed.

mod follow;
mod header;
mod other;
mod sign_in;

pub(crate) use follow::{focus_page, follow_page, use_title};
pub(crate) use header::header;
pub(crate) use other::{forbidden, home, not_found};
pub(crate) use sign_in::sign_in;
