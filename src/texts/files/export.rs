//! Exports the selected, found or all texts as CSV or JSON.

use std::sync::Arc;
use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use letasyl_locale::export_as;
use web_sys::Blob;

use super::{COLUMNS, Cells, cells, csv, json};
use crate::platform::blob::{self, BlobUrl};
use crate::platform::browser;
use crate::platform::signals::ErasedSignal;
use crate::platform::time_slice::TimeSlice;
use crate::shell::paths;
use crate::texts::import::replace::replace;
use crate::texts::list::List;
use crate::texts::paged_list::buttons;
use crate::texts::store::catalog::Catalog;
use crate::ui::element::{ElementBuilder, button_el, el};
use crate::ui::language::use_locale;
use crate::ui::notices::Notices;
use crate::ui::view::{show, waiting};

/// How long the browser gets to begin saving before the file is released.
const SAVE_TIME: Duration = Duration::from_secs(40);
/// What a file is called by: the texts that were chosen, found or not written, or all.
const CHOSEN: &str = "valgte";
const FOUND: &str = "fundne";
pub(in crate::texts) const FAILED: &str = "mislykkede";
pub(in crate::texts) const ALL: &str = "alle";
/// How much of the file is handed to the browser at a time, in bytes.
const PART: usize = 1 << 18;

/// The ways out and in.
pub(in crate::texts) fn exchange(list: List) -> AnyView {
    let busy = ErasedSignal::new(false);
    let choices = [(true, true), (true, false), (false, true), (false, false)];
    let choices = choices.map(|(found, as_csv)| choice(list, found, as_csv, busy));
    let content = el("div", "details-text")
        .child(el("p", "").word(|w| w.exchange().export_hint).view())
        .child(choices.into_iter().fold(buttons(), ElementBuilder::child).view())
        .child(show(move || busy.get(), || waiting(|w| w.exchange().making)));
    let export = el("details", "details")
        .child(el("summary", "details-summary").word(|w| w.exchange().export).view())
        .child(content.view());
    let import = || el("a", "").attr("href", paths::IMPORT).word(|w| w.exchange().import).view();
    el("div", "exchange")
        .child(export.view())
        .child(show(move || list.store.may_plan(), import))
        .child(replace(list))
        .view()
}

fn choice(list: List, found: bool, as_csv: bool, busy: ErasedSignal<bool>) -> AnyView {
    let locale = use_locale();
    let store = list.store;
    let count = move || {
        let all = store.texts.with(|catalog| catalog.as_ref().map_or(0, |catalog| catalog.len()));
        let all = all.saturating_sub(store.pending.with(Vec::len));
        // Where all were found, there is one choice less.
        if found {
            list.found.with(|found| Some(found.numbers.len()).filter(|count| found.done && *count < all))
        } else {
            Some(all)
        }
    };
    let name = move || export_as(locale.get(), found, if as_csv { "CSV" } else { "JSON" }, count().unwrap_or(0));
    let act = move || {
        if let (false, Some(catalog)) = (busy.get_untracked(), store.texts.get_untracked()) {
            busy.set(true);
            leptos::task::spawn_local(async move {
                let found = found.then(|| list.found.get_untracked());
                let (which, catalog, numbers) = match found {
                    Some(found) => (FOUND, found.catalog, found.numbers),
                    None => (ALL, Arc::clone(&catalog), Arc::new(in_order(list, &catalog).await)),
                };
                export(store.notices, which, numbers.len(), &of(&catalog, &numbers), as_csv).await;
                busy.set(false);
            });
        }
    };
    button_el("button button-secondary", act)
        .dyn_attr("hidden", move || count().is_none().then(String::new))
        .dyn_text(name)
        .view()
}

/// The button that exports the chosen texts, in the order of the list.
pub(in crate::texts) fn chosen(list: List) -> AnyView {
    let store = list.store;
    let act = move || {
        leptos::task::spawn_local(async move {
            let Some(catalog) = store.texts.get_untracked() else { return };
            let selection = store.selection.get_untracked();
            let mut numbers = in_order(list, &catalog).await;
            numbers
                .retain(|number| catalog.get(*number).is_some_and(|text| selection.contains(text.external_identifier)));
            export(store.notices, CHOSEN, numbers.len(), &of(&catalog, &numbers), true).await;
        });
    };
    button_el("button button-secondary", act).word(|w| w.exchange().export_chosen).view()
}

/// The texts of these numbers, as cells.
fn of(catalog: &Catalog, numbers: &[u32]) -> impl Fn(usize) -> Option<Cells> {
    move |at| catalog.get(*numbers.get(at)?).map(cells)
}

/// The numbers of all texts in the order of the list, without those on their way out.
async fn in_order(list: List, catalog: &Catalog) -> Vec<u32> {
    let (column, descending) = list.query.with_untracked(|query| (query.column, query.descending));
    catalog.put_in_order(column).await;
    let leaving = untrack(|| list.store.leaving());
    let mut numbers = catalog.order(column).to_vec();
    numbers.retain(|number| catalog.get(*number).is_some_and(|text| !leaving.contains(&text.external_identifier)));
    if descending {
        numbers.reverse();
    }
    numbers
}

/// Makes a file of these texts and saves it under a name that says which they are, how many, and from which day.
/// `of` finds each of them, as cells.
pub(in crate::texts) async fn export(
    notices: Notices,
    which: &str,
    count: usize,
    of: &dyn Fn(usize) -> Option<Cells>,
    as_csv: bool,
) {
    let file = write(count, of, as_csv).await;
    save(notices, &file, &format!("{which}-{count}"), as_csv);
}

/// The file in parts, made in small steps: there may be many texts.
async fn write(count: usize, of: &dyn Fn(usize) -> Option<Cells>, as_csv: bool) -> Array {
    let mut slice = TimeSlice::new();
    let parts = Array::new();
    let mut part = String::new();
    if as_csv {
        part.push_str(csv::BYTE_ORDER_MARK);
        csv::write(&mut part, &COLUMNS.map(str::to_owned));
    }
    let mut first = true;
    for cells in (0..count).filter_map(of) {
        if as_csv {
            csv::write(&mut part, &cells);
        } else {
            json::write(&mut part, &cells, first);
        }
        first = false;
        if part.len() > PART {
            push(&parts, &part);
            part.clear();
        }
        slice.tick().await;
    }
    if !as_csv {
        json::end(&mut part, first);
    }
    push(&parts, &part);
    parts
}

/// Hands a part over as bytes: to make them of the whole text at once would hold the page up.
fn push(parts: &Array, part: &str) {
    let text = Array::of1(&part.into());
    match Blob::new_with_str_sequence(&text) {
        Ok(blob) => parts.push(&blob),
        Err(_) => parts.push(&part.into()),
    };
}

fn save(notices: Notices, file: &Array, which: &str, as_csv: bool) {
    let (kind, ending) = if as_csv { ("text/csv", "csv") } else { ("application/json", "json") };
    let Some(url) = BlobUrl::new(file, kind) else {
        return notices.warn(|w| w.exchange().not_saved);
    };
    let (today, _) = browser::now();
    let day = format!("{:04}-{:02}-{:02}", today.year, today.month, today.day);
    blob::save(&url, &format!("tekster-{which}-{day}.{ending}"));
    set_timeout(move || drop(url), SAVE_TIME);
    notices.inform(|w| w.exchange().saved);
}
