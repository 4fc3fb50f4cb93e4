//! How each fault is brought about.

use std::io::Result;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::forward::forward;
use crate::message::{Head, read_body};
use crate::rules::{Fault, Rules};

/// What becomes of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    KeepOpen,
    Close,
    Reset,
}

/// Answers one request, or lets it go wrong.
pub async fn apply_fault(
    browser: &mut TcpStream,
    rest: &mut Vec<u8>,
    head: &Head,
    to: SocketAddr,
    rules: &Rules,
) -> Result<End> {
    let (method, path) = head.request();
    // Registered before the rule is used, so that no word of the second request's end can be missed.
    let second_done = rules.second_done.notified();
    let released = rules.released.notified();
    tokio::pin!(second_done, released);
    second_done.as_mut().enable();
    released.as_mut().enable();
    let (number, fault, last) = rules.next(method, path);
    match &fault {
        Some(Fault::Refuse | Fault::ResetBeforeBody) => return Ok(End::Reset),
        Some(Fault::ResetInBody) => {
            read_body(browser, rest, head.body_length() / 2).await?;
            return Ok(End::Reset);
        }
        _ => {}
    }
    if head.header("expect").is_some() {
        browser.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await?;
    }
    let body = read_body(browser, rest, head.body_length()).await?;
    let ask = async || {
        rules.forwarded(number);
        forward(to, head, &body).await
    };
    match fault {
        Some(Fault::ResetAfterBody) => Ok(End::Reset),
        Some(Fault::LoseAnswer) => {
            ask().await?;
            Ok(End::Reset)
        }
        Some(Fault::Hang) => {
            released.await;
            Ok(End::Reset)
        }
        Some(Fault::HangAfterEffect) => {
            ask().await?;
            released.await;
            Ok(End::Reset)
        }
        Some(Fault::ResetAfterHead) => cut_off(browser, &ask().await?, 0).await,
        Some(Fault::ResetInAnswer) => cut_off(browser, &ask().await?, 2).await,
        Some(Fault::Drip { each }) => {
            for byte in ask().await? {
                browser.write_all(&[byte]).await?;
                tokio::time::sleep(Duration::from_millis(each)).await;
            }
            Ok(End::Close)
        }
        Some(Fault::Delay { by }) => {
            let answer = ask().await?;
            tokio::time::sleep(Duration::from_millis(by)).await;
            pass_on(browser, &answer).await
        }
        Some(Fault::Answer { status, headers, body }) => {
            let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
            let length = body.len();
            let answer = format!("HTTP/1.1 {status} X\r\n{headers}content-length: {length}\r\n\r\n{body}");
            browser.write_all(answer.as_bytes()).await?;
            Ok(End::KeepOpen)
        }
        Some(Fault::Duplicate) => {
            ask().await?;
            pass_on(browser, &ask().await?).await
        }
        // The second of the two uses the rule up.
        Some(Fault::Reorder) if !last => {
            second_done.await;
            pass_on(browser, &ask().await?).await
        }
        Some(Fault::Reorder) => {
            let answer = ask().await?;
            rules.second_done.notify_waiters();
            pass_on(browser, &answer).await
        }
        None | Some(Fault::Refuse | Fault::ResetBeforeBody | Fault::ResetInBody) => {
            pass_on(browser, &ask().await?).await
        }
    }
}

/// The answer says itself that the connection ends with it.
async fn pass_on(browser: &mut TcpStream, answer: &[u8]) -> Result<End> {
    browser.write_all(answer).await?;
    Ok(End::Close)
}

/// Sends the head and one part in so many of the body (0: none of it), then resets.
async fn cut_off(browser: &mut TcpStream, answer: &[u8], part: usize) -> Result<End> {
    let head = answer.windows(4).position(|window| window == b"\r\n\r\n").map_or(answer.len(), |end| end + 4);
    let length = head + (answer.len() - head).checked_div(part).unwrap_or(0);
    browser.write_all(answer.get(..length).unwrap_or(answer)).await?;
    // A reset overtakes what is still on its way: let it arrive first.
    browser.flush().await?;
    tokio::time::sleep(Duration::from_millis(100)).await;
    Ok(End::Reset)
}
