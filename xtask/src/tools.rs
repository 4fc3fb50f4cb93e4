//! The tools that cargo installs, each in exactly one version: found on PATH, or in our own cache, or installed there.
//! (What npm installs has its versions in `package-lock.json`, what apt installs is listed in `apt.rs`.)

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::process;

/// A program that `cargo install` provides.
pub struct Tool {
    /// The crate it comes in.
    package: &'static str,
    version: &'static str,
    /// The program that tells its version.
    program: &'static str,
    /// Installing counts on a first start, so these are not optimised unless it takes longer to run them so.
    opt_level: &'static str,
    features: &'static [&'static str],
    /// Whether it answers `--version`; one that does not is only used out of our own cache, where the folder tells it.
    tells_version: bool,
}

/// Newer ones refuse this Rust.
pub const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    opt_level: "0",
    features: &["--no-default-features", "--features", "rustls"],
    tells_version: true,
};

/// Has to be the version of the crate `wasm-bindgen` in Cargo.toml, to the digit. It also runs the browser tests.
pub const WASM_BINDGEN: Tool = Tool { opt_level: "1", ..plain("wasm-bindgen-cli", "0.2.129", "wasm-bindgen") };

/// Splits the app's module into one that every user loads and one for the pages of texts.
pub const WASM_SPLIT: Tool = Tool {
    package: "wasm_split_cli_support",
    version: "0.2.4",
    program: "wasm-split-cli",
    opt_level: "0",
    features: &["--features", "build-binary"],
    tells_version: false,
};

/// What drives Firefox; Debian has none.
pub const GECKODRIVER: Tool = plain("geckodriver", "0.37.1", "geckodriver");

/// Checks what is built in, see `audit.rs`.
pub const CARGO_DENY: Tool = plain("cargo-deny", "0.20.2", "cargo-deny");

/// A tool without anything special to it.
const fn plain(package: &'static str, version: &'static str, program: &'static str) -> Tool {
    Tool { package, version, program, opt_level: "0", features: &[], tells_version: true }
}

/// What of these tools the built site depends on.
pub fn site_versions() -> String {
    [TRUNK, WASM_BINDGEN, WASM_SPLIT].map(|tool| format!("{} {}", tool.package, tool.version)).join(" ")
}

impl Tool {
    /// The folder of the tool's programs; installs it if it is nowhere.
    pub fn folder(&self) -> Result<PathBuf> {
        let found = process::find(&self.file()).filter(|path| self.tells_version && self.is_right(path));
        if let Some(path) = found {
            return Ok(path.parent().map(PathBuf::from).unwrap_or_default());
        }
        let root = cache()?.join("tools").join(format!("{}-{}", self.package, self.version));
        let folder = root.join("bin");
        if !self.is_right(&folder.join(self.file())) {
            self.install(&root)?;
        }
        Ok(folder)
    }

    /// The program itself.
    pub fn path(&self) -> Result<PathBuf> {
        Ok(self.folder()?.join(self.file()))
    }

    fn file(&self) -> String {
        format!("{}{}", self.program, env::consts::EXE_SUFFIX)
    }

    fn is_right(&self, path: &PathBuf) -> bool {
        if !self.tells_version {
            return path.is_file();
        }
        let told = process::output(process::command(path).arg("--version")).unwrap_or_default();
        // "trunk 0.21.14", and geckodriver adds a commit and a licence.
        told.split_whitespace().nth(1) == Some(self.version)
    }

    fn install(&self, root: &PathBuf) -> Result<()> {
        println!("Installing {} {} (once, some minutes) …", self.package, self.version);
        fs::create_dir_all(root).with_context(|| format!("cannot create {}", root.display()))?;
        // A folder of its own, kept until it is done: an interrupted install goes on where it stopped.
        let build = cache()?.join("build").join(self.package);
        process::run(
            process::cargo()
                .args(["install", self.package, "--version", self.version, "--locked", "--root"])
                .arg(root)
                .args(self.features)
                // Neither the workspace's settings nor its compiler flags are meant for these.
                .current_dir(root)
                .env("CARGO_TARGET_DIR", &build)
                .env_remove("RUSTFLAGS")
                .env_remove("CARGO_BUILD_TARGET")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_DEBUG", "0"),
        )
        .with_context(|| format!("{} {} cannot be installed", self.package, self.version))?;
        // Only disk space; the tool works without.
        fs::remove_dir_all(build).ok();
        Ok(())
    }
}

/// Lets cargo build for the browser.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = process::output(process::command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if library.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    process::run(process::command("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("Rust's target {TARGET} is missing and rustup cannot add it"))
}

/// Shared by all checkouts, so that a second one starts at once.
pub fn cache() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir().context("there is no home folder to keep the tools in")?.join(".cache"),
    };
    Ok(base.join("letasyl-xtask"))
}
