//! All texts as they were last read, ready to be searched and ordered. Pure but for the browser's Danish order.

use std::sync::OnceLock;

use letasyl_contract::GetDynamicTextDto;
use uuid::Uuid;

use super::query::{Column, Query};
use crate::collation;

/// The texts with what searching and ordering them takes.
pub(super) struct Stock {
    texts: Vec<GetDynamicTextDto>,
    /// Both texts of each in lower case.
    haystacks: Vec<String>,
    /// The texts' numbers in the order of each column, found out when first needed.
    orders: [OnceLock<Vec<u32>>; 3],
}

impl Stock {
    pub(super) fn new(texts: Vec<GetDynamicTextDto>) -> Self {
        let lower = |text: &GetDynamicTextDto| {
            collation::lower(&format!("{}\n{}", text.text.as_str(), text.display_text.as_str()))
        };
        let haystacks = texts.iter().map(lower).collect();
        Self { texts, haystacks, orders: [const { OnceLock::new() }; 3] }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// One of them, by its number.
    pub(super) fn get(&self, number: u32) -> Option<&GetDynamicTextDto> {
        self.texts.get(usize::try_from(number).ok()?)
    }

    /// The numbers of the texts that a query shows, in its order; without those on their way out.
    pub(super) fn find(&self, query: &Query, leaving: &[Uuid]) -> Vec<u32> {
        let needle = collation::lower(&query.search);
        let shown = |number: &u32| {
            let index = usize::try_from(*number).unwrap_or(usize::MAX);
            match (self.texts.get(index), self.haystacks.get(index)) {
                (Some(text), Some(haystack)) => {
                    query.shows(text, haystack, &needle) && !leaving.contains(&text.external_identifier)
                }
                _ => false,
            }
        };
        let order = self.order(query.column).iter().copied();
        if query.descending { order.rev().filter(shown).collect() } else { order.filter(shown).collect() }
    }

    /// The same texts with one put in, in the place of the one with its id if there is one.
    pub(super) fn with(&self, text: GetDynamicTextDto) -> Self {
        let mut texts = self.texts.clone();
        match texts.iter_mut().find(|known| known.external_identifier == text.external_identifier) {
            Some(known) => *known = text,
            None => texts.push(text),
        }
        Self::new(texts)
    }

    /// The same texts without one.
    pub(super) fn without(&self, id: Uuid) -> Self {
        Self::new(self.texts.iter().filter(|text| text.external_identifier != id).cloned().collect())
    }

    fn order(&self, column: Column) -> &[u32] {
        let [text, display_text, group] = &self.orders;
        let (order, key): (_, fn(&GetDynamicTextDto) -> &str) = match column {
            Column::Text => (text, |text| text.text.as_str()),
            Column::DisplayText => (display_text, |text| text.display_text.as_str()),
            Column::Group => (group, |text| text.group.as_ref().map_or("", |group| group.name.as_str())),
        };
        order.get_or_init(|| collation::order(&self.texts.iter().map(key).collect::<Vec<_>>()))
    }
}
