//! Lists other texts with the same "Tekst" during editing.

use leptos::prelude::*;
use letasyl_locale::titled;
use uuid::Uuid;

use super::form::Form;
use crate::browser;
use crate::element::{all, el, nothing, press};
use crate::language::{Locale, use_locale};
use crate::live::Derived;
use crate::paths;
use crate::texts::excerpt::in_short;
use crate::view::{dynamic, when};

/// So many are shown; the heading counts all.
const SHOWN: usize = 10;

/// The first of them, by id, "Tekst", display text and group, and how many there are.
pub(in crate::texts) type Twins = (Vec<(Uuid, [String; 3])>, usize);

/// The notice's id.
const NOTICE: &str = "ens-tekster";

/// The other texts, followed while one writes.
pub(in crate::texts) fn twins_of(form: Form) -> Derived<Twins> {
    Derived::new(move || found(form))
}

/// Leads from the field to the notice, which stands further down; it has its room, so that nothing moves.
pub(in crate::texts) fn twins_line(twins: Derived<Twins>) -> AnyView {
    let locale = use_locale();
    let some = move || twins.with(|(_, count)| *count > 0);
    let told = move || heading(locale, twins.with(|(_, count)| *count));
    let lead = move || press("function-link", || browser::focus(&format!("#{NOTICE}"))).tells(told).view();
    el("p", "twins-line").holds(when(some, lead)).view()
}

fn heading(locale: Locale, count: usize) -> String {
    let words = locale.words().texts();
    if count == 1 { words.twin.to_owned() } else { titled(locale.get(), words.twin, count) }
}

/// The notice; nothing while there is no other such text.
pub(in crate::texts) fn twins_notice(twins: Derived<Twins>) -> AnyView {
    let locale = use_locale();
    let told = dynamic(move || {
        let (first, count) = twins.get();
        if count == 0 {
            return nothing();
        }
        let row = |(id, [text, display_text, group]): (Uuid, [String; 3])| {
            let link = el("a", "prewrap").with("href", &paths::text(id)).reads(&text).view();
            let more = el("span", "twin-text").reads(&display_text).view();
            let group = el("span", "").reads(&group).view();
            el("li", "").with("lang", "da").holds(link).holds(more).holds(group).view()
        };
        let rows = el("ul", "twins alert-text").holds(all(first.into_iter().map(row).collect())).view();
        let heading = el("p", "alert-heading").tells(move || heading(locale, count)).view();
        el("div", "alert alert-info").with("id", NOTICE).with("tabindex", "-1").holds(heading).holds(rows).view()
    });
    el("div", "").with("role", "status").holds(told).view()
}

fn found(form: Form) -> Twins {
    let except = form.id.get();
    let Some(catalog) = form.store.texts.get() else { return Twins::default() };
    let twins = form.text.with(|text| catalog.twins(text, except));
    let first = twins.iter().take(SHOWN).map(|text| {
        let group = text.group.as_ref().map(|group| group.name.as_str().to_owned()).unwrap_or_default();
        (text.external_identifier, [in_short(text.text.as_str()), in_short(text.display_text.as_str()), group])
    });
    (first.collect(), twins.len())
}
