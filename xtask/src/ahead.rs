//! What the journeys need, built in the background while other steps run: they leave a good part of the processors idle.

use std::{
    env,
    fs::{self, File},
    path::PathBuf,
};

use anyhow::{Context, Result, bail};

use crate::{playwright, process, process_group::ProcessGroup, site, workspace};

/// Builds the site, that with the page `/stil`, and the programs.
pub fn build() -> Result<()> {
    site::build()?;
    site::build_stil()?;
    playwright::build_programs()
}

/// A build under way, and the file that takes what it prints.
pub struct Ahead {
    process: ProcessGroup,
    output: PathBuf,
}

impl Ahead {
    /// Begins.
    pub fn start() -> Result<Self> {
        // Two programs at once must not install the same tool.
        site::ensure_tools()?;
        let folder = workspace::target().join("xtask");
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        let output = folder.join("site.log");
        let file = File::create(&output).with_context(|| format!("cannot write {}", output.display()))?;
        let errors = file.try_clone().context("cannot share a file")?;
        let mut command = process::command(env::current_exe()?);
        let process = ProcessGroup::spawn(command.arg("ahead").stdout(file).stderr(errors))?;
        Ok(Self { process, output })
    }

    /// Waits for it, and prints what it printed.
    pub fn finish(mut self) -> Result<()> {
        let status = self.process.wait()?;
        print!("{}", fs::read_to_string(&self.output).context("cannot read what the build printed")?);
        if !status.success() {
            bail!("the build failed ({status})");
        }
        Ok(())
    }
}
