//! Form fields: label, hint, error between label and input, and what ties them together for screen readers.

use leptos::prelude::*;

use super::line_endings::{retyped, shown};

/// What a field is made of.
#[derive(Clone, Copy)]
pub struct Field {
    /// The input's id.
    pub id: &'static str,
    /// Its label.
    pub label: Signal<&'static str>,
    /// How to fill it in; empty for none.
    pub hint: Signal<&'static str>,
    /// What is wrong with it.
    pub error: Signal<Option<String>>,
    /// What was typed, to the letter.
    pub value: RwSignal<String>,
}

impl Field {
    fn described_by(self) -> String {
        format!("{0}-fejl {0}-hint", self.id)
    }

    fn invalid(self) -> Signal<Option<&'static str>> {
        Signal::derive(move || self.error.with(Option::is_some).then_some("true"))
    }

    /// The input with what belongs to it.
    fn around(self, input: AnyView) -> AnyView {
        let class = move || if self.error.with(Option::is_some) { "form-group form-error" } else { "form-group" };
        view! {
            <div class=class>
                <label class="form-label" for=self.id>
                    {self.label}
                </label>
                <span class="form-hint" id=format!("{}-hint", self.id)>
                    {self.hint}
                </span>
                <span class="form-error-message" id=format!("{}-fejl", self.id)>
                    {move || self.error.get().unwrap_or_default()}
                </span>
                {input}
            </div>
        }
        .into_any()
    }
}

/// A field of one line; `digits` where phones should offer digits and nothing is to be spelled.
pub fn text_field(field: Field, digits: bool) -> AnyView {
    let Field { id, value, .. } = field;
    let input = view! {
        <input
            id=id
            class=if digits { "form-input input-char-11" } else { "form-input" }
            type="text"
            inputmode=digits.then_some("numeric")
            autocomplete="off"
            spellcheck=digits.then_some("false")
            dir=(!digits).then_some("auto")
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    field.around(input.into_any())
}

/// The direction of a text by its first letter, as `dir="auto"` has it. Chromium takes seven seconds over that in a field
/// of a mebibyte.
fn direction(text: &str) -> &'static str {
    let is_rtl = |letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if text.chars().find(|letter| letter.is_alphabetic()).is_some_and(is_rtl) { "rtl" } else { "ltr" }
}

/// A field of several lines, of which so many are shown while it is empty.
pub fn text_area(field: Field, rows: u8) -> AnyView {
    let Field { id, value, .. } = field;
    let input = view! {
        <textarea
            id=id
            class="form-input"
            rows=rows
            dir=move || value.with(|value| direction(value))
            autocomplete="off"
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            prop:value=move || value.with(|value| shown(value))
            on:input=move |event| {
                let now = event_target_value(&event);
                value.set(value.with_untracked(|before| retyped(before, &now)));
            }
        ></textarea>
    };
    field.around(input.into_any())
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn the_first_letter_decides() {
        for ltr in ["", "12 %", "Dansk مرحبا", "– Æble"] {
            assert_eq!(direction(ltr), "ltr", "{ltr}");
        }
        for rtl in ["مرحبا", "12. שלום", "(فارسی) Dansk"] {
            assert_eq!(direction(rtl), "rtl", "{rtl}");
        }
    }
}
