//! Connections: how many at once, and how long each may keep the service waiting.
//!
//! Beyond the limit a connection is not refused but waits, in the operating system's queue, until one ends; and those
//! that only wait end soon. So a crowd is served late rather than not at all, and the service needs nobody's help
//! once the crowd has gone.

mod phase;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use http_body_util::BodyExt;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;

use phase::{Phase, Timed};

/// As many as the operating system lets wait; it may have a lower limit of its own.
const BACKLOG: u32 = 4096;
/// How long to wait when the operating system has no more connections to give.
const BREATH: Duration = Duration::from_millis(100);
/// The largest head that is read: lines, names and values.
const HEAD_MAX: usize = 64 * 1024;
/// What the operating system holds of an answer that its client has not taken yet, in bytes; without a limit of ours, that
/// is some megabytes for each connection. Small enough, too, that a slow client is seen to take something now and then.
const UNTAKEN_MAX: u32 = 128 * 1024;

/// What a connection may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many at once.
    pub connections: usize,
    /// How long a client may take to send a request's head, from its first byte on (of the first request: from the
    /// connection on), and how long it may leave the answer untaken.
    pub client_timeout: Duration,
    /// How long a connection may wait for its next request.
    pub idle: Duration,
    /// How long an answer may take altogether, until it is worked out and taken.
    pub response: Duration,
}

/// Listens at the address.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // A port that was ours a moment ago is free.
    socket.set_reuseaddr(true)?;
    // Each connection has what its listener has.
    socket.set_send_buffer_size(UNTAKEN_MAX)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves until the end is asked for, then until what is under way is done.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, end: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let service = TowerToHyperService::new(router);
    let mut http = http1::Builder::new();
    // The stream keeps the times.
    http.timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(HEAD_MAX);
    // Who has said all there is to say may still listen. So nobody is taken to be gone before the answer is written, and
    // whatever was asked is done, and told of.
    http.half_close(true);
    let graceful = GracefulShutdown::new();
    tokio::pin!(end);
    loop {
        let (stream, place) = tokio::select! {
            next = next(&listener, &places) => next,
            () = &mut end => break,
        };
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(limits.client_timeout));
        let phase = Phase::default();
        let stream = Timed::new(stream, phase.clone(), limits);
        let service = service.clone();
        let answer = service_fn(move |request| {
            let answering = phase.answering();
            let answer = service.call(request);
            async move {
                // The answer is out once nobody needs its body any more.
                answer.await.map(|answer| {
                    answer.map(|body| {
                        body.map_frame(move |frame| {
                            let _ = &answering;
                            frame
                        })
                    })
                })
            }
        });
        let connection = http.serve_connection(TokioIo::new(stream), answer);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // How a connection ended is its client's affair.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    graceful.shutdown().await;
}

/// The next connection, once there is a place for it.
async fn next(listener: &TcpListener, places: &Arc<Semaphore>) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    // Nobody closes the semaphore: there always is a place in the end.
    let place = Arc::clone(places).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                // Small answers go at once instead of waiting for more.
                let _ = stream.set_nodelay(true);
                return (stream, place);
            }
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
}
