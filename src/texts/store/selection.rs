//! The selected texts. Pure: knows ids only.

use std::sync::Arc;

use uuid::Uuid;

use crate::texts::store::merge_sort::merged;

/// The chosen texts. Ids in order, so that looking one up is quick and copying a hundred thousand is one move of
/// memory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::texts) struct Selection {
    ids: Arc<Vec<Uuid>>,
    /// What was chosen before the range that is being drawn.
    base: Arc<Vec<Uuid>>,
    /// Where the range begins.
    anchor: Option<Uuid>,
}

impl Selection {
    /// The chosen ids, each once.
    pub(in crate::texts) fn ids(&self) -> &[Uuid] {
        &self.ids
    }

    /// How many are chosen.
    pub(in crate::texts) fn len(&self) -> usize {
        self.ids().len()
    }

    /// Whether none is.
    pub(in crate::texts) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether this one is.
    pub(in crate::texts) fn contains(&self, id: Uuid) -> bool {
        self.ids.binary_search(&id).is_ok()
    }

    /// The row from which a range is drawn.
    pub(in crate::texts) fn anchor(&self) -> Option<Uuid> {
        self.anchor
    }

    /// A range drawn from here on begins at this row.
    pub(in crate::texts) fn begin(&mut self, id: Uuid) {
        self.anchor = Some(id);
        self.base = Arc::clone(&self.ids);
    }

    /// Chooses one, or no longer; a range drawn next begins there.
    pub(in crate::texts) fn toggle(&mut self, id: Uuid) {
        let ids = Arc::make_mut(&mut self.ids);
        match ids.binary_search(&id) {
            Ok(place) => drop(ids.remove(place)),
            Err(place) => ids.insert(place, id),
        }
        self.begin(id);
    }

    /// Chooses the range from the anchor, in the place of the range that was drawn from it before.
    pub(in crate::texts) fn choose_range(&mut self, range: impl IntoIterator<Item = Uuid>) {
        let mut ids = self.base.to_vec();
        ids.extend(range);
        self.ids = ordered(ids);
    }

    /// Chooses all of these, too.
    pub(in crate::texts) fn add(&mut self, more: impl IntoIterator<Item = Uuid>) {
        self.base = Arc::clone(&self.ids);
        self.choose_range(more);
        self.base = Arc::clone(&self.ids);
    }

    /// Keeps only the texts that `stay` knows: what is gone cannot be chosen.
    pub(in crate::texts) fn retain(&mut self, stay: impl Fn(Uuid) -> bool) {
        for ids in [&mut self.ids, &mut self.base] {
            if !ids.iter().all(|id| stay(*id)) {
                Arc::make_mut(ids).retain(|id| stay(*id));
            }
        }
    }

    /// Chooses none.
    pub(in crate::texts) fn clear(&mut self) {
        *self = Self::default();
    }
}

/// Ids in order, each once.
pub(in crate::texts) fn ordered(ids: Vec<Uuid>) -> Arc<Vec<Uuid>> {
    let mut ids = merged(ids);
    ids.dedup();
    Arc::new(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(numbers: impl IntoIterator<Item = u128>) -> Vec<Uuid> {
        numbers.into_iter().map(Uuid::from_u128).collect()
    }

    #[test]
    fn chooses_and_lets_go() {
        let mut selection = Selection::default();
        for number in [3, 1, 2, 1] {
            selection.toggle(Uuid::from_u128(number));
        }
        assert_eq!(selection.ids(), ids([2, 3]));
        assert!(selection.contains(Uuid::from_u128(3)) && !selection.contains(Uuid::from_u128(1)));
        assert_eq!(selection.anchor(), Some(Uuid::from_u128(1)));
        selection.clear();
        assert!(selection.is_empty() && selection.anchor().is_none());
    }

    #[test]
    fn a_range_follows_the_pointer_back_and_keeps_what_was_chosen_before() {
        let mut selection = Selection::default();
        selection.toggle(Uuid::from_u128(9));
        selection.toggle(Uuid::from_u128(4));
        selection.choose_range(ids([4, 5, 6, 7]));
        assert_eq!(selection.ids(), ids([4, 5, 6, 7, 9]));
        selection.choose_range(ids([4, 3]));
        assert_eq!(selection.ids(), ids([3, 4, 9]));
        selection.toggle(Uuid::from_u128(6));
        selection.choose_range(ids([6, 7]));
        assert_eq!(selection.ids(), ids([3, 4, 6, 7, 9]));
    }

    #[test]
    fn all_that_were_found_join_those_chosen_before() {
        let mut selection = Selection::default();
        selection.toggle(Uuid::from_u128(200_000));
        selection.add(ids((0..100_000).rev()));
        assert_eq!(selection.len(), 100_001);
        selection.toggle(Uuid::from_u128(5));
        assert_eq!(selection.len(), 100_000);
        selection.retain(|id| id.as_u128() < 10);
        assert_eq!(selection.ids(), ids([0, 1, 2, 3, 4, 6, 7, 8, 9]));
    }
}
