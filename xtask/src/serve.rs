//! `cargo xtask serve`: site and backend, built where needed and started with demo data.

use std::{
    env, fs,
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    process::{Command, Stdio},
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
}

/// Builds, then becomes the backend.
pub fn run(options: &Options) -> Result<()> {
    let listen = format!("{}:{}", Ipv4Addr::LOCALHOST, options.port);
    // Better now than after minutes of building; let go of at once.
    drop(
        TcpListener::bind(&listen)
            .with_context(|| format!("port {} is taken; choose another with --port", options.port))?,
    );
    site::build()?;
    let program = backend::build()?;
    let data = workspace::root().join(&options.data);
    fs::create_dir_all(&data).with_context(|| format!("cannot create {}", data.display()))?;
    // A process of its own waits for the answer, because this one becomes the backend.
    let mut announce = process::command(env::current_exe()?);
    announce.args(["announce", &listen]).args(options.open.then_some("--open"));
    announce.spawn().context("cannot start the process that waits for the backend")?;

    let mut backend = process::command(program);
    backend
        .args(["--listen", &listen, "--demo", "--demo-texts", &options.texts.to_string(), "--site"])
        .arg(workspace::dist())
        .arg("--database")
        .arg(data.join("letasyl.sqlite"))
        .stdin(Stdio::null());
    become_it(&mut backend)
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
