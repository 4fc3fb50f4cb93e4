//! The typed way to the backend: one function that sends any operation of the contract. Knows no view.

mod calls;
mod citizen;
mod client;
mod error;
mod json;
mod list;
mod pdf;
mod retry;
mod session;

pub use calls::Api;
pub(crate) use calls::use_api;
pub(crate) use client::ResponseBody;
pub use client::{Abort, send_on_unload, start_page};
#[cfg(test)]
pub(crate) use error::answered;
pub use error::{ApiError, Effect, Failure};
pub(crate) use list::{List, decode_list};
pub use pdf::PdfFile;
pub use session::{
    demo_citizens, demo_users, end_other_sessions, end_session, own_sessions, session, sign_in, sign_out,
};
