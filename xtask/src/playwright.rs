//! What Playwright drives in the system's Chromium: the built site on the real backend. Its tests start a backend
//! each for themselves; here they learn where the program and the site lie.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{backend, npm, process, site, tools, workspace};

/// What lets something go wrong between browser and backend.
const FAULT_PROXY: &str = "letasyl-fault-proxy";

/// Builds what the journeys run on, but for the site. In the dev profile: the tests of the backend have compiled nearly
/// all of it already.
pub fn build_programs() -> Result<()> {
    process::run(process::cargo().args(["build", "--package", backend::PACKAGE, "--package", FAULT_PROXY]))
}

/// Runs the journeys, with further arguments for Playwright.
pub fn journeys(arguments: &[OsString]) -> Result<()> {
    build_programs()?;
    run("journeys", &backend::debug_path(), arguments)
}

/// Runs the projects of `tests/e2e/playwright.config.ts` that have or begin with this name (`journeys`, `pictures` or
/// `measure`) on this backend, with further arguments for Playwright.
pub fn run(project: &str, backend: &Path, arguments: &[OsString]) -> Result<()> {
    let stil = site::build_stil()?;
    // Pictures are taken in Chromium alone.
    let geckodriver = if project == "journeys" { tools::GECKODRIVER.path()? } else { PathBuf::new() };
    process::run(
        process::command(npm::ensure()?.join("playwright"))
            .args(["test", "--config", "tests/e2e/playwright.config.ts", &format!("--project={project}*")])
            .args(arguments)
            .env("LETASYL_BACKEND", backend)
            .env("LETASYL_FAULT_PROXY", workspace::built("debug", FAULT_PROXY))
            .env("LETASYL_DIST", workspace::dist())
            .env("LETASYL_STIL", stil)
            .env("LETASYL_GECKODRIVER", geckodriver)
            .env("LETASYL_PICTURES", workspace::root().join("docs")),
    )
}
