//! A service of the test's own, and what every answer must satisfy, whatever the test is about.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use letasyl_backend::{App, AuditEntry, AuditFilter, Clock, Settings, Site, Store, demo, router};
use letasyl_contract::{Answer, Cpr, NonEmptyText, Operation, Problem, RequestId};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;

pub const FULL: &str = "2902011234";
pub const BARE: &str = "2902021234";
pub const WITHOUT_DATA: &str = "2902031234";
pub const HARD: &str = "2902051234";
pub const ELSEWHERE: &str = "2902061234";
pub const REFERRED_ELSEWHERE: &str = "2902111234";
pub const SLOW: &str = "2902071234";
pub const DEAD: &str = "2902104405";
pub const UNKNOWN: &str = "2902139999";

pub const ADMIN: &str = "star-admin";
pub const CASEWORKER: &str = "sagsbehandler";
pub const OTHER_CASEWORKER: &str = "sagsbehandler-anden-kommune";
pub const PROVIDER: &str = "anden-aktoer";
pub const MUNICIPALITY: &str = "kommune";

/// The error codes of the operator with the citizens who show them.
pub fn operator_errors() -> impl Iterator<Item = (i32, String)> {
    (9287..=9294).map(|code| (code, format!("290209{}", code - 8000)))
}

pub struct Service {
    router: Router,
    clock: Arc<AtomicI64>,
    pub store: Store,
    pub folder: TempDir,
}

impl Service {
    /// As `--demo --demo-texts 60` starts it.
    pub async fn start() -> Self {
        Self::with(60, |_| (), None).await
    }

    pub async fn with(texts: u32, change: impl FnOnce(&mut Settings), site: Option<Site>) -> Self {
        // In memory where that is possible: these tests are not about the disk, and each write waits for it.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let store = Store::open(&folder.path().join("letasyl.sqlite")).unwrap();
        demo::seed(&store, texts).await.unwrap();
        Self::on(folder, store, change, site)
    }

    fn on(folder: TempDir, store: Store, change: impl FnOnce(&mut Settings), site: Option<Site>) -> Self {
        let clock = Arc::new(AtomicI64::new(1_700_000_000_000));
        let mut settings = Settings { demo: true, clock: Clock::Manual(Arc::clone(&clock)), ..Settings::default() };
        change(&mut settings);
        Self { router: router(App::new(store.clone(), settings, site)), clock, store, folder }
    }

    /// Another process on the same database.
    pub fn restarted(self, change: impl FnOnce(&mut Settings)) -> Self {
        let store = Store::open(&self.database()).unwrap();
        Self::on(self.folder, store, change, None)
    }

    /// Another process on a backup of the database.
    pub fn put_back(self, backup: &std::path::Path) -> Self {
        for ending in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", self.database().display()));
        }
        std::fs::rename(backup, self.database()).unwrap();
        self.restarted(|_| ())
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("letasyl.sqlite")
    }

    pub fn wait(&self, time: Duration) {
        self.clock.fetch_add(i64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
    }

    pub fn set_back(&self, time: Duration) {
        self.clock.fetch_sub(i64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
    }

    /// Sends a request; the answer has been held against what is true of every answer.
    pub async fn send(&self, ask: Ask) -> Reply {
        let response = self.router.clone().oneshot(ask.0).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let reply = Reply { status: parts.status, headers: parts.headers, body };
        reply.check();
        reply
    }

    pub async fn sign_in(&self, user: &str) -> Cookie {
        let reply = self.send(Ask::post("/session").json(&serde_json::json!({ "user": user }))).await;
        assert_eq!(reply.status, 200, "{user} can sign in");
        reply.cookie().expect("a cookie")
    }

    /// Sends an operation as this user.
    pub async fn call(&self, user: &Cookie, operation: &impl Operation) -> Reply {
        self.send(Ask::of(operation).by(user)).await
    }

    /// Sends an operation, which must succeed.
    pub async fn done<O: Operation>(&self, user: &Cookie, operation: &O) -> O::Answer {
        let reply = self.call(user, operation).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        let json: Option<serde_json::Value> = serde_json::from_str(&reply.text()).ok();
        O::Answer::read(json.as_ref().as_ref()).unwrap_or_else(|fault| panic!("{fault:?}: {}", reply.text()))
    }

    /// What the audit log tells, without this reading of it.
    pub async fn audit(&self) -> Vec<AuditEntry> {
        let reader = AuditEntry { event: "Test".to_owned(), ..AuditEntry::default() };
        let rows = self.store.list_audit(AuditFilter::default(), reader).await.unwrap();
        rows.into_iter().map(|row| row.entry).filter(|entry| entry.event != "Test").collect()
    }

    /// Another program's hand on the database.
    pub fn connection(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.database()).unwrap()
    }

    /// How many texts there are.
    pub async fn texts(&self) -> usize {
        let admin = self.sign_in(ADMIN).await;
        self.done(&admin, &letasyl_contract::GetTexts::default()).await.len()
    }
}

