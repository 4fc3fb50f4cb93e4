//! `cargo xtask schemathesis`: sends the backend what `/openapi.json` allows, and what it does not, and holds every
//! answer against the description. (<https://schemathesis.readthedocs.io>; from PyPI, into a folder of its own.)

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{load, process, tools, workspace};

const VERSION: &str = "4.32.5";
/// How many requests of each kind for each operation: a minute in all.
const EXAMPLES: &str = "50";
const CONFIG: &str = include_str!("schemathesis.toml");
/// For a second look, at what exists: the citizen with the fewest data. Of the others, the dates are written without a
/// time zone, as STAR's service writes them, which the document's own `date-time` allows and JSON Schema's does not.
const KNOWN: &str = "[parameters]\n\"x-civilregistrationIdentifier\" = \"2902021234\"\n\
     externalIdentifier = \"34f0df34-d28b-5c3c-ab11-a1929dcf1544\"\n";

/// Runs it.
pub fn run() -> Result<()> {
    let program = program()?;
    let folder = workspace::target().join("xtask").join("schemathesis");
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder)?;
    let configs = [("any.toml", CONFIG.to_owned()), ("known.toml", format!("{KNOWN}\n{CONFIG}"))];
    for (name, text) in configs {
        let config = folder.join(name);
        fs::write(&config, text)?;
        let backend = load::Running::start(&folder.join(format!("{name}.sqlite")), 100)?;
        let token = backend.sign_in("star-admin")?;
        process::run(
            process::command(&program)
                .arg("--config-file")
                .arg(&config)
                .arg("run")
                .arg(format!("http://{}/openapi.json", backend.address))
                // The same requests each time: a finding today is one tomorrow.
                .args(["--checks", "all", "--max-examples", EXAMPLES, "--seed", "1", "--workers", "2"])
                .current_dir(&folder)
                .env("LETASYL_TOKEN", token),
        )
        .context("the backend does not keep what it describes")?;
    }
    Ok(())
}

/// Finds it in our cache, or installs it there.
fn program() -> Result<PathBuf> {
    let root = tools::cache()?.join("tools").join(format!("schemathesis-{VERSION}"));
    let program = root.join("bin").join(format!("schemathesis{}", env::consts::EXE_SUFFIX));
    if process::output(process::command(&program).arg("--version")).is_some_and(|told| told.ends_with(VERSION)) {
        return Ok(program);
    }
    println!("Installing schemathesis {VERSION} (once) …");
    process::run(process::command("python3").args(["-m", "venv"]).arg(&root))
        .context("Python 3 with venv is needed")?;
    let package = format!("schemathesis=={VERSION}");
    process::run(process::command(root.join("bin/python")).args(["-m", "pip", "install", "--quiet", &package]))
        .context("schemathesis cannot be installed")?;
    Ok(program)
}
