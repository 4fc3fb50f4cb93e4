//! From flags to a running service, and its orderly end.

use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use crate::app::App;
use crate::cli::Flags;
use crate::connections::{self, Limits};
use crate::demo;
use crate::router::router;
use crate::settings::Settings;
use crate::site::{Site, SiteError};
use crate::store::{OpenError, Store, StoreError};

/// Why the service does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The site folder cannot be served.
    #[error(transparent)]
    Site(SiteError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(OpenError),
    /// The demo people and texts cannot be stored.
    #[error("the demo data cannot be put into the database: {0}")]
    Seed(StoreError),
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    /// The operating system failed.
    #[error("cannot start: {0}")]
    System(std::io::Error),
}

/// Serves until it is told to end (SIGTERM, SIGINT); prints the address once it listens.
pub async fn serve(flags: Flags) -> Result<(), StartError> {
    // Heard from the start: an end that is asked for while the database is made must not be missed.
    let mut end = End::new().map_err(StartError::System)?;
    let site = flags.site.as_deref().map(Site::open).transpose().map_err(StartError::Site)?;
    let listener = connections::listen(flags.listen).map_err(|error| StartError::Listen(flags.listen, error))?;
    let address = listener.local_addr().map_err(StartError::System)?;
    let store = Store::open(&flags.database).map_err(StartError::Open)?;
    if flags.demo {
        demo::seed(&store, flags.demo_texts).await.map_err(StartError::Seed)?;
    }

    let app = App::new(store, Settings::from(&flags), site);
    let limits = Limits {
        connections: usize::try_from(flags.connections).unwrap_or(usize::MAX),
        client_timeout: Duration::from_secs(flags.client_timeout.into()),
        idle: Duration::from_secs(flags.idle.into()),
        response: Duration::from_secs(flags.response.into()),
    };
    let (ending, mut ended) = watch::channel(false);
    let served = connections::serve(listener, router(app), limits, async move {
        end.asked().await;
        let _ = ending.send(true);
    });
    announce(&format!("listening on http://{address}")).map_err(StartError::System)?;
    let too_late = async {
        let _ = ended.wait_for(|ending| *ending).await;
        tokio::time::sleep(Duration::from_secs(flags.drain.into())).await;
    };
    tokio::select! {
        () = served => {}
        () = too_late => {}
    }
    Ok(())
}

/// The one line on stdout: callers that chose port 0 read the port from it.
fn announce(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// The signals that ask for the end.
struct End {
    terminate: Signal,
    interrupt: Signal,
}

impl End {
    fn new() -> std::io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn asked(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
