//! A confirmation dialog. The answer that changes nothing has the focus.

use leptos::prelude::*;

use crate::texts::paged_list::buttons;
use crate::ui::dialog::dialog;
use crate::ui::element::{button_el, fragment};
use crate::ui::view::{Key, safe_button, word_signal};

/// How many texts a question names.
pub(in crate::texts) const NAMED: usize = 3;

/// The button that does it.
pub(in crate::texts) struct Yes {
    pub class: &'static str,
    pub name: Key,
}

/// "Slet".
pub(in crate::texts) const DELETE: Yes = Yes { class: "button button-warning", name: |w| w.texts().delete };

/// The question while `open` says so: its heading, what is said below it, and what is done when the user agrees.
pub(in crate::texts) fn confirm(
    open: RwSignal<bool>,
    title: Key,
    said: Vec<AnyView>,
    yes: Yes,
    act: impl Fn() + 'static,
) -> AnyView {
    fn erased(open: RwSignal<bool>, title: Key, mut said: Vec<AnyView>, yes: Yes, act: Box<dyn Fn()>) -> AnyView {
        let agree = move || {
            open.set(false);
            act();
        };
        let answers = buttons()
            .child(button_el(yes.class, agree).word(yes.name).view())
            .child(safe_button(|w| w.texts().cancel, move || open.set(false)));
        said.push(answers.view());
        dialog(open, word_signal(title), fragment(said))
    }
    erased(open, title, said, yes, Box::new(act))
}
