//! How long a connection may take: for a request's head, for an answer, and for the pause between two requests.
//!
//! hyper has one time limit for heads and pauses, and none for answers. But a proxy keeps its connections for a minute, so that the service must not end
//! them sooner, and a head that comes drop by drop must not hold a place for so long.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

use super::Limits;

/// A head is awaited, or on its way.
const HEAD: u8 = 0;
/// A request is being answered.
const BUSY: u8 = 1;
/// The answer is out, and the next request has not begun.
const IDLE: u8 = 2;

/// Where a connection is, known to its stream and to the handlers of its requests.
#[derive(Debug, Clone, Default)]
pub struct Phase(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    phase: AtomicU8,
    /// Who waits for the answer to be out: the time until the next request runs from there on.
    waiting: Mutex<Option<Waker>>,
}

/// Held while a request is being answered; the connection is idle afterwards.
#[derive(Debug)]
pub struct Answering(Phase);

impl Phase {
    /// A request has come, and is being answered until what this gives is dropped.
    pub fn answering(&self) -> Answering {
        self.set(BUSY);
        Answering(self.clone())
    }

    fn get(&self) -> u8 {
        self.0.phase.load(Ordering::Acquire)
    }

    fn set(&self, phase: u8) {
        self.0.phase.store(phase, Ordering::Release);
    }

    fn waiting(&self) -> MutexGuard<'_, Option<Waker>> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.set(IDLE);
        if let Some(waker) = self.0.waiting().take() {
            waker.wake();
        }
    }
}

/// A stream that fails when a head or an answer takes too long, and ends when the pause before a head does.
pub struct Timed<S> {
    stream: Pin<Box<S>>,
    phase: Phase,
    /// The phase that a time runs for, and its end.
    deadline: Option<(u8, Pin<Box<Sleep>>)>,
    limits: Limits,
}

impl<S> Timed<S> {
    /// Around a connection that has just been made.
    pub fn new(stream: S, phase: Phase, limits: Limits) -> Self {
        Self { stream: Box::pin(stream), phase, deadline: None, limits }
    }

    /// Whether the time for the present phase is over; the task is woken when it is.
    fn is_over(&mut self, context: &mut Context<'_>) -> bool {
        let mut phase = self.phase.get();
        if phase == BUSY {
            *self.phase.waiting() = Some(context.waker().clone());
            // The answer may have gone out in between.
            phase = self.phase.get();
        }
        let limit = match phase {
            HEAD => self.limits.client_timeout,
            IDLE => self.limits.idle,
            _ => self.limits.response,
        };
        if self.deadline.as_ref().is_none_or(|(of, _)| *of != phase) {
            self.deadline = Some((phase, Box::pin(sleep(limit))));
        }
        self.deadline.as_mut().is_some_and(|(_, end)| end.as_mut().poll(context).is_ready())
    }

    /// Nobody may be reading meanwhile: a client that has sent its next request already is not listened to.
    fn may_write(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        let is_late = self.phase.get() == BUSY && self.is_over(context);
        if is_late { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }
}

impl<S: AsyncRead> AsyncRead for Timed<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = self.stream.as_mut().poll_read(context, buffer);
        if buffer.filled().len() > before && self.phase.get() == IDLE {
            self.phase.set(HEAD);
            // Its time runs from here, not from an earlier head that nobody looked after since.
            self.deadline = None;
        }
        if self.is_over(context) {
            // Between two requests that is an end like any other.
            let is_idle = self.phase.get() == IDLE;
            return Poll::Ready(if is_idle { Ok(()) } else { Err(io::ErrorKind::TimedOut.into()) });
        }
        ready!(polled)?;
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite> AsyncWrite for Timed<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &[u8]) -> Poll<io::Result<usize>> {
        self.may_write(context)?;
        self.stream.as_mut().poll_write(context, buffer)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.may_write(context)?;
        self.stream.as_mut().poll_write_vectored(context, buffers)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.as_mut().poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.as_mut().poll_shutdown(context)
    }
}
