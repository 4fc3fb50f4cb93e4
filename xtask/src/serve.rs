//! `cargo xtask serve`: site and backend, built where needed and started with demo data.

use std::{
    env, fs,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use lexopt::prelude::*;

use crate::{backend, process, site, workspace};

/// What the user may choose.
pub struct Options {
    port: u16,
    texts: u32,
    data: PathBuf,
    open: bool,
}

impl Options {
    /// Reads what stands after `serve`.
    pub fn parse(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self { port: 8080, texts: 60, data: "data".into(), open: false };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("port") => options.port = arguments.value()?.parse()?,
                Long("texts") => options.texts = arguments.value()?.parse()?,
                Long("data") => options.data = arguments.value()?.into(),
                Long("open") => options.open = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }

    /// The address to listen on. Fails when the port is taken: better now than after minutes of building.
    pub fn free_address(&self) -> Result<String> {
        let address = format!("{}:{}", Ipv4Addr::LOCALHOST, self.port);
        TcpListener::bind(&address)
            .with_context(|| format!("port {} is taken; choose another with --port", self.port))?;
        Ok(address)
    }

    /// Starts this backend with demo data, at this address, with this site.
    pub fn command(&self, program: PathBuf, address: &str, site: &Path) -> Result<Command> {
        let data = workspace::root().join(&self.data);
        fs::create_dir_all(&data).with_context(|| format!("cannot create {}", data.display()))?;
        let mut backend = process::command(program);
        backend
            .args(["--listen", address, "--demo", "--demo-texts", &self.texts.to_string(), "--site"])
            .arg(site)
            .arg("--database")
            .arg(data.join("letasyl.sqlite"));
        Ok(backend)
    }
}

/// Builds, then becomes the backend.
pub fn run(options: &Options) -> Result<()> {
    let address = options.free_address()?;
    site::build()?;
    let mut backend = options.command(backend::build()?, &address, &workspace::dist())?;
    announce(&address, options)?;
    become_it(&mut backend)
}

/// Starts a process that waits for the backend's answer and then prints the address.
pub fn announce(address: &str, options: &Options) -> Result<()> {
    let mut announce = process::command(env::current_exe()?);
    announce.args(["announce", address]).args(options.open.then_some("--open"));
    announce.spawn().context("cannot start the process that waits for the backend")?;
    Ok(())
}

/// Replaces this process, so that Ctrl-C, SIGTERM and the exit code are the backend's own, with nothing in between.
#[cfg(unix)]
fn become_it(backend: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(backend.exec()).context("cannot start the backend")
}

#[cfg(not(unix))]
fn become_it(backend: &mut Command) -> Result<()> {
    process::run(backend)
}
