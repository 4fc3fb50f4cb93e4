//! A search through all texts that can be taken up again where it stopped: the first hits, those that one sees, come
//! at once and the rest in small steps. Pure.

use std::sync::Arc;

use uuid::Uuid;

use super::needle::Needles;
use super::query::Query;
use super::stock::Stock;

/// So many texts are looked at before the clock is.
const AT_A_TIME: usize = 64;

/// A search on its way.
pub(super) struct Search {
    stock: Arc<Stock>,
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
    pub(super) found: Arc<Vec<u32>>,
}

impl Search {
    /// Begins one. `lower`: what is searched for in lower case. Where it narrows the one before, that one's hits are
    /// looked at instead of everything.
    pub(super) fn begin(
        stock: Arc<Stock>,
        query: Query,
        lower: &str,
        leaving: Vec<Uuid>,
        before: Option<Self>,
    ) -> Self {
        let needles = Needles::new(lower);
        let (mut first, mut passed) = (Vec::new(), 0);
        if let Some(before) = before.filter(|before| before.is_wider(&stock, &query, &needles, &leaving)) {
            let Self { found, first: unseen, seen, .. } = before;
            passed = before.passed;
            first = Arc::unwrap_or_clone(found);
            first.extend(unseen.into_iter().skip(seen));
        }
        Self { stock, query, needles, leaving, first, seen: 0, passed, found: Arc::default() }
    }

    fn is_wider(&self, stock: &Arc<Stock>, query: &Query, needles: &Needles, leaving: &[Uuid]) -> bool {
        let Query { group, column, descending, .. } = &self.query;
        Arc::ptr_eq(&self.stock, stock)
            && (group, column, descending) == (&query.group, &query.column, &query.descending)
            && self.leaving == leaving
            && needles.narrows(&self.needles)
    }

    /// Goes on until all texts have been looked at, or `enough` says so; answers whether all have been.
    pub(super) fn go_on(&mut self, mut enough: impl FnMut(usize) -> bool) -> bool {
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
        let Self { stock, query, needles, leaving, first, seen, passed, .. } = self;
        let mut look = |number: u32| {
            if let Some((text, lower)) = stock.with_lower(number)
                && query.group.shows(text, stock.is_twin(number))
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
        let order = stock.order(query.column);
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

    use super::super::query::{Column, GroupFilter};
    use super::*;

    fn stock(count: u128) -> Arc<Stock> {
        let text = |n: u128| GetDynamicTextDto {
            external_identifier: Uuid::from_u128(n),
            text: NonEmptyText::new(format!("Text {n:05}")).unwrap().into(),
            display_text: NonEmptyText::new(if n.is_multiple_of(3) { "Fizz" } else { "-" }).unwrap().into(),
            group: None,
        };
        let stock = Stock::new((0..count).map(text).collect());
        stock.put_order(Column::Text, (0..u32::try_from(count).unwrap()).collect());
        Arc::new(stock)
    }

    fn begin(stock: &Arc<Stock>, search: &str, before: Option<Search>) -> Search {
        let query = Query { search: search.to_owned(), ..Query::default() };
        Search::begin(Arc::clone(stock), query, &search.to_lowercase(), Vec::new(), before)
    }

    fn naive(count: u32, search: &str) -> Vec<u32> {
        let lower = |n: u32| format!("text {n:05}\n{}", if n.is_multiple_of(3) { "fizz" } else { "-" });
        (0..count).filter(|n| search.split_whitespace().all(|word| lower(*n).contains(word))).collect()
    }

    #[test]
    fn stops_when_told_and_goes_on_where_it_was() {
        let mut search = begin(&stock(1000), "fizz", None);
        assert!(!search.go_on(|hits| hits >= 20));
        assert!(search.found.len() >= 20 && search.found.len() < 100);
        assert!(search.go_on(|_| false));
        assert_eq!(*search.found, naive(1000, "fizz"));
    }

    #[test]
    fn typing_on_finds_the_same_as_searching_anew_wherever_the_earlier_search_was_stopped() {
        let stock = stock(1000);
        for stop in [1, 40, 100, 2000] {
            let mut before = begin(&stock, "1", None);
            before.go_on(|hits| hits >= stop);
            let mut middle = begin(&stock, "12", Some(before));
            middle.go_on(|hits| hits >= stop / 2);
            let mut last = begin(&stock, "12 fi", Some(middle));
            assert!(last.go_on(|_| false));
            assert_eq!(*last.found, naive(1000, "12 fi"), "{stop}");
        }
    }

    #[test]
    fn another_order_or_group_or_a_shorter_word_begins_anew() {
        let stock = stock(200);
        let all = || {
            let mut search = begin(&stock, "text", None);
            search.go_on(|_| false);
            Some(search)
        };
        let mut shorter = begin(&stock, "t", all());
        assert!(shorter.go_on(|_| false));
        assert_eq!(shorter.found.len(), 200);
        let down = Query { search: "fizz".to_owned(), descending: true, ..Query::default() };
        let mut search = Search::begin(Arc::clone(&stock), down, "fizz", Vec::new(), all());
        search.go_on(|_| false);
        assert_eq!(*search.found, naive(200, "fizz").into_iter().rev().collect::<Vec<_>>());
        let none = Query { group: GroupFilter::Only(Uuid::from_u128(1)), ..Query::default() };
        let mut search = Search::begin(Arc::clone(&stock), none, "", vec![], all());
        assert!(search.go_on(|_| false) && search.found.is_empty());
    }

    #[test]
    fn what_is_on_its_way_out_is_not_found() {
        let stock = stock(10);
        let mut search = Search::begin(stock, Query::default(), "", vec![Uuid::from_u128(4)], None);
        search.go_on(|_| false);
        assert_eq!(*search.found, [0, 1, 2, 3, 5, 6, 7, 8, 9]);
    }
}
