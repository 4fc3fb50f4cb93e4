//! A modal dialog: the browser's own, which keeps the focus inside, closes on Esc and gives the focus back.

use leptos::html;
use leptos::prelude::*;

use crate::platform::browser;
use crate::platform::signals::effect;

/// A dialog that is open while `open` says so, named by its heading. Holds text and buttons, never a form.
pub fn dialog(open: RwSignal<bool>, title: Signal<&'static str>, content: AnyView) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
            // Once what it says stands in it.
            request_animation_frame(move || describe(&dialog));
            // The browser looks for it only in what is there already.
            browser::focus_soon("dialog[open] [autofocus]");
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    // The browser tells it later, when the dialog may be open again already.
    let closed = move |_| {
        if node.get_untracked().is_none_or(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    view! {
        <dialog class="dialog" node_ref=node aria-label=title on:close=closed>
            <h2>{title}</h2>
            {content}
        </dialog>
    }
    .into_any()
}

/// Ties a dialog to its first text, which screen readers read with its name. The text may change while it is closed.
fn describe(dialog: &web_sys::HtmlDialogElement) {
    if let Ok(Some(text)) = dialog.query_selector("p") {
        let id = "dialog-tekst";
        // One dialog is open at a time.
        if let Some(before) = browser::element_by_id(id) {
            before.remove_attribute("id").unwrap_or_default();
        }
        text.set_id(id);
        let _ = dialog.set_attribute("aria-describedby", id);
    }
}
