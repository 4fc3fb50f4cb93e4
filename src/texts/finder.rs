//! What the list shows, found anew whenever search, filter, order or texts change: the first hits at once, the rest
//! while the browser has nothing better to do, and none of it any more once the user has typed on.

use std::sync::{Arc, Mutex, PoisonError};

use super::query::{GroupFilter, Query};
use super::search::Search;
use super::shelf::Shelf;
use super::stock::Stock;
use crate::collation;
use crate::live::Live;
use crate::pace::{Pace, breath};
use crate::view::effect;

/// So many hits are more than a window shows: with them the first look ends.
const A_WINDOW: usize = 50;

/// What has been found so far.
#[derive(Clone, Default)]
pub(super) struct Found {
    /// Where the numbers lead to.
    pub stock: Arc<Stock>,
    /// The numbers of the texts, in the order of the query.
    pub numbers: Arc<Vec<u32>>,
    /// What was asked for.
    pub query: Query,
    /// What was searched for, in lower case.
    pub search: String,
    /// Whether these are all.
    pub done: bool,
}

/// Finds what the query asks for.
pub(super) fn find(shelf: Shelf, query: Live<Query>) -> Live<Found> {
    let found = Live::<Found>::default();
    let turn = Live::new(0_u32);
    let search = Arc::new(Mutex::new(None));
    effect(move || {
        let Some(stock) = shelf.texts.get() else { return };
        let leaving = shelf.leaving();
        let query = query.get();
        let now = turn.next();
        let search = Arc::clone(&search);
        leptos::task::spawn_local(async move {
            stock.put_in_order(query.column).await;
            if query.group == GroupFilter::Twins {
                stock.find_twins().await;
            }
            let lower = collation::lower(&query.search);
            let mut begun = false;
            while turn.get_untracked() == now {
                let done = {
                    let mut search = search.lock().unwrap_or_else(PoisonError::into_inner);
                    let before = search.take();
                    let mut mine = match before {
                        Some(mine) if begun => mine,
                        before => Search::begin(Arc::clone(&stock), query.clone(), &lower, leaving.clone(), before),
                    };
                    let pace = Pace::new();
                    let done = mine.go_on(|hits| pace.due() || !begun && hits >= A_WINDOW);
                    begun = true;
                    let numbers = Arc::clone(&mine.found);
                    let (stock, query) = (Arc::clone(&stock), query.clone());
                    let now = Found { stock, numbers, query, search: lower.clone(), done };
                    if done {
                        shelf.found.set(now.clone());
                    }
                    found.set(now);
                    *search = Some(mine);
                    done
                };
                if done {
                    break;
                }
                breath().await;
            }
        });
    });
    found
}
