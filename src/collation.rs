//! Danish order, by the browser's own collation: "aa" as å, and æ ø å last.

use std::collections::HashMap;

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The positions of the texts in Danish order; equal texts keep the order in which they came.
pub fn order(texts: &[&str]) -> Vec<u32> {
    let mut positions: HashMap<&str, Vec<u32>> = HashMap::new();
    for (position, text) in (0..).zip(texts) {
        positions.entry(text).or_default().push(position);
    }
    // Only what differs goes through the browser: many texts share a group, and some a text.
    let distinct: Array = positions.keys().map(|text| JsValue::from_str(text)).collect();
    sort(&distinct);
    distinct
        .iter()
        .filter_map(|text| text.as_string())
        .filter_map(|text| positions.remove(text.as_str()))
        .flatten()
        .collect()
}

/// Sorts strings in place with the comparison handed over as it is: a way through Rust for each pair would cost ten
/// times the sorting.
fn sort(texts: &Array) {
    let options = Object::new();
    let _ = Reflect::set(&options, &"numeric".into(), &true.into());
    let collator = Intl::Collator::new(&Array::of1(&"da".into()), &options);
    let sort = Reflect::get(texts, &"sort".into()).ok().and_then(|sort| sort.dyn_into::<Function>().ok());
    if let Some(sort) = sort {
        let _ = sort.call1(texts, &collator.compare());
    }
}

/// A text in lower case, by the browser's tables: Rust's own would be a second copy of them.
pub fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}
