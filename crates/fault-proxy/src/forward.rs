//! Sends a request on to the backend.

use std::io::Result;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::message::Head;

/// Sends a request to the backend, which closes the connection after its answer; answers all of that.
pub async fn forward(to: SocketAddr, head: &Head, body: &[u8]) -> Result<Vec<u8>> {
    let mut backend = TcpStream::connect(to).await?;
    backend.write_all(head.closing().as_bytes()).await?;
    backend.write_all(body).await?;
    let mut answer = Vec::new();
    backend.read_to_end(&mut answer).await?;
    Ok(answer)
}
