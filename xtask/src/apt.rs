//! The system packages that the tests need: installed where that is possible, named where it is not.

use anyhow::{Context, Result, bail};

use crate::process;

/// A Debian package and the program by which it is known to be there.
type Package = (&'static str, &'static str);

/// What reads the PDF files that the tests make, and the proxy that the service stands behind in some.
const ALWAYS: [Package; 3] = [("poppler-utils", "pdftotext"), ("qpdf", "qpdf"), ("nginx-light", "nginx")];

/// The browsers, what drives Chromium, and the spreadsheet that opens what is exported: some 140 MB to fetch, less than
/// a minute to install.
const BROWSERS: [Package; 5] = [
    ("chromium", "chromium"),
    ("chromium-headless-shell", "chromium-headless-shell"),
    ("chromium-driver", "chromedriver"),
    ("firefox-esr", "firefox-esr"),
    ("libreoffice-calc", "soffice"),
];

/// Installs what is missing.
pub fn ensure(browsers: bool) -> Result<()> {
    let wanted = ALWAYS.iter().chain(BROWSERS.iter().filter(|_| browsers));
    let missing: Vec<_> =
        wanted.filter(|(_, program)| process::find(program).is_none()).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_root() || process::find("apt-get").is_none() {
        bail!("please install what the tests need (the names are Debian's): {list}");
    }
    println!("Installing {list} …");
    apt(&["update", "--quiet"]).context("the list of packages cannot be fetched")?;
    let mut install = vec!["install", "--quiet", "--yes", "--no-install-recommends"];
    install.extend(missing);
    apt(&install).with_context(|| format!("cannot install {list}"))
}

fn apt(arguments: &[&str]) -> Result<()> {
    process::run(process::command("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root() -> bool {
    process::output(process::command("id").arg("-u")).as_deref() == Some("0")
}
