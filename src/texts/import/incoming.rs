//! The inputs of a plan: a chosen file, a file dropped anywhere on the page, cells pasted into the list, or known
//! changes.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, File};

use super::input::{Content, Incoming};
use crate::platform::browser;
use crate::platform::events::{closest_target, use_event_listener};
use crate::shell::paths;
use crate::texts::files::decode::decode;
use crate::texts::files::{Refusal, headed};
use crate::texts::store::Store;

/// The largest file that is read, in bytes: some hundred thousand texts.
const LARGEST: f64 = 128.0 * 1024.0 * 1024.0;

/// Takes a file that is dropped on one of the pages of texts.
pub(in crate::texts) fn hear_drops(store: Store) {
    let Some(window) = browser::window() else { return };
    use_event_listener(window, "drop", move |event| {
        let at_texts = store.router.path().with_untracked(|path| path.starts_with(paths::TEXTS));
        let files = event.dyn_ref().and_then(DragEvent::data_transfer).and_then(|dragged| dragged.files());
        if let Some(file) = files.and_then(|files| files.get(0)).filter(|_| at_texts) {
            take(store, file);
        }
    });
}

/// Lets the cells of a spreadsheet be pasted into the list, unless they are meant for a field.
pub(in crate::texts) fn hear_pastes(store: Store, name: impl Fn() -> String + 'static) {
    let Some(window) = browser::window() else { return };
    use_event_listener(window, "paste", move |event| {
        let is_typing = closest_target(&event, "input:not([type=checkbox]), textarea, select, dialog").is_some();
        let pasted = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let pasted = pasted.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        if !is_typing && pasted.contains('\t') {
            event.prevent_default();
            send(
                store,
                Incoming::File {
                    name: name(),
                    content: Ok(Content { text: Arc::new(headed(pasted)), encoding: None }),
                },
            );
        }
    });
}

/// Reads a file and shows its plan.
pub(in crate::texts) fn take(store: Store, file: File) {
    leptos::task::spawn_local(async move {
        let name = file.name();
        send(store, Incoming::File { name, content: read(file).await });
    });
}

/// Shows the plan of what came in, to those who may carry it out.
pub(in crate::texts) fn send(store: Store, incoming: Incoming) {
    if !untrack(|| store.may_plan()) {
        return;
    }
    let show = move || {
        store.incoming.set(Some(incoming.clone()));
        if store.router.path().with_untracked(|path| path.trim_end_matches('/') != paths::IMPORT) {
            store.router.go(paths::IMPORT);
        }
    };
    store.router.guard().confirm_if_blocking(Arc::new(show));
}

async fn read(file: File) -> Result<Content, Refusal> {
    if file.size() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec());
    let (text, encoding) = bytes.map_err(|_| Refusal::Unreadable).and_then(decode)?;
    Ok(Content { text: Arc::new(text), encoding: Some(encoding) })
}
