//! What every request can reach: the store, the settings, the site, and what was worked out once at the start.

use std::num::NonZero;
use std::sync::Arc;

use crate::http::Shared;
use crate::limits::{FairLimit, RateLimit, RefusalLimit, SignInLimiter};
use crate::settings::Settings;
use crate::site::Site;
use crate::store::{RevokedSessions, Store};

/// How much memory request bodies may take at once, in total and per user, in KiB.
const BODIES: u32 = 64 * 1024;
const BODIES_EACH: u32 = 8 * 1024;

/// The running service. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    store: Store,
    settings: Settings,
    site: Option<Site>,
    refusals: RefusalLimit,
    sign_in_limiter: SignInLimiter,
    calls: RateLimit,
    revoked: RevokedSessions,
    bodies: FairLimit,
    drawings: FairLimit,
    shared: Shared,
}

impl App {
    /// Puts the parts together. Without a site, only the interfaces answer.
    pub fn new(store: Store, settings: Settings, site: Option<Site>) -> Self {
        let clock = &settings.clock;
        let refusals = RefusalLimit::new(settings.refusals, clock);
        let sign_in_limiter = SignInLimiter::new(settings.sign_ins, clock);
        let calls = RateLimit::each_minute(settings.calls, clock);
        let bodies = FairLimit::new(BODIES, BODIES_EACH);
        let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
        let drawings = FairLimit::new(u32::try_from(processors.div_ceil(2)).unwrap_or(1), 1);
        let shared = Shared::default();
        Self(Arc::new(Parts {
            store,
            settings,
            site,
            refusals,
            sign_in_limiter,
            calls,
            revoked: RevokedSessions::default(),
            bodies,
            drawings,
            shared,
        }))
    }

    /// What the service keeps.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// How it was started.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The built front end.
    pub fn site(&self) -> Option<&Site> {
        self.0.site.as_ref()
    }

    /// Which refusals the audit log is told.
    pub fn refusals(&self) -> &RefusalLimit {
        &self.0.refusals
    }

    /// Sessions that the database does not know to be over.
    pub fn revoked(&self) -> &RevokedSessions {
        &self.0.revoked
    }

    /// How often each user calls.
    pub fn calls(&self) -> &RateLimit {
        &self.0.calls
    }

    /// How often anybody tried to sign in.
    pub fn sign_in_limiter(&self) -> &SignInLimiter {
        &self.0.sign_in_limiter
    }

    /// Limits request bodies in memory, in KiB.
    pub fn bodies(&self) -> &FairLimit {
        &self.0.bodies
    }

    /// Limits PDFs being drawn: one per user, on half of the processors.
    pub fn drawings(&self) -> &FairLimit {
        &self.0.drawings
    }

    /// What many read alike: texts, groups, and the description of the interface.
    pub fn shared(&self) -> &Shared {
        &self.0.shared
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.0.settings.clock.now()
    }
}
