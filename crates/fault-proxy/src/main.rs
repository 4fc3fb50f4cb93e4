//! `letasyl-fault-proxy TO`: passes requests on to the backend at the address TO, and injects the network faults it is asked for.
//!
//! It listens on two free ports and prints both: `proxy on http://…` for browsers, `control on http://…` for the test.
//! The control interface, all in JSON:
//!
//! | | |
//! |---|---|
//! | `POST /faults` | a [`Rule`](rules::Rule): what is to go wrong with which requests, how often; or an array of them |
//! | `GET /faults` | the rules that are not used up |
//! | `DELETE /faults` | forgets all rules, releases what hangs, listens again |
//! | `GET /seen` | every request so far: method, path, what went wrong, how often it reached the backend |
//!
//! For tests only: it knows nothing of TLS, keeps one request in memory at a time, and speaks as much HTTP/1.1 as
//! browsers and the backend do.

mod control;
mod faults;
mod forward;
mod message;
mod proxy;
mod rules;

use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use tokio::net::TcpListener;

use rules::Rules;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(to) = std::env::args().nth(1).and_then(|text| text.parse().ok()) else {
        eprintln!("letasyl-fault-proxy: wants the backend's address, such as 127.0.0.1:8080");
        return ExitCode::from(2);
    };
    match run(to).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("letasyl-fault-proxy: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(to: SocketAddr) -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let control = TcpListener::bind("127.0.0.1:0").await?;
    {
        let mut out = std::io::stdout().lock();
        writeln!(out, "proxy on http://{}", listener.local_addr()?)?;
        writeln!(out, "control on http://{}", control.local_addr()?)?;
        out.flush()?;
    }
    let rules = Arc::new(Rules::default());
    tokio::spawn(control::serve(control, Arc::clone(&rules)));
    proxy::serve(listener, to, rules).await
}
