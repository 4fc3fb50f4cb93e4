//! What changed between two fetches of the same citizen.

use letasyl_contract::{Field, IntegrationslovsdataDto};

/// The fields whose values differ, in the order of the page.
pub(super) fn changes(before: &IntegrationslovsdataDto, now: &IntegrationslovsdataDto) -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| field.value(before) != field.value(now)).collect()
}

#[cfg(test)]
mod tests {
    use letasyl_contract::Cpr;

    use super::*;

    fn empty() -> IntegrationslovsdataDto {
        IntegrationslovsdataDto {
            personnummer: Cpr::parse("2902011234").unwrap(),
            integrationslovsdata_identifier: None,
            kontraktvarighed: None,
            uddannelse: None,
            helbredstilstand: None,
            helbredsvurdering: None,
            kontrakt: None,
            borgersprog: Vec::new(),
            kommentar: None,
            koordinerende_forvaltning: None,
        }
    }

    #[test]
    fn nothing_changed() {
        assert_eq!(changes(&empty(), &empty()), []);
    }

    #[test]
    fn a_value_that_came_one_that_went_and_one_that_is_another() {
        let before = IntegrationslovsdataDto { kommentar: Some("a".to_owned()), ..empty() };
        let other = IntegrationslovsdataDto { kommentar: Some("b".to_owned()), ..empty() };
        assert_eq!(changes(&before, &other), [Field::Kommentar]);
        assert_eq!(changes(&before, &empty()), [Field::Kommentar]);
        assert_eq!(changes(&empty(), &before), [Field::Kommentar]);
    }
}
