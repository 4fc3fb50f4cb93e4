//! Keyboard shortcuts of the list.

use leptos::prelude::*;
use letasyl_contract::OperationName;

use super::url_state::write;
use super::{List, SEARCH};
use crate::platform::browser;
use crate::shell::paths;
use crate::texts::shortcuts::{Keys, keys};

/// The keys of the list.
const LIST: Keys = &[
    (|_| "/", |w| w.texts().search),
    (|_| "n", |w| w.texts().new),
    (|_| "?", |w| w.texts().keys),
    (|_| "↑ ↓", |w| w.texts().key_rows),
    (|_| "← →", |w| w.texts().key_cells),
    (|_| "Page Up, Page Down", |w| w.texts().key_pages),
    (|_| "Home, End", |w| w.texts().key_ends),
    (|_| "Enter", |w| w.texts().key_open),
    (|_| "Ctrl + Enter", |w| w.texts().key_open_tab),
    (|_| "Shift + Enter", |w| w.texts().open_row),
    (|w| w.texts().key_space, |w| w.texts().key_choose),
    (|_| "Shift + ↑ ↓", |w| w.texts().key_range),
    (|_| "Ctrl + A", |w| w.texts().key_all),
    (|_| "Ctrl + Z", |w| w.frame.undo),
];

/// The keys of the list.
pub(in crate::texts) fn list_keys(list: List) -> AnyView {
    keys(LIST, move |event, letter| {
        match event.key().as_str() {
            "/" if letter => browser::focus(&format!("#{SEARCH}")),
            "n" if letter && untrack(|| list.store.session.may(OperationName::CreateText)) => {
                write(list);
                list.router.visit(paths::NEW_TEXT.to_owned());
            }
            _ => return false,
        }
        true
    })
}
