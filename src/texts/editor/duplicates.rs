//! Lists other texts with the same "Tekst" during editing.

use leptos::prelude::*;
use letasyl_locale::titled;
use uuid::Uuid;

use super::form::Form;
use crate::platform::browser;
use crate::platform::signals::ErasedMemo;
use crate::shell::paths;
use crate::texts::excerpt::in_short;
use crate::ui::element::{button_el, el, empty, fragment};
use crate::ui::language::{Locale, use_locale};
use crate::ui::view::{dyn_view, show};

/// So many are shown; the heading counts all.
const SHOWN: usize = 10;

/// The first of them, by id, "Tekst", display text and group, and how many there are.
pub(in crate::texts) type Twins = (Vec<(Uuid, [String; 3])>, usize);

/// The notice's id.
const NOTICE: &str = "ens-tekster";

/// The other texts, followed while one writes.
pub(in crate::texts) fn twins_of(form: Form) -> ErasedMemo<Twins> {
    ErasedMemo::new(move || found(form))
}

/// Leads from the field to the notice, which stands further down; it has its room, so that nothing moves.
pub(in crate::texts) fn twins_line(twins: ErasedMemo<Twins>) -> AnyView {
    let locale = use_locale();
    let some = move || twins.with(|(_, count)| *count > 0);
    let told = move || heading(locale, twins.with(|(_, count)| *count));
    let lead = move || button_el("function-link", || browser::focus(&format!("#{NOTICE}"))).dyn_text(told).view();
    el("p", "twins-line").child(show(some, lead)).view()
}

fn heading(locale: Locale, count: usize) -> String {
    let words = locale.words().texts();
    if count == 1 { words.twin.to_owned() } else { titled(locale.get(), words.twin, count) }
}

/// The notice; nothing while there is no other such text.
pub(in crate::texts) fn twins_notice(twins: ErasedMemo<Twins>) -> AnyView {
    let locale = use_locale();
    let told = dyn_view(move || {
        let (first, count) = twins.get();
        if count == 0 {
            return empty();
        }
        let row = |(id, [text, display_text, group]): (Uuid, [String; 3])| {
            let link = el("a", "prewrap").attr("href", &paths::text(id)).text(&text).view();
            let more = el("span", "twin-text").text(&display_text).view();
            let group = el("span", "").text(&group).view();
            el("li", "").attr("lang", "da").child(link).child(more).child(group).view()
        };
        let rows = el("ul", "twins alert-text").child(fragment(first.into_iter().map(row).collect())).view();
        let heading = el("p", "alert-heading").dyn_text(move || heading(locale, count)).view();
        el("div", "alert alert-info").attr("id", NOTICE).attr("tabindex", "-1").child(heading).child(rows).view()
    });
    el("div", "").attr("role", "status").child(told).view()
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
