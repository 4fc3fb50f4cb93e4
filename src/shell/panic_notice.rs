//! A panic ends the app: this makes sure that the user is told so, instead of facing a page that is dead.
//!
//! It must not depend on anything that may be the cause: no signals, no components, only the DOM.

use letasyl_locale::{Language, words};

use crate::platform::browser;

/// Installs the notice. The panic's message goes nowhere: it could quote what is confidential; its place is told.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|info| {
        if let Some(place) = info.location() {
            let place = format!("panic at {}:{}", place.file(), place.line());
            web_sys::console::error_1(&place.into());
        }
        show();
    }));
}

fn show() {
    let language = browser::document_language().as_deref().and_then(Language::from_tag).unwrap_or_default();
    let words = &words(language).frame;
    let Some(document) = browser::document() else { return };
    let (Some(body), Ok(notice), Ok(text), Ok(button)) = (
        document.body(),
        document.create_element("div"),
        document.create_element("p"),
        document.create_element("button"),
    ) else {
        return;
    };
    notice.set_class_name("alert alert-error");
    let _ = notice.set_attribute("role", "alert");
    text.set_text_content(Some(words.broken));
    button.set_class_name("button button-primary");
    button.set_text_content(Some(words.reload));
    let reload = wasm_bindgen::closure::Closure::<dyn Fn()>::new(browser::reload);
    let _ = button.add_event_listener_with_callback("click", wasm_bindgen::JsCast::unchecked_ref(reload.as_ref()));
    reload.forget();
    let _ = notice.append_child(&text);
    let _ = notice.append_child(&button);
    let _ = body.prepend_with_node_1(&notice);
}
