//! The nine operations of the document, one type each.

pub mod citizen;
pub mod texts;
