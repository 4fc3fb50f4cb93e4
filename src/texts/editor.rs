//! The form for one text, new or existing. "Gemt" is said only when the backend has said so.

use leptos::prelude::*;
use letasyl_contract::{
    CreateText, GetDynamicTextDto, GetDynamicTextGroupDto, GetText, OperationName, RequestId, UpdateText,
};
use uuid::Uuid;

use super::draft::{Complete, Draft, Intent, Missing};
use super::shelf::{Shelf, use_shelf};
use crate::api::{Abort, ApiError, Effect, Failure};
use crate::components::{Field, error_summary, text_area, text_field};
use crate::failure::failure_alert;
use crate::frame::use_title;
use crate::language::use_locale;
use crate::live::Live;
use crate::paths;
use crate::router::use_router;
use crate::view::{Asked, ask, click, dynamic, effect, waiting, when, word, word_signal};

const TEXT: &str = "tekst";
const DISPLAY_TEXT: &str = "visningstekst";

/// The page for a new text.
pub(crate) fn new_page() -> AnyView {
    use_title(|w| w.texts.new);
    let shelf = use_shelf();
    shelf.read_groups();
    view! {
        <h1 tabindex="-1">{word(|w| w.texts.new)}</h1>
        {form(shelf, None)}
    }
    .into_any()
}

/// The page for an existing text.
pub(crate) fn edit_page(id: Uuid) -> AnyView {
    use_title(|w| w.texts.edit);
    let shelf = use_shelf();
    shelf.read_groups();
    let Asked { answer, ask } =
        ask(move || async move { shelf.session.send(&GetText { external_identifier: id }, &Abort::new()).await });
    effect(move || {
        shelf.session.returned();
        if answer.with_untracked(|answer| matches!(answer, Some(Err(error)) if error.session_ended())) {
            ask.run(());
        }
    });
    view! {
        <h1 tabindex="-1">{word(|w| w.texts.edit)}</h1>
        {dynamic(move || match answer.get() {
            None => waiting(|w| w.texts.loading_text),
            Some(Ok(text)) => untrack(|| form(shelf, Some(text))),
            Some(Err(ApiError { failure: Failure::NotFound, .. })) => gone(),
            Some(Err(error)) => failure_alert(error, Some(ask), None),
        })}
    }
    .into_any()
}

fn gone() -> AnyView {
    view! {
        <div class="alert alert-info">
            <p class="alert-heading">{word(|w| w.texts.gone)}</p>
            <p class="alert-text">{word(|w| w.texts.gone_text)}</p>
            <p class="alert-text">
                <a href=paths::TEXTS>{word(|w| w.texts.back)}</a>
            </p>
        </div>
    }
    .into_any()
}

/// The state of the form.
#[derive(Clone, Copy)]
struct Form {
    shelf: Shelf,
    id: Option<Uuid>,
    text: RwSignal<String>,
    display_text: RwSignal<String>,
    group: Live<Option<Uuid>>,
    missing: Live<Missing>,
    failed: Live<Option<ApiError>>,
    busy: Live<bool>,
    intent: Live<Intent>,
    leave: Callback<()>,
}

impl Form {
    fn draft(self) -> Draft {
        Draft {
            text: self.text.get_untracked(),
            display_text: self.display_text.get_untracked(),
            group: self.group.get_untracked(),
        }
    }

    fn save(self) {
        if self.busy.get_untracked() {
            return;
        }
        let draft = self.draft();
        self.failed.set(None);
        let complete = match draft.complete() {
            Ok(complete) => complete,
            Err(missing) => return self.missing.set(missing),
        };
        self.missing.set(Missing::default());
        self.busy.set(true);
        let fresh = || RequestId::from(Uuid::new_v4());
        let id = self.intent.update(|intent| intent.id_for(&draft, fresh));
        leptos::task::spawn_local(async move {
            let saved = self.send(complete.clone(), id.clone()).await;
            self.busy.set(false);
            match saved {
                Ok(known) => self.saved(known.or(self.id), complete),
                // Seen before with this very draft: it is saved.
                Err(error) if error.effect() == Effect::Already => self.saved(self.id, complete),
                Err(error) => self.failed.set(Some(error.with_request_id(&id))),
            }
        });
    }

    /// Sends the draft; answers the id of a new text.
    async fn send(self, complete: Complete, request_id: RequestId) -> Result<Option<Uuid>, ApiError> {
        let session = self.shelf.session;
        match self.id {
            Some(id) => {
                let call = UpdateText { request_id, body: complete.update(id) };
                session.send(&call, &Abort::new()).await.map(|_| None)
            }
            None => {
                let call = CreateText { request_id, body: complete.create() };
                session.send(&call, &Abort::new()).await.map(Some)
            }
        }
    }

