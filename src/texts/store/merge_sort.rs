//! A merge sort that can pause between steps. Pure.

/// The items in order, equal ones as they came. By merging runs, since the standard library's sorting weighs ten times
/// as much.
pub(in crate::texts) fn merged<T: Ord + Copy>(mut items: Vec<T>) -> Vec<T> {
    let mut width = 1;
    while width < items.len() {
        let mut merged = Vec::with_capacity(items.len());
        for pair in items.chunks(2 * width) {
            let (mut one, mut other) = pair.split_at(width.min(pair.len()));
            while let (Some((first, rest)), Some((second, others))) = (one.split_first(), other.split_first()) {
                if first <= second {
                    merged.push(*first);
                    one = rest;
                } else {
                    merged.push(*second);
                    other = others;
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
        }
        items = merged;
        width *= 2;
    }
    items
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::merged;

    proptest! {
        #[test]
        fn orders_as_the_standard_library_does(mut items: Vec<(u8, u8)>) {
            let ours = merged(items.clone());
            items.sort();
            prop_assert_eq!(ours, items);
        }
    }
}
