//! Numbers with their thousands grouped: "1.234" in Danish, "1,234" in English.

use crate::Language;

/// A whole number with thousands separators.
pub fn grouped(language: Language, number: i64) -> String {
    let separator = match language {
        Language::Danish => '.',
        Language::English => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    if number < 0 {
        text.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}
