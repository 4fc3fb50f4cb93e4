//! What npm provides: the design system, Sass, wasm-opt, esbuild and Playwright, as `package-lock.json` says.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{process, workspace};

/// Installs when nothing is there or the lock file has changed since. Gives the folder of the programs.
pub fn ensure() -> Result<PathBuf> {
    let root = workspace::root();
    let modules = root.join("node_modules");
    let programs = modules.join(".bin");
    let lock = fs::read(root.join("package-lock.json")).context("cannot read package-lock.json")?;
    // A copy of the lock file that was installed, so that a switch between branches is noticed, too.
    let installed = modules.join(".installed-lock.json");
    if fs::read(&installed).is_ok_and(|text| text == lock) && programs.is_dir() {
        return Ok(programs);
    }
    println!("Installing the packages of package-lock.json …");
    process::run(process::command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
        .context("Node.js 20 or newer with npm is needed")?;
    fs::write(&installed, lock).with_context(|| format!("cannot write {}", installed.display()))?;
    Ok(programs)
}
