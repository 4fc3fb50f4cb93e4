//! The command line: its flags, each also an environment variable, and its subcommands.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::BoolishValueParser;
use clap::{Parser, Subcommand};

use crate::clock::Clock;
use crate::log::LogLevel;
use crate::settings::{Origin, Settings};

mod audit;

pub use audit::{AuditCommand, AuditError, run as run_audit};

/// Serves the front end "Integrationslov" and answers its nine operations from a database of its own.
#[derive(Debug, Clone, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
pub struct Flags {
    /// Something else than serving.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Address and port to listen on; port 0 takes a free one. The address is printed on stdout.
    #[arg(long, env = "LETASYL_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,

    /// Folder of the built site. Without it, only the interfaces answer.
    #[arg(long, env = "LETASYL_SITE", value_name = "FOLDER")]
    pub site: Option<PathBuf>,

    /// The SQLite file; it is made where it does not exist.
    #[arg(long, env = "LETASYL_DATABASE", default_value = "letasyl.sqlite", value_name = "FILE")]
    pub database: PathBuf,

    /// Puts demo people and texts into the database, and lets anybody sign in as a demo user. Never on real data.
    #[arg(long, env = "LETASYL_DEMO", value_parser = BoolishValueParser::new())]
    pub demo: bool,

    /// How many demo texts an empty database gets, with --demo.
    #[arg(long, env = "LETASYL_DEMO_TEXTS", default_value_t = 60, value_name = "NUMBER",
          value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub demo_texts: u32,

    /// Seconds that the operator takes for the slow demo citizen.
    #[arg(long, env = "LETASYL_DEMO_SLOW", default_value_t = 8, value_name = "SECONDS",
          value_parser = clap::value_parser!(u32).range(0..=60))]
    pub demo_slow: u32,

    /// Browsers reach the service by https (a proxy in front ends TLS): cookies are Secure, and HSTS is sent.
    #[arg(long, env = "LETASYL_SECURE_COOKIE", value_parser = BoolishValueParser::new())]
    pub secure_cookie: bool,

    /// With --secure-cookie: HSTS also counts for all hosts below this one, which may be other services.
    #[arg(long, env = "LETASYL_HSTS_SUBDOMAINS", value_parser = BoolishValueParser::new())]
    pub hsts_subdomains: bool,

    /// Where browsers reach the service, as in `https://integrationslov.dk`; may be given several times. Only needed for
    /// browsers that do not send `Sec-Fetch-Site`, behind a proxy that does not hand on `Host`.
    #[arg(long = "origin", env = "LETASYL_ORIGIN", value_delimiter = ',', value_name = "ORIGIN")]
    pub origins: Vec<Origin>,

    /// Minutes after which an unused session ends.
    #[arg(long, env = "LETASYL_SESSION_IDLE", default_value_t = 30, value_name = "MINUTES",
          value_parser = clap::value_parser!(u32).range(1..=1440))]
    pub session_idle: u32,

    /// Minutes after which every session ends, used or not.
    #[arg(long, env = "LETASYL_SESSION_LIFE", default_value_t = 600, value_name = "MINUTES",
          value_parser = clap::value_parser!(u32).range(1..=10080))]
    pub session_life: u32,

    /// How often one user may try to sign in within a minute.
    #[arg(long, env = "LETASYL_SIGN_INS", default_value_t = 60, value_name = "NUMBER",
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub sign_ins: u32,

    /// How many calls one user may make within a minute. Changing many texts at once makes many.
    #[arg(long, env = "LETASYL_CALLS", default_value_t = 6_000, value_name = "NUMBER",
          value_parser = clap::value_parser!(u32).range(1..=1_000_000_000))]
    pub calls: u32,

    /// How many calls of one user may be refused within a minute; each is an entry of the audit log.
    #[arg(long, env = "LETASYL_REFUSALS", default_value_t = 600, value_name = "NUMBER",
          value_parser = clap::value_parser!(u32).range(1..=1_000_000_000))]
    pub refusals: u32,

    /// How many connections are served at once; more than that wait. Each is an open file: mind `ulimit -n`.
    #[arg(long, env = "LETASYL_CONNECTIONS", default_value_t = 900, value_name = "NUMBER",
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub connections: u32,

    /// Seconds that a client may take to send a request's head, to send its body, and to take the answer.
    #[arg(long, env = "LETASYL_CLIENT_TIMEOUT", default_value_t = 30, value_name = "SECONDS",
          value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub client_timeout: u32,

    /// Seconds that a connection may wait for its next request. Longer than a proxy in front keeps its connections, which
    /// is a minute as a rule: else the proxy sends a request into one that is just being closed.
    #[arg(long, env = "LETASYL_IDLE", default_value_t = 75, value_name = "SECONDS",
          value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub idle: u32,

    /// Seconds that an answer may take altogether, until it is worked out and taken. However slowly a client takes it, it
    /// does not hold a place for longer.
    #[arg(long, env = "LETASYL_RESPONSE", default_value_t = 300, value_name = "SECONDS",
          value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub response: u32,

    /// Seconds that requests under way may take to finish once the service is told to end.
    #[arg(long, env = "LETASYL_DRAIN", default_value_t = 10, value_name = "SECONDS",
          value_parser = clap::value_parser!(u32).range(0..=300))]
    pub drain: u32,

    /// How much the technical log on stderr tells.
    #[arg(long, env = "LETASYL_LOG", default_value = "info", value_enum, value_name = "LEVEL")]
    pub log: LogLevel,
}

/// What the program does instead of serving.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Reads, verifies or prunes the audit log.
    Audit(AuditCommand),
}

impl From<&Flags> for Settings {
    fn from(flags: &Flags) -> Self {
        let minutes = |number: u32| Duration::from_secs(u64::from(number) * 60);
        Self {
            demo: flags.demo,
            secure: flags.secure_cookie,
            hsts_subdomains: flags.hsts_subdomains,
            origins: flags.origins.clone(),
            session_idle: minutes(flags.session_idle),
            session_life: minutes(flags.session_life),
            sign_ins: flags.sign_ins,
            calls: flags.calls,
            refusals: flags.refusals,
            client_timeout: Duration::from_secs(flags.client_timeout.into()),
            slow: Duration::from_secs(flags.demo_slow.into()),
            clock: Clock::System,
        }
    }
}
