//! How often somebody may do something: at once as often as within a minute, and from then on at that rate. So whoever is
//! refused is told to come back in seconds, and nobody is locked out for longer than they go on.

use std::num::NonZeroU32;

use governor::clock::Clock as _;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::clock::Clock;

/// The rate of each of those who do it.
#[derive(Debug)]
pub struct Rate {
    limiter: RateLimiter<String, HashMapStateStore<String>, Ticks, NoOpMiddleware<Nanos>>,
    ticks: Ticks,
}

impl Rate {
    /// So often within a minute; at least once.
    pub fn each_minute(number: u32, clock: &Clock) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN));
        let ticks = Ticks(clock.clone());
        Self { limiter: RateLimiter::new(quota, HashMapStateStore::default(), ticks.clone()), ticks }
    }

    /// Counts once more for this one. `Err`: too often; seconds to wait.
    pub fn count(&self, who: &str) -> Result<(), u32> {
        let counted = self.limiter.check_key(&who.to_owned());
        counted.map_err(|refused| {
            let wait = refused.wait_time_from(self.ticks.now());
            u32::try_from(wait.as_secs() + 1).unwrap_or(u32::MAX)
        })
    }
}

/// The clock as the limiter wants it.
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
    fn one_waits_a_second_and_others_not_at_all() {
        let now = Arc::new(AtomicI64::new(1_000_000));
        let rate = Rate::each_minute(60, &Clock::Manual(Arc::clone(&now)));
        for _ in 0..60 {
            assert_eq!(rate.count("a"), Ok(()));
        }
        assert_eq!(rate.count("a"), Err(2));
        now.fetch_add(999, Ordering::SeqCst);
        assert_eq!(rate.count("a"), Err(1));
        assert_eq!(rate.count("b"), Ok(()));
        now.fetch_add(1, Ordering::SeqCst);
        assert_eq!(rate.count("a"), Ok(()));
        assert!(rate.count("a").is_err());
    }
}
