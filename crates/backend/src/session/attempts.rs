//! How often anybody may try to sign in: each user, and all together.

use crate::clock::Clock;
use crate::rate::Rate;

/// All users together may try as often as this many who try as often as they may.
const USERS_AT_ONCE: u32 = 10;
/// Names that nobody has count as one, so that inventing names takes no memory.
const NOBODY: &str = "";

/// The attempts of late.
#[derive(Debug)]
pub struct Attempts {
    each: Rate,
    all: Rate,
}

impl Attempts {
    /// So often within a minute for each user.
    pub fn new(each_minute: u32, clock: &Clock) -> Self {
        let all = each_minute.saturating_mul(USERS_AT_ONCE);
        Self { each: Rate::each_minute(each_minute, clock), all: Rate::each_minute(all, clock) }
    }

    /// Counts an attempt of anybody. `Err`: too many; seconds to wait.
    pub fn count(&self) -> Result<(), u32> {
        self.all.count(NOBODY)
    }

    /// The same for this user, if there is such a user.
    pub fn count_for(&self, user: Option<&str>) -> Result<(), u32> {
        self.each.count(user.unwrap_or(NOBODY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_together_have_a_limit_too() {
        let attempts = Attempts::new(60, &Clock::Manual(std::sync::Arc::default()));
        assert_eq!((0..1_000).filter(|_| attempts.count().is_ok()).count(), 600);
        assert_eq!((0..1_000).filter(|_| attempts.count_for(Some("a")).is_ok()).count(), 60);
        assert_eq!((0..1_000).filter(|_| attempts.count_for(None).is_ok()).count(), 60);
    }
}
