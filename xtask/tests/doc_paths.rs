//! Fails when a document names a file of the repository that does not exist.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

/// Folders that a document may name paths from: the root, and the crates it is about.
const BASES: [&str; 3] = [".", "crates/backend", "crates/backend/tests"];
const ENDINGS: [&str; 4] = ["rs", "ts", "scss", "json"];

#[test]
fn every_file_that_a_document_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut missing = Vec::new();
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "STYLE.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        let paths = quoted.filter(|path| {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            path.contains('/')
                && ENDINGS.contains(&ending)
                && path.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c))
        });
        for path in paths {
            if !path.starts_with("/") && BASES.iter().all(|base| !root.join(base).join(path).exists()) {
                missing.push(format!("{document}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
