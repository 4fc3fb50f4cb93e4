//! The page "Borger": what a caseworker sees of one citizen and does for them.
//!
//! Everything that belongs to the citizen lives in one [`Case`] and goes with it: nothing is kept anywhere else, and
//! nothing reaches an address, a title, a storage or a log.

mod anchors;
mod bar;
mod copy;
mod demo;
mod find;
mod idle;
mod look_up;
mod page;
mod pdf;
mod sheet;
mod state;
mod status_line;
mod timeline;
mod transfer;

pub(crate) use page::citizen_page;
pub use timeline::{Dates, time_line};
