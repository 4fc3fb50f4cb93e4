//! The filter by group. Besides the groups that the service lists, it offers those that only texts still have, and a
//! selected one that no longer exists.

mod sheet;

use std::sync::Arc;

use leptos::prelude::*;
use letasyl_contract::GetDynamicTextGroupDto;

pub(in crate::texts) use self::sheet::filter_sheet;
use super::List;
use crate::platform::signals::ErasedMemo;
use crate::texts::search::query::{GroupFilter, Query};
use crate::texts::store::Store;
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, dyn_view, word};

/// Groups by id and name.
pub(in crate::texts) type Groups = ErasedMemo<Vec<(String, String)>>;

/// The select of these groups, with an id of its own.
pub(in crate::texts) fn groups(list: List, known: Groups, id: &'static str) -> AnyView {
    // Apart from the search, which changes with each letter.
    let group = ErasedMemo::new(move || list.query.with(|query| query.group.as_word()));
    let chosen = move || group.get();
    let change = move |event| {
        let group = GroupFilter::of_word(&event_target_value(&event));
        list.go(Query { group, ..list.query.get_untracked() });
    };
    let options = dyn_view(move || {
        let word = chosen();
        let options: Vec<_> = known
            .get()
            .into_iter()
            .map(|(id, name)| {
                // The options come after the choice, which the address made: each says itself whether it is chosen.
                let selected = word == id;
                view! { <option value=id selected=selected>{name}</option> }
            })
            .collect();
        options.into_any()
    });
    view! {
        <div class="form-group group-select">
            <label class="form-label" for=id>
                {word(|w| w.names.group)}
            </label>
            <select id=id class="form-select" prop:value=boxed_text(chosen) on:change=change>
                <option value="">{word(|w| w.texts().all_groups)}</option>
                <option value=GroupFilter::Without.as_word()>{word(|w| w.texts().no_group)}</option>
                <option value=GroupFilter::Twins.as_word()>{word(|w| w.texts().twins)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// The groups to choose from, by id and name, with the one that is chosen though it is gone.
pub(in crate::texts) fn choices(list: List) -> Groups {
    let locale = use_locale();
    let group = ErasedMemo::new(move || list.query.with(|query| query.group));
    ErasedMemo::new(move || {
        let mut groups = known_groups(list.store);
        let GroupFilter::Only(id) = group.get() else { return groups };
        let id = id.to_string();
        let is_read = list.store.groups.with(Option::is_some) && list.store.texts.with(Option::is_some);
        if is_read && !groups.iter().any(|(known, _)| *known == id) {
            groups.push((id, locale.words().texts().group_gone.to_owned()));
        }
        groups
    })
}

/// The groups by id and name: those that the service lists, then those that only texts still have.
pub(in crate::texts) fn known_groups(store: Store) -> Vec<(String, String)> {
    let mut groups: Vec<GetDynamicTextGroupDto> = store.groups.get().map(Arc::unwrap_or_clone).unwrap_or_default();
    for text in store.texts.get().iter().flat_map(|catalog| catalog.all()) {
        if let Some(group) = &text.group
            && !groups.iter().any(|known| known.external_identifier == group.external_identifier)
        {
            groups.push(group.clone());
        }
    }
    groups.into_iter().map(|group| (group.external_identifier.to_string(), group.name.as_str().to_owned())).collect()
}
