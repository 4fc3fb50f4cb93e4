//! Danish order, as each browser has it.

use letasyl_web::collation::{lower, order};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn ae_oe_aa_come_last_and_double_a_is_aa() {
    let texts = ["Åbent", "Ærlig", "Zebra", "Aarhus", "abe", "Øre", "Abe", "årsag"];
    let ordered: Vec<_> = order(&texts).into_iter().map(|position| texts[position as usize]).collect();
    let at = |text| ordered.iter().position(|known| *known == text).unwrap();
    for pair in [("abe", "Zebra"), ("Zebra", "Ærlig"), ("Ærlig", "Øre"), ("Øre", "Åbent"), ("Øre", "Aarhus")] {
        assert!(at(pair.0) < at(pair.1), "{pair:?} in {ordered:?}");
    }
}

#[wasm_bindgen_test]
fn every_position_comes_once_and_equal_texts_keep_their_order() {
    let texts = ["b", "a", "b", "", "a"];
    assert_eq!(order(&texts), [3, 1, 4, 0, 2]);
    assert_eq!(order(&[]), [0; 0]);
}

#[wasm_bindgen_test]
fn lower_case_knows_danish_letters() {
    assert_eq!(lower("ÆØÅ Straße İ"), "ÆØÅ Straße İ".to_lowercase());
}
