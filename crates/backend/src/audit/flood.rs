//! How many refusals of nobody in particular are told one by one.
//!
//! Without this, a stranger could fill the disk with refusals, and a full disk stops the service: no log, no answer.

use std::sync::{Mutex, PoisonError};

/// As many in a minute; the others are counted, and the next one that is told tells how many they were.
const EACH_MINUTE: u32 = 120;
const MINUTE: i64 = 60_000;

/// The count.
#[derive(Debug, Default)]
pub struct Flood(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    minute: i64,
    told: u32,
    untold: u64,
}

impl Flood {
    /// Whether one more is told now; if so, how many were not told before it.
    pub fn admit(&self, now: i64) -> Option<u64> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.div_euclid(MINUTE);
        if minute != state.minute {
            (state.minute, state.told) = (minute, 0);
        }
        if state.told >= EACH_MINUTE {
            state.untold = state.untold.saturating_add(1);
            return None;
        }
        state.told += 1;
        Some(std::mem::take(&mut state.untold))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_forgotten_but_not_everything_is_told() {
        let flood = Flood::default();
        let told = (0..1000).filter(|_| flood.admit(5).is_some()).count();
        assert_eq!(told, 120);
        assert_eq!(flood.admit(MINUTE), Some(880));
        assert_eq!(flood.admit(MINUTE), Some(0));
    }
}
