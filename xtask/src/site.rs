//! The site: built by Trunk, then compressed, and left alone when nothing it is made of has changed.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{fingerprint, npm, process, tools, workspace};

/// What the site is made of, beside the crates.
const INPUTS: [&str; 13] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot.js",
    "index.html",
    "package-lock.json",
    "rust-toolchain.toml",
    "src",
    "static",
    "style",
    "xtask/site",
    "xtask/src/site.rs",
];

/// Crates that never reach the browser. A crate not named here counts, so that a new one cannot be forgotten.
const NOT_IN_SITE: [&str; 3] = ["backend", "fault-proxy", "pdf"];

/// Minifies and compresses the built files. Node has both methods of compression: they need not be compiled here.
const FINISH: &str = "xtask/site/finish.mjs";

/// The folder of the program that Trunk takes for wasm-bindgen: it splits the module before.
const WRAPPER: &str = "xtask/site/bin";

/// The development build, with the page `/stil`; the folder follows.
const STIL: [&str; 3] = ["--features", "stil", "--dist"];

/// Installs what building the site takes.
pub fn ensure_tools() -> Result<()> {
    npm::ensure()?;
    tools::TRUNK.path()?;
    tools::WASM_SPLIT.path()?;
    tools::WASM_BINDGEN.path().map(drop)
}

/// Builds the site into `dist` unless it is there already.
pub fn build() -> Result<()> {
    let stamp = workspace::target().join("xtask").join("site.stamp");
    let inputs = inputs()?;
    if fs::read_to_string(&stamp).is_ok_and(|text| output(inputs).is_ok_and(|now| now == text)) {
        println!("The site is up to date.");
        return Ok(());
    }
    let mut trunk = trunk("build", "site")?;
    trunk.arg("--release");
    // Cargo adds this to the flags that stand in .cargo/config.toml.
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_folders()?.join(" "));
    process::run(&mut trunk)?;
    process::run(process::command("node").arg(workspace::root().join(FINISH)).arg(workspace::dist()))?;
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&stamp, output(inputs)?).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Builds the site as in development, with the page `/stil`, beside the real one: for pictures and tests of the
/// components. Says where.
pub fn build_stil() -> Result<PathBuf> {
    let dist = workspace::target().join("xtask").join("stil");
    fs::create_dir_all(&dist)?;
    process::run(trunk("build", "stil")?.args(STIL).arg(&dist))?;
    Ok(dist)
}

/// What builds the site as in development into this folder whenever a source changes, with a page that reloads then.
pub fn watch(dist: &Path) -> Result<Command> {
    let mut trunk = trunk("watch", "dev")?;
    trunk.args(STIL).arg(dist).env("LETASYL_DEV", "1");
    Ok(trunk)
}

/// Trunk with all that it needs on PATH, told to download nothing. What is split for each `purpose` has a folder of its own:
/// two builds may run at once.
fn trunk(command: &str, purpose: &str) -> Result<Command> {
    tools::wasm_target()?;
    let wrapper = workspace::root().join(WRAPPER);
    let path = process::path_with(&[wrapper, npm::ensure()?, tools::TRUNK.folder()?])?;
    let mut trunk = process::command(tools::TRUNK.path()?);
    trunk.args([command, "--offline", "--skip-version-check"]).env("PATH", &path);
    trunk.env("LETASYL_WASM_BINDGEN", tools::WASM_BINDGEN.path()?);
    trunk.env("LETASYL_WASM_SPLIT", tools::WASM_SPLIT.path()?);
    trunk.env("LETASYL_SPLIT_DIR", workspace::target().join("xtask").join("split").join(purpose));
    // Its minifier does not know the syntax of wasm-bindgen's glue and warns of it at every build.
    trunk.args(["--log", "error,trunk=info,trunk::processing::minify=error"]);
    // Trunk takes NO_COLOR for a flag of its own and refuses the usual value 1.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    Ok(trunk)
}

/// Flags that take the builder's own folders out of the places that panics name: a shipped file should name no
/// machine, and the module is smaller without them. Files of this repository have relative names already.
fn without_folders() -> Result<Vec<String>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.context("cargo's home is unknown")?.join("registry/src");
    // Each registry has a folder of its own; a vendored build has none.
    let folders = fs::read_dir(&sources).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    let mut folders: Vec<PathBuf> = folders.unwrap_or_default();
    folders.sort();
    let flags = folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    // Cargo parts the flags at blanks: a folder with one in its name cannot be told.
    Ok(flags.filter(|flag| !flag.contains(char::is_whitespace)).collect())
}

/// The fingerprint of everything that the site is made of.
fn inputs() -> Result<u64> {
    let root = workspace::root();
    let mut paths: Vec<PathBuf> = INPUTS.iter().map(|name| root.join(name)).collect();
    for entry in fs::read_dir(root.join("crates")).context("cannot list crates")? {
        let path = entry?.path();
        if !NOT_IN_SITE.iter().any(|name| path.ends_with(name)) {
            paths.push(path);
        }
    }
    paths.sort();
    fingerprint::of(&paths)
}

/// What the stamp has to say: what went in and with which tools, and what is in `dist`, lest someone emptied it.
fn output(inputs: u64) -> Result<String> {
    let dist = fingerprint::of(&[workspace::dist()])?;
    Ok(format!("{} {inputs:016x} {dist:016x}\n", tools::site_versions()))
}
