//! Everything that was fetched, under labels that people use: nothing left out, absent values named.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Date, Field, IntegrationslovsdataDto, Section, TimeOfDay, Value};
use letasyl_locale::{field, help, moment, not_given, section, unread, value};

use super::case::{Case, Fetched};
use super::completeness::{completeness, place, section_place};
use super::languages::languages;
use super::mark::changed;
use super::timeline::{Dates, time_line};
use crate::language::use_locale;
use crate::view::{Key, dynamic, text};

/// What was fetched before, with the fields that changed since.
pub(super) type Before = Option<(Arc<IntegrationslovsdataDto>, Vec<Field>)>;

/// The id of the sheet.
pub(super) const SHEET: &str = "ark";

/// The sheet; nothing while there is no data.
pub(super) fn sheet(case: Case) -> AnyView {
    dynamic(move || match case.fetched.get() {
        Some(Fetched { data: Some(data), at, before }) => of(&data, at, &before),
        _ => ().into_any(),
    })
}

fn of(data: &Arc<IntegrationslovsdataDto>, at: (Date, TimeOfDay), before: &Before) -> AnyView {
    let locale = use_locale();
    let cpr = data.personnummer.formatted();
    let fetched = text(move || moment(locale.get(), at));
    let version = data.integrationslovsdata_identifier.map(|id| id.to_string());
    let version = text(move || version.clone().unwrap_or_else(|| locale.words().citizen.no_version.to_owned()));
    let sections: Vec<_> = Section::ALL.iter().map(|part| one_section(*part, data, before)).collect();
    let whose = cpr.clone();
    let whose = text(move || {
        let words = &locale.words().citizen;
        let mut said = words.cpr_label.to_owned();
        for part in [" ", &whose, " · ", words.fetched_from, " ", &moment(locale.get(), at)] {
            said.push_str(part);
        }
        said
    });
    let number = text(move || cpr.clone());
    view! {
        <article id=SHEET class="sheet" tabindex="-1">
            // Whose sheet it is, on top of each page of paper (style/_print.scss).
            <p class="print-only">{whose}</p>
            <div>
                <dl class="fields">
                    {fact(|w| w.citizen.cpr_label, |w| w.citizen.cpr_help, number)}
                    {fact(|w| w.citizen.fetched_from, |_| "", fetched)}
                    {fact(|w| w.citizen.version, |w| w.citizen.version_help, version)}
                </dl>
                {time_line(Dates::of(data), at.0)}
                {completeness(data)}
                {sections}
            </div>
        </article>
    }
    .into_any()
}

/// What is known of the sheet itself.
fn fact(name: Key, about: Key, content: Text) -> AnyView {
    let locale = use_locale();
    let name = text(move || name(locale.words()).to_owned());
    let about = text(move || about(locale.words()).to_owned());
    line(None, false, name, about, content.into_any())
}

type Text = Box<dyn FnMut() -> String + Send>;

/// A value under its label, with what explains it.
fn line(id: Option<String>, changed: bool, label: Text, about: Text, content: AnyView) -> AnyView {
    view! {
        <div id=id tabindex="-1" class=if changed { "changed" } else { "" }>
            <dt>
                {label} " " <span class="form-hint">{about}</span>
            </dt>
            <dd>{content}</dd>
        </div>
    }
    .into_any()
}

fn one_section(part: Section, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    let locale = use_locale();
    let heading = text(move || section(locale.get(), part).to_owned());
    let was = before.as_ref().map_or(data, |(was, _)| was);
    let absent_now = part.is_absent(data);
    let content = if absent_now && !part.fields().any(|field| is_changed(field, before)) {
        absent()
    } else if let Some(received) = part.unread(data) {
        let received = received.to_owned();
        words("prewrap", text(move || unread(locale.get(), &received)))
    } else if part == Section::Sprog && !matches!(Field::Borgersprog.value(data), Some(Value::Unread(_))) {
        languages(&was.borgersprog, &data.borgersprog)
    } else {
        let rows: Vec<_> = part.fields().map(|field| row(field, data, before)).collect();
        view! { <dl class="fields">{rows}</dl> }.into_any()
    };
    view! {
        <section>
            <h2 id=section_place(part) tabindex="-1">
                {heading}
            </h2>
            {content}
        </section>
    }
    .into_any()
}

fn row(of: Field, data: &Arc<IntegrationslovsdataDto>, before: &Before) -> AnyView {
    let locale = use_locale();
    let label = text(move || field(locale.get(), of).to_owned());
    let about = text(move || help(locale.get(), of).to_owned());
    let content = match before.as_ref().filter(|_| is_changed(of, before)) {
        None => shown(of, data),
        Some((old, _)) => changed(shown(of, data), shown(of, old)),
    };
    line(Some(place(of)), is_changed(of, before), label, about, content)
}

/// What stands in the place of an absent value.
fn absent() -> AnyView {
    let locale = use_locale();
    words("absent", text(move || not_given(locale.get()).to_owned()))
}

/// A value as the page shows it: texts with their line breaks, an absent one named as such.
fn shown(of: Field, data: &Arc<IntegrationslovsdataDto>) -> AnyView {
    let locale = use_locale();
    match of.value(data) {
        None => absent(),
        Some(known) => {
            let class = if matches!(known, Value::Text(_)) { "prewrap" } else { "" };
            let data = Arc::clone(data);
            words(class, text(move || of.value(&data).map(|known| value(locale.get(), known)).unwrap_or_default()))
        }
    }
}

fn words(class: &'static str, words: Text) -> AnyView {
    view! { <div class=class>{words}</div> }.into_any()
}

fn is_changed(of: Field, before: &Before) -> bool {
    before.as_ref().is_some_and(|(_, changed)| changed.contains(&of))
}
