//! A form control with its label and error.

use leptos::prelude::*;

use crate::platform::signals::ErasedSignal;
use crate::ui::element::{ElementBuilder, el};
use crate::ui::language::use_locale;
use crate::ui::view::Key;

/// The control. `error`: the id of what is said while it is `wrong`.
pub(in crate::texts) fn control(
    label: ElementBuilder,
    input: ElementBuilder,
    error: &'static str,
    wrong: ErasedSignal<bool>,
    told: Key,
) -> AnyView {
    let locale = use_locale();
    let said = move || if wrong.get() { told(locale.words()).to_owned() } else { String::new() };
    let class = move || Some(if wrong.get() { "form-group form-error" } else { "form-group" }.to_owned());
    let input =
        input.attr("aria-describedby", error).dyn_attr("aria-invalid", move || wrong.get().then(|| "true".to_owned()));
    el("div", "form-group")
        .dyn_attr("class", class)
        .child(label.view())
        .child(el("span", "form-error-message").attr("id", error).attr("role", "status").dyn_text(said).view())
        .child(input.view())
        .view()
}
