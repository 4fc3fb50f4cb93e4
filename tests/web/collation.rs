//! Danish order, as each browser has it.

use js_sys::JsString;
use letasyl_web::platform::collation::{Danish, lower, order};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn ae_oe_aa_come_last_and_double_a_is_aa() {
    let texts = ["Åbent", "Ærlig", "Zebra", "Aarhus", "abe", "Øre", "Abe", "årsag"];
    let ordered: Vec<_> = order(&texts).await.into_iter().map(|position| texts[position as usize]).collect();
    let at = |text| ordered.iter().position(|known| *known == text).unwrap();
    for pair in [("abe", "Zebra"), ("Zebra", "Ærlig"), ("Ærlig", "Øre"), ("Øre", "Åbent"), ("Øre", "Aarhus")] {
        assert!(at(pair.0) < at(pair.1), "{pair:?} in {ordered:?}");
    }
}

#[wasm_bindgen_test]
async fn every_position_comes_once_and_equal_texts_keep_their_order() {
    let texts = ["b", "a", "b", "", "a"];
    assert_eq!(order(&texts).await, [3, 1, 4, 0, 2]);
    assert_eq!(order(&[]).await, [0; 0]);
}

#[wasm_bindgen_test]
async fn many_texts_come_in_the_order_of_the_browsers_own_sorting() {
    let words = ["å", "Aa", "æ", "z", "10", "9", "-", "é", "e", "ø", "\u{200b}", ""];
    let texts: Vec<String> = (0..3000_usize)
        .map(|n| format!("{}{}{}", words[n * 7 % 12], words[n / 12 % 12], words[n / 144 % 12]))
        .collect();
    let keys: Vec<&str> = texts.iter().map(String::as_str).collect();
    let order = order(&keys).await;
    let danish = Danish::default();
    let ordered: Vec<_> = order.iter().map(|position| JsString::from(keys[*position as usize])).collect();
    assert!(ordered.is_sorted_by(|one, other| danish.compare(one, other).is_le()));
    let mut positions = order.clone();
    positions.sort_unstable();
    assert_eq!(positions, (0..3000).collect::<Vec<u32>>());
}

#[wasm_bindgen_test]
fn lower_case_knows_danish_letters() {
    assert_eq!(lower("ÆØÅ Straße İ"), "ÆØÅ Straße İ".to_lowercase());
}
