//! Danish order, by the browser's own collation: "aa" as å, and æ ø å last. And lower case.

use std::cmp::Ordering;

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::platform::time_slice::TimeSlice;

/// So few are sorted in one go; more than four times the parts.
const FEW: usize = 128;
/// So many parts a larger number is parted into.
const PARTS: usize = 16;

/// The browser's comparison.
pub struct Danish(Function);

impl Default for Danish {
    fn default() -> Self {
        let options = Object::new();
        let _ = Reflect::set(&options, &"numeric".into(), &true.into());
        Self(Intl::Collator::new(&Array::of1(&"da".into()), &options).compare())
    }
}

impl Danish {
    /// Which of two comes first.
    pub fn compare(&self, one: &JsString, other: &JsString) -> Ordering {
        let told = self.0.call2(&JsValue::UNDEFINED, one, other).ok().and_then(|told| told.as_f64());
        told.and_then(|told| told.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
    }
}

/// A text and where it stands among all.
type Place = (JsString, u32);

/// The positions of the texts in Danish order; equal texts keep the order in which they came. In small steps, so that
/// sorting a hundred thousand leaves the browser free to answer the user: the browser's own sorting cannot be
/// interrupted.
pub async fn order(texts: &[&str]) -> Vec<u32> {
    let mut slice = TimeSlice::new();
    let danish = Danish::default();
    let mut all = Vec::with_capacity(texts.len());
    for (position, text) in (0..).zip(texts) {
        all.push((JsString::from(*text), position));
        slice.tick().await;
    }
    let mut order = Vec::with_capacity(texts.len());
    // The parts that are still to come, the last first, and whether they are in order already.
    let mut todo = vec![(all, false)];
    while let Some((part, is_ordered)) = todo.pop() {
        if is_ordered || part.len() <= FEW {
            let part = if is_ordered { part } else { sorted(part, &danish) };
            order.extend(part.into_iter().map(|(_, position)| position));
            slice.yield_if_over().await;
            continue;
        }
        let pivots = pivots(&part, &danish);
        // What comes before the first pivot, what equals it, what comes before the second, and so on.
        let mut parts: Vec<Vec<Place>> = Vec::new();
        parts.resize_with(2 * pivots.len() + 1, Vec::new);
        for place in part {
            let at = pivots.partition_point(|pivot| danish.compare(pivot, &place.0).is_lt());
            let equals = pivots.get(at).is_some_and(|pivot| danish.compare(pivot, &place.0).is_eq());
            if let Some(part) = parts.get_mut(2 * at + usize::from(equals)) {
                part.push(place);
            }
            slice.tick().await;
        }
        todo.extend(parts.into_iter().enumerate().map(|(at, part)| (part, at % 2 == 1)).rev());
    }
    order
}

/// Sorts a few. By inserting, which compares as seldom as can be; the standard library's sorting weighs ten times as
/// much.
fn sorted(part: Vec<Place>, danish: &Danish) -> Vec<Place> {
    let mut sorted: Vec<Place> = Vec::with_capacity(part.len());
    for place in part {
        let at = sorted.partition_point(|(known, _)| danish.compare(known, &place.0).is_le());
        sorted.insert(at, place);
    }
    sorted
}

/// Texts that part many into about equal parts.
fn pivots(part: &[Place], danish: &Danish) -> Vec<JsString> {
    let sample = part.iter().step_by(part.len() / (4 * PARTS)).cloned().collect();
    let mut pivots: Vec<_> = sorted(sample, danish).into_iter().step_by(4).skip(1).map(|(text, _)| text).collect();
    pivots.dedup_by(|one, other| danish.compare(one, other).is_eq());
    pivots
}

/// A text in lower case. What Danish is written with goes quickly; for everything else the browser has the tables, of
/// which Rust's own would be a second copy.
pub fn lower(text: &str) -> String {
    quick_lower(text).unwrap_or_else(|| JsString::from(text).to_lower_case().into())
}

/// Lower case of Latin letters with and without marks; `None` where there are others.
fn quick_lower(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let mut before = 0;
    for byte in &mut bytes {
        match (before, *byte) {
            (_, b'A'..=b'Z') | (0xC3, 0x80..=0x96 | 0x98..=0x9E) => *byte |= 0x20,
            // Signs, and no letters: U+0080–U+00BF, U+2000–U+20FF, U+1F000–U+1FFFF.
            (_, 0..=0xC3 | 0xE2 | 0xF0) if !matches!((before, *byte), (0xE2, 0x84..) | (0xF0, 0..0x9F)) => {}
            _ => return None,
        }
        before = *byte;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_lower_case_is_the_lower_case_of_the_tables_or_none() {
        let mut known = 0;
        for letter in (0..0x2_FFFF).filter_map(char::from_u32) {
            let text = letter.to_string();
            if let Some(quick) = quick_lower(&text) {
                assert_eq!(quick, text.to_lowercase(), "U+{:04X}", u32::from(letter));
                known += 1;
            }
        }
        assert!(known > 4000);
        assert_eq!(quick_lower("ÆØÅ og “Ü” × – 🌍").unwrap(), "æøå og “ü” × – 🌍");
        assert_eq!(quick_lower("Κύπρος"), None);
    }
}
