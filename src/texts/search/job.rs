//! A resumable search through all texts. The first screen of results comes at once, the rest in small steps. Pure.

use std::sync::Arc;

use uuid::Uuid;

use super::matcher::Needles;
use super::query::Query;
use crate::texts::store::catalog::Catalog;

/// So many texts are looked at before the clock is.
const AT_A_TIME: usize = 64;

/// A search on its way.
pub(in crate::texts) struct Search {
    catalog: Arc<Catalog>,
    query: Query,
    needles: Needles,
    leaving: Vec<Uuid>,
    /// Looked at first: what a search that this one narrows had found.
    first: Vec<u32>,
    /// How many of them have been looked at.
    seen: usize,
    /// How many of the whole order have been, after those.
    passed: usize,
    /// The numbers of the texts that match, in the order of the query.
    pub(in crate::texts) found: Arc<Vec<u32>>,
}

impl Search {
    /// Begins one. `lower`: what is searched for in lower case. Where it narrows the one before, that one's hits are
    /// looked at instead of everything.
    pub(in crate::texts) fn begin(
        catalog: Arc<Catalog>,
        query: Query,
        lower: &str,
        leaving: Vec<Uuid>,
        before: Option<Self>,
    ) -> Self {
        let needles = Needles::new(lower);
        let (mut first, mut passed) = (Vec::new(), 0);
        if let Some(before) = before.filter(|before| before.is_wider(&catalog, &query, &needles, &leaving)) {
            let Self { found, first: unseen, seen, .. } = before;
            passed = before.passed;
            first = Arc::unwrap_or_clone(found);
            first.extend(unseen.into_iter().skip(seen));
        }
        Self { catalog, query, needles, leaving, first, seen: 0, passed, found: Arc::default() }
    }

    fn is_wider(&self, catalog: &Arc<Catalog>, query: &Query, needles: &Needles, leaving: &[Uuid]) -> bool {
        let Query { group, column, descending, .. } = &self.query;
        Arc::ptr_eq(&self.catalog, catalog)
            && (group, column, descending) == (&query.group, &query.column, &query.descending)
            && self.leaving == leaving
            && needles.narrows(&self.needles)
    }

    /// Goes on until all texts have been looked at, or `enough` says so; answers whether all have been.
    pub(in crate::texts) fn go_on(&mut self, mut enough: impl FnMut(usize) -> bool) -> bool {
        let mut found = std::mem::take(&mut self.found);
        let hits = Arc::make_mut(&mut found);
        let done = loop {
            if !self.step(hits) {
                break true;
            }
            if enough(hits.len()) {
                break false;
            }
        };
        self.found = found;
        done
    }

    /// Looks at a few more; answers whether there were any.
    fn step(&mut self, hits: &mut Vec<u32>) -> bool {
        let Self { catalog, query, needles, leaving, first, seen, passed, .. } = self;
        let mut look = |number: u32| {
            if let Some((text, lower)) = catalog.with_lower(number)
                && query.group.shows(text, catalog.is_twin(number))
                && needles.are_in(lower)
                && !leaving.contains(&text.external_identifier)
            {
                hits.push(number);
            }
        };
        if *seen < first.len() {
            first.iter().skip(*seen).take(AT_A_TIME).for_each(|number| look(*number));
            *seen += AT_A_TIME;
            return true;
        }
        let order = catalog.order(query.column);
        let from = *passed;
        if from >= order.len() {
            return false;
        }
        *passed = (from + AT_A_TIME).min(order.len());
        let (from, to) = if query.descending { (order.len() - *passed, order.len() - from) } else { (from, *passed) };
        let part = order.get(from..to).unwrap_or_default().iter().copied();
        if query.descending {
            part.rev().for_each(look)
        } else {
            part.for_each(look)
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use letasyl_contract::{GetDynamicTextDto, NonEmptyText};

    use super::*;
    use crate::texts::search::query::{Column, GroupFilter};

    fn catalog(count: u128) -> Arc<Catalog> {
        let text = |n: u128| GetDynamicTextDto {
            external_identifier: Uuid::from_u128(n),
            text: NonEmptyText::new(format!("Text {n:05}")).unwrap().into(),
            display_text: NonEmptyText::new(if n.is_multiple_of(3) { "Fizz" } else { "-" }).unwrap().into(),
            group: None,
        };
        let catalog = Catalog::new((0..count).map(text).collect());
        catalog.put_order(Column::Text, (0..u32::try_from(count).unwrap()).collect());
        Arc::new(catalog)
    }

    fn begin(catalog: &Arc<Catalog>, search: &str, before: Option<Search>) -> Search {
        let query = Query { search: search.to_owned(), ..Query::default() };
        Search::begin(Arc::clone(catalog), query, &search.to_lowercase(), Vec::new(), before)
    }

    fn naive(count: u32, search: &str) -> Vec<u32> {
        let lower = |n: u32| format!("text {n:05}\n{}", if n.is_multiple_of(3) { "fizz" } else { "-" });
        (0..count).filter(|n| search.split_whitespace().all(|word| lower(*n).contains(word))).collect()
    }

    #[test]
    fn stops_when_told_and_goes_on_where_it_was() {
        let mut search = begin(&catalog(1000), "fizz", None);
        assert!(!search.go_on(|hits| hits >= 20));
        assert!(search.found.len() >= 20 && search.found.len() < 100);
        assert!(search.go_on(|_| false));
        assert_eq!(*search.found, naive(1000, "fizz"));
    }

    #[test]
    fn typing_on_finds_the_same_as_searching_anew_wherever_the_earlier_search_was_stopped() {
        let catalog = catalog(1000);
        for stop in [1, 40, 100, 2000] {
            let mut before = begin(&catalog, "1", None);
            before.go_on(|hits| hits >= stop);
            let mut middle = begin(&catalog, "12", Some(before));
            middle.go_on(|hits| hits >= stop / 2);
            let mut last = begin(&catalog, "12 fi", Some(middle));
            assert!(last.go_on(|_| false));
            assert_eq!(*last.found, naive(1000, "12 fi"), "{stop}");
        }
    }

    #[test]
    fn another_order_or_group_or_a_shorter_word_begins_anew() {
        let catalog = catalog(200);
        let all = || {
            let mut search = begin(&catalog, "text", None);
            search.go_on(|_| false);
            Some(search)
        };
        let mut shorter = begin(&catalog, "t", all());
        assert!(shorter.go_on(|_| false));
        assert_eq!(shorter.found.len(), 200);
        let down = Query { search: "fizz".to_owned(), descending: true, ..Query::default() };
        let mut search = Search::begin(Arc::clone(&catalog), down, "fizz", Vec::new(), all());
        search.go_on(|_| false);
        assert_eq!(*search.found, naive(200, "fizz").into_iter().rev().collect::<Vec<_>>());
        let none = Query { group: GroupFilter::Only(Uuid::from_u128(1)), ..Query::default() };
        let mut search = Search::begin(Arc::clone(&catalog), none, "", vec![], all());
        assert!(search.go_on(|_| false) && search.found.is_empty());
    }

    #[test]
    fn what_is_on_its_way_out_is_not_found() {
        let catalog = catalog(10);
        let mut search = Search::begin(catalog, Query::default(), "", vec![Uuid::from_u128(4)], None);
        search.go_on(|_| false);
        assert_eq!(*search.found, [0, 1, 2, 3, 5, 6, 7, 8, 9]);
    }
}
