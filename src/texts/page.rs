//! The list and one text: two pages on a narrow screen, side by side on a wide one. The list keeps its place.

use leptos::prelude::*;
use letasyl_contract::OperationName;

use crate::platform::events::follow_media;
use crate::platform::signals::ErasedMemo;
use crate::shell::fallback_pages::forbidden;
use crate::shell::permissions::TEXTS_OPERATIONS;
use crate::shell::router::use_router;
use crate::texts::beside::Beside;
use crate::texts::editor::{edit_page, new_page};
use crate::texts::list::page::list;
use crate::texts::store::use_store;
use crate::ui::view::{dyn_view, show};

/// From this width on there is room for both.
const WIDE: &str = "(width >= 1100px)";

/// What it takes to write a new text, and to read one.
const NEW: &[OperationName] = &[OperationName::CreateText];
const TEXT: &[OperationName] = &[OperationName::GetText];

/// The pages.
pub(crate) fn texts_page() -> AnyView {
    let (store, router) = (use_store(), use_router());
    let path = router.path();
    let beside = ErasedMemo::new(move || path.with(|path| Beside::of(path)));
    let wide = follow_media(WIDE);
    // Untracked: a change of rights is a change of session, which builds all this again.
    let may = move |operations| untrack(|| store.session.may_any(operations));
    let has_list = move || beside.get() == Beside::Nothing || wide.get() && may(TEXTS_OPERATIONS);
    let both = ErasedMemo::new(move || beside.get() != Beside::Nothing && wide.get() && may(TEXTS_OPERATIONS));
    on_cleanup(move || store.stop_reading());
    // The list stays where it is while texts come and go beside it.
    router.stay_between(move |from, to| {
        wide.get_untracked() && [from, to].iter().any(|path| Beside::of(path) != Beside::Nothing)
    });
    let text = dyn_view(move || {
        let shown = beside.get();
        untrack(|| match shown {
            Beside::Nothing => ().into_any(),
            Beside::New if may(NEW) => new_page(),
            Beside::New => forbidden(NEW),
            Beside::Text(id) if may(TEXT) => edit_page(id),
            Beside::Text(_) => forbidden(TEXT),
        })
    });
    let class = move || if both.get() { "texts-beside" } else { "" };
    view! {
        <div class=class>
            <div class="list-beside">
                {show(has_list, move || if may(TEXTS_OPERATIONS) { list(beside, both) } else { forbidden(TEXTS_OPERATIONS) })}
            </div>
            <div class="text-beside">{text}</div>
        </div>
    }
    .into_any()
}
