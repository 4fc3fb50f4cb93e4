//! How many refusals are told one by one: of each user, and of strangers all together.
//!
//! Without this, anybody could fill the disk with refusals, and a full disk stops the service: no log, no answer.

use crate::clock::Clock;
use crate::told::Told;

/// As many of strangers in a minute.
const OF_STRANGERS: u32 = 120;

/// The refusals of late. The next one that is told tells how many were not.
#[derive(Debug)]
pub struct Refusals {
    strangers: Told,
    users: Told,
}

impl Refusals {
    /// So many of each user in a minute.
    pub fn new(each_minute: u32, clock: &Clock) -> Self {
        Self { strangers: Told::each_minute(OF_STRANGERS, clock), users: Told::each_minute(each_minute, clock) }
    }

    /// Whether one more is told now, of this user or of a stranger; if so, how many were not told before it. `Err`:
    /// seconds until one is told again.
    pub fn admit(&self, user: Option<&str>) -> Result<u64, u32> {
        user.map_or_else(|| self.strangers.admit(""), |user| self.users.admit(user))
    }
}
