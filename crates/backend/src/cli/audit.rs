//! `letasyl-backend audit …`: reading, verifying and pruning the log, beside the running service or without it.
//!
//! Anybody who may read the database's file may do this; what they did stands in the log itself, under the operating
//! system's own number of the user.

use std::io::{BufWriter, Write};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use letasyl_contract::Cpr;
use serde_json::{Map, Value, json};

use crate::clock::Clock;
use crate::store::{
    AuditBroken, AuditEntry, AuditFilter, AuditHead, AuditRow, Inspected, OpenError, Store, StoreError,
};

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
/// Nothing younger is pruned, in days.
const KEPT_AT_LEAST: i64 = 180;

/// Reads, verifies or prunes the audit log.
#[derive(Debug, Clone, Args)]
pub struct AuditCommand {
    /// The SQLite file.
    #[arg(long, env = "LETASYL_DATABASE", default_value = "letasyl.sqlite", value_name = "FILE", global = true)]
    database: PathBuf,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Clone, Subcommand)]
enum What {
    /// Prints the entries as one line of JSON each, oldest first. That is noted in the log.
    List {
        /// Only those about this citizen; `-` reads the number from stdin, so that no list of processes shows it.
        #[arg(long, value_name = "CPR", allow_hyphen_values = true)]
        cpr: Option<String>,
        /// Only those by this user.
        #[arg(long, value_name = "ID")]
        user: Option<String>,
        /// Only those since then, such as 2026-01-31T00:00:00Z.
        #[arg(long, value_name = "TIME")]
        since: Option<Timestamp>,
    },
    /// Walks the whole log: fails if an entry was changed or is missing. Prints the newest entry's number and hash.
    Verify {
        /// What `verify` printed earlier: that entry must still be there, unchanged.
        #[arg(long, value_name = "NUMBER:HASH", value_parser = |text: &str| AuditHead::parse(text).ok_or("no number and hash"))]
        noted: Option<AuditHead>,
    },
    /// Removes the oldest entries. That, and by whom, is noted in the log.
    Prune {
        /// Those older than so many days or years: 400d, 5y. At least 180d.
        #[arg(long, value_name = "AGE", value_parser = age)]
        older_than: i64,
    },
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The database cannot be opened.
    #[error(transparent)]
    Open(OpenError),
    /// The database does not exist.
    #[error("there is no database {}", .0.display())]
    Missing(PathBuf),
    /// `--cpr` is not a CPR number.
    #[error("--cpr wants ten digits, with or without a hyphen")]
    Cpr,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The log fails its verification.
    #[error("the audit log is not intact: {0}")]
    Broken(AuditBroken),
    /// The output cannot be written.
    #[error(transparent)]
    Print(std::io::Error),
}

/// Does what was asked; answers on stdout.
pub async fn run(command: AuditCommand) -> Result<(), AuditError> {
    // An empty file would be made a database.
    if !std::fs::metadata(&command.database).is_ok_and(|file| file.len() > 0) {
        return Err(AuditError::Missing(command.database));
    }
    let open = || Store::open(&command.database).map_err(AuditError::Open);
    let now = Clock::System.now();
    match command.what {
        What::List { cpr, user, since } => {
            let cpr = cpr.map(|text| read_cpr(&text)).transpose()?;
            let since = since.map(Timestamp::as_millisecond);
            let criterion = user.as_ref().map(|user| format!("user={user}"));
            let reader = AuditEntry { cpr: cpr.clone(), criterion, ..by_us("AuditRead", now) };
            let mut out = BufWriter::new(std::io::stdout().lock());
            let each = |row: AuditRow| writeln!(out, "{}", line(&row)).map_err(AuditError::Print);
            open()?.list_audit(AuditFilter { cpr, user, since }, reader, each).await?;
            out.flush().map_err(AuditError::Print)
        }
        What::Verify { noted } => {
            let log = Inspected::open(&command.database).map_err(AuditError::Open)?;
            let (head, entries) = log.verify_audit(noted).map_err(AuditError::Broken)?;
            let shown =
                format!("whole: {entries} entries. Note the newest elsewhere, it proves that none before it is gone:");
            print([shown, head.to_string()])
        }
        What::Prune { older_than } => {
            let by = by_us("AuditPruned", now);
            let pruned = open()?.prune_audit(now.saturating_sub(older_than), by).await.map_err(AuditError::Broken)?;
            print([format!("pruned {} entries; the log now begins after {}", pruned.entries, pruned.last)])
        }
    }
}

