//! Finds rows and texts by their content.

use crate::texts::store::merge_sort::merged;

/// Numbers by a key, in its order.
#[derive(Default)]
pub(super) struct Index(pub Vec<(u128, usize)>);

impl Index {
    /// Puts the entries in order. A few milliseconds for a hundred thousand.
    pub(super) fn order(&mut self) {
        self.0 = merged(std::mem::take(&mut self.0));
    }

    /// Where the entries with this key begin.
    pub(super) fn start(&self, key: u128) -> usize {
        self.0.partition_point(|(known, _)| *known < key)
    }

    /// The entry there, if it has this key.
    pub(super) fn at(&self, place: usize, key: u128) -> Option<usize> {
        self.0.get(place).filter(|(known, _)| *known == key).map(|(_, number)| *number)
    }
}
