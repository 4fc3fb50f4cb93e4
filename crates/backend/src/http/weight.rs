//! The weights of what a request accepts: `da, en;q=0.8`.

use axum::http::{HeaderMap, HeaderName};

/// What the header names, and how much each is wanted in thousandths; 0 for what is not wanted, or has no proper weight.
pub fn wanted(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = (&str, u32)> {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(|choice| match choice.split_once(';') {
        Some((named, weight)) => (named.trim(), thousandths(weight)),
        None => (choice.trim(), 1_000),
    })
}

/// "q=0.8" in thousandths.
fn thousandths(weight: &str) -> u32 {
    let number = weight.trim().strip_prefix("q=").and_then(|number| number.trim().parse::<f64>().ok());
    match number {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1000")]
        Some(number) if (0.0..=1.0).contains(&number) => (number * 1000.0) as u32,
        _ => 0,
    }
}
