//! The page for one text, new or existing: fields, preview and warnings.

pub(in crate::texts) mod conflict;
pub(in crate::texts) mod delete;
pub(in crate::texts) mod draft;
pub(in crate::texts) mod duplicates;
pub(in crate::texts) mod form;
pub(in crate::texts) mod invisible_chars;
pub(in crate::texts) mod neighbours;
pub(in crate::texts) mod preview;
pub(in crate::texts) mod save_error;

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::{GetDynamicTextDto, OperationName};
use uuid::Uuid;

use self::conflict::conflict;
use self::delete::{delete_button, leaving};
use self::duplicates::{twins_line, twins_notice, twins_of};
use self::form::Form;
use self::neighbours::{Neighbours, neighbour_links, neighbours};
use self::preview::{preview, unseen_in};
use self::save_error::{DISPLAY_TEXT, GROUP, SaveError, TEXT};
use crate::api::{ApiError, Failure};
use crate::platform::signals::{ErasedMemo, effect};
use crate::shell::document_title::{fault_in_title, name_in_title, use_title};
use crate::shell::failure_alert::failure_alert;
use crate::shell::paths;
use crate::texts::shortcuts::{EDITOR, keys};
use crate::texts::store::{Store, use_store};
use crate::ui::error_summary::error_summary;
use crate::ui::field::{Field, text_area};
use crate::ui::language::use_locale;
use crate::ui::view::{Load, boxed_text, button, dyn_view, load, show, waiting, word, word_signal};

/// The page for a new text.
pub(in crate::texts) fn new_page() -> AnyView {
    use_title(|w| w.texts().new);
    let store = use_store();
    store.read_for_editor();
    view! {
        <h1 tabindex="-1">{word(|w| w.texts().new)}</h1>
        {form(store, None, None)}
    }
    .into_any()
}

/// The page for an existing text.
pub(in crate::texts) fn edit_page(id: Uuid) -> AnyView {
    use_title(|w| w.texts().edit);
    let store = use_store();
    store.opened.set(Some(id));
    store.read_for_editor();
    let Load { response, reload } = load(move || store.text(id));
    effect(move || {
        store.session.returned();
        if response.with_untracked(|response| matches!(response, Some(Err(error)) if error.session_ended())) {
            reload.run(());
        }
    });
    let others = neighbours(store, id);
    view! {
        <div class="texts-head">
            <h1 tabindex="-1">{word(|w| w.texts().edit)}</h1>
            {neighbour_links(others)}
        </div>
        {dyn_view(move || match response.get() {
            None => waiting(|w| w.texts().loading_text),
            Some(Ok(text)) => untrack(|| {
                name_in_title(text.text.as_str());
                form(store, Some(text), Some(others))
            }),
            Some(Err(ApiError { failure: Failure::NotFound, .. })) => gone(),
            Some(Err(error)) => failure_alert(error, Some(reload), None),
        })}
    }
    .into_any()
}

fn gone() -> AnyView {
    view! {
        <div class="alert alert-info">
            <p class="alert-heading">{word(|w| w.texts().gone)}</p>
            <p class="alert-text">{word(|w| w.texts().gone_text)}</p>
            <p class="alert-text">
                <a href=paths::TEXTS>{word(|w| w.texts().back)}</a>
            </p>
        </div>
    }
    .into_any()
}

