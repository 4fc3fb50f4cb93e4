//! Limits the attempts to sign in, per user and in total.

use super::rate_limit::RateLimit;
use crate::clock::Clock;

/// The total limit is this many times the limit per user.
const USERS_AT_ONCE: u32 = 10;
/// Unknown names share one counter, so that inventing names takes no memory.
const NOBODY: &str = "";

/// Counts recent attempts to sign in.
#[derive(Debug)]
pub struct SignInLimiter {
    each: RateLimit,
    all: RateLimit,
}

impl SignInLimiter {
    /// A limiter with this many attempts per user and minute.
    pub fn new(each_minute: u32, clock: &Clock) -> Self {
        let all = each_minute.saturating_mul(USERS_AT_ONCE);
        Self { each: RateLimit::each_minute(each_minute, clock), all: RateLimit::each_minute(all, clock) }
    }

    /// Counts an attempt towards the total.
    ///
    /// # Errors
    ///
    /// The seconds to wait, once the limit is exceeded.
    pub fn count(&self) -> Result<(), u32> {
        self.all.count(NOBODY)
    }

    /// Counts an attempt of this user, or of an unknown one.
    ///
    /// # Errors
    ///
    /// The seconds to wait, once the limit is exceeded.
    pub fn count_for(&self, user: Option<&str>) -> Result<(), u32> {
        self.each.count(user.unwrap_or(NOBODY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_together_have_a_limit_too() {
        let limiter = SignInLimiter::new(60, &Clock::Manual(std::sync::Arc::default()));
        assert_eq!((0..1_000).filter(|_| limiter.count().is_ok()).count(), 600);
        assert_eq!((0..1_000).filter(|_| limiter.count_for(Some("a")).is_ok()).count(), 60);
        assert_eq!((0..1_000).filter(|_| limiter.count_for(None).is_ok()).count(), 60);
    }
}
