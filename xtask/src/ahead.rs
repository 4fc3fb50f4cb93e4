//! The site built in the background while other steps run: they leave a good part of the processors idle.

use std::{
    env,
    fs::{self, File},
    path::PathBuf,
};

use anyhow::{Context, Result, bail};

use crate::{process, process_group::ProcessGroup, site, workspace};

/// A build under way, and the file that takes what it prints.
pub struct Ahead {
    process: ProcessGroup,
    output: PathBuf,
}

impl Ahead {
    /// Begins to build the site.
    pub fn start() -> Result<Self> {
        // Two programs at once must not install the same tool.
        site::ensure_tools()?;
        let folder = workspace::target().join("xtask");
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        let output = folder.join("site.log");
        let file = File::create(&output).with_context(|| format!("cannot write {}", output.display()))?;
        let errors = file.try_clone().context("cannot share a file")?;
        let mut command = process::command(env::current_exe()?);
        let process = ProcessGroup::spawn(command.arg("site").stdout(file).stderr(errors))?;
        Ok(Self { process, output })
    }

    /// Waits for it, and prints what it printed.
    pub fn finish(mut self) -> Result<()> {
        let status = self.process.wait()?;
        print!("{}", fs::read_to_string(&self.output).context("cannot read what the build printed")?);
        if !status.success() {
            bail!("the site could not be built ({status})");
        }
        Ok(())
    }
}
