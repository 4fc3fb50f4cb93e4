//! Deletion from a text's page: asks first if there are unsaved changes, and shows texts that are about to be deleted.

use leptos::prelude::*;

use super::form::Form;
use crate::texts::confirm::{DELETE, confirm};
use crate::ui::element::{el, fragment};
use crate::ui::view::{button, show, word};

/// The button "Slet", with its question.
pub(in crate::texts) fn delete_button(form: Form) -> AnyView {
    let open = RwSignal::new(false);
    let press = move || {
        if untrack(|| form.unsaved()) {
            open.set(true);
        } else {
            form.delete();
        }
    };
    let said = vec![el("p", "").word(|w| w.texts().delete_unsaved).view()];
    fragment(vec![
        button(DELETE.class, DELETE.name, press),
        confirm(open, |w| w.texts().delete_title, said, DELETE, move || form.delete()),
    ])
}

/// "Teksten er slettet", as long as that can be undone.
pub(in crate::texts) fn leaving(form: Form) -> AnyView {
    let store = form.store;
    let leaving = move || form.id.get().is_some_and(|id| store.can_keep(id));
    let keep = move || {
        if let Some(id) = form.id.get_untracked() {
            store.undo_deletion(id);
        }
    };
    show(leaving, move || {
        view! {
            <div class="alert alert-warning" role="alert">
                <p class="alert-heading">{word(|w| w.texts().deleted)}</p>
                <div class="button-group">{button("button button-secondary", |w| w.frame.undo, keep)}</div>
            </div>
        }
        .into_any()
    })
}
