//! The program, started for a test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tempfile::TempDir;

/// What the log tells once the slow citizen is being asked about.
pub const UNDER_WAY: &str = "the operator takes its time";

/// With no flag from this test's own surroundings.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_letasyl-backend"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("LETASYL_")) {
        command.env_remove(name);
    }
    command
}

/// One that runs until the test is over.
pub struct Running {
    child: Child,
    pub address: String,
    log: Receiver<String>,
    pub folder: TempDir,
}

impl Running {
    pub fn start(flags: &[&str]) -> Self {
        Self::on(tempfile::tempdir().unwrap(), program(), flags)
    }

    /// On the database in this folder, which is made if there is none.
    pub fn on(folder: TempDir, mut program: Command, flags: &[&str]) -> Self {
        let mut child = program
            .args(["--listen", "127.0.0.1:0", "--demo", "--database"])
            .arg(folder.path().join("letasyl.sqlite"))
            .args(flags)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (lines, log) = channel();
        std::thread::spawn(move || stderr.lines().try_for_each(|line| lines.send(line.unwrap())));
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim_end().strip_prefix("listening on http://").expect("the address on stdout").to_owned();
        Self { child, address, log, folder }
    }

    /// Sends the head of a request; answers the connection.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.address);
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &format!("content-length: {}\r\n\r\n{body}", body.len());
        stream.write_all(head.as_bytes()).unwrap();
        stream
    }

    /// Sends a request; answers status, head and body.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> (u16, String, String) {
        answer(self.ask(method, path, headers, body))
    }

    pub fn sign_in(&self, user: &str) -> String {
        let body = format!(r#"{{"user":"{user}"}}"#);
        let (status, head, _) = self.send("POST", "/session", &[("content-type", "application/json")], &body);
        assert_eq!(status, 200);
        head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap().split(';').next().unwrap().to_owned()
    }

    /// What the program holds in memory, in kB.
    pub fn memory(&self) -> u64 {
        memory(self.child.id(), "VmRSS:")
    }

    /// Ends it as a crash would, without a word; answers the folder with what it left.
    pub fn killed(mut self) -> TempDir {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap())
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("letasyl.sqlite")
    }

    pub fn signal(&self, name: &str) {
        assert!(Command::new("kill").args([name, &self.child.id().to_string()]).status().unwrap().success());
    }

    /// Waits until the log tells this.
    pub fn wait_for(&self, words: &str) {
        while !self.log.recv_timeout(Duration::from_secs(30)).expect(words).contains(words) {}
    }

    /// Waits for the end; answers the exit code and what is left of the log.
    pub fn end(mut self) -> (Option<i32>, String) {
        let code = self.child.wait().unwrap().code();
        let log: Vec<_> = self.log.iter().collect();
        (code, log.join("\n"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn answer(mut stream: TcpStream) -> (u16, String, String) {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").expect("a whole answer");
    (head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_owned(), body.to_owned())
}

/// What a process has held in memory at most so far, in kB.
pub fn memory_at_most(process: u32) -> u64 {
    memory(process, "VmHWM:")
}

fn memory(process: u32, what: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
