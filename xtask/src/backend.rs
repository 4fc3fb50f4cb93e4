//! The backend's program.

use std::path::PathBuf;

use anyhow::Result;

use crate::{process, workspace};

/// Builds it in release (cargo knows what has changed) and says where it lies.
pub fn build() -> Result<PathBuf> {
    process::run(process::cargo().args(["build", "--release", "--package", "letasyl-backend"]))?;
    Ok(workspace::released("letasyl-backend"))
}
