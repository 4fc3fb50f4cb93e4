//! The citizen's languages: a table with the four levels side by side.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Code, SprogDto};
use letasyl_locale::{Language, LanguageColumn, code, column, not_given};

use crate::language::use_locale;
use crate::view::{text, word};

/// The table, or that there is nothing to put into it.
pub(super) fn languages(languages: Vec<SprogDto>) -> AnyView {
    let locale = use_locale();
    if languages.is_empty() {
        return view! { <p class="absent">{text(move || not_given(locale.get()).to_owned())}</p> }.into_any();
    }
    let headings: Vec<_> = LanguageColumn::ALL
        .into_iter()
        .map(|of| view! { <th scope="col">{text(move || column(locale.get(), of).to_owned())}</th> })
        .collect();
    let rows: Vec<_> = languages.into_iter().map(row).collect();
    let name = word(|w| w.citizen.languages_table);
    view! {
        <div class="table--responsive-scroll" tabindex="0" role="region" aria-label=name>
            <table class="table">
                <caption class="sr-only">{name}</caption>
                <thead>
                    <tr>{headings}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(of: SprogDto) -> AnyView {
    let locale = use_locale();
    let of = Arc::new(of);
    let cells: Vec<_> = LanguageColumn::ALL
        .into_iter()
        .map(|column| {
            let of = Arc::clone(&of);
            let text = text(move || cell(locale.get(), column, &of));
            if column == LanguageColumn::Name {
                view! { <th scope="row">{text}</th> }.into_any()
            } else {
                view! { <td class="prewrap">{text}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}

fn cell(language: Language, column: LanguageColumn, of: &SprogDto) -> String {
    let level = |known: &Option<Code>| known.as_ref().map(|known| code(language, known));
    match column {
        LanguageColumn::Name => of.sprog_stamdata.sprognavn.clone(),
        LanguageColumn::Code => of.sprog_stamdata.sprogkode.map(|code| code.to_string()),
        LanguageColumn::Experience => of.sprogerfaring.clone(),
        LanguageColumn::Listening => level(&of.taleforstaaelsesniveau_type),
        LanguageColumn::Speaking => level(&of.taleniveau_type),
        LanguageColumn::Reading => level(&of.laeseniveau_type),
        LanguageColumn::Writing => level(&of.skriveniveau_type),
    }
    .unwrap_or_else(|| not_given(language).to_owned())
}
