//! What the site is made of, file by file, held against its budget.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{budget, fingerprint, workspace};

/// What the name of the module of texts has in it.
const TEXTS: &str = "-texts.";

struct File {
    name: String,
    raw: u64,
    /// As the backend sends it; a file without a compressed twin goes as it is.
    sent: u64,
    code: bool,
}

/// Prints the table; fails when a part of the code is over its budget.
pub fn check() -> Result<()> {
    let files = list(&workspace::dist())?;
    println!("\n{:<52}{:>12}{:>12}", "file", "raw", "brotli");
    for file in files.iter().filter(|file| file.code) {
        row(&file.name, file.raw, file.sent);
    }
    println!("\nnot counted:");
    for file in files.iter().filter(|file| !file.code) {
        row(&file.name, file.raw, file.sent);
    }
    let is_texts = |file: &&File| file.name.contains(TEXTS);
    let code = || files.iter().filter(|file| file.code);
    let start = code().filter(|file| !is_texts(file)).map(|file| file.sent).sum();
    let texts = code().filter(is_texts).map(|file| file.sent).sum();
    println!();
    let kept = [hold("every user", start, budget::START), hold("the pages of texts, too", texts, budget::TEXTS)];
    if kept.contains(&false) {
        bail!("the site is over its budget (xtask/src/budget.rs)");
    }
    Ok(())
}

/// Prints how much of its budget a part takes; answers whether it keeps within it.
fn hold(part: &str, sent: u64, budget: u64) -> bool {
    println!("{part}: {} of {} bytes ({} %)", grouped(sent), grouped(budget), sent.saturating_mul(100) / budget);
    sent <= budget
}

fn list(dist: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in fingerprint::files(dist).context("the site is not built")? {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if matches!(extension, "br" | "gz") {
            continue;
        }
        let raw = fs::metadata(&path)?.len();
        let sent = fs::metadata(path.with_extension(format!("{extension}.br"))).map_or(raw, |twin| twin.len());
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        files.push(File { name, raw, sent, code: matches!(extension, "html" | "css" | "js" | "wasm") });
    }
    files.sort_by_key(|file| std::cmp::Reverse(file.sent));
    Ok(files)
}

fn row(name: &str, raw: u64, sent: u64) {
    println!("{name:<52}{:>12}{:>12}", grouped(raw), grouped(sent));
}

/// 170000 as "170 000".
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_by_thousands() {
        assert_eq!([0, 999, 1000, 170_000, 1_234_567].map(grouped), ["0", "999", "1 000", "170 000", "1 234 567"]);
    }
}
