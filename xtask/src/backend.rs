//! The backend's program.

use std::path::PathBuf;

use anyhow::Result;

use crate::{npm, process, workspace};

/// Builds it in release (cargo knows what has changed) and says where it lies.
pub fn build() -> Result<PathBuf> {
    // The PDF's fonts come from there.
    npm::ensure()?;
    process::run(process::cargo().args(["build", "--release", "--package", "letasyl-backend"]))?;
    Ok(workspace::released("letasyl-backend"))
}
