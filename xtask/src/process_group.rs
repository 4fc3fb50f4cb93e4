//! A program together with everything it starts: stopped as a whole, also when only we get the signal.

use std::{
    process::{Child, Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

/// How long a program may take to stop before it is killed.
const GRACE: Duration = Duration::from_secs(5);
const STEP: Duration = Duration::from_millis(20);

/// A running program and its descendants. Dropping it stops them.
pub struct ProcessGroup(Child);

impl ProcessGroup {
    /// Starts the program in a process group of its own, so that Ctrl-C reaches only us and we stop the rest in order.
    pub fn spawn(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let name = command.get_program().to_string_lossy().into_owned();
        command.spawn().map(Self).with_context(|| format!("cannot start {name}"))
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.0.try_wait().context("cannot ask for a process's state")
    }

    /// Waits until it has ended.
    pub fn wait(&mut self) -> Result<ExitStatus> {
        self.0.wait().context("cannot wait for a process")
    }

    fn stop(&mut self) {
        self.signal(false);
        let start = Instant::now();
        while self.ended().is_ok_and(|status| status.is_none()) && start.elapsed() < GRACE {
            thread::sleep(STEP);
        }
        // Also what outlived its parent.
        self.signal(true);
        self.0.wait().ok();
    }

    #[cfg(unix)]
    fn signal(&mut self, kill: bool) {
        use nix::sys::signal::{Signal, killpg};
        let Ok(id) = i32::try_from(self.0.id()) else { return };
        killpg(nix::unistd::Pid::from_raw(id), if kill { Signal::SIGKILL } else { Signal::SIGTERM }).ok();
    }

    #[cfg(not(unix))]
    fn signal(&mut self, kill: bool) {
        if kill {
            self.0.kill().ok();
        }
    }
}

impl Drop for ProcessGroup {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::{io::Read, process::Stdio};

    use super::*;

    #[test]
    fn dropping_stops_the_descendants_too() {
        // The grandchild holds our end of the pipe open for as long as it lives.
        let mut group =
            ProcessGroup::spawn(Command::new("sh").args(["-c", "sleep 600 & sleep 600"]).stdout(Stdio::piped()))
                .unwrap();
        let mut output = group.0.stdout.take().unwrap();
        assert!(group.ended().unwrap().is_none());
        drop(group);
        assert_eq!(output.read(&mut [0]).unwrap(), 0);
    }
}
