//! The citizen's languages: a table with the four levels side by side, what changed in it marked in its cell.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Field, SprogDto};
use letasyl_locale::{Language, LanguageColumn, column, column_help, help};

use super::changes::{Pair, cell, pairs};
use super::mark::{changed, mark};
use crate::language::use_locale;
use crate::view::{text, word};

/// The table of what there is, beside what there was before.
pub(super) fn languages(before: &[SprogDto], now: &[SprogDto]) -> AnyView {
    let locale = use_locale();
    let headings: Vec<_> = LanguageColumn::ALL.into_iter().map(column_heading).collect();
    let rows: Vec<_> = pairs(before, now).into_iter().map(row).collect();
    let name = word(|w| w.citizen.languages_table);
    let about = text(move || help(locale.get(), Field::Borgersprog).to_owned());
    view! {
        <p class="form-hint" id="sprog-hjaelp">
            {about}
        </p>
        <div class="table--responsive-scroll" tabindex="0" role="region" aria-label=name>
            <table class="table" aria-describedby="sprog-hjaelp">
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

fn column_heading(of: LanguageColumn) -> AnyView {
    let locale = use_locale();
    view! {
        <th scope="col">
            {text(move || column(locale.get(), of).to_owned())} " "
            <span class="form-hint">{text(move || column_help(locale.get(), of).to_owned())}</span>
        </th>
    }
    .into_any()
}

fn row((old, now): Pair<'_>) -> AnyView {
    let [old, now] = [old, now].map(|of| of.cloned().map(Arc::new));
    let mut cells = Vec::new();
    for column in LanguageColumn::ALL {
        let content = match (&old, &now) {
            (Some(old), Some(now)) if cell(Language::Danish, column, old) != cell(Language::Danish, column, now) => {
                changed(said(column, now), said(column, old))
            }
            (_, Some(of)) | (Some(of), None) => said(column, of),
            (None, None) => continue,
        };
        cells.push(match (column, &old, &now) {
            (LanguageColumn::Name, Some(_), Some(_)) => heading(content, None),
            // A language that came or went says so once, at its name.
            (LanguageColumn::Name, None, _) => heading(content, Some(mark(|w| w.citizen.added))),
            (LanguageColumn::Name, _, None) => heading(content, Some(mark(|w| w.citizen.removed))),
            _ => view! { <td class="prewrap">{content}</td> }.into_any(),
        });
    }
    view! { <tr>{cells}</tr> }.into_any()
}

fn heading(name: AnyView, note: Option<AnyView>) -> AnyView {
    view! {
        <th scope="row">
            {name}
            {note}
        </th>
    }
    .into_any()
}

fn said(column: LanguageColumn, of: &Arc<SprogDto>) -> AnyView {
    let locale = use_locale();
    let of = Arc::clone(of);
    let said = text(move || cell(locale.get(), column, &of));
    view! { <div>{said}</div> }.into_any()
}
