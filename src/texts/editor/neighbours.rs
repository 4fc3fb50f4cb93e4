//! The previous and next text, in the order of the list as it was last shown.

use leptos::prelude::*;
use letasyl_locale::of_all;
use uuid::Uuid;

use crate::platform::signals::ErasedMemo;
use crate::shell::paths;
use crate::texts::search::query::Column;
use crate::texts::store::Store;
use crate::texts::store::catalog::Catalog;
use crate::ui::element::{el, empty};
use crate::ui::language::use_locale;
use crate::ui::view::{Key, dyn_view};

/// Where a text stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::texts) struct Neighbours {
    /// Its place, the first being 0, and how many there are.
    place: usize,
    count: usize,
    before: Option<Uuid>,
    pub after: Option<Uuid>,
}

impl Neighbours {
    /// Of the text with this id; `None` where it is not among them.
    fn of(catalog: &Catalog, numbers: &[u32], id: Uuid) -> Option<Self> {
        let id_of = |number: &u32| catalog.get(*number).map(|text| text.external_identifier);
        let place = numbers.iter().position(|number| id_of(number) == Some(id))?;
        let at = |place: Option<usize>| numbers.get(place?).and_then(id_of);
        Some(Self { place, count: numbers.len(), before: at(place.checked_sub(1)), after: at(place.checked_add(1)) })
    }
}

/// The neighbours of an open text: in the list as it was last seen, else among all texts.
pub(in crate::texts) fn neighbours(store: Store, id: Uuid) -> ErasedMemo<Option<Neighbours>> {
    ErasedMemo::new(move || {
        let listed = store.found.with(|found| Neighbours::of(&found.catalog, &found.numbers, id));
        listed.or_else(|| store.texts.get().and_then(|all| Neighbours::of(&all, all.order(Column::Text), id)))
    })
}

/// The ways to them, with the place between.
pub(in crate::texts) fn neighbour_links(neighbours: ErasedMemo<Option<Neighbours>>) -> AnyView {
    let locale = use_locale();
    let links = dyn_view(move || {
        let Some(Neighbours { place, count, before, after }) = neighbours.get() else { return empty() };
        el("span", "")
            .child(link(before, "\u{2039}", |w| w.texts().previous))
            .child(el("span", "").dyn_text(move || of_all(locale.get(), place + 1, count)).view())
            .child(link(after, "\u{203a}", |w| w.texts().next))
            .view()
    });
    el("nav", "neighbours").aria_label(|w| w.texts().neighbours).child(links).view()
}

/// A sign that is a link where there is somewhere to go; its room stays where there is not.
fn link(to: Option<Uuid>, sign: &str, name: Key) -> AnyView {
    let link = match to {
        Some(id) => el("a", "neighbour").attr("href", &paths::text(id)).aria_label(name),
        None => el("span", "neighbour").attr("aria-hidden", "true"),
    };
    link.text(sign).view()
}

#[cfg(test)]
mod tests {
    use letasyl_contract::{GetDynamicTextDto, NonEmptyText};

    use super::*;

    #[test]
    fn the_order_of_the_list_leads_from_text_to_text() {
        let id = |number: u128| Uuid::from_u128(number);
        let text = |number| GetDynamicTextDto {
            external_identifier: id(number),
            text: NonEmptyText::new("a").unwrap().into(),
            display_text: NonEmptyText::new("b").unwrap().into(),
            group: None,
        };
        let catalog = Catalog::new((0..4).map(text).collect());
        let of = |number| Neighbours::of(&catalog, &[2, 0, 3], id(number));
        let between = |place, before, after| Some(Neighbours { place, count: 3, before, after });
        assert_eq!(of(2), between(0, None, Some(id(0))));
        assert_eq!(of(0), between(1, Some(id(2)), Some(id(3))));
        assert_eq!(of(3), between(2, Some(id(0)), None));
        assert_eq!(of(1), None);
    }
}