    fn saved(self, id: Option<Uuid>, complete: Complete) {
        if let Some(id) = id {
            let groups = self.shelf.groups.get_untracked().unwrap_or_default();
            let body = complete.update(id);
            let group: Option<GetDynamicTextGroupDto> =
                groups.iter().find(|group| Some(group.external_identifier) == body.group_external_identifier).cloned();
            let (text, display_text) = (body.text, body.display_text);
            self.shelf.put(GetDynamicTextDto { external_identifier: id, text, display_text, group });
        }
        self.shelf.notices.tell(|w| w.texts.saved);
        // Who went elsewhere meanwhile is not called back.
        let _ = self.leave.try_run(());
    }

    fn delete(self) {
        if let Some(id) = self.id {
            self.shelf.delete(id);
            let _ = self.leave.try_run(());
        }
    }
}

fn form(shelf: Shelf, existing: Option<GetDynamicTextDto>) -> AnyView {
    let locale = use_locale();
    let start = existing.as_ref().map(Draft::of).unwrap_or_default();
    let router = use_router();
    let leave = Callback::new(move |()| {
        let place = shelf.place.get_untracked();
        router.go(&format!("{}{place}", paths::TEXTS));
    });
    let form = Form {
        shelf,
        id: existing.map(|text| text.external_identifier),
        text: RwSignal::new(start.text),
        display_text: RwSignal::new(start.display_text),
        group: Live::new(start.group),
        missing: Live::new(Missing::default()),
        failed: Live::new(None),
        busy: Live::new(false),
        intent: Live::default(),
        leave,
    };
    let text_error = Signal::derive(move || {
        form.missing.with(|missing| missing.text).then(|| locale.words().texts.text_missing.to_owned())
    });
    let display_error = Signal::derive(move || {
        form.missing.with(|missing| missing.display_text).then(|| locale.words().texts.display_text_missing.to_owned())
    });
    let errors = Signal::derive(move || {
        let errors = [(TEXT, text_error.get()), (DISPLAY_TEXT, display_error.get())];
        errors.into_iter().filter_map(|(id, error)| error.map(|error| (id, error))).collect()
    });
    let hint = word_signal(|w| w.texts.text_hint);
    let text = Field { id: TEXT, label: word_signal(|w| w.texts.text), hint, error: text_error, value: form.text };
    let display_text = Field {
        id: DISPLAY_TEXT,
        label: word_signal(|w| w.texts.display_text),
        hint,
        error: display_error,
        value: form.display_text,
    };
    let again = Callback::new(move |()| form.save());
    let failure = dynamic(move || {
        form.failed
            .get()
            .map(|error| {
                let retry = error.worth_retrying().then_some(again);
                failure_alert(error, retry, None)
            })
            .into_any()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.save();
    };
    let may_save = move || {
        let operation = if form.id.is_some() { OperationName::UpdateText } else { OperationName::CreateText };
        shelf.session.may(operation)
    };
    let may_delete = move || form.id.is_some() && shelf.session.may(OperationName::DeleteText);
    view! {
        {error_summary(word_signal(|w| w.frame.error_summary), errors)}
        {failure}
        <form novalidate on:submit=submit>
            {text_field(text, false)}
            {text_area(display_text)}
            <h2>{word(|w| w.texts.preview)}</h2>
            <p class="prewrap card-box">{move || form.display_text.get()}</p>
            {group_field(form)}
            <div role="status">
                {when(move || form.busy.get(), || view! { <p>{word(|w| w.texts.saving)}</p> }.into_any())}
            </div>
            <div class="button-group">
                {when(
                    may_save,
                    || {
                        view! {
                            <button type="submit" class="button button-primary">
                                {word(|w| w.texts.save)}
                            </button>
                        }
                            .into_any()
                    },
                )}
                <button type="button" class="button button-secondary" on:click=click(move || leave.run(()))>
                    {word(|w| w.texts.cancel)}
                </button>
                {when(
                    may_delete,
                    move || {
                        view! {
                            <button type="button" class="button button-warning" on:click=click(move || form.delete())>
                                {word(|w| w.texts.delete)}
                            </button>
                        }
                            .into_any()
                    },
                )}
            </div>
        </form>
    }
    .into_any()
}

fn group_field(form: Form) -> AnyView {
    let options = dynamic(move || {
        let chosen = form.group.get_untracked();
        let groups = form.shelf.groups.get().unwrap_or_default();
        let options: Vec<_> = groups
            .iter()
            .map(|group| {
                let selected = chosen == Some(group.external_identifier);
                view! {
                    <option value=group.external_identifier.to_string() selected=selected>
                        {group.name.as_str().to_owned()}
                    </option>
                }
            })
            .collect();
        options.into_any()
    });
    view! {
        <div class="form-group">
            <label class="form-label" for="gruppe">
                {word(|w| w.texts.group)}
            </label>
            <select
                id="gruppe"
                class="form-select"
                on:change=move |event| form.group.set(Uuid::try_parse(&event_target_value(&event)).ok())
            >
                <option value="">{word(|w| w.texts.no_group)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
