//! A form control with its label and error.

use leptos::prelude::*;

use crate::element::{Element, el};
use crate::language::use_locale;
use crate::live::Live;
use crate::view::Key;

/// The control. `error`: the id of what is said while it is `wrong`.
pub(in crate::texts) fn control(
    label: Element,
    input: Element,
    error: &'static str,
    wrong: Live<bool>,
    told: Key,
) -> AnyView {
    let locale = use_locale();
    let said = move || if wrong.get() { told(locale.words()).to_owned() } else { String::new() };
    let class = move || Some(if wrong.get() { "form-group form-error" } else { "form-group" }.to_owned());
    let input =
        input.with("aria-describedby", error).live("aria-invalid", move || wrong.get().then(|| "true".to_owned()));
    el("div", "form-group")
        .live("class", class)
        .holds(label.view())
        .holds(el("span", "form-error-message").with("id", error).with("role", "status").tells(said).view())
        .holds(input.view())
        .view()
}
