//! `cargo xtask <command>`: everything that is done with this repository. Each command finds or installs the tools
//! that it needs, then does its job; `cargo xtask help` lists them.

mod ahead;
mod apt;
mod audit;
mod backend;
mod browsers;
mod budget;
mod crates;
mod dev;
mod fingerprint;
mod load;
mod npm;
mod playwright;
mod process;
mod process_group;
mod ready;
mod schemathesis;
mod serve;
mod site;
mod size;
mod test;
mod tools;
mod wasm;
mod workspace;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask <command>

  serve        build the site and the backend, start them with demo data, print the address
                 --port N      the port to listen on (8080)
                 --texts N     how many dynamic texts the demo starts with (60)
                 --data DIR    where the database lies (data)
                 --open        open the address in the browser
  dev          like serve, but in the dev profile: rebuilds, restarts and reloads when a source changes
                 --port N, --texts N, --data DIR   as for serve
  test         every check: format, lints, tests, browsers, size, whole journeys
                 --fast        leave out everything that needs a browser or the built site
                 --only STEP   run this step (and what it needs); may be repeated
                 -- ARGUMENTS  for the test runner of the one step: test --only journeys -- transfer
  build        build the site (into dist) and the backend, both as released
  size         what the site is made of, and whether it keeps within its budget
                 --crates      which crates the WebAssembly is made of, instead
  audit        licences, sources and known holes of everything that is built in
  schemathesis hold the backend's answers against /openapi.json, with requests right and wrong
  load         500 caseworkers at once on the backend for five minutes: errors, memory, how long answers take
                 --users N     how many (500)
                 --seconds N   for how long (300)
                 --pause N     milliseconds that each rests between two requests, on average (2000)
  screenshots  take the pictures in docs again
  bench        how long the page is busy among 100,000 texts, and what a long session holds in memory
  help         this text
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next()? {
        None | Some(Short('h') | Long("help")) => "help".to_owned(),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "serve" => serve::run(&serve::Options::parse(arguments)?),
        "dev" => dev::run(&serve::Options::parse(arguments)?),
        "test" => test::run(&test::Options::parse(arguments)?),
        "build" => {
            no_more(arguments)?;
            site::build()?;
            backend::build().map(drop)
        }
        "size" if flag(arguments.clone(), "crates")? => crates::print(),
        "size" => {
            site::build()?;
            size::check()
        }
        "screenshots" => {
            no_more(arguments)?;
            apt::ensure(true)?;
            site::build()?;
            let backend = backend::build()?;
            playwright::run("pictures", &backend, &[])
        }
        "audit" => {
            no_more(arguments)?;
            audit::run()
        }
        "schemathesis" => {
            no_more(arguments)?;
            schemathesis::run()
        }
        "load" => load::run(&load::Options::parse(arguments)?),
        "bench" => {
            no_more(arguments)?;
            apt::ensure(true)?;
            site::build()?;
            let backend = backend::build()?;
            playwright::run("measure", &backend, &[])
        }
        // Started by `test` for itself, see there.
        "ahead" => ahead::build(),
        // Started by `serve` for itself, see there.
        "announce" => ready::announce(&arguments.value()?.string()?, flag(arguments, "open")?),
        "help" => {
            println!("{HELP}\nThe steps of the test: {}", test::names());
            Ok(())
        }
        unknown => {
            eprint!("{HELP}");
            bail!("there is no command '{unknown}'")
        }
    }
}

/// Whether the one flag that a command knows is set.
fn flag(mut arguments: lexopt::Parser, name: &str) -> Result<bool> {
    let mut set = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long(given) if given == name => set = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(set)
}

fn no_more(mut arguments: lexopt::Parser) -> Result<()> {
    match arguments.next().context("bad arguments")? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}
