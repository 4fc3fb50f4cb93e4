//! What may be in use at once: by all together, and by each user, so that nobody can take all of it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Something of which there is so much. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Shares(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    all: Arc<Semaphore>,
    each: u32,
    users: Mutex<HashMap<String, Arc<Semaphore>>>,
}

/// A part of it, in use until this is dropped.
#[derive(Debug)]
pub struct Share(#[expect(dead_code, reason = "held")] [Option<OwnedSemaphorePermit>; 2]);

impl Shares {
    /// So much for all, of which each user may take so much.
    pub fn new(all: u32, each: u32) -> Self {
        let all = Arc::new(Semaphore::new(all.try_into().unwrap_or(Semaphore::MAX_PERMITS)));
        Self(Arc::new(Parts { all, each, users: Mutex::default() }))
    }

    /// Waits until the user may take so much. Who asks first gets first, and a user who has taken all that is theirs
    /// stands in nobody else's way.
    pub async fn take(&self, user: &str, amount: u32) -> Share {
        let amount = amount.min(self.0.each);
        // Nobody closes them: what is asked for always comes.
        let own = self.of(user).acquire_many_owned(amount).await.ok();
        let all = Arc::clone(&self.0.all).acquire_many_owned(amount).await.ok();
        Share([own, all])
    }

    fn of(&self, user: &str) -> Arc<Semaphore> {
        let mut users = self.0.users.lock().unwrap_or_else(PoisonError::into_inner);
        let each = self.0.each.try_into().unwrap_or(Semaphore::MAX_PERMITS);
        Arc::clone(users.entry(user.to_owned()).or_insert_with(|| Arc::new(Semaphore::new(each))))
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    fn is_given(share: &mut std::pin::Pin<&mut impl Future<Output = Share>>) -> bool {
        matches!(share.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(_))
    }

    #[tokio::test]
    async fn who_takes_all_of_theirs_stands_in_nobodys_way() {
        let shares = Shares::new(4, 2);
        let first = shares.take("a", 2).await;
        let mut more = pin!(shares.take("a", 1));
        assert!(!is_given(&mut more));
        let _other = shares.take("b", 1).await;
        drop(first);
        assert!(is_given(&mut more));
    }

    #[tokio::test]
    async fn all_together_have_no_more_than_there_is() {
        let shares = Shares::new(3, 2);
        let first = shares.take("a", 2).await;
        let mut second = pin!(shares.take("b", 2));
        assert!(!is_given(&mut second));
        drop(first);
        assert!(is_given(&mut second));
    }
}
