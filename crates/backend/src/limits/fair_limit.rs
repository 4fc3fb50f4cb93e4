//! Limits how much of a resource is in use at once: in total, and per user, so that no user can take all of it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The limits of one resource.
#[derive(Debug)]
pub struct FairLimit {
    total: Arc<Semaphore>,
    per_user: u32,
    users: Mutex<HashMap<String, Arc<Semaphore>>>,
}

/// A part of the resource, in use until this is dropped.
#[derive(Debug)]
pub struct FairPermit(#[expect(dead_code, reason = "held")] [Option<OwnedSemaphorePermit>; 2]);

impl FairLimit {
    /// This much in total, and this much per user.
    pub fn new(total: u32, per_user: u32) -> Self {
        let total = Arc::new(Semaphore::new(total.try_into().unwrap_or(Semaphore::MAX_PERMITS)));
        Self { total, per_user, users: Mutex::default() }
    }

    /// Waits until the user may take this much. First come, first served; a user at their own limit delays nobody else.
    pub async fn acquire(&self, user: &str, amount: u32) -> FairPermit {
        let amount = amount.min(self.per_user);
        // The semaphores are never closed, so both permits are always granted.
        let own = self.of(user).acquire_many_owned(amount).await.ok();
        let total = Arc::clone(&self.total).acquire_many_owned(amount).await.ok();
        FairPermit([own, total])
    }

    fn of(&self, user: &str) -> Arc<Semaphore> {
        let mut users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        let each = self.per_user.try_into().unwrap_or(Semaphore::MAX_PERMITS);
        Arc::clone(users.entry(user.to_owned()).or_insert_with(|| Arc::new(Semaphore::new(each))))
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    fn is_granted(permit: &mut std::pin::Pin<&mut impl Future<Output = FairPermit>>) -> bool {
        matches!(permit.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(_))
    }

    #[tokio::test]
    async fn a_user_at_their_limit_delays_nobody_else() {
        let limit = FairLimit::new(4, 2);
        let first = limit.acquire("a", 2).await;
        let mut more = pin!(limit.acquire("a", 1));
        assert!(!is_granted(&mut more));
        let _other = limit.acquire("b", 1).await;
        drop(first);
        assert!(is_granted(&mut more));
    }

    #[tokio::test]
    async fn the_total_is_never_exceeded() {
        let limit = FairLimit::new(3, 2);
        let first = limit.acquire("a", 2).await;
        let mut second = pin!(limit.acquire("b", 2));
        assert!(!is_granted(&mut second));
        drop(first);
        assert!(is_granted(&mut second));
    }
}
