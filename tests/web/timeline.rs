//! The time line: drawn within its frame at any width, and said in words.

use leptos::prelude::*;
use letasyl_contract::Date;
use letasyl_web::citizen::{Dates, time_line};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::page::Mounted;

fn day(year: u16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

async fn mounted(dates: Dates) -> Mounted {
    Owner::new().set();
    Mounted::new(move || time_line(dates, Date { year: 2024, month: 7, day: 9 }, None)).await
}

fn usual() -> Dates {
    Dates { signed: day(2024, 3, 5), starts: day(2024, 3, 11), ends: day(2025, 3, 10), expires: day(2029, 3, 4) }
}

/// The places of all elements that the selector finds, from left to right edge.
fn places(page: &Mounted, selector: &str) -> Vec<(f64, f64)> {
    let found = page.get::<Element>("figure").query_selector_all(selector).unwrap();
    let place = |index| {
        let box_ =
            wasm_bindgen::JsCast::unchecked_into::<Element>(found.get(index).unwrap()).get_bounding_client_rect();
        (box_.left(), box_.right())
    };
    (0..found.length()).map(place).collect()
}

#[wasm_bindgen_test]
async fn it_is_drawn_within_its_frame_at_any_width() {
    let page = mounted(usual()).await;
    for width in [288, 1200] {
        let frame: Element = page.get("svg");
        frame.set_attribute("width", &width.to_string()).unwrap();
        let all = frame.get_bounding_client_rect();
        assert_eq!(all.width(), f64::from(width));
        let shapes = places(&page, "rect");
        assert!(shapes.len() > 10);
        for (left, right) in shapes {
            assert!(left >= all.left() - 2.0 && right <= all.right() + 2.0, "{left} {right} {width}");
        }
        let (today, _) = places(&page, "rect.today")[0];
        for (passed, whole) in places(&page, "rect.passed").into_iter().zip(places(&page, "rect.whole")) {
            assert!((passed.1 - today).abs() < 3.0 && passed.1 < whole.1 && (passed.0 - whole.0).abs() < 1.0);
        }
    }
}

#[wasm_bindgen_test]
async fn it_says_what_it_shows() {
    let text = mounted(usual()).await.text();
    for said in ["Kontrakten slutter om 4 år og 7 måneder", "Programmet slutter om 8 måneder og 1 dag", "I dag", "2029"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("Bemærk"));
}

#[wasm_bindgen_test]
async fn a_screen_reader_hears_the_words_and_not_the_drawing() {
    let page = mounted(usual()).await;
    assert_eq!(page.get::<Element>("svg").get_attribute("aria-hidden").as_deref(), Some("true"));
    assert_eq!(page.get::<Element>("figure").query_selector_all("li").unwrap().length(), 2);
}

#[wasm_bindgen_test]
async fn what_is_out_of_order_is_noted() {
    let page = mounted(Dates { ends: day(2023, 1, 1), ..usual() }).await;
    assert!(page.text().contains("Programmet slutter, før det begynder"));
    assert!(page.find("rect.wrong").is_some());
    let none = mounted(Dates::default()).await;
    assert!(none.text().contains("Ingen af de fire datoer er oplyst") && none.find("svg").is_none());
}
