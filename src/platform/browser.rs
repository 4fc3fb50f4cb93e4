//! The little of the browser that the app touches directly, each in one place. Knows nothing of the product.

mod focus;

use std::time::Duration;

use letasyl_contract::{Date, TimeOfDay, danish_time};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, NodeList, Storage, Window};

pub(crate) use focus::{focus, focus_in_place, focus_soon, has_focus, reveal_soon};

/// The events that show that somebody is there.
pub(crate) const TOUCHES: [&str; 6] = ["click", "keyup", "pointermove", "wheel", "scroll", "touchmove"];
/// The events with which a page comes to the fore: the clock may have gone on without its timers.
pub(crate) const RETURNS: [&str; 3] = ["visibilitychange", "focus", "pageshow"];

/// The window; absent only outside a page.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The page's document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// The page's body.
pub(crate) fn body() -> Option<HtmlElement> {
    document()?.body()
}

/// How high the window is inside, in CSS pixels; 0 outside a page.
pub(crate) fn height() -> i32 {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "pixels")]
    let height = height as i32;
    height
}

/// Scrolls the page down by so many pixels, or up.
pub(crate) fn scroll_by(pixels: i32) {
    if let Some(window) = window() {
        window.scroll_by_with_x_and_y(0.0, f64::from(pixels));
    }
}

/// The element with this id.
pub(crate) fn element_by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The page's language as HTML has it.
pub(crate) fn document_language() -> Option<String> {
    document()?.document_element().map(|root: Element| root.get_attribute("lang").unwrap_or_default())
}

/// Sets a length that the style of the page reads, in pixels.
pub(crate) fn set_length(name: &str, pixels: i32) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.unchecked_ref::<HtmlElement>().style().set_property(name, &format!("{pixels}px"));
    }
}

/// Sets the page's language for browsers and screen readers.
pub(crate) fn set_document_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Sets the title of the page. Never a word about a citizen.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// An attribute of the first element that the selector finds.
pub(crate) fn attribute(selector: &str, name: &str) -> Option<String> {
    document()?.query_selector(selector).ok()??.get_attribute(name)
}

/// Whether there is an element that the selector finds.
pub(crate) fn exists(selector: &str) -> bool {
    document().is_some_and(|document| document.query_selector(selector).is_ok_and(|found| found.is_some()))
}

/// Milliseconds since 1970, by the browser's clock.
pub(crate) fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// Waits, in milliseconds.
pub(crate) async fn pause(milliseconds: u32) {
    let mut begin = |resolve: js_sys::Function, _| {
        if let Some(window) = window() {
            let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    };
    let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut begin)).await;
}

/// Listens to an event of the window for as long as the page lives.
pub(crate) fn add_listener(name: &str, act: impl FnMut(Event) + 'static) {
    fn erased(name: &str, act: Box<dyn FnMut(Event)>) {
        let act = Closure::wrap(act);
        if let Some(window) = window() {
            let _ = window.add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
        }
        act.forget();
    }
    erased(name, Box::new(act));
}

/// Reloads the page.
pub(crate) fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Whether the browser believes it has a network.
pub(crate) fn online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// What the user chose to be remembered in this browser. Only ever settings, nothing of a citizen.
pub(crate) fn remembered(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Remembers a setting; a browser that refuses loses nothing but the memory.
pub(crate) fn remember(key: &str, value: &str) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(key, value);
    }
}

/// What this tab keeps over a reload under keys with this prefix: the rest of each key, and its value.
pub(crate) fn tab_items(prefix: &str) -> Vec<(String, String)> {
    let Some(storage) = tab_storage() else { return Vec::new() };
    let mut items = Vec::new();
    for index in 0..storage.length().unwrap_or(0) {
        let key = storage.key(index).ok().flatten().unwrap_or_default();
        if let (Some(rest), Ok(Some(value))) = (key.strip_prefix(prefix), storage.get_item(&key)) {
            items.push((rest.to_owned(), value));
        }
    }
    items
}

/// Keeps a value in this tab over a reload; `None` removes it. Never anything of a citizen.
pub(crate) fn set_tab_item(key: &str, value: Option<&str>) {
    if let Some(storage) = tab_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// Removes all that this tab keeps.
pub(crate) fn clear_tab_items() {
    if let Some(storage) = tab_storage() {
        let _ = storage.clear();
    }
}

fn tab_storage() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// Puts a text on the clipboard; answers whether that worked.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let promise = window.navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()
}

/// Decodes base64.
pub(crate) fn decode_base64(letters: &str) -> Option<Vec<u8>> {
    // The browser answers a text with a character for each byte.
    let bytes = window()?.atob(letters).ok()?;
    Some(bytes.chars().map(|byte| byte as u8).collect())
}

/// Prints with a class on the page that says what of it is wanted. It goes when the browser is done: some go on with the
/// script while they print.
pub(crate) fn print_only(class: &'static str) {
    let (Some(window), Some(root)) = (window(), document().and_then(|document| document.document_element())) else {
        return;
    };
    let _ = root.class_list().add_1(class);
    let done = Closure::once_into_js(move || {
        let _ = root.class_list().remove_1(class);
    });
    let once = web_sys::AddEventListenerOptions::new();
    once.set_once(true);
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        done.unchecked_ref(),
        &once,
    );
    print();
}

/// What screen readers announce when it changes.
const LIVE_REGIONS: &str = "[role=status], [role=alert]";
/// How long a change that is no news may take to be drawn.
const UNANNOUNCED: Duration = Duration::from_secs(1);

/// Keeps screen readers from announcing what changes now: the same in other words is no news.
pub(crate) fn change_unannounced(change: impl FnOnce()) {
    let regions = document().and_then(|document| document.query_selector_all(LIVE_REGIONS).ok());
    let regions: Vec<Element> = (0..regions.as_ref().map_or(0, NodeList::length))
        .filter_map(|index| regions.as_ref()?.get(index)?.dyn_into().ok())
        .collect();
    for region in &regions {
        let _ = region.set_attribute("aria-live", "off");
    }
    change();
    let restore = move || {
        for region in regions {
            let _ = region.remove_attribute("aria-live");
        }
    };
    leptos::prelude::set_timeout(restore, UNANNOUNCED);
}

/// Opens the browser's print dialog.
pub(crate) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Whether the browser shows PDFs itself. One that does not say is believed to.
pub(crate) fn shows_pdf() -> bool {
    let Some(window) = window() else { return false };
    let told = js_sys::Reflect::get(&window.navigator(), &"pdfViewerEnabled".into());
    told.ok().and_then(|told| told.as_bool()).unwrap_or(true)
}

/// This moment as a text that [`at`] reads again.
pub(crate) fn timestamp() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// The day and the time of day now, in Denmark, whatever the browser's time zone.
pub(crate) fn now() -> (Date, TimeOfDay) {
    in_denmark(&js_sys::Date::new_0())
}

/// The same of another moment: a text of [`timestamp`]'s, or milliseconds since 1970.
pub(crate) fn at(moment: &JsValue) -> (Date, TimeOfDay) {
    in_denmark(&js_sys::Date::new(moment))
}

fn in_denmark(moment: &js_sys::Date) -> (Date, TimeOfDay) {
    // Something has to be shown even for an invalid time, as a broken clock gives.
    let beginning = (Date { year: 1970, month: 1, day: 1 }, TimeOfDay { hour: 0, minute: 0, second: 0 });
    #[expect(clippy::cast_possible_truncation, reason = "whole seconds")]
    danish_time((moment.get_time() / 1_000.0).floor() as i64).unwrap_or(beginning)
}
