//! The transfer on the page: the question before it, its receipt, and transfers whose outcome is unknown.

mod interrupted;
mod question;
mod receipt;

pub(super) use interrupted::interrupted_panel;
pub(super) use question::confirm_transfer;
pub(super) use receipt::transfer_panel;
