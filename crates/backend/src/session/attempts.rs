//! How often anybody may try to sign in.
//!
//! Buckets of tokens, one for each user and one for all: an attempt takes one from both. They refill all the time, so
//! whoever is refused is told to come back in seconds; nobody is ever locked out by somebody else's attempts for
//! longer than those go on.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// All users together may try as often as this many who try as often as they may.
const USERS_AT_ONCE: u32 = 10;
/// What an attempt costs; a bucket gains as many of these in a millisecond as there are attempts in a minute.
const COST: i64 = 60_000;
/// Names that nobody has share one bucket, so that inventing names makes no new ones.
const NOBODY: &str = "";

/// The buckets.
#[derive(Debug, Default)]
pub struct Attempts(Mutex<HashMap<String, Bucket>>);

#[derive(Debug, Clone, Copy)]
struct Bucket {
    level: i64,
    at: i64,
}

impl Bucket {
    /// Its level now, where it holds `size` attempts and regains them within a minute.
    fn refilled(self, now: i64, size: u32) -> Self {
        let gained = now.saturating_sub(self.at).max(0).saturating_mul(size.into());
        Self { level: self.level.saturating_add(gained).min(full(size)), at: now }
    }
}

fn full(size: u32) -> i64 {
    i64::from(size) * COST
}

impl Attempts {
    /// Counts an attempt to sign in as this user, if there is such a user. `Err`: too many; seconds to wait.
    pub fn count(&self, user: Option<&str>, now: i64, each_minute: u32) -> Result<(), u32> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of = |buckets: &HashMap<String, Bucket>, name: &str, size: u32| {
            buckets.get(name).copied().unwrap_or(Bucket { level: full(size), at: now }).refilled(now, size)
        };
        let all = each_minute.saturating_mul(USERS_AT_ONCE);
        let (user, everybody) = (format!("user {}", user.unwrap_or(NOBODY)), "all".to_owned());
        let (mut own, mut shared) = (of(&buckets, &user, each_minute), of(&buckets, &everybody, all));
        if own.level < COST || shared.level < COST {
            let wait = |bucket: Bucket, size: u32| (COST - bucket.level).max(0) / i64::from(size.max(1));
            let milliseconds = wait(own, each_minute).max(wait(shared, all));
            return Err(u32::try_from(milliseconds / 1000 + 1).unwrap_or(60));
        }
        own.level -= COST;
        shared.level -= COST;
        buckets.insert(user, own);
        buckets.insert(everybody, shared);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_waits_a_second_and_others_not_at_all() {
        let attempts = Attempts::default();
        for _ in 0..60 {
            assert_eq!(attempts.count(Some("a"), 0, 60), Ok(()));
        }
        assert_eq!(attempts.count(Some("a"), 0, 60), Err(2));
        assert_eq!(attempts.count(Some("a"), 999, 60), Err(1));
        assert_eq!(attempts.count(Some("b"), 999, 60), Ok(()));
        assert_eq!(attempts.count(Some("a"), 1000, 60), Ok(()));
        assert!(attempts.count(Some("a"), 1000, 60).is_err());
        // A clock that goes back neither gives nor takes.
        assert!(attempts.count(Some("a"), 0, 60).is_err());
    }

    #[test]
    fn all_together_have_a_limit_too() {
        let attempts = Attempts::default();
        let done = (0..100).flat_map(|user| (0..60).map(move |_| user.to_string()));
        let let_in = done.filter(|user| attempts.count(Some(user), 0, 60).is_ok()).count();
        assert_eq!(let_in, 600);
        assert!(attempts.count(Some("new"), 0, 60).is_err());
        assert_eq!(attempts.count(Some("new"), 100, 60), Ok(()));
    }

    #[test]
    fn inventing_names_needs_no_memory() {
        let attempts = Attempts::default();
        for _ in 0..1000 {
            let _ = attempts.count(None, 0, 60);
        }
        assert_eq!(attempts.0.lock().unwrap().len(), 2);
    }
}