/// `others`: where an existing text stands among them.
fn form(store: Store, existing: Option<GetDynamicTextDto>, others: Option<ErasedMemo<Option<Neighbours>>>) -> AnyView {
    let form = Form::new(store, existing);
    form.follow_deletion();
    let guard = form.router.guard();
    guard.block_while(move || form.unsaved(), (|w| w.texts().leave_title, |w| w.texts().leave));
    let go = move || guard.confirm_if_blocking(Arc::new(move || form.give_up()));
    let next = move || others.and_then(|others| others.get()?.after);
    let save_and_next = move || {
        if let Some(next) = untrack(next) {
            form.save_and_open(next);
        }
    };
    let may_save = move || {
        let operation =
            if form.id.with(Option::is_some) { OperationName::UpdateText } else { OperationName::CreateText };
        store.session.may(operation)
    };
    let help = keys(EDITOR, move |event, _| {
        match event.key().as_str() {
            "s" | "S" if event.ctrl_key() || event.meta_key() => {
                if untrack(may_save) {
                    form.save();
                }
            }
            "Enter" if (event.ctrl_key() || event.meta_key()) && untrack(may_save) => save_and_next(),
            "Escape" => go(),
            _ => return false,
        }
        true
    });
    let may_delete =
        move || form.id.get().is_some_and(|id| !store.can_keep(id)) && store.session.may(OperationName::DeleteText);
    let may_copy = move || form.id.with(Option::is_some) && store.session.may(OperationName::CreateText);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.save();
    };
    let save_button = || {
        view! {
            <button type="submit" class="button button-primary">
                {word(|w| w.texts().save)}
            </button>
        }
        .into_any()
    };
    let twins = twins_of(form);
    view! {
        {error_summary(word_signal(|w| w.frame.error_summary), errors(form))}
        {leaving(form)}
        {failure(form)}
        {conflict(form)}
        <form class="editor" novalidate on:submit=submit>
            {text_area(field(form, TEXT, |w| w.names.text), 1)}
            {twins_line(twins)}
            {text_area(field(form, DISPLAY_TEXT, |w| w.names.display_text), 3)}
            {group_field(form)}
            // Below the fields, none of which moves while something is pointed out.
            {preview(form.display_text)}
            {unseen_in(form.text)}
            {twins_notice(twins)}
            <div role="status">
                {show(move || form.busy.get(), || view! { <p class="late">{word(|w| w.texts().saving)}</p> }.into_any())}
            </div>
            <div class="button-group editor-foot">
                {show(may_save, save_button)}
                {show(
                    move || may_save() && next().is_some(),
                    move || button("button button-secondary", |w| w.texts().save_and_next, save_and_next),
                )}
                {button("button button-secondary", |w| w.texts().cancel, go)}
                {show(may_copy, move || button("button button-secondary", |w| w.texts().copy, move || form.copy()))}
                {show(may_delete, move || delete_button(form))}
                {help}
            </div>
        </form>
    }
    .into_any()
}

fn failure(form: Form) -> AnyView {
    fault_in_title(move || form.trouble.with(|trouble| !matches!(trouble, SaveError::None)));
    let again = Callback::new(move |()| form.save());
    dyn_view(move || match form.trouble.get() {
        SaveError::Failed(error) => {
            let retry = error.worth_retrying().then_some(again);
            failure_alert(error, retry, None)
        }
        _ => ().into_any(),
    })
}

/// What is wrong with a field.
fn error(form: Form, id: &'static str) -> Option<String> {
    let words = use_locale().words().texts();
    let told = |word: &str| Some(word.to_owned());
    form.trouble.with(|trouble| match trouble {
        SaveError::Missing(missing) if id == TEXT && missing.text => told(words.text_missing),
        SaveError::Missing(missing) if id == DISPLAY_TEXT && missing.display_text => told(words.display_text_missing),
        SaveError::Faults(faults) => {
            let (_, fault) = faults.iter().find(|(field, _)| *field == id)?;
            told(if id == GROUP { words.group_gone_choose } else { fault })
        }
        _ => None,
    })
}

fn errors(form: Form) -> Signal<Vec<(&'static str, String)>> {
    Signal::derive(move || {
        [TEXT, DISPLAY_TEXT, GROUP].into_iter().filter_map(|id| Some((id, error(form, id)?))).collect()
    })
}

fn field(form: Form, id: &'static str, label: crate::ui::view::Key) -> Field {
    let value = if id == TEXT { form.text } else { form.display_text };
    let hint = word_signal(|w| w.texts().text_hint);
    Field { id, label: word_signal(label), hint, error: Signal::derive(move || error(form, id)), value }
}

fn group_field(form: Form) -> AnyView {
    let locale = use_locale();
    let wrong = move || error(form, GROUP);
    let options = dyn_view(move || {
        let chosen = form.group.get();
        let listed = form.store.groups.get();
        let old = locale.words().texts().group_old;
        let options: Vec<_> = form
            .groups()
            .into_iter()
            .map(|group| {
                let id = group.external_identifier;
                let is_old =
                    listed.as_ref().is_some_and(|listed| !listed.iter().any(|known| known.external_identifier == id));
                let name = group.name.as_str();
                let name = if is_old { format!("{name} ({old})") } else { name.to_owned() };
                view! {
                    <option value=id.to_string() selected=chosen == Some(id)>
                        {name}
                    </option>
                }
            })
            .collect();
        options.into_any()
    });
    let class = boxed_text(move || if wrong().is_some() { "form-group form-error" } else { "form-group" }.to_owned());
    let invalid = move || if wrong().is_some() { "true" } else { "false" };
    view! {
        <div class=class>
            <label class="form-label" for=GROUP>
                {word(|w| w.names.group)}
            </label>
            <span class="form-error-message" id="gruppe-fejl">
                {boxed_text(move || wrong().unwrap_or_default())}
            </span>
            <select
                id=GROUP
                class="form-select"
                aria-describedby="gruppe-fejl"
                aria-invalid=invalid
                prop:value=boxed_text(move || form.group.get().map(|id| id.to_string()).unwrap_or_default())
                on:change=move |event| form.group.set(Uuid::try_parse(&event_target_value(&event)).ok())
            >
                <option value="">{word(|w| w.texts().no_group)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
