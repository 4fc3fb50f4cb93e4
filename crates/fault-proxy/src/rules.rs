//! What is to go wrong, with which requests, how often; and what has happened so far.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::{Notify, watch};

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
pub enum Fault {
    /// Nobody listens: connections are refused until the rules are forgotten. Counts for every request at once.
    Refuse,
    /// The connection is reset when the request's head has come.
    ResetBeforeBody,
    /// The connection is reset in the middle of the request's body.
    ResetInBody,
    /// The connection is reset when the whole request has come; the backend gets nothing.
    ResetAfterBody,
    /// The backend does what it is asked; the answer is lost, the connection reset.
    LoseAnswer,
    /// The connection is reset after the answer's head.
    ResetAfterHead,
    /// The connection is reset in the middle of the answer's body.
    ResetInAnswer,
    /// Neither an answer nor an end; the backend gets nothing.
    Hang,
    /// The backend does what it is asked; then neither an answer nor an end.
    HangAfterEffect,
    /// The answer comes byte by byte.
    Drip {
        /// How many milliseconds each byte takes.
        #[serde(default = "a_second")]
        each: u64,
    },
    /// The answer comes late.
    Delay {
        /// By how many milliseconds.
        by: u64,
    },
    /// Another answer, as from something between here and there; the backend gets nothing.
    Answer {
        /// Its status.
        status: u16,
        /// Its headers.
        #[serde(default)]
        headers: BTreeMap<String, String>,
        /// Its body.
        #[serde(default)]
        body: String,
    },
    /// The backend gets the request twice, one after the other; the browser gets the second answer.
    Duplicate,
    /// The first such request waits until the second one has been answered. Counts for two.
    Reorder,
}

fn a_second() -> u64 {
    1000
}

/// A fault and the requests that it befalls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// What goes wrong.
    pub fault: Fault,
    /// Only requests with this method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Only requests whose path begins so.
    #[serde(default)]
    pub path: String,
    /// How many such requests are let through first.
    #[serde(default)]
    pub after: u32,
    /// How many it befalls then; without it, all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
}

/// What became of a request.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Seen {
    pub method: String,
    pub path: String,
    pub fault: Option<Fault>,
    /// How often it reached the backend.
    pub forwarded: u32,
}

/// All rules and all that was seen.
pub struct Rules {
    rules: Mutex<Vec<Rule>>,
    seen: Mutex<Vec<Seen>>,
    /// Whether anybody is to listen.
    pub listening: watch::Sender<bool>,
    /// Told when the rules are forgotten: what hangs is released.
    pub released: Notify,
    /// Told when the second of two reordered requests has been answered.
    pub second_done: Notify,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            rules: Mutex::default(),
            seen: Mutex::default(),
            listening: watch::Sender::new(true),
            released: Notify::new(),
            second_done: Notify::new(),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Rules {
    /// Adds rules; of several that fit, the first one counts.
    pub fn add(&self, rules: Vec<Rule>) {
        if rules.iter().any(|rule| rule.fault == Fault::Refuse) {
            self.listening.send_replace(false);
        }
        let two = |rule: Rule| match rule.fault {
            Fault::Reorder => Rule { times: Some(2), ..rule },
            _ => rule,
        };
        lock(&self.rules).extend(rules.into_iter().map(two));
    }

    /// Those that are not used up.
    pub fn left(&self) -> Vec<Rule> {
        lock(&self.rules).clone()
    }

    /// Forgets all of them.
    pub fn clear(&self) {
        lock(&self.rules).clear();
        self.listening.send_replace(true);
        self.released.notify_waiters();
        self.second_done.notify_waiters();
    }

    /// What goes wrong with this request; uses the rule. Also answers the request's number among the seen, and whether
    /// the rule is used up with it.
    pub fn next(&self, method: &str, path: &str) -> (usize, Option<Fault>, bool) {
        let mut rules = lock(&self.rules);
        let mut fault = None;
        let mut last = false;
        let fits =
            |rule: &Rule| rule.method.as_ref().is_none_or(|wanted| wanted == method) && path.starts_with(&rule.path);
        if let Some(index) = rules.iter().position(fits) {
            if let Some(rule) = rules.get_mut(index) {
                if rule.after > 0 {
                    rule.after -= 1;
                } else {
                    fault = Some(rule.fault.clone());
                    rule.times = rule.times.map(|times| times.saturating_sub(1));
                    last = rule.times == Some(0);
                }
            }
            if last {
                rules.remove(index);
            }
        }
        let mut seen = lock(&self.seen);
        seen.push(Seen { method: method.to_owned(), path: path.to_owned(), fault: fault.clone(), forwarded: 0 });
        (seen.len() - 1, fault, last)
    }

    /// Notes that the request reached the backend.
    pub fn forwarded(&self, number: usize) {
        if let Some(seen) = lock(&self.seen).get_mut(number) {
            seen.forwarded += 1;
        }
    }

    /// Every request so far.
    pub fn seen(&self) -> Vec<Seen> {
        lock(&self.seen).clone()
    }
}
