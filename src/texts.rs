//! The pages "Dynamiske tekster": the list, and the form for one text. They are a module of their own on the wire, which
//! only those who may use them load: nothing else in the app may refer to what is in here but by [`TextsPages`].

mod beside;
mod bulk;
mod confirm;
mod control;
mod editor;
mod excerpt;
mod files;
mod import;
mod list;
mod page;
mod paged_list;
mod provide;
mod search;
mod shortcuts;
mod store;

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
        provide: provide::provide,
        work_elsewhere: bulk::batch::elsewhere::work_elsewhere,
        texts: page::texts_page,
        import: import::import_page,
    })
}
