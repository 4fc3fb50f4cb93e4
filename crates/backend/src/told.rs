//! What is told one by one as long as it is not too often, and counted beyond that.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::clock::Clock;
use crate::rate::Rate;

/// Several kinds of things to tell, each at its own rate.
#[derive(Debug)]
pub struct Told {
    rate: Rate,
    untold: Mutex<HashMap<String, u64>>,
}

impl Told {
    /// So many of each kind in a minute.
    pub fn each_minute(number: u32, clock: &Clock) -> Self {
        Self { rate: Rate::each_minute(number, clock), untold: Mutex::default() }
    }

    /// Whether one more of this kind is told now; if so, how many were not told before it. `Err`: seconds until one is told
    /// again.
    pub fn admit(&self, kind: &str) -> Result<u64, u32> {
        let admitted = self.rate.count(kind);
        let mut untold = self.untold.lock().unwrap_or_else(PoisonError::into_inner);
        match admitted {
            Ok(()) => Ok(untold.remove(kind).unwrap_or_default()),
            Err(seconds) => {
                let count = untold.entry(kind.to_owned()).or_default();
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
        let told = Told::each_minute(600, &Clock::Manual(Arc::clone(&now)));
        for kind in ["a", "b"] {
            assert_eq!((0..1_000).filter(|_| told.admit(kind).is_ok()).count(), 600, "{kind}");
        }
        now.fetch_add(60_000, Ordering::SeqCst);
        assert_eq!([told.admit("a"), told.admit("a"), told.admit("b")], [Ok(400), Ok(0), Ok(400)]);
    }
}
