//! The page "Borger": what a caseworker sees of one citizen and does for them.
//!
//! Everything that belongs to the citizen lives in one [`Case`] and goes with it: nothing is kept anywhere else, and
//! nothing reaches an address, a title, a storage or a log.

mod actions;
mod begun;
mod case;
mod changes;
mod completeness;
mod demo;
mod find;
mod idle;
mod interrupted;
mod languages;
mod look_up;
mod mark;
mod outcome;
mod page;
mod pdf;
mod question;
mod receipt;
mod sheet;
mod status;
mod timeline;
mod transfer;

pub(crate) use page::citizen_page;
pub use timeline::{Dates, time_line};
