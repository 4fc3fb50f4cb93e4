//! Keeps the search results up to date with search, filter, order and texts. The first results come at once, the rest
//! while the browser is idle; typing on cancels them.

use std::sync::{Arc, Mutex, PoisonError};

use super::job::Search;
use super::query::{GroupFilter, Query};
use super::results::SearchResults;
use crate::platform::collation;
use crate::platform::signals::{ErasedSignal, effect};
use crate::platform::time_slice::{TimeSlice, yield_to_browser};
use crate::texts::store::Store;

/// So many hits are more than a window shows: with them the first look ends.
const A_WINDOW: usize = 50;

/// Finds what the query asks for.
pub(in crate::texts) fn find(store: Store, query: ErasedSignal<Query>) -> ErasedSignal<SearchResults> {
    let found = ErasedSignal::<SearchResults>::default();
    let turn = ErasedSignal::new(0_u32);
    let search = Arc::new(Mutex::new(None));
    effect(move || {
        let Some(catalog) = store.texts.get() else { return };
        let leaving = store.leaving();
        let query = query.get();
        let now = turn.next();
        let search = Arc::clone(&search);
        leptos::task::spawn_local(async move {
            catalog.put_in_order(query.column).await;
            if query.group == GroupFilter::Twins {
                catalog.find_twins().await;
            }
            let lower = collation::lower(&query.search);
            let mut begun = false;
            while turn.get_untracked() == now {
                let done = {
                    let mut search = search.lock().unwrap_or_else(PoisonError::into_inner);
                    let before = search.take();
                    let mut mine = match before {
                        Some(mine) if begun => mine,
                        before => Search::begin(Arc::clone(&catalog), query.clone(), &lower, leaving.clone(), before),
                    };
                    let slice = TimeSlice::new();
                    let done = mine.go_on(|hits| slice.is_over() || !begun && hits >= A_WINDOW);
                    begun = true;
                    let numbers = Arc::clone(&mine.found);
                    let (catalog, query) = (Arc::clone(&catalog), query.clone());
                    let now = SearchResults { catalog, numbers, query, search: lower.clone(), done };
                    if done {
                        store.found.set(now.clone());
                    }
                    found.set(now);
                    *search = Some(mine);
                    done
                };
                if done {
                    break;
                }
                yield_to_browser().await;
            }
        });
    });
    found
}
