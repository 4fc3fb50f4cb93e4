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

/// The token that the request brought, if any.
pub fn read(headers: &HeaderMap, secure: bool) -> Option<Token> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name(secure))
        .and_then(|(_, value)| Token::read(value))
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
