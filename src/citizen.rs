//! The page "Borger": what a caseworker sees of one citizen and does for them.
//!
//! Everything that belongs to the citizen lives in one [`Case`] and goes with it: nothing is kept anywhere else, and
//! nothing reaches an address, a title, a storage or a log.

mod bar;
mod begun;
mod case;
mod changes;
mod copy;
mod demo;
mod find;
mod idle;
mod interrupted;
mod languages;
mod look_up;
mod mark;
mod menu;
mod outcome;
mod overview;
mod page;
mod pdf;
mod places;
mod question;
mod receipt;
mod sections;
mod sheet;
mod status;
mod timeline;
mod transfer;
mod values;

pub(crate) use page::citizen_page;
pub use timeline::{Dates, time_line};
