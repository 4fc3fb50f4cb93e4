//! What every request can reach: the store, the settings, the site, and what was worked out once at the start.

use std::sync::Arc;

use axum::body::Bytes;

use crate::audit::Flood;
use crate::http::KnownTags;
use crate::openapi;
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
    openapi: Bytes,
    flood: Flood,
    attempts: Attempts,
    tags: KnownTags,
}

impl App {
    /// Puts the parts together. Without a site, only the interfaces answer.
    pub fn new(store: Store, settings: Settings, site: Option<Site>) -> Self {
        let openapi = Bytes::from(openapi::document().to_string());
        let (flood, attempts) = (Flood::default(), Attempts::default());
        Self(Arc::new(Parts { store, settings, site, openapi, flood, attempts, tags: KnownTags::default() }))
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

    /// `/openapi.json`.
    pub fn openapi(&self) -> Bytes {
        self.0.openapi.clone()
    }

    /// Which refusals of nobody in particular the audit log is told.
    pub fn flood(&self) -> &Flood {
        &self.0.flood
    }

    /// How often anybody tried to sign in.
    pub fn attempts(&self) -> &Attempts {
        &self.0.attempts
    }

    /// What the addresses of texts and groups answered last.
    pub fn tags(&self) -> &KnownTags {
        &self.0.tags
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.0.settings.clock.now()
    }
}
