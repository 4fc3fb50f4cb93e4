//! The weights of what a request accepts: `da, en;q=0.8`.

use axum::http::{HeaderMap, HeaderName};

/// The value that the header wants most, of those that `read` knows by name; of equals the preferred one, else the first.
/// Where none is wanted, the default.
pub fn most_wanted<T: Copy + PartialEq>(
    headers: &HeaderMap,
    header: HeaderName,
    (default, preferred): (T, T),
    read: impl Fn(&str) -> Option<T>,
) -> T {
    let mut best = (default, 0);
    for (name, weight) in wanted(headers, header) {
        let Some(value) = read(&name.to_ascii_lowercase()) else { continue };
        if weight > best.1 || weight == best.1 && weight > 0 && value == preferred {
            best = (value, weight);
        }
    }
    best.0
}

/// What the header names, and how much each is wanted in thousandths; 0 for what is not wanted, or has no proper weight.
fn wanted(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = (&str, u32)> {
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
