//! Where things lie: the repository, what cargo builds, the built site.

use std::{env, path::PathBuf};

/// The repository's root. Asked of cargo when it runs us, so that a moved checkout is found where it is now.
pub fn root() -> PathBuf {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    manifest.parent().map(PathBuf::from).unwrap_or(manifest)
}

/// What cargo builds into.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// A program that cargo builds in release.
pub fn released(name: &str) -> PathBuf {
    built("release", name)
}

/// A program that cargo builds into this folder of `target`.
pub fn built(folder: &str, name: &str) -> PathBuf {
    target().join(folder).join(format!("{name}{}", env::consts::EXE_SUFFIX))
}
