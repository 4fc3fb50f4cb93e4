//! Tests of the front end's own code in real browsers (`tests/web`), through wasm-bindgen's runner.

use std::{ffi::OsString, path::Path};

use anyhow::{Context, Result};

use crate::{process, tools, workspace};

/// A browser to test in.
#[derive(Clone, Copy)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    /// Which variable tells the runner which driver to use, and where that driver lies.
    fn driver(self) -> Result<(&'static str, std::path::PathBuf)> {
        Ok(match self {
            Self::Chromium => ("CHROMEDRIVER", process::find("chromedriver").context("chromedriver is not there")?),
            Self::Firefox => ("GECKODRIVER", tools::GECKODRIVER.path()?),
        })
    }
}

/// Runs `tests/web` in this browser, with further arguments for cargo.
pub fn test(browser: Browser, arguments: &[OsString]) -> Result<()> {
    let (variable, driver) = browser.driver()?;
    process::run(
        process::cargo()
            .args(["test", "--package", "letasyl-web", "--target", "wasm32-unknown-unknown", "--test", "web"])
            .args(arguments)
            // The runner that .cargo/config.toml names lies beside wasm-bindgen.
            .env("PATH", process::path_with(&[tools::WASM_BINDGEN.folder()?])?)
            .env_remove("CHROMEDRIVER")
            .env_remove("GECKODRIVER")
            .env(variable, driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", workspace::root().join(Path::new("xtask/webdriver.json")))
            // The defaults (20 s and 5 s) are too short for a busy machine with two cores.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60"),
    )
}
