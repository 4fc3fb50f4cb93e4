//! The one writer: a thread with the only connection that writes.
//!
//! Whatever waits while a transaction is being committed shares the next one, so that a busy service flushes the disk
//! once for many writes instead of once for each. Each piece of work has a savepoint of its own: a refusal undoes
//! that piece alone. No caller sees success before the shared transaction is on the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};

use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::oneshot;

use super::StoreError;

/// As many pieces of work at most in one transaction, lest the first wait for ever.
const BATCH: usize = 256;

/// What is left to do of a piece of work once it is known whether its transaction was kept.
type Finish = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
/// A piece of work; without a connection where there is no transaction to be had.
type Job = Box<dyn FnOnce(Result<&Connection, StoreError>) -> Finish + Send>;

/// The way to the thread. It ends when the last of these is gone.
#[derive(Clone)]
pub struct Writer(Sender<Job>);

impl Writer {
    /// Gives the connection to a thread of its own.
    pub fn start(connection: Connection) -> std::io::Result<Self> {
        let (jobs, waiting) = channel();
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || run(connection, &waiting))?;
        Ok(Self(jobs))
    }

    /// Does the work in its turn. Work whose caller has gone away by then is left undone.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            let done = match connection {
                Ok(_) if tell.is_closed() => return Box::new(|_| ()),
                Ok(connection) => in_savepoint(connection, work),
                Err(error) => Err(error.into()),
            };
            Box::new(move |kept| {
                // A refusal, too, counts only with the transaction: what it saw may never have happened.
                let _ = tell.send(kept.map_err(E::from).and(done));
            })
        });
        let gone = || E::from(StoreError::new("the writer has ended"));
        self.0.send(job).map_err(|_| gone())?;
        told.await.unwrap_or_else(|_| Err(gone()))
    }
}

fn run(mut connection: Connection, waiting: &Receiver<Job>) {
    while let Ok(first) = waiting.recv() {
        let jobs = std::iter::once(first).chain(std::iter::from_fn(|| waiting.try_recv().ok())).take(BATCH);
        let (finishes, kept) = batch(&mut connection, jobs);
        for finish in finishes {
            finish(kept.clone());
        }
    }
}

/// Does these in one transaction; answers what is left to do, and whether it was kept.
fn batch(connection: &mut Connection, jobs: impl Iterator<Item = Job>) -> (Vec<Finish>, Result<(), StoreError>) {
    // IMMEDIATE: takes the write lock at once, so that what the work reads cannot change under it.
    let transaction = match connection.transaction_with_behavior(TransactionBehavior::Immediate) {
        Ok(transaction) => transaction,
        Err(error) => {
            let error = StoreError::from(error);
            return (jobs.map(|job| job(Err(error.clone()))).collect(), Err(error));
        }
    };
    let mut finishes = Vec::new();
    for job in jobs {
        finishes.push(job(Ok(&transaction)));
        // A full disk, for one, undoes the whole transaction at once. Nothing may go on as if it were still there.
        if transaction.is_autocommit() {
            return (finishes, Err(StoreError::unavailable("the transaction was lost")));
        }
    }
    let kept = transaction.commit().map_err(StoreError::from);
    (finishes, kept)
}

fn in_savepoint<T, E: From<StoreError>>(
    connection: &Connection,
    work: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    let run = |sql| -> Result<(), StoreError> { Ok(connection.prepare_cached(sql)?.execute(()).map(drop)?) };
    run("SAVEPOINT work")?;
    let done = catch_unwind(AssertUnwindSafe(|| work(connection)))
        .unwrap_or_else(|_| Err(StoreError::new("the work panicked").into()));
    if done.is_err() && !connection.is_autocommit() {
        run("ROLLBACK TO work")?;
    }
    if !connection.is_autocommit() {
        run("RELEASE work")?;
    }
    done
}
