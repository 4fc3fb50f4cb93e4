//! `cargo xtask test`: every check, one step after the other, with a table of them at the end. A step that fails does
//! not stop the others: one run shows everything that is wrong.

use std::{
    ffi::OsString,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::{
    ahead::{self, Ahead},
    apt,
    browsers::{self, Browser},
    npm, playwright, process, size, tools,
};

/// What the user chose.
#[derive(Default)]
pub struct Options {
    /// Leave out the steps that need a browser or the built site.
    fast: bool,
    /// The names of the steps to run; all if there are none.
    only: Vec<String>,
    /// Arguments for the test runner of the one chosen step.
    runner: Vec<OsString>,
}

impl Options {
    /// Reads the arguments after `test`.
    pub fn parse(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("fast") => options.fast = true,
                Long("only") => options.only.push(arguments.value()?.string()?),
                Value(argument) => options.runner.push(argument),
                other => return Err(other.unexpected().into()),
            }
        }
        for name in &options.only {
            step(name)?;
        }
        if !options.runner.is_empty() {
            let [name] = options.only.as_slice() else { bail!("choose with --only which step the arguments are for") };
            if !step(name)?.has_runner {
                bail!("the step '{name}' has no test runner that takes arguments");
            }
        }
        Ok(options)
    }

    /// The steps to run, in their order, with those that the chosen ones need.
    fn steps(&self) -> Vec<&'static Step> {
        let chosen = |step: &Step| {
            let needed =
                |name: &String| name == step.name || find(name).is_some_and(|by| by.needs.contains(&step.name));
            (self.only.is_empty() || self.only.iter().any(needed)) && !(self.fast && step.slow)
        };
        STEPS.iter().filter(|step| chosen(step)).collect()
    }
}

struct Step {
    name: &'static str,
    /// Whether it needs a browser or the built site.
    slow: bool,
    /// The steps that build what it runs on.
    needs: &'static [&'static str],
    /// Whether it passes arguments on to a test runner.
    has_runner: bool,
    run: fn(&[OsString]) -> Result<()>,
}

impl Step {
    const fn fast(name: &'static str, run: fn(&[OsString]) -> Result<()>) -> Self {
        Self { name, slow: false, needs: &[], has_runner: false, run }
    }

    const fn slow(name: &'static str, run: fn(&[OsString]) -> Result<()>) -> Self {
        Self { name, slow: true, needs: &[], has_runner: false, run }
    }

    const fn needs(self, needs: &'static [&'static str]) -> Self {
        Self { needs, ..self }
    }

    const fn with_runner(self) -> Self {
        Self { has_runner: true, ..self }
    }
}

/// The step that builds what the later ones need, while those before it run.
const SITE: &str = "site";

/// The step with which that begins: the lints need all processors, the tests do not.
const NATIVE: &str = "native";

const STEPS: [Step; 9] = [
    Step::fast("format", |_| cargo("fmt --all --check", &[])),
    Step::fast("lint-native", |_| cargo("clippy --workspace --all-targets -- -D warnings", &[])),
    Step::fast("lint-browser", |_| {
        let targets = "clippy --package letasyl-web --target wasm32-unknown-unknown --lib --bins --test web";
        cargo(&format!("{targets} -- -D warnings"), &[])
    }),
    Step::fast(NATIVE, |runner| cargo("test --workspace", runner)).with_runner(),
    Step::slow("chromium", |runner| browsers::test(Browser::Chromium, runner)).with_runner(),
    Step::slow("firefox", |runner| browsers::test(Browser::Firefox, runner)).with_runner(),
    Step::slow(SITE, |_| ahead::build()),
    Step::slow("size", |_| size::check()).needs(&[SITE]),
    Step::slow("journeys", playwright::journeys).needs(&[SITE]).with_runner(),
];

fn find(name: &str) -> Option<&'static Step> {
    STEPS.iter().find(|step| step.name == name)
}

fn step(name: &str) -> Result<&'static Step> {
    find(name).with_context(|| format!("there is no step '{name}'; the steps are {}", names()))
}

/// The names of all steps, for messages.
pub fn names() -> String {
    STEPS.map(|step| step.name).join(", ")
}

/// Runs the chosen steps.
pub fn run(options: &Options) -> Result<()> {
    let steps = options.steps();
    apt::ensure(steps.iter().any(|step| step.slow))?;
    // The PDF's fonts come from npm, too.
    npm::ensure()?;
    tools::wasm_target()?;
    let mut done: Vec<(&str, Duration, bool)> = Vec::new();
    let mut ahead = None;
    for (number, step) in (1_usize..).zip(&steps) {
        let heading = format!("=== {number}/{}  {}", steps.len(), step.name);
        println!("\n{heading}");
        let start = Instant::now();
        if step.name == NATIVE && steps.iter().any(|step| step.name == SITE) {
            ahead = Some(Ahead::start()?);
        }
        let ready = ahead.take_if(|_| step.name == SITE);
        let result = ready.map_or_else(|| (step.run)(runner(options, step)), Ahead::finish);
        let took = start.elapsed();
        match &result {
            Ok(()) => println!("{heading}: ok, {}", seconds(took)),
            Err(error) => println!("{heading}: FAILED, {}: {error:#}", seconds(took)),
        }
        done.push((step.name, took, result.is_ok()));
    }
    table(&done);
    match done.iter().filter(|(_, _, ok)| !ok).count() {
        0 => Ok(()),
        failed => bail!("{failed} of {} steps failed", done.len()),
    }
}

/// The arguments for a step's test runner: those of the one that was chosen.
fn runner<'a>(options: &'a Options, step: &Step) -> &'a [OsString] {
    if options.only.iter().any(|name| name == step.name) { &options.runner } else { &[] }
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

fn cargo(arguments: &str, more: &[OsString]) -> Result<()> {
    process::run(process::cargo().args(arguments.split(' ')).args(more))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Result<Options> {
        Options::parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    fn chosen(line: &str) -> Vec<&'static str> {
        options(line).unwrap().steps().iter().map(|step| step.name).collect()
    }

    #[test]
    fn runs_everything_or_what_needs_no_browser() {
        assert_eq!(chosen("").len(), STEPS.len());
        assert_eq!(chosen("--fast"), ["format", "lint-native", "lint-browser", "native"]);
    }

    #[test]
    fn runs_the_chosen_steps_after_what_they_need() {
        assert_eq!(chosen("--only native"), ["native"]);
        assert_eq!(chosen("--only journeys"), ["site", "journeys"]);
        assert_eq!(chosen("--only journeys --only format"), ["format", "site", "journeys"]);
    }

    #[test]
    fn passes_arguments_to_one_runner() {
        assert_eq!(options("--only journeys -- transfer --headed").unwrap().runner, ["transfer", "--headed"]);
        for wrong in ["-- transfer", "--only format -- x", "--only native --only chromium -- x", "--only x"] {
            assert!(options(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_need_is_a_step() {
        for name in STEPS.iter().flat_map(|step| step.needs) {
            assert!(find(name).is_some(), "{name}");
        }
    }
}
