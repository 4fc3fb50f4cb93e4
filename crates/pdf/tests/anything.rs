//! Whatever a text holds, there is always a PDF.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test ends where it fails")]

mod citizens;
mod tools;

use letasyl_contract::{Code, FromJson, IntegrationslovsdataDto};
use letasyl_pdf::render;
use proptest::collection::vec;
use proptest::prelude::*;

use tools::PdfFile;

/// Characters of all kinds, with those that make trouble far more often than chance would.
fn text() -> impl Strategy<Value = String> {
    let trouble = prop::sample::select(vec![
        ' ',
        '\n',
        '\r',
        '\t',
        '\0',
        '\u{7}',
        '\u{85}',
        '\u{a0}',
        '\u{ad}',
        '\u{300}',
        '\u{30a}',
        '\u{5d0}',
        '\u{628}',
        '\u{64e}',
        '\u{e3f}',
        '\u{200b}',
        '\u{200d}',
        '\u{200f}',
        '\u{202e}',
        '\u{2028}',
        '\u{20e3}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{fffd}',
        '\u{fffe}',
        '\u{e000}',
        '\u{1f1e9}',
        '\u{1f3fd}',
        '\u{1f469}',
        '\u{e0067}',
        '\u{10ffff}',
        '\u{ac00}',
        '\u{1100}',
        'a',
        'å',
        '1',
        '(',
        ')',
        '\\',
        '<',
        '-',
    ]);
    vec(prop_oneof![3 => trouble, 1 => any::<char>()], 0..300).prop_map(|characters| characters.into_iter().collect())
}

fn citizen(texts: &[String; 6]) -> IntegrationslovsdataDto {
    let [one, two, three, four, five, six] = texts;
    let mut citizen = citizens::full();
    citizen.kommentar = Some(one.repeat(3));
    citizen.koordinerende_forvaltning = Some(two.clone());
    let kontrakt = citizen.kontrakt.as_mut().expect("filled");
    kontrakt.oevrige_forhold = Some(three.clone());
    kontrakt.aarsag_til_opholdstilladelse_type =
        Some(Code::from_json(&&serde_json::Value::from(four.as_str())).expect("a string is a code"));
    let language = citizen.borgersprog.first_mut().expect("filled");
    language.sprog_stamdata.sprognavn = Some(five.clone());
    language.sprogerfaring = Some(six.clone());
    citizen
}

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings(100))]

    #[test]
    fn there_is_always_a_pdf(texts in [text(), text(), text(), text(), text(), text()], fetched in text()) {
        let pdf = render(&citizen(&texts), &fetched).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(pdf.starts_with(b"%PDF-1.7"));
    }
}

proptest! {
    #![proptest_config(settings(12))]

    #[test]
    fn it_has_no_fault(texts in [text(), text(), text(), text(), text(), text()], fetched in text()) {
        let pdf = render(&citizen(&texts), &fetched).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let pdf = PdfFile::new(&pdf);
        pdf.check();
        prop_assert!(pdf.text(&[]).contains("Integrationslovsdata"));
    }
}

#[test]
fn many_marks_on_one_letter_make_no_harm() {
    let mut citizen = citizens::bare();
    citizen.kommentar = Some(format!("z{} og {}", "\u{351}".repeat(10_000), "\u{200d}".repeat(10_000)));
    PdfFile::new(&render(&citizen, "").expect("a PDF")).check();
}

#[test]
fn ten_thousand_of_anything_make_no_harm() {
    for one in ["\n", " ", "\t", "W", "مح", "👩‍👩‍👧", "\u{0}", "張", "- ", "\u{202e}"] {
        let mut citizen = citizens::bare();
        citizen.kommentar = Some(format!("a{}b", one.repeat(10_000)));
        PdfFile::new(&render(&citizen, citizens::FETCHED_AT).expect("a PDF")).check();
    }
}
