//! Deleting from the page of a text: asks first where something was typed and not saved, and shows a text that is on
//! its way out as such.

use leptos::prelude::*;

use crate::components::dialog;
use crate::language::use_locale;
use crate::texts::form::Form;
use crate::view::{button, question, safe_button, text, when, word, word_signal};

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
    let yes = move || {
        open.set(false);
        form.delete();
    };
    let locale = use_locale();
    let buttons = vec![
        button("button button-warning", |w| w.texts.delete, yes),
        safe_button(|w| w.texts.cancel, move || open.set(false)),
    ];
    let words = text(move || locale.words().texts.delete_unsaved.to_owned());
    view! {
        {button("button button-warning", |w| w.texts.delete, press)}
        {dialog(open, word_signal(|w| w.texts.delete_title), question(words, buttons))}
    }
    .into_any()
}

/// "Teksten er slettet", as long as that can be undone.
pub(in crate::texts) fn leaving(form: Form) -> AnyView {
    let shelf = form.shelf;
    let leaving = move || form.id.get().is_some_and(|id| shelf.can_keep(id));
    let keep = move || {
        if let Some(id) = form.id.get_untracked() {
            shelf.undo_deletion(id);
        }
    };
    when(leaving, move || {
        view! {
            <div class="alert alert-warning" role="alert">
                <p class="alert-heading">{word(|w| w.texts.deleted)}</p>
                <div class="button-group">{button("button button-secondary", |w| w.texts.undo, keep)}</div>
            </div>
        }
        .into_any()
    })
}
