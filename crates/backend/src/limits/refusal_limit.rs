//! Rate-limits audit entries for refused requests: per user, and for all requests without a session together.
//!
//! Without this, anybody could fill the disk, and a full disk stops the service: what cannot be logged is not answered.

use super::log_limit::LogLimit;
use crate::clock::Clock;

/// Entries per minute for requests without a session.
const WITHOUT_SESSION: u32 = 120;

/// The limits. The next entry that is admitted says how many were left out.
#[derive(Debug)]
pub struct RefusalLimit {
    without_session: LogLimit,
    users: LogLimit,
}

impl RefusalLimit {
    /// At most this many entries per user and minute.
    pub fn new(each_minute: u32, clock: &Clock) -> Self {
        Self {
            without_session: LogLimit::each_minute(WITHOUT_SESSION, clock),
            users: LogLimit::each_minute(each_minute, clock),
        }
    }

    /// Admits an entry and returns how many were left out before it. `Err`: the entry is left out; seconds until the next one
    /// is admitted.
    pub fn admit(&self, user: Option<&str>) -> Result<u64, u32> {
        user.map_or_else(|| self.without_session.admit(""), |user| self.users.admit(user))
    }
}
