//! Rate-limits log entries of one kind, and counts those that are left out.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::rate_limit::RateLimit;
use crate::clock::Clock;

/// A rate limit for each kind of entry.
#[derive(Debug)]
pub struct LogLimit {
    rate: RateLimit,
    /// How many of each kind were left out since the last one that was admitted.
    left_out: Mutex<HashMap<String, u64>>,
}

impl LogLimit {
    /// At most this many entries of each kind per minute.
    pub fn each_minute(number: u32, clock: &Clock) -> Self {
        Self { rate: RateLimit::each_minute(number, clock), left_out: Mutex::default() }
    }

    /// Admits an entry and returns how many were left out before it. `Err`: the entry is left out; seconds until the next one
    /// is admitted.
    pub fn admit(&self, kind: &str) -> Result<u64, u32> {
        let admitted = self.rate.count(kind);
        let mut left_out = self.left_out.lock().unwrap_or_else(PoisonError::into_inner);
        match admitted {
            Ok(()) => Ok(left_out.remove(kind).unwrap_or_default()),
            Err(seconds) => {
                let count = left_out.entry(kind.to_owned()).or_default();
                *count = count.saturating_add(1);
                Err(seconds)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;

    #[test]
    fn entries_beyond_the_limit_are_counted() {
        let now = Arc::new(AtomicI64::new(0));
        let limit = LogLimit::each_minute(600, &Clock::Manual(Arc::clone(&now)));
        for kind in ["a", "b"] {
            assert_eq!((0..1_000).filter(|_| limit.admit(kind).is_ok()).count(), 600, "{kind}");
        }
        now.fetch_add(60_000, Ordering::SeqCst);
        assert_eq!([limit.admit("a"), limit.admit("a"), limit.admit("b")], [Ok(400), Ok(0), Ok(400)]);
    }
}
