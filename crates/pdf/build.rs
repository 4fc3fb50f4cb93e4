//! Copies the two cuts of IBM Plex Sans from the npm package `dkfds` to where the library includes them from.
//!
//! The fonts come with the design system and are not kept in the repository. `LETASYL_FONTS` names another
//! directory that holds the two files.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const FILES: [&str; 2] = ["IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf"];
const IN_WORKSPACE: &str = "node_modules/dkfds/src/fonts/IBMPlexSans/complete/ttf";

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=LETASYL_FONTS");
    match copy() {
        Ok(()) => ExitCode::SUCCESS,
        Err(missing) => {
            println!(
                "cargo::error=the font {} is missing: run `npm ci` or `cargo xtask serve` first",
                missing.display()
            );
            ExitCode::FAILURE
        }
    }
}

fn copy() -> Result<(), PathBuf> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let fonts = match env::var_os("LETASYL_FONTS") {
        Some(directory) => PathBuf::from(directory),
        None => here.ancestors().nth(2).unwrap_or(Path::new("")).join(IN_WORKSPACE),
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for file in FILES {
        let source = fonts.join(file);
        println!("cargo::rerun-if-changed={}", source.display());
        fs::copy(&source, out.join(file)).map_err(|_| source)?;
    }
    Ok(())
}
