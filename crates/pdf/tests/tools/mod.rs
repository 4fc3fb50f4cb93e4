//! Other programs that read what was written. A program that is missing fails the test and says how to get it.

#![allow(dead_code, reason = "each test uses its own part")]

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

static FILES: AtomicUsize = AtomicUsize::new(0);

/// The PDF as a file; gone when this is dropped.
pub struct PdfFile(PathBuf);

impl PdfFile {
    pub fn new(bytes: &[u8]) -> Self {
        let number = FILES.fetch_add(1, Ordering::Relaxed);
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}.pdf", std::process::id()));
        fs::write(&path, bytes).expect("the test's own directory can be written to");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }

    /// The text as poppler reads it.
    pub fn text(&self, options: &[&str]) -> String {
        run("pdftotext", "poppler-utils", &[options, &["-enc", "UTF-8", self.path(), "-"]].concat())
    }

    /// The text between the running header and the footer, page by page.
    pub fn body(&self, options: &[&str]) -> Vec<String> {
        let middle = ["-x", "0", "-y", "60", "-W", "596", "-H", "724"];
        pages(&self.text(&[options, &middle].concat()))
    }

    /// What poppler says of the document and its structure.
    pub fn info(&self, options: &[&str]) -> String {
        run("pdfinfo", "poppler-utils", &[options, &["-enc", "UTF-8", self.path()]].concat())
    }

    /// The file with its streams unpacked.
    pub fn unpacked(&self) -> Vec<u8> {
        output("qpdf", "qpdf", &["--qdf", "--object-streams=disable", self.path(), "-"])
    }

    /// Fails where qpdf finds any fault.
    pub fn check(&self) {
        let said = run("qpdf", "qpdf", &["--check", self.path()]);
        assert!(said.contains("No syntax or stream encoding errors found"), "qpdf: {said}");
    }
}

impl Drop for PdfFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// The pages of what pdftotext writes.
pub fn pages(text: &str) -> Vec<String> {
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

fn run(program: &str, package: &str, arguments: &[&str]) -> String {
    // Poppler writes some titles in an encoding of their own.
    String::from_utf8_lossy(&output(program, package, arguments)).into_owned()
}

fn output(program: &str, package: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|error| {
        panic!("this test needs `{program}` ({error}); install it: apt-get install {package}");
    });
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    output.stdout
}
