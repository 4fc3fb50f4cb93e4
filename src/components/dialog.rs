//! A modal dialog: the browser's own, which keeps the focus inside, closes on Esc and gives the focus back.

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::view::effect;

/// A dialog that is open while `open` says so, named by its heading. Holds text and buttons, never a form.
pub fn dialog(open: RwSignal<bool>, title: Signal<&'static str>, content: AnyView) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
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
