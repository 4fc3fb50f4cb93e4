//! How many refusals are told one by one: of each user, and of strangers all together.
//!
//! Without this, anybody could fill the disk with refusals, and a full disk stops the service: no log, no answer.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::clock::Clock;
use crate::rate::Rate;

/// As many of strangers in a minute.
const OF_STRANGERS: u32 = 120;
/// What strangers are counted as.
const STRANGERS: &str = "";

/// The refusals of late. The others are counted, and the next one that is told tells how many they were.
#[derive(Debug)]
pub struct Refusals {
    strangers: Rate,
    users: Rate,
    untold: Mutex<HashMap<String, u64>>,
}

impl Refusals {
    /// So many of each user in a minute.
    pub fn new(each_minute: u32, clock: &Clock) -> Self {
        let (strangers, users) = (Rate::each_minute(OF_STRANGERS, clock), Rate::each_minute(each_minute, clock));
        Self { strangers, users, untold: Mutex::default() }
    }

    /// Whether one more is told now, of this user or of a stranger; if so, how many were not told before it. `Err`:
    /// seconds until one is told again.
    pub fn admit(&self, user: Option<&str>) -> Result<u64, u32> {
        let admitted = match user {
            Some(user) => self.users.count(user),
            None => self.strangers.count(STRANGERS),
        };
        let mut untold = self.untold.lock().unwrap_or_else(PoisonError::into_inner);
        let count = untold.entry(user.unwrap_or(STRANGERS).to_owned()).or_default();
        match admitted {
            Ok(()) => Ok(std::mem::take(count)),
            Err(seconds) => {
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
    fn nothing_is_forgotten_but_not_everything_is_told() {
        let now = Arc::new(AtomicI64::new(0));
        let refusals = Refusals::new(600, &Clock::Manual(Arc::clone(&now)));
        for (who, told) in [(None, 120), (Some("a"), 600), (Some("b"), 600)] {
            assert_eq!((0..1_000).filter(|_| refusals.admit(who).is_ok()).count(), told, "{who:?}");
        }
        now.fetch_add(60_000, Ordering::SeqCst);
        assert_eq!([refusals.admit(None), refusals.admit(None)], [Ok(880), Ok(0)]);
        assert_eq!(refusals.admit(Some("a")), Ok(400));
    }
}
