//! `letasyl-backend`: see `--help`.

use std::process::ExitCode;

use clap::Parser;
use letasyl_backend::{Command, Flags, log, run_audit, serve};

/// As many PDFs are drawn, answers written and files read at once; more would only fill the memory.
const BLOCKING: usize = 64;
/// What a failed start exits with.
const FAILED: u8 = 1;
/// What a bad flag exits with, as usual.
const BAD_FLAG: u8 = 2;

fn main() -> ExitCode {
    let flags = match Flags::try_parse() {
        Ok(flags) => flags,
        Err(error) => return explain(&error),
    };
    log::start(flags.log);
    log::panics_tell_only_where();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(BLOCKING).build()
    {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error),
    };
    if let Some(Command::Audit(command)) = flags.command {
        return runtime.block_on(run_audit(command)).map_or_else(|error| failed(&error), |()| ExitCode::SUCCESS);
    }
    let served = runtime.block_on(serve(flags));
    // Work that is still on a blocking thread has had its time.
    runtime.shutdown_background();
    served.map_or_else(|error| failed(&error), |()| ExitCode::SUCCESS)
}

/// `--help` and `--version` as clap writes them; of a fault, its first line, which tells all.
fn explain(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();
    eprintln!("letasyl-backend: {}; --help explains every flag", line.strip_prefix("error: ").unwrap_or(line));
    ExitCode::from(BAD_FLAG)
}

fn failed(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("letasyl-backend: {error}");
    ExitCode::from(FAILED)
}
