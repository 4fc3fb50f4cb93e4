//! Waits until the backend answers, then says where.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::process;

/// A backend that is not ready by then has printed why.
const PATIENCE: Duration = Duration::from_secs(60);
const STEP: Duration = Duration::from_millis(100);

/// What to do in the first minute.
const TRY_FIRST: &str = "
  Try first:
    a citizen      sign in as Mette Åkjær, choose a demo citizen, then Overfør
    the texts      sign in as Ingrid Søgaard, search, open a text
    many texts     cargo xtask serve --texts 100000 --data data-100000
";

/// Polls `/readyz` at `address`, then prints the address and what to try there. Gives up silently when the backend,
/// which is our parent by then, is gone.
pub fn announce(address: &str, open: bool) -> Result<()> {
    let socket: SocketAddr = address.parse()?;
    let start = Instant::now();
    let parent = parent();
    while !is_ready(socket) {
        if parent != self::parent() {
            return Ok(());
        }
        if start.elapsed() > PATIENCE {
            bail!("the backend does not answer at http://{address}/readyz");
        }
        thread::sleep(STEP);
    }
    println!("\n  Integrationslov is ready at  http://localhost:{}/   (Ctrl-C ends it)", socket.port());
    println!("{TRY_FIRST}");
    if open {
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        // Not having a browser is no reason to fail: the address stands above.
        process::command(opener).arg(format!("http://localhost:{}/", socket.port())).stderr(Stdio::null()).spawn().ok();
    }
    Ok(())
}

fn is_ready(socket: SocketAddr) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect_timeout(&socket, STEP)?;
        stream.set_read_timeout(Some(Duration::from_secs(1)))?;
        write!(stream, "GET /readyz HTTP/1.1\r\nHost: {socket}\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.take(64).read_to_string(&mut answer)?;
        Ok(answer.starts_with("HTTP/1.1 200"))
    };
    ask().unwrap_or(false)
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}
