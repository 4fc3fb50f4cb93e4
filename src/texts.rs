//! The pages "Dynamiske tekster": the list, and the form for one text.

mod deletion;
mod draft;
mod editor;
mod list;
mod query;
mod shelf;
mod stock;
mod table;

pub(crate) use editor::{edit_page, new_page};
pub(crate) use list::list_page;
pub(crate) use shelf::Shelf;
