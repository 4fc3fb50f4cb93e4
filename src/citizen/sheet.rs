//! Everything that was fetched, under labels that people use: nothing left out, absent values named.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Date, Field, IntegrationslovsdataDto, Section, TimeOfDay, Value};
use letasyl_locale::{changes, completeness, field, help, not_given, section, value};

use super::case::{Case, Fetched};
use super::languages::languages;
use super::receipt::moment;
use crate::language::use_locale;
use crate::view::{dynamic, text, word};

/// What was fetched before, with the fields that changed since.
type Before = Option<(Arc<IntegrationslovsdataDto>, Vec<Field>)>;

/// The sheet; nothing while there is no data.
pub(super) fn sheet(case: Case) -> AnyView {
    dynamic(move || match case.fetched.get() {
        Some(Fetched { data: Some(data), at, before }) => of(&data, at, &before),
        _ => ().into_any(),
    })
}

fn of(data: &Arc<IntegrationslovsdataDto>, at: (Date, TimeOfDay), before: &Before) -> AnyView {
    let locale = use_locale();
    let version = data.integrationslovsdata_identifier.map(|id| id.to_string());
    let version = text(move || version.clone().unwrap_or_else(|| locale.words().citizen.no_version.to_owned()));
    let sections: Vec<_> = Section::ALL.iter().map(|part| one_section(*part, data, before)).collect();
    view! {
        <article class="sheet">
            <dl class="fields">
                <div>
                    <dt>{word(|w| w.citizen.cpr_label)}</dt>
                    <dd>{data.personnummer.formatted()}</dd>
                </div>
                <div>
                    <dt>{word(|w| w.citizen.fetched_from)}</dt>
                    <dd>{text(move || moment(locale.get(), at))}</dd>
                </div>
                <div>
                    <dt>{word(|w| w.citizen.version)}</dt>
                    <dd>{version}</dd>
                </div>
            </dl>
            {news(before)}
            {filled(data)}
            {sections}
        </article>
    }
    .into_any()
}

/// What has changed since the last fetch, in one sentence; nothing on the first.
fn news(before: &Before) -> AnyView {
    let locale = use_locale();
    let count = before.as_ref().map(|(_, changed)| changed.len());
    let news = text(move || match count {
        None => String::new(),
        Some(0) => locale.words().citizen.unchanged.to_owned(),
        Some(count) => changes(locale.get(), count),
    });
    view! { <p role="status">{news}</p> }.into_any()
}

/// How many fields are filled, and which are not.
fn filled(data: &IntegrationslovsdataDto) -> AnyView {
    let locale = use_locale();
    let missing: Vec<_> = Field::ALL.into_iter().filter(|field| field.value(data).is_none()).collect();
    let count = Field::ALL.len() - missing.len();
    let links = missing
        .iter()
        .map(|&missing| {
            let href = format!("#{}", anchor(missing));
            view! {
                <li>
                    <a href=href rel="external">
                        {label(missing)}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let none_missing = missing.is_empty();
    view! {
        <p>{text(move || completeness(locale.get(), count, Field::ALL.len()))}</p>
        <nav class="section-nav no-print" hidden=none_missing aria-label=word(|w| w.citizen.missing)>
            <p aria-hidden="true">{word(|w| w.citizen.missing)}</p>
            <ul class="unstyled-list">{links}</ul>
        </nav>
    }
    .into_any()
}

fn anchor(field: Field) -> String {
    format!("felt-{}", field.path().replace('/', "-"))
}

/// The name of a field.
fn label(of: Field) -> impl IntoView {
    let locale = use_locale();
    text(move || field(locale.get(), of).to_owned())
}

fn one_section(part: Section, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    let locale = use_locale();
    let heading = text(move || section(locale.get(), part).to_owned());
    let content = if part == Section::Sprog {
        view! {
            <div id=anchor(Field::Borgersprog)>
                {languages(data.borgersprog.clone())} {change(Field::Borgersprog, before)}
            </div>
        }
        .into_any()
    } else if part.is_absent(data) && !part.fields().any(|field| is_changed(field, before)) {
        // The links to missing fields must still lead somewhere.
        let anchors: Vec<_> = part.fields().map(|field| view! { <span id=anchor(field)></span> }).collect();
        view! { <p class="absent">{anchors} {absent()}</p> }.into_any()
    } else {
        let rows: Vec<_> = part.fields().map(|field| row(field, data, before)).collect();
        view! { <dl class="fields">{rows}</dl> }.into_any()
    };
    view! {
        <section>
            <h2>{heading}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn row(of: Field, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    let locale = use_locale();
    // Where the document only repeats the label, saying it twice helps nobody.
    let explained = text(move || {
        let language = locale.get();
        help(language, of).filter(|text| !text.eq_ignore_ascii_case(field(language, of))).unwrap_or_default().to_owned()
    });
    view! {
        <div id=anchor(of) class=if is_changed(of, before) { "changed" } else { "" }>
            <dt>{label(of)} <span class="form-hint">{explained}</span></dt>
            <dd>{shown(of, data)} {change(of, before)}</dd>
        </div>
    }
    .into_any()
}

/// What stands in the place of an absent value.
fn absent() -> AnyView {
    let locale = use_locale();
    view! { <span class="absent">{text(move || not_given(locale.get()).to_owned())}</span> }.into_any()
}

/// A value as the page shows it: texts with their line breaks, an absent one named as such.
fn shown(of: Field, data: &Arc<IntegrationslovsdataDto>) -> AnyView {
    let locale = use_locale();
    match of.value(data) {
        None => absent(),
        Some(known) => {
            let class = if matches!(known, Value::Text(_)) { "prewrap" } else { "" };
            let data = Arc::clone(data);
            let words = text(move || of.value(&data).map(|known| value(locale.get(), known)).unwrap_or_default());
            view! { <div class=class>{words}</div> }.into_any()
        }
    }
}

fn is_changed(of: Field, before: &Before) -> bool {
    before.as_ref().is_some_and(|(_, changed)| changed.contains(&of))
}

/// The mark of a changed value, with what stood there before.
fn change(of: Field, before: &Before) -> Option<AnyView> {
    let (old, _) = before.as_ref().filter(|_| is_changed(of, before))?;
    Some(
        view! {
            <div>
                <strong class="badge badge-changed">{word(|w| w.citizen.changed)}</strong>
                " "
                {word(|w| w.citizen.before)}
                {shown(of, old)}
            </div>
        }
        .into_any(),
    )
}
