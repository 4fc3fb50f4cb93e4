//! The pages "Dynamiske tekster": the list, and the form for one text.

mod batch;
mod bulk;
mod chosen;
mod conflict;
mod deletion;
mod diff;
mod draft;
mod editor;
mod excerpt;
mod exchange;
mod export;
mod filter;
mod finder;
mod form;
mod import;
mod keys;
mod list;
mod merge;
mod needle;
mod place;
mod plan;
mod preview;
mod query;
mod rows;
mod search;
mod selection;
mod shelf;
mod steering;
mod stock;
mod table;
mod unseen;
mod window;

pub(crate) use editor::{edit_page, new_page};
pub(crate) use import::import_page;
pub(crate) use list::page::list_page;
pub(crate) use shelf::Shelf;
