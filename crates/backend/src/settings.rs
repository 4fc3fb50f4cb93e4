//! The settings of the running service.

use std::time::Duration;

use crate::clock::Clock;

mod origin;

pub use origin::Origin;

/// What the parts need to know of the flags.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether there are demo people.
    pub demo: bool,
    /// Whether browsers come by https.
    pub secure: bool,
    /// How long an unused session lives.
    pub session_idle: Duration,
    /// How long any session lives.
    pub session_life: Duration,
    /// Whether HSTS counts for the hosts below this one, too.
    pub hsts_subdomains: bool,
    /// Where browsers reach the service; none where the host tells.
    pub origins: Vec<Origin>,
    /// How often one user may try to sign in within a minute.
    pub sign_ins: u32,
    /// How many calls one user may make within a minute.
    pub calls: u32,
    /// How many calls of one user may be refused within a minute.
    pub refusals: u32,
    /// How long a body may take to arrive.
    pub client_timeout: Duration,
    /// How long the operator takes for the slow demo citizen.
    pub slow: Duration,
    /// The time.
    pub clock: Clock,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            demo: false,
            secure: false,
            hsts_subdomains: false,
            origins: Vec::new(),
            session_idle: Duration::from_secs(30 * 60),
            session_life: Duration::from_secs(10 * 60 * 60),
            sign_ins: 60,
            calls: 6_000,
            refusals: 600,
            client_timeout: Duration::from_secs(30),
            slow: Duration::from_secs(8),
            clock: Clock::System,
        }
    }
}
