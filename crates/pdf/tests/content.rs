//! Everything that the answer holds is on the paper, and can be read and copied from it.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test ends where it fails")]

mod citizens;
mod found;
mod tools;

use letasyl_contract::{DateTime, IntegrationslovsdataDto, Section};
use letasyl_locale::{Language, section};
use letasyl_pdf::render;

use found::{bones, continuations, filled, joined};
use tools::{PdfFile, pages};

fn pdf(citizen: &IntegrationslovsdataDto) -> PdfFile {
    PdfFile::new(&render(citizen, citizens::FETCHED_AT).expect("a PDF"))
}

/// In reading order poppler takes a hyphen at the end of a line for its typesetter's and drops it; in the order of
/// writing (`-raw`) it keeps it. Each element must be found in one of the two.
fn every_element_is_found(citizen: &IntegrationslovsdataDto) {
    let pdf = pdf(citizen);
    let read = joined(&pdf.body(&[]), &continuations(citizen));
    let raw = joined(&pdf.body(&["-raw"]), &continuations(citizen));
    for (label, value) in filled(citizen) {
        assert!(read.contains(&bones(&label)), "the label {label:?} is missing");
        let value = bones(&value);
        assert!(read.contains(&value) || raw.contains(&value), "{label}: {value:?} is missing in {raw}");
    }
}

#[test]
fn every_element_of_a_full_citizen_is_found() {
    every_element_is_found(&citizens::full());
}

#[test]
fn every_element_of_the_hard_citizen_is_found() {
    every_element_is_found(&citizens::hard());
}

#[test]
fn short_values_stand_beside_their_labels() {
    let text = pdf(&citizens::full()).text(&["-layout"]);
    for (label, value) in [
        ("Første kontrakt underskrevet", "4. maj 2023"),
        ("Behov for helbredsvurdering", "Ja"),
        ("Tilbud om helbredsvurdering givet", "Nej"),
        ("Årsag til opholdstilladelse", "Konventionsflygtning"),
        ("Antal børn", "3"),
        ("Borgerens sprog", "3 sprog"),
    ] {
        let line = text.lines().find(|line| line.trim_start().starts_with(label));
        let line = line.unwrap_or_else(|| panic!("no line begins with {label}"));
        assert_eq!(line.replace(label, "").trim(), value);
    }
}

#[test]
fn an_instant_is_shown_as_its_day_in_denmark_and_a_time_without_zone_as_written() {
    let mut citizen = citizens::full();
    for (written, shown) in [
        ("2024-06-30T22:00:00Z", "1. juli 2024"),
        ("2025-12-31T23:00:00Z", "1. januar 2026"),
        ("2024-06-30T17:00:00-05:00", "1. juli 2024"),
        ("2024-06-30T22:00:00", "30. juni 2024 kl. 22.00"),
    ] {
        citizen.kontraktvarighed.as_mut().expect("filled").program_startdato =
            Some(DateTime::parse(written).expect("a date-time"));
        let text = pdf(&citizen).text(&["-layout"]);
        let line = text.lines().find(|line| line.trim_start().starts_with("Programmet begynder"));
        let line = line.expect("the field is there");
        assert_eq!(line.replace("Programmet begynder", "").trim(), shown, "{written}");
    }
}

#[test]
fn an_absent_field_and_an_absent_section_say_so_once() {
    let bare = pdf(&citizens::bare()).body(&["-layout"]).concat();
    let lines: Vec<&str> = bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for of in Section::ALL {
        let at = lines.iter().position(|line| *line == section(Language::Danish, of));
        assert_eq!(lines.get(at.expect("every section has its heading") + 1), Some(&"Ikke oplyst"));
    }
    // Nine sections and the version.
    assert_eq!(bare.matches("Ikke oplyst").count(), 10);

    let mut full = citizens::full();
    full.uddannelse.as_mut().expect("filled").senest_vejledt_dato = None;
    let text = bones(&pdf(&full).body(&[]).concat());
    assert!(text.contains(&bones("Senest vejledt om vurdering af uddannelse Ikke oplyst")));
}

#[test]
fn a_present_value_that_cannot_be_seen_is_said_to_be_so() {
    assert!(pdf(&citizens::hard()).text(&[]).contains("Kun tegn, der ikke kan ses"));
}

#[test]
fn every_page_says_whose_data_when_fetched_and_which_page_it_is() {
    for (citizen, cpr) in
        [(citizens::full(), "290201-1234"), (citizens::bare(), "290202-1234"), (citizens::hard(), "290205-1234")]
    {
        let version = citizen.integrationslovsdata_identifier.map_or("Ikke oplyst".to_owned(), |id| id.to_string());
        let pages = pages(&pdf(&citizen).text(&["-layout"]));
        for (at, page) in pages.iter().enumerate() {
            let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let header = lines.first().expect("a header");
            assert!(header.starts_with(&format!("CPR-nummer {cpr} ")), "{header}");
            assert!(header.ends_with(&format!("Hentet fra LetAsyl {}", citizens::FETCHED_AT)), "{header}");
            let footer = lines.last().expect("a footer");
            assert!(footer.starts_with(&format!("Hentet udgave {version} ")), "{footer}");
            assert!(footer.ends_with(&format!("Side {} af {}", at + 1, pages.len())), "{footer}");
        }
    }
}
