//! The technical log: one line for each request, and one for each internal error, but for those that come too often.
//!
//! Invariant: it never holds what a user sent or got. A path is told as its route's template, so that a CPR which
//! somebody wrote into an address cannot get here; headers, queries and bodies are never told.

use std::sync::LazyLock;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use clap::ValueEnum;
use tracing::level_filters::LevelFilter;
use tracing::{Event, Instrument, Level, Span, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use crate::clock::Clock;
use crate::limits::LogLimit;

/// The answer's header that tells the id under which the log knows the request.
const TRACE_ID: HeaderName = HeaderName::from_static("x-trace-id");

/// The same id for the parts that tell of the request elsewhere.
#[derive(Debug, Clone)]
pub struct TraceId(pub String);

/// How much the technical log tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    /// Nothing.
    Off,
    /// Internal errors only.
    Error,
    /// One line for each request, too.
    Info,
    /// Everything that this program says.
    Debug,
}

/// Lines per minute for one method, route and status, if requests without a session can cause them. The next line says how
/// many were left out.
const REQUESTS: u32 = 600;
/// Lines per minute for each other log statement.
const OTHERS: u32 = 600;
/// The target of the lines about requests.
const OF_REQUESTS: &str = "letasyl_backend::request";

static REQUEST_LIMIT: LazyLock<LogLimit> = LazyLock::new(|| LogLimit::each_minute(REQUESTS, &Clock::System));

/// Rate-limits each log statement, so that none can fill the disk.
struct RateLimited(LogLimit);

impl<S: Subscriber> Layer<S> for RateLimited {
    fn event_enabled(&self, event: &Event<'_>, _: Context<'_, S>) -> bool {
        let metadata = event.metadata();
        if metadata.target() == OF_REQUESTS || *metadata.level() > Level::INFO {
            return true;
        }
        match self.0.admit(metadata.name()) {
            Ok(0) => true,
            Ok(left_out) => {
                // An event here would come back to this layer.
                eprintln!("{left_out} more lines like the next one were left out");
                true
            }
            Err(_) => false,
        }
    }
}

/// Starts the log on stderr. Only this program's own lines: a library's might quote a header.
pub fn start(level: LogLevel) {
    let level = match level {
        LogLevel::Off => LevelFilter::OFF,
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false).with_target(false);
    // A second start, as in a test, changes nothing.
    let _ = tracing_subscriber::registry()
        .with(Targets::new().with_target("letasyl_backend", level))
        .with(RateLimited(LogLimit::each_minute(OTHERS, &Clock::System)))
        .with(lines)
        .try_init();
}

/// Makes a panic one line that says where: its message may quote data.
pub fn panics_tell_only_where() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
}

/// Logs the request when it is answered, or given up by its client.
pub async fn each_request(mut request: Request, next: Next) -> Response {
    let trace = trace_id();
    request.extensions_mut().insert(TraceId(trace.clone()));
    let line = Line::new(&request, tracing::info_span!("request", trace));
    let mut response = next.run(request).instrument(line.span.clone()).await;
    line.answered(response.status());
    response.headers_mut().extend(HeaderValue::try_from(trace).ok().map(|trace| (TRACE_ID, trace)));
    response
}

/// What is to be told of a request.
struct Line {
    span: Span,
    method: &'static str,
    route: String,
    start: Instant,
    answered: bool,
}

impl Line {
    fn new(request: &Request, span: Span) -> Self {
        let template = request.extensions().get::<MatchedPath>();
        Self {
            span,
            method: known(request.method()),
            route: template.map_or_else(|| "(site)".to_owned(), |path| path.as_str().to_owned()),
            start: Instant::now(),
            answered: false,
        }
    }

    fn answered(mut self, status: StatusCode) {
        self.answered = true;
        self.tell(status.as_str());
    }

    fn tell(&self, status: &str) {
        // Successful operations are limited by the number of calls per user.
        let for_a_user = self.route.starts_with("/v1") && status.starts_with('2');
        let admitted = if for_a_user { Ok(0) } else { REQUEST_LIMIT.admit(&self.kind(status)) };
        let Ok(left_out) = admitted else { return };
        let before = if left_out > 0 { format!("({left_out} more like this) ") } else { String::new() };
        let milliseconds = self.start.elapsed().as_millis();
        self.span.in_scope(|| {
            tracing::info!(target: OF_REQUESTS, "{before}{} {} {status} {milliseconds} ms", self.method, self.route);
        });
    }

    fn kind(&self, status: &str) -> String {
        format!("{} {} {status}", self.method, self.route)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if !self.answered {
            self.tell("gone");
        }
    }
}

/// A method may be any word that the client likes; only those that exist are told.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        Method::PATCH => "PATCH",
        _ => "OTHER",
    }
}

/// Random, so that it tells nothing; in hexadecimal with a letter in front, so that it never looks like a number.
fn trace_id() -> String {
    format!("t{:016x}", getrandom::u64().unwrap_or_default())
}
