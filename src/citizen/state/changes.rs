//! What changed between two fetches of the same citizen: what one reads, not how it was written on the way.

use std::sync::Arc;

use letasyl_contract::{Code, Field, IntegrationslovsdataDto, SprogDto, Unread, Value};
use letasyl_locale::{Language, LanguageColumn, code, not_given, unread, value};

/// What was fetched before, with the fields that changed since.
pub(in crate::citizen) type Before = Option<(Arc<IntegrationslovsdataDto>, Vec<Field>)>;

/// A language as it was and as it is; one of the two may not be there.
pub(in crate::citizen) type Pair<'a> = (Option<&'a SprogDto>, Option<&'a SprogDto>);

/// The fields that read otherwise than before, in the order of the page.
pub(in crate::citizen) fn changes(before: &IntegrationslovsdataDto, now: &IntegrationslovsdataDto) -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| differ(field.value(before), field.value(now))).collect()
}

/// Whether a field reads otherwise than before.
pub(in crate::citizen) fn is_changed(of: Field, before: &Before) -> bool {
    before.as_ref().is_some_and(|(_, changed)| changed.contains(&of))
}

/// How many fields are filled.
pub(in crate::citizen) fn filled(data: &IntegrationslovsdataDto) -> usize {
    Field::ALL.len() - missing(data).count()
}

/// The fields that are not filled.
pub(in crate::citizen) fn missing(data: &IntegrationslovsdataDto) -> impl Iterator<Item = Field> {
    Field::ALL.into_iter().filter(|field| !field.is_filled(data))
}

fn differ(before: Option<Value<'_>>, now: Option<Value<'_>>) -> bool {
    match (before, now) {
        (Some(Value::Languages(before)), Some(Value::Languages(now))) => {
            pairs(before, now).into_iter().any(pair_is_changed)
        }
        (Some(before), Some(now)) => value(Language::Danish, before) != value(Language::Danish, now),
        (before, now) => before.is_some() != now.is_some(),
    }
}

/// Each language beside what it was before, in today's order, and those that are gone after them.
pub(in crate::citizen) fn pairs<'a>(before: &'a [SprogDto], now: &'a [SprogDto]) -> Vec<Pair<'a>> {
    let mut left: Vec<Option<&SprogDto>> = before.iter().map(Some).collect();
    let mut pairs: Vec<Pair<'a>> = now.iter().map(|now| (None, Some(now))).collect();
    // What is the same to the letter first, so that a citizen's second entry for a language is not taken for its first.
    for alike in [|a: &SprogDto, b: &SprogDto| a == b, is_same_language] {
        for (before, now) in &mut pairs {
            let (None, Some(now)) = (*before, *now) else { continue };
            let found = left.iter_mut().find(|left| left.is_some_and(|left| alike(left, now)));
            *before = found.and_then(Option::take);
        }
    }
    pairs.extend(left.into_iter().flatten().map(|gone| (Some(gone), None)));
    pairs
}

/// By its name or its code; a language with neither is like another with neither.
fn is_same_language(a: &SprogDto, b: &SprogDto) -> bool {
    let (a, b) = (&a.sprog_stamdata, &b.sprog_stamdata);
    a == b
        || (a.sprognavn.is_some() && a.sprognavn == b.sprognavn)
        || (a.sprogkode.is_some() && a.sprogkode == b.sprogkode)
}

fn pair_is_changed((before, now): Pair<'_>) -> bool {
    before.zip(now).is_none_or(|(before, now)| {
        LanguageColumn::ALL.into_iter().any(|of| cell(Language::Danish, of, before) != cell(Language::Danish, of, now))
    })
}

/// The level that stands in a column, where it is one of levels.
pub(in crate::citizen) fn level(of: &SprogDto, column: LanguageColumn) -> Option<&Code> {
    match column {
        LanguageColumn::Listening => of.taleforstaaelsesniveau_type.as_ref(),
        LanguageColumn::Speaking => of.taleniveau_type.as_ref(),
        LanguageColumn::Reading => of.laeseniveau_type.as_ref(),
        LanguageColumn::Writing => of.skriveniveau_type.as_ref(),
        _ => None,
    }
}

