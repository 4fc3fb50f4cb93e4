//! Somebody else changed or deleted the text during editing: shows all versions side by side, and the user chooses.

use leptos::prelude::*;
use uuid::Uuid;

use super::draft::Draft;
use super::form::Form;
use super::preview::cut_off;
use super::save_error::SaveError;
use crate::platform::browser;
use crate::texts::excerpt::{beginning, excerpt};
use crate::ui::diff::{GONE, NEW, SAME, marked};
use crate::ui::element::el;
use crate::ui::language::use_locale;
use crate::ui::view::{Key, button, dyn_view, word};

const ID: &str = "konflikt";

/// What the others did, as long as the user has not decided.
pub(in crate::texts) fn conflict(form: Form) -> AnyView {
    dyn_view(move || {
        let shown = match form.trouble.get() {
            SaveError::Gone => deleted(form),
            SaveError::Changed(theirs, group) => {
                form.seen.update(|seen| seen.extend(group));
                untrack(|| changed(form, &theirs))
            }
            _ => return ().into_any(),
        };
        browser::focus_soon("#konflikt");
        shown
    })
}

fn deleted(form: Form) -> AnyView {
    view! {
        <div class="alert alert-warning" role="alert" id=ID tabindex="-1">
            <p class="alert-heading">{word(|w| w.texts().gone_meanwhile)}</p>
            <p class="alert-text">{word(|w| w.texts().gone_meanwhile_text)}</p>
            <div class="button-group">{button("button button-secondary", |w| w.texts().create_anew, move || form.create_anew())}</div>
        </div>
    }
    .into_any()
}

fn changed(form: Form, theirs: &Draft) -> AnyView {
    let base = form.base.get();
    let mine = form.draft();
    let choice = |class: &'static str, name: Key, then: fn(Form, Draft)| {
        let theirs = theirs.clone();
        let choose = move || {
            form.accept(&theirs);
            then(form, theirs.clone());
        };
        button(class, name, choose)
    };
    view! {
        <section>
            <div class="alert alert-warning" role="alert" id=ID tabindex="-1">
                <p class="alert-heading">{word(|w| w.texts().changed_meanwhile)}</p>
                <p class="alert-text">{word(|w| w.texts().changed_meanwhile_text)}</p>
            </div>
            <div class="compare">
                {version(form, |w| w.texts().as_read, &base, &base)}
                {version(form, |w| w.texts().as_now, &base, theirs)}
                {version(form, |w| w.texts().as_mine, &base, &mine)}
            </div>
            <div class="button-group">
                {choice("button button-primary", |w| w.texts().keep_mine, |form, _| form.save())}
                {choice("button button-secondary", |w| w.texts().take_theirs, Form::fill)}
                {choice("button button-secondary", |w| w.texts().go_on, |_, _| ())}
            </div>
        </section>
    }
    .into_any()
}

/// One version, with what it changes of what was read.
fn version(form: Form, name: Key, base: &Draft, version: &Draft) -> AnyView {
    // The name of another group is another one as a whole.
    let (before, now) = (group_name(form, base.group), group_name(form, version.group));
    let group = if before == now { vec![(SAME, now)] } else { vec![(GONE, before), (NEW, now)] };
    let fields: [(Key, Vec<(&'static str, String)>); 3] = [
        (|w| w.names.text, marked(&base.text, &version.text)),
        (|w| w.names.display_text, marked(&base.display_text, &version.display_text)),
        (|w| w.names.group, group),
    ];
    let rows = fields.map(|(label, runs)| {
        let length = |(_, text): &(&str, String)| text.chars().count();
        let (drawn, more) = excerpt(runs, length, |(tag, text), left| (tag, beginning(&text, left).to_owned()));
        let mut views: Vec<_> = drawn.iter().map(|(tag, text)| el(tag, "").text(text).view()).collect();
        if more {
            views.push(cut_off());
        }
        view! {
            <dt>{word(label)}</dt>
            <dd class="diff">{views}</dd>
        }
        .into_any()
    });
    view! {
        <div class="card-box">
            <h2>{word(name)}</h2>
            <dl class="fields">{Vec::from(rows)}</dl>
        </div>
    }
    .into_any()
}

fn group_name(form: Form, id: Option<Uuid>) -> String {
    let words = use_locale().words().texts();
    let Some(id) = id else { return words.no_group.to_owned() };
    let known = form.groups().into_iter().find(|group| group.external_identifier == id);
    known.map_or_else(|| words.group_gone.to_owned(), |group| group.name.as_str().to_owned())
}
