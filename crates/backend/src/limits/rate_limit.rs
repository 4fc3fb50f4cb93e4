//! A rate limit per user: a minute's worth at once, and that rate from then on. So a refused caller can come back within
//! seconds, and nobody is locked out for long.

use std::num::NonZeroU32;

use governor::clock::Clock as _;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::clock::Clock;

/// A rate limit for each key.
#[derive(Debug)]
pub struct RateLimit {
    limiter: RateLimiter<String, HashMapStateStore<String>, Ticks, NoOpMiddleware<Nanos>>,
    ticks: Ticks,
}

impl RateLimit {
    /// At most this many per key and minute; at least one.
    pub fn each_minute(number: u32, clock: &Clock) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN));
        let ticks = Ticks(clock.clone());
        Self { limiter: RateLimiter::new(quota, HashMapStateStore::default(), ticks.clone()), ticks }
    }

    /// Counts one more for the key. `Err`: the limit is reached; seconds to wait.
    pub fn count(&self, key: &str) -> Result<(), u32> {
        let counted = self.limiter.check_key(&key.to_owned());
        counted.map_err(|refused| {
            let wait = refused.wait_time_from(self.ticks.now());
            u32::try_from(wait.as_secs() + 1).unwrap_or(u32::MAX)
        })
    }
}

/// Adapts the clock for the limiter.
#[derive(Debug, Clone)]
struct Ticks(Clock);

impl governor::clock::Clock for Ticks {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        // The limiter counts nanoseconds: some centuries of them.
        u64::try_from(self.0.elapsed().as_nanos()).unwrap_or(u64::MAX).min(u64::MAX / 4).into()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;

    #[test]
    fn a_key_at_its_limit_waits_a_second_and_others_do_not() {
        let now = Arc::new(AtomicI64::new(1_000_000));
        let limit = RateLimit::each_minute(60, &Clock::Manual(Arc::clone(&now)));
        for _ in 0..60 {
            assert_eq!(limit.count("a"), Ok(()));
        }
        assert_eq!(limit.count("a"), Err(2));
        now.fetch_add(999, Ordering::SeqCst);
        assert_eq!(limit.count("a"), Err(1));
        assert_eq!(limit.count("b"), Ok(()));
        now.fetch_add(1, Ordering::SeqCst);
        assert_eq!(limit.count("a"), Ok(()));
        assert!(limit.count("a").is_err());
    }
}
