//! The summary of a form's errors: takes the focus when it appears, and leads to each field with the same words.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use crate::platform::browser;
use crate::platform::signals::effect;
use crate::ui::view::dyn_view;

/// The errors of a form by the ids of their fields, under a heading. Nothing is shown while there are none.
pub fn error_summary(title: Signal<&'static str>, errors: Signal<Vec<(&'static str, String)>>) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    effect(move || {
        let shown = errors.with(|errors| !errors.is_empty());
        if let (true, Some(summary)) = (shown, node.get()) {
            let _ = summary.focus();
        }
    });
    dyn_view(move || {
        let errors = errors.get();
        if errors.is_empty() {
            return ().into_any();
        }
        let items: Vec<_> = errors.into_iter().map(item).collect();
        view! {
            <div class="error-summary" role="alert" tabindex="-1" node_ref=node>
                <h2>{title}</h2>
                <ul class="nobullet-list">{items}</ul>
            </div>
        }
        .into_any()
    })
}

fn item((id, text): (&'static str, String)) -> AnyView {
    let lead: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        event.prevent_default();
        browser::focus(&format!("#{id}"));
    });
    view! {
        <li>
            <a href=format!("#{id}") rel="external" on:click=lead>
                {text}
            </a>
        </li>
    }
    .into_any()
}
