//! All loaded texts, ready for searching and sorting. Pure, except for the browser's Danish collation.

use std::sync::{Arc, OnceLock};

use js_sys::JsString;
use letasyl_contract::GetDynamicTextDto;
use uuid::Uuid;

use crate::platform::collation::{self, Danish};
use crate::platform::time_slice::TimeSlice;
use crate::texts::editor::draft::digest;
use crate::texts::search::query::Column;
use crate::texts::store::merge_sort::merged;

/// A text, and what of it can be searched in lower case, a part on a line: both texts, the group and the id.
struct Entry {
    text: GetDynamicTextDto,
    lower: String,
}

impl Entry {
    fn new(text: GetDynamicTextDto) -> Arc<Self> {
        let group = text.group.as_ref().map_or("", |group| group.name.as_str());
        let (name, display_text, id) = (text.text.as_str(), text.display_text.as_str(), text.external_identifier);
        let lower = collation::lower(&format!("{name}\n{display_text}\n{group}\n{id}"));
        Arc::new(Self { text, lower })
    }

    /// Its "Tekst" in lower case, without blanks around it; `None` where there is none.
    fn name(&self) -> Option<&str> {
        let name = self.lower.get(..self.text.text.as_str().len()).or_else(|| self.lower.lines().next())?;
        Some(name.trim()).filter(|name| !name.is_empty())
    }
}

/// The texts by their numbers, which stay the same while one is put in or taken out.
#[derive(Clone, Default)]
pub(in crate::texts) struct Catalog {
    entries: Vec<Option<Arc<Entry>>>,
    /// How many of them are there.
    count: usize,
    /// The texts' numbers in the order of each column, once it is known.
    orders: [OnceLock<Vec<u32>>; Column::ALL.len()],
    /// Whether another text has the same "Tekst", by the numbers; once somebody has asked for it.
    twins: OnceLock<Vec<bool>>,
}

impl Catalog {
    /// Of texts as they are read. In small steps: there may be many.
    pub(in crate::texts) async fn read(texts: Vec<GetDynamicTextDto>) -> Self {
        let mut slice = TimeSlice::new();
        let mut entries = Vec::with_capacity(texts.len());
        for text in texts {
            entries.push(Some(Entry::new(text)));
            slice.tick().await;
        }
        let catalog = Self { count: entries.len(), entries, ..Self::default() };
        catalog.put_in_order(Column::Text).await;
        catalog
    }

    /// All at once.
    #[cfg(test)]
    pub(in crate::texts) fn new(texts: Vec<GetDynamicTextDto>) -> Self {
        let entries: Vec<_> = texts.into_iter().map(|text| Some(Entry::new(text))).collect();
        Self { count: entries.len(), entries, ..Self::default() }
    }

