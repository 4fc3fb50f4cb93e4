//! What the site is made of, file by file, held against its budget.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{budget::CODE_BROTLI_BYTES, fingerprint, workspace};

struct File {
    name: String,
    raw: u64,
    /// As the backend sends it; a file without a compressed twin goes as it is.
    sent: u64,
    code: bool,
}

/// Prints the table; fails when the code is over its budget.
pub fn check() -> Result<()> {
    let files = list(&workspace::dist())?;
    println!("\n{:<52}{:>12}{:>12}", "file", "raw", "brotli");
    for file in files.iter().filter(|file| file.code) {
        row(&file.name, file.raw, file.sent);
    }
    let code = files.iter().filter(|file| file.code).map(|file| file.sent).sum();
    let raw = files.iter().filter(|file| file.code).map(|file| file.raw).sum();
    row("code, counted", raw, code);
    println!("\nnot counted:");
    for file in files.iter().filter(|file| !file.code) {
        row(&file.name, file.raw, file.sent);
    }
    let budget = grouped(CODE_BROTLI_BYTES);
    println!("\n{} of {budget} bytes ({} %)", grouped(code), code.saturating_mul(100) / CODE_BROTLI_BYTES);
    if code > CODE_BROTLI_BYTES {
        bail!("the site is {} bytes over its budget of {budget} bytes", grouped(code - CODE_BROTLI_BYTES));
    }
    Ok(())
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
