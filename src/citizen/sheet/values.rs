//! A value as the page shows it: texts with their line breaks, long ones collapsed, a code's number on demand.

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{Code, Field, IntegrationslovsdataDto, Value};
use letasyl_locale::{code, not_given, value};

use crate::platform::signals::ErasedSignal;
use crate::ui::element::{button_el, el, empty, fragment, word_view};
use crate::ui::language::use_locale;

/// A longer text is collapsed at first, in characters.
const LONG: usize = 700;

/// The value of a field; an absent one is named as such.
pub(in crate::citizen) fn shown(of: Field, data: &Arc<IntegrationslovsdataDto>) -> AnyView {
    let locale = use_locale();
    match of.value(data) {
        None => absent(),
        // What users wrote is Danish, whatever the page's language.
        Some(Value::Text(text)) => long(el("div", "prewrap").attr("lang", "da").text(text).view(), text),
        Some(Value::Code(known)) => el("div", "").child(code_view(known)).view(),
        Some(_) => {
            let data = Arc::clone(data);
            let words = move || of.value(&data).map(|known| value(locale.get(), known)).unwrap_or_default();
            el("div", "").dyn_text(words).view()
        }
    }
}

/// What stands in the place of an absent value.
pub(in crate::citizen) fn absent() -> AnyView {
    let locale = use_locale();
    el("div", "absent").dyn_text(move || not_given(locale.get()).to_owned()).view()
}

/// Collapses a long text; paper shows all of it.
pub(in crate::citizen) fn long(view: AnyView, text: &str) -> AnyView {
    if text.chars().nth(LONG).is_none() {
        return view;
    }
    let (locale, whole) = (use_locale(), ErasedSignal::new(false));
    let class = move || Some(if whole.get() { "" } else { "collapsed" }.to_owned());
    let toggle = button_el("function-link no-print", move || whole.set(!whole.get_untracked())).dyn_text(move || {
        let words = &locale.words().citizen;
        if whole.get() { words.less_text } else { words.whole_text }.to_owned()
    });
    fragment(vec![el("div", "").dyn_attr("class", class).child(view).view(), toggle.view()])
}

/// A code by its name; its number, or what else stands there, for who asks for it.
pub(in crate::citizen) fn code_view(known: &Code) -> AnyView {
    let locale = use_locale();
    let on_demand = |text: &str| el("span", "code-number").text(&format!(" ({text})")).view();
    match (known.name(), known.code()) {
        (Some(name), number) => {
            let name = el("span", "").attr("lang", "da").text(name).view();
            fragment(vec![name, number.map_or_else(empty, on_demand)])
        }
        (None, Some(_)) => {
            let known = known.clone();
            el("span", "").dyn_text(move || code(locale.get(), &known)).view()
        }
        (None, None) => fragment(vec![word_view(|w| w.citizen.unknown_code), on_demand(known.as_json())]),
    }
}
