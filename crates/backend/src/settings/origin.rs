//! A web origin: scheme, host and port (RFC 6454).

use std::str::FromStr;

/// An origin in one spelling: in small letters, and without the port that its scheme has anyway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// A text that is not an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an origin is http:// or https://, a host, and a port if it is not the usual one; nothing more")]
pub struct NotAnOrigin;

impl Origin {
    /// Whether this host and port are the origin's.
    pub fn is_at(&self, authority: &str) -> bool {
        let scheme = self.0.split("://").next().unwrap_or_default();
        format!("{scheme}://{authority}").parse() == Ok(self.clone())
    }
}

impl FromStr for Origin {
    type Err = NotAnOrigin;

    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        let lower = text.to_ascii_lowercase();
        let (scheme, host) = lower.split_once("://").ok_or(NotAnOrigin)?;
        let usual = match scheme {
            "https" => ":443",
            "http" => ":80",
            _ => return Err(NotAnOrigin),
        };
        let host = host.strip_suffix(usual).unwrap_or(host);
        let is_host = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':' | '[' | ']');
        if host.is_empty() || !host.chars().all(is_host) {
            return Err(NotAnOrigin);
        }
        Ok(Self(format!("{scheme}://{host}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_origin_has_one_spelling() {
        let origin = |text: &str| text.parse::<Origin>();
        assert_eq!(origin("https://Star.dk:443"), origin("https://star.dk"));
        assert_eq!(origin("http://[::1]:80"), origin("http://[::1]"));
        assert_ne!(origin("http://star.dk"), origin("https://star.dk"));
        assert_ne!(origin("https://star.dk:8443"), origin("https://star.dk"));
    }

    #[test]
    fn anything_more_or_less_is_none() {
        for wrong in ["", "null", "star.dk", "https://", "https://star.dk/", "https://star.dk/borger", "ftp://star.dk"]
        {
            assert_eq!(wrong.parse::<Origin>(), Err(NotAnOrigin), "{wrong}");
        }
    }
}
