//! The typed way to the backend: one function that sends any operation of the contract. Knows no view.

mod citizen;
mod client;
mod error;
mod json;
mod many;
mod pdf;
mod retry;
mod session;

pub(crate) use citizen::read_citizen;
pub use client::{Abort, send, send_and_leave, start_page};
pub(crate) use client::{Body, Exchange, exchange, read_answer};
#[cfg(test)]
pub(crate) use error::answered;
pub use error::{ApiError, Effect, Failure};
pub(crate) use many::read_many;
pub(crate) use pdf::read_pdf;
pub use pdf::{PdfFile, pdf};
pub use session::{
    demo_citizens, demo_users, end_other_sessions, end_session, own_sessions, session, sign_in, sign_out,
};
