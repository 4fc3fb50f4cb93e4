//! The way from the browser to the backend and back.

use std::io::Result;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use crate::faults::{End, apply_fault};
use crate::message::Head;
use crate::rules::Rules;

/// Serves for ever; listens only while it is to.
pub async fn serve(listener: TcpListener, to: SocketAddr, rules: Arc<Rules>) -> Result<()> {
    let address = listener.local_addr()?;
    let mut listener = Some(listener);
    let mut listening = rules.listening.subscribe();
    loop {
        if !*listening.borrow_and_update() {
            listener = None;
        } else if listener.is_none() {
            listener = Some(TcpListener::bind(address).await?);
        }
        tokio::select! {
            changed = listening.changed() => if changed.is_err() { return Ok(()) },
            accepted = accept(listener.as_ref()) => {
                let (stream, rules) = (accepted?, Arc::clone(&rules));
                tokio::spawn(async move {
                    let mut closed = rules.listening.subscribe();
                    tokio::select! {
                        // Open connections end with the listener, as when a program dies.
                        _ = closed.wait_for(|listening| !listening) => {}
                        _ = connection(stream, to, &rules) => {}
                    }
                });
            }
        }
    }
}

async fn accept(listener: Option<&TcpListener>) -> Result<TcpStream> {
    match listener {
        Some(listener) => listener.accept().await.map(|(stream, _)| stream),
        None => std::future::pending().await,
    }
}

/// One connection of the browser's: request after request.
async fn connection(mut browser: TcpStream, to: SocketAddr, rules: &Rules) -> Result<()> {
    browser.set_nodelay(true)?;
    let mut rest = Vec::new();
    while let Some(head) = Head::read(&mut browser, &mut rest).await? {
        match apply_fault(&mut browser, &mut rest, &head, to, rules).await? {
            End::KeepOpen => {}
            End::Close => return browser.shutdown().await,
            End::Reset => {
                // What is closed with no time to linger is reset.
                browser.set_zero_linger()?;
                return Ok(());
            }
        }
    }
    Ok(())
}
