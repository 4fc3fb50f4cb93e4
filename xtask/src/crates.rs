//! `cargo xtask size --crates`: which crates the WebAssembly is made of. Built once more with its names kept, and
//! weighed before wasm-opt and compression, so the numbers tell proportions, not what is sent.

use std::{cmp::Reverse, collections::HashMap, fs};

use anyhow::{Context, Result};

use crate::{process, size, tools, wasm, workspace};

/// How many crates are worth a line.
const SHOWN: usize = 25;

/// Builds the named module and prints its largest crates.
pub fn print() -> Result<()> {
    tools::wasm_target()?;
    let target = workspace::target().join("xtask").join("named");
    process::run(
        process::cargo()
            .args(["build", "--package", "letasyl-web", "--bin", "letasyl-web", "--profile", "site"])
            .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
            .arg(&target)
            .env("CARGO_PROFILE_SITE_STRIP", "none"),
    )?;
    let file = target.join("wasm32-unknown-unknown/site/letasyl-web.wasm");
    let module = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut functions = wasm::functions(&module).context("the module cannot be read")?;
    // Only wasm-bindgen reads these, and it takes them out.
    functions.retain(|(name, _)| !name.starts_with("__wbindgen_describe"));

    let mut crates: HashMap<String, u64> = HashMap::new();
    for (name, bytes) in &functions {
        let size = crates.entry(crate_of(name)).or_default();
        *size = size.saturating_add(*bytes);
    }
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(name, bytes)| (Reverse(*bytes), name.clone()));

    println!("\n{:<52}{:>12}", "crate", "code");
    for (name, bytes) in crates.iter().take(SHOWN) {
        println!("{name:<52}{:>12}", size::grouped(*bytes));
    }
    println!("{:<52}{:>12}", "all functions", size::grouped(functions.iter().map(|(_, bytes)| bytes).sum()));
    Ok(())
}

/// The crate that a function's name starts with; for `<Type as Trait>::method` that of the type.
fn crate_of(symbol: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(symbol));
    let Some((path, _)) = name.split_once("::") else { return "(no crate)".to_owned() };
    let mut words = path.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.find(|word| !word.is_empty()).unwrap_or("(no crate)").to_owned()
}

#[cfg(test)]
mod tests {
    use super::crate_of;

    #[test]
    fn finds_the_crate_in_plain_and_in_trait_names() {
        assert_eq!(crate_of("core::fmt::write"), "core");
        assert_eq!(crate_of("<alloc::string::String as core::fmt::Write>::write_str"), "alloc");
        assert_eq!(crate_of("<&mut dyn tachys::view::Render>::build"), "tachys");
        assert_eq!(crate_of("_ZN11letasyl_web5mount17h0123456789abcdefE"), "letasyl_web");
        assert_eq!(crate_of("memcpy"), "(no crate)");
    }
}
