//! Where pages break.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test ends where it fails")]

mod citizens;
mod found;
mod tools;

use letasyl_contract::Section;
use letasyl_locale::{Language, LanguageColumn, column, section};
use letasyl_pdf::render;

use tools::PdfFile;

fn columns() -> String {
    LanguageColumn::ALL.map(|of| column(Language::Danish, of)).join(" ")
}

#[test]
fn no_heading_stands_alone_at_the_bottom_of_a_page() {
    let mut heads: Vec<String> = Section::ALL.map(|of| section(Language::Danish, of).to_owned()).to_vec();
    heads.push(columns());
    heads.push("Borgerens sprog 3 sprog".to_owned());
    for lines in (1..75).step_by(2) {
        let mut citizen = citizens::full();
        citizen.helbredstilstand.as_mut().expect("filled").behandling_dk = Some("linje\n".repeat(lines) + "slut");
        let pdf = PdfFile::new(&render(&citizen, citizens::FETCHED_AT).expect("a PDF"));
        for page in pdf.body(&["-raw"]) {
            let last = page.lines().map(str::trim).rfind(|line| !line.is_empty()).expect("no page is empty");
            assert!(!heads.iter().any(|head| head == last), "{lines} lines: {last} stands alone");
        }
    }
}

#[test]
fn column_headings_are_repeated_on_every_page_of_the_table() {
    let pdf = PdfFile::new(&render(&citizens::hard(), citizens::FETCHED_AT).expect("a PDF"));
    let with_rows: Vec<String> =
        pdf.body(&["-raw"]).into_iter().filter(|page| page.contains("Erfaring nummer")).collect();
    assert!(with_rows.len() > 1, "the table is longer than a page");
    for page in with_rows {
        assert!(page.contains(&columns()), "{page}");
    }
}

#[test]
fn what_goes_on_is_named_again() {
    let body = PdfFile::new(&render(&citizens::hard(), citizens::FETCHED_AT).expect("a PDF")).body(&[]);
    let second = body.get(1).expect("a second page");
    assert!(second.contains("Helbredstilstand (fortsat)") && second.contains("Aktuel helbredstilstand (fortsat)"));
}

#[test]
fn nothing_is_written_below_or_beside_the_page() {
    let mut citizen = citizens::hard();
    for language in &mut citizen.borgersprog {
        language.sprog_stamdata.sprognavn = Some("uendeligt navn ".repeat(300));
    }
    let pdf = PdfFile::new(&render(&citizen, &"for evigt ".repeat(500)).expect("a PDF"));
    let inside = found::bones(&pdf.text(&["-x", "50", "-y", "30", "-W", "496", "-H", "790"]));
    assert_eq!(inside.chars().count(), found::bones(&pdf.text(&[])).chars().count());
}
