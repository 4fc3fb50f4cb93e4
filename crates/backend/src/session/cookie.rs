//! The cookie that carries the token.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

use super::token::Token;

/// Browsers accept a name with this prefix only from a secure page, for the whole host, and from nobody else.
const SECURE_NAME: &str = "__Host-letasyl";
const NAME: &str = "letasyl";

fn name(secure: bool) -> &'static str {
    if secure { SECURE_NAME } else { NAME }
}

/// The token that the request brought, if any; of several different ones none, since nobody can say which is meant.
pub fn read(headers: &HeaderMap, secure: bool) -> Option<Token> {
    let mut tokens = read_all(headers, secure);
    let first = tokens.pop()?;
    tokens.iter().all(|other| other.expose() == first.expose()).then_some(first)
}

/// Every token that the request brought. What stands beside them may be anything, other sites' letters included.
pub fn read_all(headers: &HeaderMap, secure: bool) -> Vec<Token> {
    headers
        .get_all(COOKIE)
        .iter()
        .flat_map(|header| header.as_bytes().split(|byte| *byte == b';'))
        .filter_map(|pair| std::str::from_utf8(pair).ok()?.trim().split_once('='))
        .filter(|(key, _)| *key == name(secure))
        .filter_map(|(_, value)| Token::read(value))
        .collect()
}

/// `Set-Cookie` for a new session. Without a date, so that it goes with the browser; the server ends it sooner.
pub fn set(token: &Token, secure: bool) -> Option<HeaderValue> {
    write(token.expose(), "", secure)
}

/// `Set-Cookie` that makes the browser forget it.
pub fn clear(secure: bool) -> Option<HeaderValue> {
    write("", "; Max-Age=0", secure)
}

fn write(value: &str, life: &str, secure: bool) -> Option<HeaderValue> {
    let name = name(secure);
    let only_tls = if secure { "; Secure" } else { "" };
    let mut header =
        HeaderValue::try_from(format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{only_tls}{life}")).ok()?;
    header.set_sensitive(true);
    Some(header)
}
