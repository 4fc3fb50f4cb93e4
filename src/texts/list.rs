//! The list: search, group, order, and the way to each text. What it shows stands in the address.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::OperationName;
use letasyl_locale::count;

use super::query::{GroupFilter, Query};
use super::shelf::{Shelf, use_shelf};
use super::table::table;
use crate::failure::failure_alert;
use crate::frame::use_title;
use crate::language::use_locale;
use crate::live::Derived;
use crate::paths;
use crate::router::{Router, use_router};
use crate::view::{dynamic, effect, text, waiting, when, word};

/// The page "Dynamiske tekster".
pub(crate) fn list_page() -> AnyView {
    let locale = use_locale();
    let shelf = use_shelf();
    use_title(|w| w.texts.title);
    effect(move || {
        shelf.session.returned();
        shelf.read();
    });
    let router = use_router();
    let query = Derived::new(move || router.query(|value| Query::read(value)));
    effect(move || shelf.place.set(query.with(place)));
    let found = Derived::new(move || {
        let leaving = shelf.leaving();
        let texts = shelf.texts.get();
        Arc::new(texts.map(|stock| query.with(|query| stock.find(query, &leaving))).unwrap_or_default())
    });
    let all = move || shelf.texts.get().map_or(0, |stock| stock.len().saturating_sub(shelf.pending.with(Vec::len)));
    let counted = text(move || {
        if shelf.texts.with(Option::is_none) {
            return String::new();
        }
        count(locale.get(), found.with(|found| found.len()), all())
    });
    let may_create = move || shelf.session.may(OperationName::CreateText);
    view! {
        <h1 tabindex="-1">{word(|w| w.texts.title)}</h1>
        <div class="toolbar" role="search">
            {search(query, router)}
            {groups(shelf, query, router)}
            {when(
                may_create,
                || {
                    view! {
                        <a class="button button-primary push" href=paths::NEW_TEXT>
                            {word(|w| w.texts.new)}
                        </a>
                    }
                        .into_any()
                },
            )}
        </div>
        <p role="status">{counted}</p>
        {failure(shelf)}
        {dynamic(move || match shelf.texts.get() {
            None if shelf.failed.with(Option::is_some) => ().into_any(),
            None => waiting(|w| w.texts.loading),
            Some(stock) if all() == 0 => {
                drop(stock);
                empty()
            }
            Some(stock) => results(stock, query, found, router),
        })}
    }
    .into_any()
}

/// The query part of the list's address.
fn place(query: &Query) -> String {
    query.write(|word| js_sys::encode_uri_component(word).into())
}

/// Shows what a query asks for: the address says it, and the list follows the address.
pub(super) fn go(router: Router, query: &Query) {
    router.rewrite(&format!("{}{}", paths::TEXTS, place(query)));
}

fn failure(shelf: Shelf) -> AnyView {
    let again = Callback::new(move |()| shelf.read());
    dynamic(move || {
        let retry = shelf.failed.with(|e| e.as_ref().is_some_and(|e| e.worth_retrying())).then_some(again);
        shelf.failed.get().map(|error| failure_alert(error, retry, None)).into_any()
    })
}

fn search(query: Derived<Query>, router: Router) -> AnyView {
    view! {
        <div class="form-group">
            <label class="form-label" for="soeg">
                {word(|w| w.texts.search)}
            </label>
            <input
                id="soeg"
                class="form-input"
                type="search"
                autocomplete="off"
                prop:value=move || query.with(|query| query.search.clone())
                on:input=move |event| go(router, &Query { search: event_target_value(&event), ..query.get_untracked() })
            />
        </div>
    }
    .into_any()
}

fn groups(shelf: Shelf, query: Derived<Query>, router: Router) -> AnyView {
    let chosen = move || query.with(|query| query.group.as_word());
    let change = move |event| {
        let group = GroupFilter::of_word(&event_target_value(&event));
        go(router, &Query { group, ..query.get_untracked() });
    };
    let options = dynamic(move || {
        let groups = shelf.groups.get().unwrap_or_default();
        let options: Vec<_> = groups
            .iter()
            .map(|group| {
                let id = group.external_identifier.to_string();
                // The options come after the choice, which the address made: each says itself whether it is chosen.
                let selected = chosen() == id;
                view! { <option value=id selected=selected>{group.name.as_str().to_owned()}</option> }
            })
            .collect();
        options.into_any()
    });
    view! {
        <div class="form-group">
            <label class="form-label" for="gruppe">
                {word(|w| w.texts.group)}
            </label>
            <select id="gruppe" class="form-select" prop:value=chosen on:change=change>
                <option value="">{word(|w| w.texts.all_groups)}</option>
                <option value=GroupFilter::Without.as_word()>{word(|w| w.texts.no_group)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn results(
    stock: Arc<super::stock::Stock>,
    query: Derived<Query>,
    found: Derived<Arc<Vec<u32>>>,
    router: Router,
) -> AnyView {
    let nothing = move || found.with(|found| found.is_empty());
    view! {
        {when(nothing, no_hits)}
        {when(move || !nothing(), move || table(Arc::clone(&stock), query, found, router))}
    }
    .into_any()
}

fn no_hits() -> AnyView {
    view! {
        <div class="alert alert-info">
            <p class="alert-heading">{word(|w| w.texts.no_hits)}</p>
            <p class="alert-text">{word(|w| w.texts.no_hits_text)}</p>
            <p class="alert-text">
                <a href=paths::TEXTS>{word(|w| w.texts.show_all)}</a>
            </p>
        </div>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="alert alert-info">
            <p class="alert-heading">{word(|w| w.texts.empty)}</p>
            <p class="alert-text">{word(|w| w.texts.empty_text)}</p>
        </div>
    }
    .into_any()
}
