//! The backend's program.

use std::path::PathBuf;

use anyhow::Result;

use crate::{npm, process, workspace};

/// Its package and its program.
pub const PACKAGE: &str = "letasyl-backend";

/// Builds it in release (cargo knows what has changed) and says where it lies.
pub fn build() -> Result<PathBuf> {
    // The PDF's fonts come from there.
    npm::ensure()?;
    process::run(process::cargo().args(["build", "--release", "--package", PACKAGE]))?;
    Ok(workspace::released(PACKAGE))
}

/// Where it lies after a build in the dev profile.
pub fn debug_path() -> PathBuf {
    workspace::built("debug", PACKAGE)
}
