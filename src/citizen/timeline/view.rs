//! The time line as one sees it: the drawing, and below it the same in words.

use leptos::prelude::*;
use letasyl_contract::Date;
use letasyl_locale::{course, date, month_of, remark, show_all, stage, stretch};

use super::Dates;
use super::drawing::{Drawing, Naming, Width, draw};
use super::order;
use crate::citizen::sheet::mark;
use crate::platform::signals::ErasedSignal;
use crate::ui::element::button_el;
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, show, word};

/// The time line of these dates as of `today`; without a date it says that there is none.
///
/// `was`: the dates of the fetch that this one is compared with.
pub fn time_line(dates: Dates, today: Date, was: Option<Dates>) -> AnyView {
    let content = match draw(dates, today) {
        None => view! { <p class="absent">{word(|w| w.citizen.no_timeline)}</p> }.into_any(),
        Some(drawing) => view! {
            // All that it shows is said below it.
            <svg class="timeline" height=drawing.height.to_string() aria-hidden="true">
                {drawn(&drawing)}
            </svg>
            <ul class="nobullet-list no-max-width">{said(dates, today, was)}</ul>
            {remarks(dates, today)}
        }
        .into_any(),
    };
    view! {
        <figure aria-label=word(|w| w.citizen.timeline)>
            {content}
        </figure>
    }
    .into_any()
}

/// Each course with its dates and the one that matters next, and its dates before, where they were others.
fn said(dates: Dates, today: Date, was: Option<Dates>) -> Vec<AnyView> {
    let locale = use_locale();
    let mut said = Vec::new();
    let before = was.unwrap_or(dates).courses();
    for ((of, start, end), (_, old_start, old_end)) in dates.courses().into_iter().zip(before) {
        let at = order::stage(start, end, today);
        let name = boxed_text(move || course(locale.get(), of).to_owned() + ": ");
        let sentence = boxed_text(move || {
            let stretch = stretch(locale.get(), start, end);
            at.map_or_else(|| stretch.clone(), |at| stretch.clone() + ". " + &stage(locale.get(), of, at, today))
        });
        let old = boxed_text(move || {
            format!(" {} {}", locale.words().citizen.before, stretch(locale.get(), old_start, old_end))
        });
        let changed = ((start, end) != (old_start, old_end)).then(|| {
            view! {
                " "
                {mark(|w| w.citizen.changed)}
                {old}
            }
            .into_any()
        });
        said.push(item("", name, sentence, changed));
    }
    said
}

/// So many remarks are shown at once.
const AT_FIRST: usize = 2;

/// What is out of order: the first two remarks, and all of them on request and on paper.
fn remarks(dates: Dates, today: Date) -> AnyView {
    let locale = use_locale();
    let found = order::remarks(dates, today);
    let (count, all) = (found.len(), ErasedSignal::new(false));
    let note = move |of| {
        let note = boxed_text(move || locale.words().citizen.note.to_owned());
        item("badge badge-warning", note, boxed_text(move || " ".to_owned() + remark(locale.get(), of)), None)
    };
    let mut notes = found.into_iter().map(note);
    let first: Vec<_> = notes.by_ref().take(AT_FIRST).collect();
    let rest: Vec<_> = notes.collect();
    let button = move || {
        button_el("function-link no-print", move || all.set(true))
            .dyn_text(move || show_all(locale.get(), count))
            .view()
    };
    view! {
        <ul class="nobullet-list no-max-width" hidden=count == 0>
            {first}
        </ul>
        {show(move || count > AT_FIRST && !all.get(), button)}
        <ul class="nobullet-list no-max-width" class:print-only=move || !all.get() hidden=count <= AT_FIRST>
            {rest}
        </ul>
    }
    .into_any()
}

type Text = Box<dyn FnMut() -> String + Send>;

/// A sentence, what it is about, and what stands after it.
fn item(class: &'static str, about: Text, sentence: Text, more: Option<AnyView>) -> AnyView {
    view! {
        <li>
            <strong class=class>{about}</strong>
            {sentence}
            {more}
        </li>
    }
    .into_any()
}

fn drawn(drawing: &Drawing) -> Vec<AnyView> {
    let locale = use_locale();
    let mut drawn = Vec::new();
    for of in &drawing.shapes {
        let (width, shift) = match of.width {
            Width::Share(share) => (percent(share), 0),
            // Around its place.
            Width::Pixels(pixels) => (pixels.to_string(), pixels / 2),
        };
        let (y, height, transform) = (of.y.to_string(), of.height.to_string(), format!("translate(-{shift})"));
        let rect = view! {
            <rect class=of.class x=percent(of.x) y=y width=width height=height transform=transform></rect>
        };
        drawn.push(rect.into_any());
    }
    for &of in &drawing.labels {
        let said = boxed_text(move || match of.what {
            Naming::Course(of) => course(locale.get(), of).to_owned(),
            Naming::Today => locale.words().citizen.today.to_owned(),
            Naming::Year(year) => year.to_string(),
            Naming::Month(month, year) => month_of(locale.get(), month, year),
            Naming::Day(day) => date(locale.get(), day),
        });
        let label = view! {
            <text x=percent(of.x) y=of.y.to_string() text-anchor=of.anchor>
                {said}
            </text>
        };
        drawn.push(label.into_any());
    }
    drawn
}

/// "37.25%" of a place in hundredths of a percent.
fn percent(share: u16) -> String {
    format!("{}.{:02}%", share / 100, share % 100)
}
