//! Search, filter and order, as written in the URL. Pure: knows neither the browser nor the router.

use letasyl_contract::GetDynamicTextDto;
use letasyl_locale::Words;
use uuid::Uuid;

/// A column that the list can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::texts) enum Column {
    /// `text`
    #[default]
    Text,
    /// `displayText`
    DisplayText,
    /// The name of the group.
    Group,
}

/// Which groups are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::texts) enum GroupFilter {
    /// All, and the texts without one.
    #[default]
    All,
    /// Only the texts without one.
    Without,
    /// Only the texts of which another one has the same "Tekst".
    Twins,
    /// Only this one.
    Only(Uuid),
}

/// The list as the user wants it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::texts) struct Query {
    /// What both texts are searched for; empty for everything.
    pub search: String,
    /// Which groups.
    pub group: GroupFilter,
    /// The order.
    pub column: Column,
    /// Whether the order is turned round.
    pub descending: bool,
}

const SEARCH: &str = "soeg";
const GROUP: &str = "gruppe";
const ORDER: &str = "orden";
const DOWN: &str = "faldende";

impl Column {
    /// All of them, from left to right. The address, the head of the table, the phone's choice of order and the room below
    /// the rows are made from this list.
    pub(in crate::texts) const ALL: [Self; 3] = [Self::Text, Self::DisplayText, Self::Group];

    /// The word for it in the address.
    fn as_word(self) -> &'static str {
        match self {
            Self::Text => "tekst",
            Self::DisplayText => "visningstekst",
            Self::Group => "gruppe",
        }
    }

    /// The column's heading.
    pub(in crate::texts) fn name(self) -> fn(&'static Words) -> &'static str {
        match self {
            Self::Text => |w| w.names.text,
            Self::DisplayText => |w| w.names.display_text,
            Self::Group => |w| w.names.group,
        }
    }
}

impl GroupFilter {
    const WITHOUT: &str = "uden";
    const TWINS: &str = "ens";

    /// As the address and the select write it; all groups are the empty word.
    pub(in crate::texts) fn as_word(self) -> String {
        match self {
            Self::All => String::new(),
            Self::Without => Self::WITHOUT.to_owned(),
            Self::Twins => Self::TWINS.to_owned(),
            Self::Only(id) => id.to_string(),
        }
    }

    /// Parses such a word; anything else means all.
    pub(in crate::texts) fn of_word(word: &str) -> Self {
        match word {
            Self::WITHOUT => Self::Without,
            Self::TWINS => Self::Twins,
            id => Uuid::try_parse(id).map_or(Self::All, Self::Only),
        }
    }

    /// Whether a text is shown. `is_twin`: whether another one has the same "Tekst".
    pub(in crate::texts) fn shows(self, text: &GetDynamicTextDto, is_twin: bool) -> bool {
        let group = || text.group_external_identifier();
        match self {
            Self::All => true,
            Self::Twins => is_twin,
            Self::Without => group().is_none(),
            Self::Only(id) => group() == Some(id),
        }
    }
}

impl Query {
    /// Reads the values of the address. What is not understood is passed over: a link never fails.
    pub(in crate::texts) fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        let order = value(ORDER).unwrap_or_default();
        Self {
            search: value(SEARCH).unwrap_or_default(),
            group: GroupFilter::of_word(&value(GROUP).unwrap_or_default()),
            column: Column::ALL.into_iter().find(|column| column.as_word() == order).unwrap_or_default(),
            descending: value(DOWN).is_some(),
        }
    }

    /// Writes the query part of the address, with its question mark; nothing for the list as it is at first.
    pub(in crate::texts) fn write(&self, encode: impl Fn(&str) -> String) -> String {
        let mut pairs = Vec::new();
        if !self.search.is_empty() {
            pairs.push(format!("{SEARCH}={}", encode(&self.search)));
        }
        if self.group != GroupFilter::All {
            pairs.push(format!("{GROUP}={}", self.group.as_word()));
        }
        if self.column != Column::default() {
            pairs.push(format!("{ORDER}={}", self.column.as_word()));
        }
        if self.descending {
            pairs.push(format!("{DOWN}=1"));
        }
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// Whether another query differs in no more than the letters of its search.
    pub(in crate::texts) fn is_narrowed_alike(&self, other: &Self) -> bool {
        let alike = Self { search: other.search.clone(), ..self.clone() };
        alike == *other && self.search.is_empty() == other.search.is_empty()
    }

    /// The same with another order: a second click on a heading turns it round.
    pub(in crate::texts) fn ordered_by(&self, column: Column) -> Self {
        let descending = self.column == column && !self.descending;
        Self { column, descending, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(written: &str) -> Query {
        let pairs: Vec<_> =
            written.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('=')).collect();
        Query::read(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn what_is_written_is_read_back() {
        for column in Column::ALL {
            for descending in [false, true] {
                for group in
                    [GroupFilter::All, GroupFilter::Without, GroupFilter::Twins, GroupFilter::Only(Uuid::from_u128(7))]
                {
                    for search in ["", "møde"] {
                        let query = Query { search: search.to_owned(), group, column, descending };
                        assert_eq!(back(&query.write(str::to_owned)), query);
                    }
                }
            }
        }
        assert_eq!(Query::default().write(str::to_owned), "");
    }

    #[test]
    fn a_link_with_nonsense_shows_everything() {
        assert_eq!(back("gruppe=x&orden=y&z=1"), Query::default());
    }

    #[test]
    fn another_letter_is_no_other_query() {
        let of = |search: &str, group| Query { search: search.to_owned(), group, ..Query::default() };
        assert!(of("a", GroupFilter::All).is_narrowed_alike(&of("ab", GroupFilter::All)));
        assert!(!of("", GroupFilter::All).is_narrowed_alike(&of("a", GroupFilter::All)));
        assert!(!of("a", GroupFilter::All).is_narrowed_alike(&of("", GroupFilter::All)));
        assert!(!of("a", GroupFilter::All).is_narrowed_alike(&of("a", GroupFilter::Without)));
        assert!(!Query::default().is_narrowed_alike(&Query::default().ordered_by(Column::Text)));
    }

    #[test]
    fn a_second_click_turns_the_order_round() {
        let first = Query::default().ordered_by(Column::Group);
        assert_eq!((first.column, first.descending), (Column::Group, false));
        let second = first.ordered_by(Column::Group);
        assert!(second.descending);
        assert!(!second.ordered_by(Column::Group).descending);
        assert!(!second.ordered_by(Column::Text).descending);
    }
}
