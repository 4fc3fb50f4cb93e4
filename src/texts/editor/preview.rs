//! The display text as it will appear, with invisible characters marked.

use leptos::prelude::*;
use letasyl_locale::unseen;

use super::invisible_chars::{Kind, parts};
use crate::texts::excerpt::{beginning, excerpt};
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, dyn_view, show, word};

/// The preview, which follows what is typed.
pub(in crate::texts) fn preview(shown: RwSignal<String>) -> AnyView {
    view! {
        <div class="preview">
            <h2>{word(|w| w.texts().preview)}</h2>
            {drawn(shown)}
        </div>
    }
    .into_any()
}

/// The text with what one would not see in it; nothing while one sees all of it.
pub(in crate::texts) fn unseen_in(shown: RwSignal<String>) -> AnyView {
    let any = move || shown.with(|shown| parts(shown).iter().any(|(kind, _)| *kind != Kind::Plain));
    show(any, move || drawn(shown))
}

fn drawn(shown: RwSignal<String>) -> AnyView {
    let locale = use_locale();
    let content = dyn_view(move || {
        shown.with(|shown| {
            let length = |(_, part): &(Kind, &str)| part.chars().count();
            let (drawn, more) = excerpt(parts(shown), length, |(kind, part), left| (kind, beginning(part, left)));
            let mut views: Vec<_> = drawn.into_iter().map(part).collect();
            if more {
                views.push(cut_off());
            }
            views.into_any()
        })
    });
    let told = boxed_text(move || {
        let language = locale.get();
        shown.with(|shown| {
            let parts = parts(shown);
            let tell = |(index, kind): (usize, &Kind)| match parts.iter().filter(|(found, _)| found == kind).count() {
                0 => None,
                count => Some(unseen(language, index, count)),
            };
            Kind::TOLD.iter().enumerate().filter_map(tell).collect::<Vec<_>>().join(" · ")
        })
    });
    view! {
        <p class="prewrap card-box" dir="auto">
            {content}
        </p>
        <p class="form-hint">{told}</p>
    }
    .into_any()
}

/// Says that there is more of a text than is drawn.
pub(in crate::texts) fn cut_off() -> AnyView {
    view! {
        <span class="cut-off">"… " {word(|w| w.texts().cut_off)}</span>
    }
    .into_any()
}

fn part((kind, part): (Kind, &str)) -> AnyView {
    let class = match kind {
        Kind::Plain => return part.to_owned().into_any(),
        Kind::Blank => "blank",
        Kind::Tab => "blank blank-tab",
        Kind::Break => "blank blank-break",
        Kind::Hard => "blank blank-hard",
        Kind::Hidden => "blank blank-hidden",
    };
    let code = part.chars().next().map_or(0, u32::from);
    // A browser breaks lines at a line feed alone.
    let part = if kind == Kind::Break { "\n" } else { part };
    view! {
        <span class=class data-code=format!("U+{code:04X}")>
            {part.to_owned()}
        </span>
    }
    .into_any()
}
