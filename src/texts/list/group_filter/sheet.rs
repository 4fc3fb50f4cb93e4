//! On phones: group and order in a bottom sheet. Choices apply immediately, so that its button can say how many texts
//! they leave.

use leptos::prelude::*;
use letasyl_locale::{filter_and_sort, order_of, show_texts};

use super::{Groups, groups};
use crate::components::dialog;
use crate::element::{all, press};
use crate::language::use_locale;
use crate::live::Derived;
use crate::texts::list::List;
use crate::texts::search::query::{Column, GroupFilter, Query};
use crate::view::{text, when, word, word_signal};

const GROUP: &str = "ark-gruppe";
const ORDER: &str = "ark-orden";

/// The button that opens the sheet, and the sheet. The style shows them where the list is made of cards.
pub(in crate::texts) fn filter_sheet(list: List, known: Groups) -> AnyView {
    let locale = use_locale();
    let open = RwSignal::new(false);
    let group = Derived::new(move || list.query.with(|query| query.group));
    let name = move || {
        let words = locale.words();
        match group.get() {
            GroupFilter::All => filter_and_sort(locale.get(), None),
            GroupFilter::Without => filter_and_sort(locale.get(), Some(words.texts().no_group)),
            GroupFilter::Twins => filter_and_sort(locale.get(), Some(words.texts().twins)),
            GroupFilter::Only(_) => {
                let (id, known) = (group.get().as_word(), known.get());
                let name = known.iter().find(|(known, _)| *known == id).map(|(_, name)| name.as_str());
                filter_and_sort(locale.get(), name)
            }
        }
    };
    let shown = move || show_texts(locale.get(), list.found.with(|found| found.numbers.len()));
    let differs = move || list.query.with(|query| *query != Query { search: query.search.clone(), ..Query::default() });
    let reset = move || {
        let search = list.query.with_untracked(|query| query.search.clone());
        list.go(Query { search, ..Query::default() });
    };
    let content = view! {
        <div class="filter-sheet">
            {groups(list, known, GROUP)}
            {order(list)}
            <div class="button-group">
                {press("button button-primary", move || open.set(false)).tells(shown).view()}
                {when(differs, move || press("button button-secondary", reset).says(|w| w.texts().reset).view())}
            </div>
        </div>
    };
    // The sheet stays where it is when the phone is turned and there is room for more.
    all(vec![
        press("button button-secondary filter-open", move || open.set(true)).tells(name).view(),
        dialog(open, word_signal(|w| w.texts().filter_and_sort), content.into_any()),
    ])
}

/// Each column in both directions.
fn order(list: List) -> AnyView {
    let locale = use_locale();
    let orders = Column::ALL.iter().flat_map(|(column, word)| [(*column, false, *word), (*column, true, *word)]);
    let value = |word: &str, descending: bool| if descending { format!("{word}-ned") } else { word.to_owned() };
    let chosen = move || {
        list.query.with(|query| {
            let word = Column::ALL.iter().find(|(column, _)| *column == query.column).map_or("", |(_, word)| word);
            value(word, query.descending)
        })
    };
    let options: Vec<_> = orders
        .clone()
        .map(|(column, descending, word)| {
            let name = text(move || {
                let names = &locale.words().names;
                let name = match column {
                    Column::Text => names.text,
                    Column::DisplayText => names.display_text,
                    Column::Group => names.group,
                };
                order_of(locale.get(), name, descending)
            });
            view! { <option value=value(word, descending)>{name}</option> }
        })
        .collect();
    let change = move |event| {
        let sought = event_target_value(&event);
        if let Some((column, descending, _)) =
            orders.clone().find(|(_, descending, word)| value(word, *descending) == sought)
        {
            list.go(Query { column, descending, ..list.query.get_untracked() });
            list.is_sorted.set(true);
        }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=ORDER>
                {word(|w| w.texts().sort_by)}
            </label>
            <select id=ORDER class="form-select" prop:value=text(chosen) on:change=change>
                {options}
            </select>
        </div>
    }
    .into_any()
}
