//! `cargo xtask dev`: the site and the backend in the dev profile, rebuilt when their sources change. Trunk rebuilds the
//! site, this loop the backend, and the page reloads after either (`xtask/site/hook.mjs`).

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::{Duration, SystemTime},
};

use anyhow::{Context, Result, bail};

use crate::{backend, fingerprint, npm, process, process_group::ProcessGroup, serve, site, workspace};

/// How often the sources are looked at. Asking for the times of some hundred files costs a few milliseconds, works on
/// every file system, and needs no further dependency.
const INTERVAL: Duration = Duration::from_millis(300);

/// The crates and files that the backend is built from.
const SOURCES: [&str; 6] =
    ["Cargo.lock", "Cargo.toml", "crates/backend", "crates/contract", "crates/locale", "crates/pdf"];

/// Runs until Ctrl-C or SIGTERM.
pub fn run(options: &serve::Options) -> Result<()> {
    let address = options.free_address()?;
    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || stop.send(()).unwrap_or_default()).context("cannot listen for Ctrl-C")?;
    npm::ensure()?;
    let dist = workspace::target().join("xtask").join("dev");
    fs::create_dir_all(&dist)?;
    let mut trunk = ProcessGroup::spawn(&mut site::watch(&dist)?)?;
    let mut serve = options.command(backend::debug_path(), &address, &dist)?;

    let (mut built, mut running) = (None, None::<ProcessGroup>);
    let mut announced = false;
    loop {
        if let Some(status) = trunk.ended()? {
            bail!("trunk stopped ({status})");
        }
        if let Some(status) = running.as_mut().map(ProcessGroup::ended).transpose()?.flatten() {
            println!("The backend stopped ({status}). It starts again when its sources change.");
            running = None;
        }
        let changed = newest(&SOURCES.map(|name| workspace::root().join(name)))?;
        if built != Some(changed) {
            built = Some(changed);
            match build(&stopped)? {
                Build::Stopped => return Ok(()),
                // Cargo has shown what is wrong; the backend as it was goes on answering.
                Build::Failed => {}
                Build::Done => {
                    // The port has to be free before the next one starts.
                    drop(running.take());
                    if !wait_for(&dist.join("index.html"), &mut trunk, &stopped)? {
                        return Ok(());
                    }
                    running = Some(ProcessGroup::spawn(&mut serve)?);
                    if !announced {
                        serve::announce(&address, options)?;
                        announced = true;
                    }
                }
            }
        }
        if !pause(&stopped) {
            return Ok(());
        }
    }
}

enum Build {
    Done,
    Failed,
    Stopped,
}

/// Builds the backend in the dev profile; gives up when the user does.
fn build(stopped: &Receiver<()>) -> Result<Build> {
    let mut cargo = ProcessGroup::spawn(process::cargo().args(["build", "--package", backend::PACKAGE]))?;
    loop {
        match cargo.ended()? {
            Some(status) if status.success() => return Ok(Build::Done),
            Some(_) => return Ok(Build::Failed),
            None if pause(stopped) => {}
            None => return Ok(Build::Stopped),
        }
    }
}

/// Waits until Trunk has built the site for the first time; `false` when the user stops everything.
fn wait_for(page: &Path, trunk: &mut ProcessGroup, stopped: &Receiver<()>) -> Result<bool> {
    while !page.exists() {
        if let Some(status) = trunk.ended()? {
            bail!("trunk stopped ({status})");
        }
        if !pause(stopped) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Waits a moment; `false` when the user stops everything.
fn pause(stopped: &Receiver<()>) -> bool {
    stopped.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout)
}

/// When the last of these files was changed, and how many there are, so that a removed one counts too.
fn newest(paths: &[PathBuf]) -> Result<(SystemTime, usize)> {
    let (mut newest, mut count) = (SystemTime::UNIX_EPOCH, 0);
    for path in paths {
        for file in fingerprint::files(path).with_context(|| format!("cannot list {}", path.display()))? {
            // An editor may have replaced it in between; the next look finds it.
            if let Ok(changed) = fs::metadata(&file).and_then(|file| file.modified()) {
                newest = newest.max(changed);
            }
            count += 1;
        }
    }
    Ok((newest, count))
}