/// What stands in a cell of the table of languages.
pub(in crate::citizen) fn cell(language: Language, column: LanguageColumn, of: &SprogDto) -> String {
    let level = || level(of, column).map(|known| code(language, known));
    let (known, ways): (_, &[&str]) = match column {
        // What cannot be read of the language as a whole stands in its first cell.
        LanguageColumn::Name => {
            (of.sprog_stamdata.sprognavn.clone(), &["sprogStamdata/sprognavn", "sprogStamdata", ""])
        }
        LanguageColumn::Code => {
            (of.sprog_stamdata.sprogkode.map(|code| code.to_string()), &["sprogStamdata/sprogkode"])
        }
        LanguageColumn::Experience => (of.sprogerfaring.clone(), &["sprogerfaring"]),
        LanguageColumn::Listening => (level(), &["taleforstaaelsesniveauType"]),
        LanguageColumn::Speaking => (level(), &["taleniveauType"]),
        LanguageColumn::Reading => (level(), &["laeseniveauType"]),
        LanguageColumn::Writing => (level(), &["skriveniveauType"]),
    };
    let received = || ways.iter().find_map(|way| Unread::at(&of.unread, way));
    known
        .filter(|text| !text.trim().is_empty())
        .or_else(|| received().map(|received| unread(language, received)))
        .unwrap_or_else(|| not_given(language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(json: &str) -> IntegrationslovsdataDto {
        let head = r#""personnummer":"2902011234","borgersprog":[]"#;
        serde_json::from_str(&format!("{{{head}{json}}}")).unwrap()
    }

    fn spoken(json: &str) -> Vec<SprogDto> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn nothing_changed() {
        assert_eq!(changes(&with(""), &with("")), []);
    }

    #[test]
    fn a_value_that_came_one_that_went_and_one_that_is_another() {
        let [none, a, b] = ["", r#","kommentar":"a""#, r#","kommentar":"b""#].map(with);
        for (before, now) in [(&a, &b), (&a, &none), (&none, &a)] {
            assert_eq!(changes(before, now), [Field::Kommentar]);
        }
    }

    #[test]
    fn another_way_to_write_the_same_is_no_change() {
        let [plain, long] = ["2024-03-05", "2024-03-05T00:00:00.000+01:00"]
            .map(|day| with(&format!(r#","kontraktvarighed":{{"programStartdato":"{day}"}}"#)));
        assert_eq!(changes(&plain, &long), []);
        let [code, more] = [r#"{"code":1,"name":"A"}"#, r#"{"kode":"1","navn":"A","x":true}"#]
            .map(|code| with(&format!(r#","kontrakt":{{"aarsagTilOpholdstilladelseType":{code}}}"#)));
        assert_eq!(changes(&code, &more), []);
        let [blank, none] = [r#","kommentar":"  ""#, ""].map(with);
        assert_eq!(changes(&blank, &none), []);
    }

    fn paired(before: &str, now: &str) -> Vec<(Option<String>, Option<String>, bool)> {
        let (before, now) = (spoken(before), spoken(now));
        let told = |of: Option<&SprogDto>| of.map(|of| cell(Language::Danish, LanguageColumn::Name, of));
        pairs(&before, &now).into_iter().map(|pair| (told(pair.0), told(pair.1), pair_is_changed(pair))).collect()
    }

    fn said(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn languages_are_the_same_by_name_or_code_in_whatever_order() {
        let before = r#"[{"sprogStamdata":{"sprognavn":"Dari","sprogkode":1}},{"sprogStamdata":{"sprognavn":"Farsi"}},
            {"sprogStamdata":{"sprognavn":"Dansk","sprogkode":3},"taleniveauType":1}]"#;
        let now = r#"[{"sprogStamdata":{"sprognavn":"Dansk","sprogkode":3},"taleniveauType":2},
            {"sprogStamdata":{"sprognavn":"Dari (persisk)","sprogkode":1}},{"sprogStamdata":{"sprogkode":7}}]"#;
        assert_eq!(
            paired(before, now),
            [
                (said("Dansk"), said("Dansk"), true),
                (said("Dari"), said("Dari (persisk)"), true),
                (None, said("Ikke oplyst"), true),
                (said("Farsi"), None, true),
            ]
        );
        assert!(paired(before, before).iter().all(|(_, _, changed)| !changed));
    }

    #[test]
    fn of_two_entries_for_a_language_each_is_compared_with_itself() {
        let one = r#"{"sprogStamdata":{"sprognavn":"Dari"},"taleniveauType":1}"#;
        let two = r#"{"sprogStamdata":{"sprognavn":"Dari"},"taleniveauType":2}"#;
        let paired = paired(&format!("[{one},{two}]"), &format!("[{two},{one}]"));
        assert!(paired.iter().all(|(_, _, changed)| !changed), "{paired:?}");
        let nameless = r#"[{"sprogStamdata":{}}]"#;
        assert_eq!(self::paired(nameless, nameless), [(said("Ikke oplyst"), said("Ikke oplyst"), false)]);
    }
}