    /// The numbers that texts have, or had.
    pub(in crate::texts) fn numbers(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    /// How many there are.
    pub(in crate::texts) fn len(&self) -> usize {
        self.count
    }

    /// All of them.
    pub(in crate::texts) fn all(&self) -> impl Iterator<Item = &GetDynamicTextDto> {
        self.entries.iter().flatten().map(|entry| &entry.text)
    }

    /// One of them, by its number.
    pub(in crate::texts) fn get(&self, number: u32) -> Option<&GetDynamicTextDto> {
        self.entry(number).map(|entry| &entry.text)
    }

    /// One of them, with what of it can be searched in lower case.
    pub(in crate::texts) fn with_lower(&self, number: u32) -> Option<(&GetDynamicTextDto, &[u8])> {
        self.entry(number).map(|entry| (&entry.text, entry.lower.as_bytes()))
    }

    /// Whether it holds the very same text under a number as another one.
    pub(in crate::texts) fn same(&self, other: &Self, number: u32) -> bool {
        matches!((self.entry(number), other.entry(number)), (Some(one), Some(other)) if Arc::ptr_eq(one, other))
    }

    /// The other texts with the same "Tekst", but for case and blanks around it.
    pub(in crate::texts) fn twins(&self, text: &str, except: Option<Uuid>) -> Vec<&GetDynamicTextDto> {
        let lower = collation::lower(text);
        let wanted = lower.trim();
        let is_twin = |entry: &&Arc<Entry>| {
            let known = entry.lower.trim_start();
            let rest = known.strip_prefix(wanted).unwrap_or_default().trim_start_matches([' ', '\t', '\u{a0}']);
            rest.starts_with('\n') && Some(entry.text.external_identifier) != except
        };
        let twins = self.entries.iter().flatten().filter(is_twin).map(|entry| &entry.text);
        if wanted.is_empty() { Vec::new() } else { twins.collect() }
    }

    /// Finds out which texts have the same "Tekst" as another one, where that has not been done. In small steps.
    pub(in crate::texts) async fn find_twins(&self) {
        if self.twins.get().is_some() {
            return;
        }
        let mut slice = TimeSlice::new();
        let mut names = Vec::new();
        for (number, entry) in self.entries.iter().enumerate() {
            slice.tick().await;
            names.extend(entry.as_ref().and_then(|entry| entry.name()).map(|name| (digest(name, "", None), number)));
        }
        let name = |number: usize| self.entries.get(number).and_then(|entry| entry.as_ref()?.name());
        let mut twins = vec![false; self.entries.len()];
        // Texts of the same name have the same digest, and so stand beside each other.
        for pair in merged(names).windows(2) {
            slice.tick().await;
            let &[(one, first), (other, second)] = pair else { continue };
            if one == other && name(first) == name(second) {
                for twin in [first, second] {
                    if let Some(is_twin) = twins.get_mut(twin) {
                        *is_twin = true;
                    }
                }
            }
        }
        let _ = self.twins.set(twins);
    }

    /// Whether another text has the same "Tekst"; false until that has been found out.
    pub(in crate::texts) fn is_twin(&self, number: u32) -> bool {
        let twins = self.twins.get();
        twins.zip(usize::try_from(number).ok()).is_some_and(|(twins, number)| twins.get(number) == Some(&true))
    }

    /// The numbers in the order of a column; none until it has been put in order.
    pub(in crate::texts) fn order(&self, column: Column) -> &[u32] {
        self.slot(column).get().map(Vec::as_slice).unwrap_or_default()
    }

    /// Finds out the order of a column, where that has not been done. What is alike in it is in the order of the texts.
    pub(in crate::texts) async fn put_in_order(&self, column: Column) {
        if self.slot(Column::Text).get().is_none() {
            let numbers = self.numbers().collect();
            self.put_order(Column::Text, self.ordered(Column::Text, numbers).await);
        }
        if self.slot(column).get().is_none() {
            self.put_order(column, self.ordered(column, self.order(Column::Text).to_vec()).await);
        }
    }

    /// These numbers in the order of a column; those that are alike in it keep theirs.
    async fn ordered(&self, column: Column, numbers: Vec<u32>) -> Vec<u32> {
        let keys: Vec<_> =
            numbers.iter().map(|number| self.get(*number).map_or("", |text| key(column, text))).collect();
        let order = collation::order(&keys).await;
        order.into_iter().filter_map(|at| numbers.get(usize::try_from(at).ok()?).copied()).collect()
    }

    /// Takes an order as known.
    pub(in crate::texts) fn put_order(&self, column: Column, order: Vec<u32>) {
        let _ = self.slot(column).set(order);
    }

    /// The same texts with one put in, in the place of the one with its id if there is one.
    pub(in crate::texts) fn with(&self, text: GetDynamicTextDto) -> Self {
        let mut catalog = Self { twins: OnceLock::new(), ..self.clone() };
        let number = self.number(text.external_identifier).unwrap_or(self.entries.len());
        let entry = Some(Entry::new(text));
        match catalog.entries.get_mut(number) {
            Some(known) => *known = entry,
            None => {
                catalog.entries.push(entry);
                catalog.count += 1;
            }
        }
        let danish = Danish::default();
        for column in Column::ALL {
            catalog.move_in_order(column, number, &danish);
        }
        catalog
    }

    /// The same texts without one.
    pub(in crate::texts) fn without(&self, id: Uuid) -> Self {
        let mut catalog = Self { twins: OnceLock::new(), ..self.clone() };
        if let Some(entry) = self.number(id).and_then(|number| catalog.entries.get_mut(number)) {
            *entry = None;
            catalog.count -= 1;
        }
        catalog
    }

    /// Puts a number where its text belongs.
    fn move_in_order(&mut self, column: Column, number: usize, danish: &Danish) {
        let Ok(number) = u32::try_from(number) else { return };
        let Some(mut order) = self.slot_mut(column).take() else { return };
        order.retain(|known| *known != number);
        let text = |number, column| JsString::from(self.get(number).map_or("", |text| key(column, text)));
        let own = [column, Column::Text].map(|column| text(number, column));
        let place = order.partition_point(|known| {
            let [value, tie] = &own;
            let order = danish.compare(&text(*known, column), value);
            order.then_with(|| danish.compare(&text(*known, Column::Text), tie)).is_le()
        });
        order.insert(place, number);
        self.put_order(column, order);
    }

    fn number(&self, id: Uuid) -> Option<usize> {
        self.entries.iter().position(|entry| entry.as_ref().is_some_and(|entry| entry.text.external_identifier == id))
    }

    fn entry(&self, number: u32) -> Option<&Arc<Entry>> {
        self.entries.get(usize::try_from(number).ok()?)?.as_ref()
    }

    fn slot(&self, column: Column) -> &OnceLock<Vec<u32>> {
        let [text, display_text, group] = &self.orders;
        match column {
            Column::Text => text,
            Column::DisplayText => display_text,
            Column::Group => group,
        }
    }

    fn slot_mut(&mut self, column: Column) -> &mut OnceLock<Vec<u32>> {
        let [text, display_text, group] = &mut self.orders;
        match column {
            Column::Text => text,
            Column::DisplayText => display_text,
            Column::Group => group,
        }
    }
}

fn key(column: Column, text: &GetDynamicTextDto) -> &str {
    match column {
        Column::Text => text.text.as_str(),
        Column::DisplayText => text.display_text.as_str(),
        Column::Group => text.group.as_ref().map_or("", |group| group.name.as_str()),
    }
}
