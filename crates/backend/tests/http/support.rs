//! A service of the test's own, and requests to send to it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use letasyl_backend::{App, AuditEntry, AuditFilter, AuditRow, Clock, Settings, Site, Store, StoreError, demo, router};
use letasyl_contract::{Answer, Cpr, Fejlkode, NonEmptyText, Operation, RequestId};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;

pub use crate::reply::Reply;

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

/// Every error code of the document, with a citizen whose look-up fails with it, and the status.
pub fn error_codes() -> impl Iterator<Item = (Fejlkode, &'static str, u16)> {
    Fejlkode::ALL.iter().map(|code| {
        let (citizen, status) = match code {
            Fejlkode::NoSuchPerson => (UNKNOWN, 404),
            Fejlkode::Deceased => (DEAD, 409),
            Fejlkode::OperatorUnreachable => ("2902091287", 502),
            Fejlkode::SignInRefused => ("2902091288", 502),
            Fejlkode::UnknownAtOperator => ("2902091289", 502),
            Fejlkode::UnknownMunicipality => ("2902091290", 502),
            Fejlkode::InvalidParameters => ("2902091291", 502),
            Fejlkode::OperatorTimedOut => ("2902091292", 504),
            Fejlkode::InvalidLogHeaders => ("2902091293", 502),
            Fejlkode::OperatorFailed => ("2902091294", 502),
        };
        (*code, citizen, status)
    })
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
        O::Answer::decode(json.as_ref().as_ref()).unwrap_or_else(|fault| panic!("{fault:?}: {}", reply.text()))
    }

    /// What the audit log tells, without this reading of it.
    pub async fn audit(&self) -> Vec<AuditEntry> {
        let reader = AuditEntry { event: "Test".to_owned(), ..AuditEntry::default() };
        let mut entries = Vec::new();
        let each = |row: AuditRow| {
            entries.push(row.entry);
            Ok::<_, StoreError>(())
        };
        self.store.list_audit(AuditFilter::default(), reader, each).await.unwrap();
        entries.retain(|entry| entry.event != "Test");
        entries
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
        Self(Request::builder().method(method).uri(path).header("host", "localhost").body(Body::empty()).unwrap())
    }

    pub fn get(path: &str) -> Self {
        Self::new("GET", path)
    }

    pub fn post(path: &str) -> Self {
        Self::new("POST", path)
    }

    /// As the front end sends it.
    pub fn of(operation: &impl Operation) -> Self {
        let request = operation.to_request();
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

pub fn cpr(text: &str) -> Cpr {
    Cpr::parse(text).unwrap()
}

pub fn words(text: &str) -> NonEmptyText {
    NonEmptyText::new(text).unwrap()
}

pub fn new_request_id() -> RequestId {
    RequestId::from(Uuid::new_v4())
}
