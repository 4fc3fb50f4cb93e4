//! What every request can reach: the store, the settings, the site, and what was worked out once at the start.

use std::sync::Arc;

use crate::audit::Flood;
use crate::http::Shared;
use crate::session::Attempts;
use crate::settings::Settings;
use crate::site::Site;
use crate::store::Store;

/// The running service. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    store: Store,
    settings: Settings,
    site: Option<Site>,
    flood: Flood,
    attempts: Attempts,
    shared: Shared,
}

impl App {
    /// Puts the parts together. Without a site, only the interfaces answer.
    pub fn new(store: Store, settings: Settings, site: Option<Site>) -> Self {
        let (flood, attempts, shared) = (Flood::default(), Attempts::default(), Shared::default());
        Self(Arc::new(Parts { store, settings, site, flood, attempts, shared }))
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

    /// Which refusals of nobody in particular the audit log is told.
    pub fn flood(&self) -> &Flood {
        &self.0.flood
    }

    /// How often anybody tried to sign in.
    pub fn attempts(&self) -> &Attempts {
        &self.0.attempts
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
