//! The citizen on the page, and everything that happens to their data. Knows no view.

mod case;
mod changes;
mod fetch_pdf;
mod look_up;
mod pdf;
mod pending;
mod send_transfer;
mod status;
mod transfer;

pub(super) use case::{Activity, Case, Fetched};
pub(super) use changes::{Before, Pair, cell, is_changed, level, missing, pairs};
pub(super) use fetch_pdf::{fetch_pdf, save_pdf};
pub(super) use pdf::{Pdf, Purpose};
pub(super) use pending::PendingTransfer;
pub(super) use send_transfer::{send, send_as};
pub(super) use status::Status;
pub(super) use transfer::Transfer;
