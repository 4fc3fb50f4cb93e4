//! What surrounds the pages, and the pages that are none: signing in, not found, not allowed.

mod follow;
mod header;
mod other;
mod sign_in;

pub(crate) use follow::{follow_page, use_title};
pub(crate) use header::Header;
pub(crate) use other::{Forbidden, Home, NotFound};
pub(crate) use sign_in::SignIn;
