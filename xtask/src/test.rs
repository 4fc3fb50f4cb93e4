//! `cargo xtask test`: every check there is, one step after the other, with a table of them at the end. A step that
//! fails does not hold up the others: one run tells all that is wrong.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::{
    apt, backend,
    browsers::{self, Browser},
    npm, playwright, process, site, size, tools,
};

/// A step: what it is called, whether it needs browsers or the built site, and what it does.
type Step = (&'static str, bool, fn() -> Result<()>);

const STEPS: [Step; 10] = [
    ("format", false, || cargo("fmt --all --check")),
    ("lints, native", false, || cargo("clippy --workspace --all-targets -- -D warnings")),
    ("lints, browser", false, || {
        cargo("clippy --package letasyl-web --target wasm32-unknown-unknown --lib --bins --test web -- -D warnings")
    }),
    ("tests, native", false, || cargo("test --workspace")),
    ("tests in Chromium", true, || browsers::test(Browser::Chromium)),
    ("tests in Firefox", true, || browsers::test(Browser::Firefox)),
    ("site", true, site::build),
    ("size", true, size::check),
    ("backend", true, || backend::build().map(drop)),
    ("journeys", true, || playwright::run("journeys")),
];

/// Runs them all, or with `fast` those that need neither a browser nor the built site.
pub fn run(fast: bool) -> Result<()> {
    apt::ensure(!fast)?;
    // The PDF's fonts come from there, too.
    npm::ensure()?;
    tools::wasm_target()?;
    if !fast {
        tools::WASM_BINDGEN.folder()?;
        tools::TRUNK.folder()?;
        tools::GECKODRIVER.folder()?;
    }
    let steps: Vec<_> = STEPS.into_iter().filter(|(_, slow, _)| !(fast && *slow)).collect();
    let mut done: Vec<(&str, Duration, bool)> = Vec::new();
    for (number, (name, _, step)) in (1_usize..).zip(&steps) {
        println!("\n=== {number}/{}  {name}", steps.len());
        let start = Instant::now();
        let result = step();
        let took = start.elapsed();
        match &result {
            Ok(()) => println!("=== {number}/{}  {name}: ok, {}", steps.len(), seconds(took)),
            Err(error) => println!("=== {number}/{}  {name}: FAILED, {}: {error:#}", steps.len(), seconds(took)),
        }
        done.push((name, took, result.is_ok()));
    }
    table(&done);
    match done.iter().filter(|(_, _, ok)| !ok).count() {
        0 => Ok(()),
        failed => bail!("{failed} of {} steps failed", done.len()),
    }
}

fn table(done: &[(&str, Duration, bool)]) {
    println!();
    for (number, (name, took, ok)) in (1_usize..).zip(done) {
        println!("{number:>4}  {name:<24}{:<8}{:>9}", if *ok { "ok" } else { "FAILED" }, seconds(*took));
    }
    println!("      {:<32}{:>9}\n", "all", seconds(done.iter().map(|(_, took, _)| took).sum()));
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn cargo(arguments: &str) -> Result<()> {
    process::run(process::cargo().args(arguments.split(' ')))
}
