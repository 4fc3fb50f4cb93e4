//! The citizen's languages: a table with the four levels side by side, what changed in it marked in its cell.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use letasyl_contract::SprogDto;
use letasyl_locale::{Language, LanguageColumn, column};

use super::mark::{changed, mark};
use super::values::code_view;
use crate::citizen::state::{Pair, cell, level, pairs};
use crate::platform::events::follow_size;
use crate::platform::signals::ErasedSignal;
use crate::ui::element::el;
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, word};

/// The table of what there is, beside what there was before.
pub(in crate::citizen) fn languages(before: &[SprogDto], now: &[SprogDto]) -> AnyView {
    let headings: Vec<_> = LanguageColumn::ALL.into_iter().map(column_heading).collect();
    let rows: Vec<_> = pairs(before, now).into_iter().map(row).collect();
    let name = word(|w| w.citizen.languages_table);
    let area = NodeRef::<html::Div>::new();
    let scrolls = ErasedSignal::new(false);
    follow_size(area, move |area| scrolls.set(area.scroll_width() > area.client_width()));
    // Those who have only a keyboard can scroll it, and pass it by where there is nothing to scroll.
    let stop = move || if scrolls.get() { "0" } else { "-1" };
    view! {
        <div class="table--responsive-scroll" node_ref=area tabindex=stop role="region" aria-label=name>
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

fn column_heading(of: LanguageColumn) -> AnyView {
    let locale = use_locale();
    view! {
        <th scope="col">
            {boxed_text(move || column(locale.get(), of).to_owned())}
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
    if let Some(level) = level(of, column) {
        return el("div", "").child(code_view(level)).view();
    }
    let locale = use_locale();
    let of = Arc::clone(of);
    // What users wrote is Danish, whatever the page's language.
    let is_danish = match column {
        LanguageColumn::Name => of.sprog_stamdata.sprognavn.is_some(),
        LanguageColumn::Experience => of.sprogerfaring.is_some(),
        _ => false,
    };
    let element = if is_danish { el("div", "").attr("lang", "da") } else { el("div", "") };
    element.dyn_text(move || cell(locale.get(), column, &of)).view()
}
