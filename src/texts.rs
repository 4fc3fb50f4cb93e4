//! The pages "Dynamiske tekster": the list, and the form for one text. They are a module of their own on the wire, which
//! only those who may use them load: nothing else in the app may refer to what is in here but by [`TextsPages`].

mod batch;
mod bulk;
mod chosen;
mod confirm;
mod conflict;
mod control;
mod deletion;
mod draft;
mod editor;
mod excerpt;
mod exchange;
mod export;
mod filter;
mod finder;
mod form;
mod group_menu;
mod import;
mod incoming;
mod keys;
mod list;
mod merge;
mod needle;
mod neighbours;
mod page;
mod place;
mod plan;
mod preview;
mod query;
mod replace;
mod rows;
mod search;
mod selection;
mod shelf;
mod steering;
mod stock;
mod table;
mod trouble;
mod twins;
mod unseen;
mod window;

use leptos::prelude::AnyView;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// The pages, once their module is loaded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextsPages {
    /// Provides what the pages share to the owner that it is called in.
    pub provide: fn(),
    /// How far the work on many texts has come, for the other pages.
    pub work_elsewhere: fn() -> AnyView,
    /// The list and the form for one text.
    pub texts: fn() -> AnyView,
    pub import: fn() -> AnyView,
}

/// Loads the module, unless it is there already.
///
/// # Errors
///
/// When it cannot be fetched or compiled. The next call tries again.
#[wasm_split(texts, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(crate) fn load_texts() -> Result<TextsPages, SplitLoaderError> {
    Ok(TextsPages {
        provide: shelf::Shelf::provide,
        work_elsewhere: batch::elsewhere::work_elsewhere,
        texts: page::texts_page,
        import: import::import_page,
    })
}
