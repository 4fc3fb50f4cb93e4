//! A value or a section for the clipboard, as plain text without help.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Field, IntegrationslovsdataDto, Section};
use letasyl_locale::{Language, LanguageColumn, column, copy_of, field, not_given, section, value};

use super::state::{Case, cell};
use crate::platform::browser;
use crate::ui::element::button_el;
use crate::ui::language::use_locale;
use crate::ui::notices::Notices;

/// Copies the value of a field.
pub(super) fn copy_field(case: Case, of: Field, data: &Arc<IntegrationslovsdataDto>) -> AnyView {
    let data = Arc::clone(data);
    let name = move |language| field(language, of);
    button(case, name, move |language| of.value(&data).map(|known| value(language, known)).unwrap_or_default())
}

/// Copies a section: its heading, and each field on a line.
pub(super) fn copy_section(case: Case, of: Section, data: &Arc<IntegrationslovsdataDto>) -> AnyView {
    let data = Arc::clone(data);
    button(case, move |language| section(language, of), move |language| section_text(language, of, &data))
}

/// A button for what is called so.
fn button(
    case: Case,
    name: impl Fn(Language) -> &'static str + 'static,
    content: impl Fn(Language) -> String + 'static,
) -> AnyView {
    let locale = use_locale();
    let copy = move || {
        to_clipboard(case.notices, content(untrack(|| locale.get())));
    };
    button_el("copy no-print", copy)
        .dyn_attr("aria-label", move || Some(copy_of(locale.get(), name(locale.get()))))
        .view()
}

/// Puts a text on the clipboard, and says whether that worked.
pub(super) fn to_clipboard(notices: Notices, text: String) {
    leptos::task::spawn_local(async move {
        if browser::copy(&text).await {
            notices.inform(|w| w.citizen.copied);
        } else {
            notices.warn(|w| w.citizen.not_copied);
        }
    });
}

fn section_text(language: Language, of: Section, data: &IntegrationslovsdataDto) -> String {
    let mut lines = vec![section(language, of).to_owned()];
    if of == Section::Sprog {
        for spoken in &data.borgersprog {
            let cells =
                LanguageColumn::ALL.map(|part| format!("{}: {}", column(language, part), cell(language, part, spoken)));
            lines.push(cells.join(" · "));
        }
    } else {
        lines.extend(of.fields().map(|of| {
            let value = of.value(data).map_or_else(|| not_given(language).to_owned(), |known| value(language, known));
            format!("{}: {value}", field(language, of))
        }));
    }
    lines.join("\n")
}
