//! On phones: group and order in a bottom sheet. Choices apply immediately, so that its button can say how many texts
//! they leave.

use leptos::prelude::*;
use letasyl_locale::{filter_and_sort, order_of, show_texts};

use super::{Groups, groups};
use crate::texts::list::List;
use crate::texts::search::query::{Column, GroupFilter, Query};
use crate::ui::dialog::dialog;
use crate::ui::element::{button_el, fragment};
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, show, word, word_signal};

const GROUP: &str = "ark-gruppe";
const ORDER: &str = "ark-orden";

/// Each column, ascending and descending. The values of the select are the positions in here.
fn orders() -> Vec<(Column, bool)> {
    Column::ALL.into_iter().flat_map(|column| [(column, false), (column, true)]).collect()
}

/// The button that opens the sheet, and the sheet. The style shows the button where the list is made of cards.
pub(in crate::texts) fn filter_sheet(list: List, known: Groups) -> AnyView {
    let locale = use_locale();
    let open = RwSignal::new(false);
    let name = move || {
        let words = locale.words().texts();
        let group = match list.query.with(|query| query.group) {
            GroupFilter::All => None,
            GroupFilter::Without => Some(words.no_group.to_owned()),
            GroupFilter::Twins => Some(words.twins.to_owned()),
            only => known.get().into_iter().find(|(id, _)| *id == only.as_word()).map(|(_, name)| name),
        };
        filter_and_sort(locale.get(), group.as_deref())
    };
    // The sheet stays where it is when the phone is turned and there is room for more. It costs nothing while it is closed.
    fragment(vec![
        button_el("button button-secondary filter-open", move || open.set(true)).dyn_text(name).view(),
        dialog(
            open,
            word_signal(|w| w.texts().filter_and_sort),
            show(move || open.get(), move || choices(list, known, open)),
        ),
    ])
}

fn choices(list: List, known: Groups, open: RwSignal<bool>) -> AnyView {
    let locale = use_locale();
    let shown = move || show_texts(locale.get(), list.found.with(|found| found.numbers.len()));
    let plain = |query: &Query| Query { search: query.search.clone(), ..Query::default() };
    let differs = move || list.query.with(|query| *query != plain(query));
    let reset = move || list.go(list.query.with_untracked(plain));
    view! {
        <div class="filter-sheet">
            {groups(list, known, GROUP)}
            {order(list)}
            <div class="button-group">
                {button_el("button button-primary", move || open.set(false)).attr("autofocus", "").dyn_text(shown).view()}
                {show(differs, move || button_el("button button-secondary", reset).word(|w| w.texts().reset).view())}
            </div>
        </div>
    }
    .into_any()
}

fn order(list: List) -> AnyView {
    let locale = use_locale();
    let chosen = move || {
        let order = list.query.with(|query| (query.column, query.descending));
        orders().iter().position(|known| *known == order).unwrap_or_default().to_string()
    };
    let option = |(number, (column, descending)): (usize, (Column, bool))| {
        let name = boxed_text(move || order_of(locale.get(), column.name()(locale.words()), descending));
        view! { <option value=number.to_string()>{name}</option> }
    };
    let options: Vec<_> = orders().into_iter().enumerate().map(option).collect();
    let change = move |event| {
        let number = event_target_value(&event).parse().ok();
        if let Some((column, descending)) = number.and_then(|number: usize| orders().get(number).copied()) {
            list.go(Query { column, descending, ..list.query.get_untracked() });
            list.is_sorted.set(true);
        }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=ORDER>
                {word(|w| w.texts().sort_by)}
            </label>
            <select id=ORDER class="form-select" prop:value=boxed_text(chosen) on:change=change>
                {options}
            </select>
        </div>
    }
    .into_any()
}
