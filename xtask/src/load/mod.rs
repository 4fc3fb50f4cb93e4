//! `cargo xtask load`: many caseworkers at once on a real backend, for a while. Fails on any answer that is not as it
//! should be, on memory that grows, and on an audit log that is not whole afterwards; prints how long answers took.

mod caseworker;
mod client;

use std::{
    collections::BTreeMap,
    env, fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Stdio},
    sync::{Arc, atomic::AtomicBool, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::{backend, process, workspace};

/// What the user may choose.
pub struct Options {
    users: u32,
    seconds: u64,
    pause: u64,
}

impl Options {
    /// Reads what stands after `load`.
    pub fn parse(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self { users: 500, seconds: 300, pause: 2000 };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("users") => options.users = arguments.value()?.parse()?,
                Long("seconds") => options.seconds = arguments.value()?.parse()?,
                Long("pause") => options.pause = arguments.value()?.parse()?,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// How long each kind of request took, and what went wrong.
#[derive(Default)]
pub struct Tally {
    /// By kind.
    pub took: BTreeMap<&'static str, Vec<Duration>>,
    /// In words.
    pub wrong: Vec<String>,
}

/// A backend that is ended whatever happens.
pub struct Running {
    child: Child,
    /// Where it listens.
    pub address: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Running {
    /// Starts one with demo data on this database, for so many connections. Another program than that of this
    /// workspace can be named in `LETASYL_BACKEND`, to compare.
    pub fn start(database: &Path, connections: u32) -> Result<Self> {
        let program = env::var_os("LETASYL_BACKEND").map_or_else(backend::build, |path| Ok(path.into()))?;
        let mut backend = process::command(program);
        backend
            .args(["--listen", "127.0.0.1:0", "--demo", "--demo-texts", "1000", "--log", "error", "--database"])
            .arg(database)
            // One machine plays all of them, as only a few users.
            .env("LETASYL_SIGN_INS", "1000000")
            .env("LETASYL_CALLS", "1000000")
            .env("LETASYL_CONNECTIONS", connections.to_string())
            .env("LETASYL_DEMO_SLOW", "0")
            .stdout(Stdio::piped());
        let mut running =
            Self { child: backend.spawn().context("the backend does not start")?, address: String::new() };
        let mut line = String::new();
        BufReader::new(running.child.stdout.take().context("no stdout")?).read_line(&mut line)?;
        let address = line.trim().strip_prefix("listening on http://").context("the backend does not listen")?;
        address.clone_into(&mut running.address);
        Ok(running)
    }

    /// The token of a new session of this demo user's.
    pub fn sign_in(&self, user: &str) -> Result<String> {
        let mut client = client::Client::connect(&self.address)?;
        client.send("POST", "/session", &[], &format!("{{\"user\":\"{user}\"}}"))?;
        client.token().context("no session")
    }
}

/// Runs it.
pub fn run(options: &Options) -> Result<()> {
    let folder = workspace::target().join("xtask").join("load");
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder)?;
    let database = folder.join("letasyl.sqlite");
    let running = Running::start(&database, options.users + 100)?;

    let over = Arc::new(AtomicBool::new(false));
    let begin = Instant::now();
    let crowd: Vec<_> = (0..options.users)
        .map(|number| {
            let (address, over, pause) = (running.address.clone(), Arc::clone(&over), options.pause);
            let work = move || caseworker::work(&address, number, Duration::from_millis(pause), &over);
            // Thousands of threads with the usual stack would be gigabytes.
            thread::Builder::new().stack_size(256 * 1024).spawn(work)
        })
        .collect::<Result<_, _>>()?;
    let memory = watch(running.child.id(), Duration::from_secs(options.seconds));
    over.store(true, Ordering::Relaxed);
    let mut all = Tally::default();
    for caseworker in crowd {
        let Ok(tally) = caseworker.join() else { bail!("a caseworker panicked") };
        all.wrong.extend(tally.wrong);
        for (kind, took) in tally.took {
            all.took.entry(kind).or_default().extend(took);
        }
    }
    report(&mut all, begin.elapsed(), &memory);
    drop(running);
    if env::var_os("LETASYL_BACKEND").is_none() {
        process::run(
            process::command(workspace::released("letasyl-backend"))
                .args(["audit", "verify", "--database"])
                .arg(&database),
        )?;
    }
    judge(&all, &memory)
}

/// What the backend holds in memory, in MB, ten times within that time.
fn watch(process: u32, time: Duration) -> Vec<u64> {
    (0..10)
        .map(|_| {
            thread::sleep(time / 10);
            let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
            line.split_whitespace().next().and_then(|number| number.parse::<u64>().ok()).unwrap_or_default() / 1024
        })
        .collect()
}

fn report(all: &mut Tally, took: Duration, memory: &[u64]) {
    println!("\n{:<24}{:>9}{:>11}{:>11}{:>11}{:>11}", "request", "number", "p50", "p90", "p99", "max");
    let mut every = Vec::new();
    for (kind, times) in &mut all.took {
        every.extend_from_slice(times);
        row(kind, times);
    }
    row("all", &mut every);
    println!("\n{:.0} requests a second", every.len() as f64 / took.as_secs_f64());
    println!("memory: {memory:?} MB");
    for wrong in all.wrong.iter().take(20) {
        println!("wrong: {wrong}");
    }
}

fn row(kind: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |percent: usize| {
        let index = (times.len() * percent / 100).min(times.len().saturating_sub(1));
        times.get(index).map_or_else(String::new, |time| format!("{:.1} ms", time.as_secs_f64() * 1000.0))
    };
    println!("{kind:<24}{:>9}{:>11}{:>11}{:>11}{:>11}", times.len(), at(50), at(90), at(99), at(100));
}

fn judge(all: &Tally, memory: &[u64]) -> Result<()> {
    if !all.wrong.is_empty() {
        bail!("{} requests went wrong", all.wrong.len());
    }
    // The first samples see caches fill.
    let (early, late) = (memory.get(2).copied().unwrap_or_default(), memory.last().copied().unwrap_or_default());
    if late > early + early / 4 + 16 {
        bail!("memory grew from {early} to {late} MB");
    }
    Ok(())
}
