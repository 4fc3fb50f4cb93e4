//! The parts of pages: what ties them together, where the focus goes, what is kept.

use leptos::prelude::*;
use letasyl_contract::Fejlkode;
use letasyl_web::api::{ApiError, Failure};
use letasyl_web::shell::failure_alert::failure_alert;
use letasyl_web::ui::dialog::dialog;
use letasyl_web::ui::error_summary::error_summary;
use letasyl_web::ui::field::{Field, text_area, text_field};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::page::{Mounted, focused, settled};

fn field(id: &'static str, error: Signal<Option<String>>, value: RwSignal<String>) -> Field {
    Field { id, label: Signal::stored("CPR-nummer"), hint: Signal::stored("ddmmåå-xxxx"), error, value }
}

#[wasm_bindgen_test]
async fn a_field_has_its_label_hint_and_error() {
    let owner = Owner::new();
    owner.set();
    let error = RwSignal::new(None::<String>);
    let value = RwSignal::new("29".to_owned());
    let page = Mounted::new(move || text_field(field("a", error.into(), value), true)).await;
    let input: HtmlInputElement = page.get("input");
    let label: HtmlElement = page.get("label");
    assert_eq!(label.get_attribute("for"), Some(input.id()));
    assert_eq!(label.inner_text().trim(), "CPR-nummer");
    assert_eq!(input.value(), "29");
    assert_eq!(input.get_attribute("inputmode").as_deref(), Some("numeric"));
    assert_eq!(input.get_attribute("autocomplete").as_deref(), Some("off"));
    assert_eq!(input.get_attribute("aria-invalid"), None);

    error.set(Some("Indtast 10 cifre".to_owned()));
    settled().await;
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    let described: Vec<String> = input
        .get_attribute("aria-describedby")
        .unwrap()
        .split(' ')
        .map(|id| page.get::<HtmlElement>(&format!("#{id}")).inner_text().trim().to_owned())
        .collect();
    assert_eq!(described, ["Indtast 10 cifre", "ddmmåå-xxxx"]);
    assert!(page.find(".form-group.form-error").is_some());
    // The same input still: a user who types in it loses neither the place nor a letter.
    assert!(input.is_connected());
}

#[wasm_bindgen_test]
async fn what_is_typed_is_kept_to_the_letter() {
    let owner = Owner::new();
    owner.set();
    let value = RwSignal::new(String::new());
    let page = Mounted::new(move || text_area(field("b", Signal::stored(None), value), 3)).await;
    let area: HtmlTextAreaElement = page.get("textarea");
    area.set_value(" a  b\n<script>&amp; 🙂 ");
    area.dispatch_event(&Event::new("input").unwrap()).unwrap();
    assert_eq!(value.get_untracked(), " a  b\n<script>&amp; 🙂 ");
    value.set("andet".to_owned());
    settled().await;
    assert_eq!(area.value(), "andet");
}

#[wasm_bindgen_test]
async fn the_error_summary_takes_the_focus_and_leads_to_the_field() {
    let owner = Owner::new();
    owner.set();
    let errors = RwSignal::new(Vec::new());
    let value = RwSignal::new(String::new());
    let page = Mounted::new(move || {
        view! {
            {error_summary(Signal::stored("Der er en fejl på siden"), errors.into())}
            {text_field(field("c", Signal::stored(None), value), false)}
        }
        .into_any()
    })
    .await;
    assert!(page.find(".error-summary").is_none());

    errors.set(vec![("c", "Indtast et CPR-nummer".to_owned())]);
    settled().await;
    let summary: HtmlElement = page.get(".error-summary");
    assert_eq!(focused(), Some(summary.clone().into()));
    assert_eq!(summary.get_attribute("role").as_deref(), Some("alert"));
    let link: HtmlElement = page.get(".error-summary a");
    assert_eq!(link.inner_text(), "Indtast et CPR-nummer");
    link.click();
    assert_eq!(focused().unwrap().id(), "c");

    errors.set(Vec::new());
    settled().await;
    assert!(!page.text().contains("Der er en fejl"));
}

#[wasm_bindgen_test]
async fn the_dialog_is_modal_and_its_signal_follows_it() {
    let owner = Owner::new();
    owner.set();
    let open = RwSignal::new(false);
    let page = Mounted::new(move || {
        dialog(open, Signal::stored("Overfør?"), view! { <button id="ja">"Ja"</button> }.into_any())
    })
    .await;
    let dialog: HtmlDialogElement = page.get("dialog");
    assert!(!dialog.open());
    open.set(true);
    settled().await;
    assert!(dialog.open() && dialog.matches(":modal").unwrap());
    assert_eq!(dialog.get_attribute("aria-label").as_deref(), Some("Overfør?"));

    // As when the user presses Esc: the browser closes it and tells.
    dialog.close();
    dialog.dispatch_event(&Event::new("close").unwrap()).unwrap();
    settled().await;
    assert!(!open.get_untracked());
}

#[wasm_bindgen_test]
async fn a_failure_tells_what_whose_next_and_the_numbers_and_can_be_tried_again() {
    let owner = Owner::new();
    owner.set();
    let tries = RwSignal::new(0);
    let mut error = ApiError::of(Failure::Fejlkode(Fejlkode::OperatorUnreachable)).with_error_id(Some("t1".to_owned()));
    error.fejlkode = Some(9287);
    error.detail = Some("Kommunikation ikke mulig".to_owned());
    let page =
        Mounted::new(move || failure_alert(error, Some(Callback::new(move |()| tries.update(|n| *n += 1))), None))
            .await;
    let alert: HtmlElement = page.get("[role=alert]");
    let text = alert.inner_text();
    for told in [
        "Der er ingen forbindelse til LetAsyl",
        "Fejlen ligger hos asyloperatøren (LetAsyl). Prøv igen om lidt.",
        "Fejlkode 9287 · Fejl-id t1",
    ] {
        assert!(text.contains(told), "{told} in {text}");
    }
    let own: HtmlElement = page.get("[lang=da]");
    assert_eq!(own.inner_text(), "Kommunikation ikke mulig");
    page.get::<HtmlElement>("button").click();
    assert_eq!(tries.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn an_ended_session_is_told_by_the_page_that_asks_to_sign_in_and_not_again() {
    let owner = Owner::new();
    owner.set();
    let page = Mounted::new(|| failure_alert(ApiError::of(Failure::SessionEnded), None, None)).await;
    assert_eq!(page.text(), "");
}