/// `name=value`, as a browser sends it back.
#[derive(Clone, PartialEq, Eq)]
pub struct Cookie(pub String);

/// A request to be sent.
pub struct Ask(Request<Body>);

impl From<Request<Body>> for Ask {
    fn from(request: Request<Body>) -> Self {
        Self(request)
    }
}

impl From<Ask> for Request<Body> {
    fn from(ask: Ask) -> Self {
        ask.0
    }
}

impl Ask {
    pub fn new(method: &str, path: &str) -> Self {
        Self(Request::builder().method(method).uri(path).header("host", "letasyl.test").body(Body::empty()).unwrap())
    }

    pub fn get(path: &str) -> Self {
        Self::new("GET", path)
    }

    pub fn post(path: &str) -> Self {
        Self::new("POST", path)
    }

    /// As the front end sends it.
    pub fn of(operation: &impl Operation) -> Self {
        let request = operation.request();
        let ask = Self::new(request.method.as_str(), &request.path);
        let ask = request.headers.iter().fold(ask, |ask, (name, value)| ask.header(name, value));
        match request.body {
            Some(body) => ask.body(body, "application/json"),
            None => ask,
        }
    }

    pub fn method(mut self, method: &str) -> Self {
        *self.0.method_mut() = method.parse().unwrap();
        self
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = axum::http::HeaderName::from_bytes(name.as_bytes()).unwrap();
        self.0.headers_mut().append(name, value.parse().unwrap());
        self
    }

    /// The header once, with this value; none where it is absent.
    pub fn header_instead(mut self, name: &str, value: Option<&str>) -> Self {
        self.0.headers_mut().remove(name);
        match value {
            Some(value) => self.header(name, value),
            None => self,
        }
    }

    pub fn by(self, user: &Cookie) -> Self {
        self.header("cookie", &user.0)
    }

    pub fn body(mut self, body: impl Into<Body>, media_type: &str) -> Self {
        *self.0.body_mut() = body.into();
        self.header_instead("content-type", Some(media_type))
    }

    pub fn json(self, body: &Value) -> Self {
        self.body(body.to_string(), "application/json")
    }
}

/// An answer.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// What the browser would keep of `Set-Cookie`.
    pub fn cookie(&self) -> Option<Cookie> {
        let set = self.headers.get("set-cookie")?.to_str().unwrap();
        Some(Cookie(set.split(';').next()?.to_owned()))
    }

    /// The error that this answer must be.
    pub fn problem(&self, status: u16) -> Problem {
        assert_eq!(self.status, status, "{}", self.text());
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Where the faults are, sorted: pointers and parameters.
    pub fn fault_places(&self) -> Vec<String> {
        let problem = self.problem(400);
        let place = |fault: letasyl_contract::ProblemFault| {
            assert!(!fault.detail.is_empty());
            assert!(fault.pointer.is_some() != fault.parameter.is_some());
            fault.pointer.or(fault.parameter).unwrap()
        };
        let mut places: Vec<_> = problem.errors.into_iter().map(place).collect();
        places.sort();
        places
    }

    fn check(&self) {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(self.header(name), value);
        }
        assert!(self.header("content-security-policy").starts_with("default-src 'none'; script-src 'self' "));
        assert!(self.header("permissions-policy").contains("camera=(), "));
        assert!(!self.header("cache-control").is_empty());
        if self.status.is_client_error() || self.status.is_server_error() {
            self.check_problem();
        }
    }

    fn check_problem(&self) {
        assert_eq!(self.header("cache-control"), "no-store");
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.headers.contains_key("www-authenticate"), self.status == 401);
        if self.body.is_empty() {
            return; // an answer to HEAD
        }
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.status, self.status.as_u16());
        assert!(problem.kind.starts_with("urn:letasyl:problem:"));
        assert!(!problem.title.is_empty() && !problem.detail.is_empty());
        let text = self.text();
        assert!(!holds_cpr(&text), "an error body with a CPR");
        for word in ["SELECT", "INSERT", "sqlite", "SQLite", "panicked", ".rs"] {
            assert!(!text.contains(word), "an error body with {word}");
        }
    }
}

/// Ten digits in a row, or six, a hyphen and four.
pub fn holds_cpr(text: &str) -> bool {
    regex::Regex::new("[0-9]{6}-?[0-9]{4}").unwrap().is_match(text)
}

pub fn cpr(text: &str) -> Cpr {
    Cpr::parse(text).unwrap()
}

pub fn words(text: &str) -> NonEmptyText {
    NonEmptyText::new(text).unwrap()
}

pub fn new_request_id() -> RequestId {
    RequestId::from(Uuid::new_v4())
}