fn print(lines: impl IntoIterator<Item = String>) -> Result<(), AuditError> {
    let mut out = std::io::stdout().lock();
    lines.into_iter().try_for_each(|line| writeln!(out, "{line}")).and_then(|()| out.flush()).map_err(AuditError::Print)
}

/// The user as the operating system knows them, which no variable can change; the name is what they call themselves.
fn by_us(event: &str, now: i64) -> AuditEntry {
    let user_id = std::fs::metadata("/proc/self").ok().map(|process| format!("os:{}", process.uid()));
    let user_name = ["SUDO_USER", "USER"].iter().find_map(|name| std::env::var(name).ok());
    AuditEntry { at: now, event: event.to_owned(), user_id, user_name, ..AuditEntry::default() }
}

fn read_cpr(text: &str) -> Result<String, AuditError> {
    let mut typed = String::new();
    let text = if text == "-" {
        std::io::stdin().read_line(&mut typed).map_err(AuditError::Print)?;
        typed.trim()
    } else {
        text
    };
    Ok(Cpr::from_input(text).map_err(|_| AuditError::Cpr)?.expose().to_owned())
}

/// Milliseconds in "400d" or "5y".
fn age(text: &str) -> Result<i64, String> {
    let wrong = || "an age is such as 400d or 5y".to_owned();
    let (number, days) = match (text.strip_suffix('d'), text.strip_suffix('y')) {
        (Some(number), _) => (number, 1),
        (_, Some(number)) => (number, 366),
        _ => return Err(wrong()),
    };
    let days = number.parse::<u32>().map(|number| i64::from(number) * days).map_err(|_| wrong())?;
    if days < KEPT_AT_LEAST {
        return Err(format!("entries are kept for {KEPT_AT_LEAST} days at least"));
    }
    Ok(days.saturating_mul(DAY))
}

/// An entry as a line of JSON, without what is absent.
fn line(row: &AuditRow) -> String {
    let AuditEntry { at, event, .. } = &row.entry;
    let time = Timestamp::from_millisecond(*at).map_or_else(|_| at.to_string(), |time| time.to_string());
    let mut members = Map::new();
    members.insert("number".to_owned(), json!(row.number));
    members.insert("at".to_owned(), json!(time));
    members.insert("event".to_owned(), json!(event));
    let entry = &row.entry;
    for (name, value) in [
        ("userId", &entry.user_id),
        ("userName", &entry.user_name),
        ("organisationType", &entry.organisation_type),
        ("organisationCode", &entry.organisation_code),
        ("organisationName", &entry.organisation_name),
        ("cpr", &entry.cpr),
        ("criterion", &entry.criterion),
        ("requestId", &entry.request_id),
        ("problem", &entry.problem),
        ("trace", &entry.trace),
    ] {
        members.extend(value.as_ref().map(|value| (name.to_owned(), json!(value))));
    }
    for (name, value) in [("status", entry.status), ("fejlkode", entry.fejlkode)] {
        members.extend(value.map(|value| (name.to_owned(), json!(value))));
    }
    Value::Object(members).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_and_young_ones_refused() {
        assert_eq!(age("180d"), Ok(180 * DAY));
        assert_eq!(age("5y"), Ok(5 * 366 * DAY));
        for wrong in ["179d", "0y", "5", "y", "-5y", "5m", "99999999999y", ""] {
            assert!(age(wrong).is_err(), "{wrong}");
        }
    }
}
