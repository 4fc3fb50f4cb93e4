//! The rows of a plan that the user excludes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::signals::ErasedSignal;
use crate::ui::element::{button_el, el, empty};
use crate::ui::view::Key;

/// The rows that are left out: whether each is, by its number.
#[derive(Clone, Copy)]
pub(super) struct Excluded(ErasedSignal<Arc<Vec<bool>>>);

impl Excluded {
    /// These of so many rows, to begin with.
    pub(super) fn new(count: usize, rows: &[usize]) -> Self {
        let excluded = Self(ErasedSignal::new(Arc::new(vec![false; count])));
        excluded.set(rows, true);
        excluded
    }

    /// Whether a row is left out; a view that reads it follows it.
    fn has(self, row: usize) -> bool {
        self.0.with(|rows| rows.get(row) == Some(&true))
    }

    /// Those of these rows that are not left out; a view that reads it follows it.
    pub(super) fn others(self, rows: &[usize]) -> Vec<usize> {
        self.0.with(|excluded| rows.iter().copied().filter(|row| excluded.get(*row) == Some(&false)).collect())
    }

    fn set(self, rows: &[usize], is_excluded: bool) {
        self.0.update(|excluded| {
            let excluded = Arc::make_mut(excluded);
            for row in rows {
                if let Some(row) = excluded.get_mut(*row) {
                    *row = is_excluded;
                }
            }
        });
    }

    /// The box of a row, named by what stands beside it.
    pub(super) fn check(self, row: usize, said: AnyView) -> AnyView {
        let change = move |event| self.set(&[row], !event_target_checked(&event));
        view! {
            <label class="plan-choice">
                <input type="checkbox" prop:checked=move || !self.has(row) on:change=change />
                {said}
            </label>
        }
        .into_any()
    }

    /// Takes all of these rows along, or none, where there are several.
    pub(super) fn all_or_none(self, rows: Vec<usize>) -> AnyView {
        let rows = Arc::new(rows);
        let switch = |is_excluded: bool, name: Key| {
            let rows = Arc::clone(&rows);
            button_el("function-link", move || self.set(&rows, is_excluded)).word(name).view()
        };
        if rows.len() < 2 {
            return empty();
        }
        let (all, none) = (switch(false, |w| w.exchange().take_all), switch(true, |w| w.exchange().take_none));
        el("p", "plan-all").child(all).text(" ").child(none).view()
    }
}
