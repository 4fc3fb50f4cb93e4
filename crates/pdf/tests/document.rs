//! The document around the text: tags, language, title, no word of whose data it is outside the pages.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test ends where it fails")]

mod citizens;
mod tools;

use letasyl_contract::{Field, Section};
use letasyl_pdf::render;

use tools::PdfFile;

fn full() -> PdfFile {
    PdfFile::new(&render(&citizens::full(), citizens::FETCHED_AT).expect("a PDF"))
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn qpdf_finds_no_fault() {
    for citizen in [citizens::full(), citizens::bare(), citizens::hard()] {
        PdfFile::new(&render(&citizen, citizens::FETCHED_AT).expect("a PDF")).check();
    }
}

#[test]
fn it_is_tagged_danish_and_says_that_it_is_accessible() {
    let info = full().info(&[]);
    assert!(info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{info}");
    assert!(info.lines().any(|line| line.starts_with("Title:") && line.ends_with(" Integrationslovsdata")), "{info}");
    assert!(info.contains("(A4)"), "{info}");
    assert!(full().info(&["-meta"]).contains("pdfuaid:part"));
    let unpacked = full().unpacked();
    assert!(holds(&unpacked, "/Lang (da-DK)") && holds(&unpacked, "/DisplayDocTitle true"));
}

#[test]
fn the_structure_has_headings_lists_and_a_table() {
    let structure = full().info(&["-struct-text"]);
    let count = |what: &str| structure.lines().filter(|line| line.trim_start().starts_with(what)).count();
    assert_eq!(count("H1 \"Integrationslovsdata\""), 1);
    assert_eq!(count("H2 "), Section::ALL.len());
    assert_eq!((count("Table"), count("THead"), count("TBody")), (1, 1, 1));
    assert_eq!(structure.matches("/Scope /Column").count(), 7);
    assert_eq!(structure.matches("/Scope /Row").count(), 3);
    assert_eq!(count("TD"), 18);
    // Three about the document, and one for each field.
    let labels = Field::ALL.len() + 3;
    assert_eq!((count("Lbl"), count("LBody")), (labels, labels));
    assert!(!structure.contains("fortsat") && !structure.contains("Side 1"), "what is repeated is no content");
}

#[test]
fn the_structure_reads_in_the_order_of_the_page() {
    let structure = full().info(&["-struct-text"]);
    let at = |text: &str| structure.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    let order =
        ["CPR-nummer", "290201-1234", "H2 \"Kontraktvarighed\"", "Første kontrakt", "4. maj 2023", "H2 \"Sprog\""];
    assert!(order.map(at).is_sorted());
}

#[test]
fn the_cpr_stands_on_the_pages_only() {
    let pdf = full();
    let beside = [pdf.info(&[]), pdf.info(&["-meta"]), pdf.info(&["-custom"])].concat();
    let unpacked = pdf.unpacked();
    // Text on the pages is written as numbers of glyphs, so what is found as text stands elsewhere.
    for cpr in ["2902011234", "290201-1234"] {
        let wide: Vec<u8> = cpr.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(!beside.contains(cpr) && !holds(&unpacked, cpr));
        assert!(!unpacked.windows(wide.len()).any(|window| window == wide));
    }
    assert!(pdf.text(&[]).contains("290201-1234"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for citizen in [citizens::full(), citizens::hard()] {
        let once = render(&citizen, citizens::FETCHED_AT).expect("a PDF");
        assert!(once == render(&citizen, citizens::FETCHED_AT).expect("a PDF"), "two different files");
    }
}
