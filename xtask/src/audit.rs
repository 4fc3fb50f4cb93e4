//! `cargo xtask audit`: whether everything that is built in may be (licences, sources, one version of each, as
//! `deny.toml` says), and whether anything in it has a known hole.
//!
//! Known holes are told by databases on the network. Where they cannot be reached, this says so and fails no check: it
//! must not look as if there were none.

use anyhow::{Context, Result, bail};

use crate::{process, tools};

/// Checks all that can be checked here.
pub fn run() -> Result<()> {
    let path = process::path_with(&[tools::CARGO_DENY.folder()?])?;
    let deny = |arguments: &[&str]| {
        let mut command = process::cargo();
        command.arg("deny").args(arguments).env("PATH", &path);
        command
    };
    process::run(&mut deny(&["check", "licenses", "bans", "sources"])).context("deny.toml does not allow this")?;

    let mut unknown = Vec::new();
    if process::output(&mut deny(&["fetch", "db"])).is_some() {
        process::run(&mut deny(&["check", "advisories"])).context("a crate has a known hole")?;
    } else {
        unknown.push("crates (the advisory database cannot be fetched)");
    }
    match npm()? {
        Some(0) => println!("npm: no known holes"),
        Some(holes) => bail!("{holes} packages of package-lock.json have known holes: see npm audit"),
        None => unknown.push("npm packages (the registry answers no audit)"),
    }
    for what in unknown {
        println!("NOT CHECKED for known holes: {what}");
    }
    Ok(())
}

/// How many packages have known holes, if the registry tells. npm fails when there are some, so its exit code tells
/// nothing; what it prints does.
fn npm() -> Result<Option<u64>> {
    let output = process::command("npm").args(["audit", "--json"]).output().context("npm cannot be started")?;
    let text = String::from_utf8_lossy(&output.stdout);
    // "metadata": { "vulnerabilities": { …, "total": 0 }, … }
    let total = text.split_once("\"metadata\"").and_then(|(_, rest)| rest.split_once("\"total\":"));
    let digits = total.map(|(_, rest)| rest.trim_start().chars().take_while(char::is_ascii_digit).collect::<String>());
    Ok(digits.and_then(|digits| digits.parse().ok()))
}
