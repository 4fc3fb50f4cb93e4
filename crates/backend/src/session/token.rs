//! The secret in the cookie.

use sha2::{Digest, Sha256};

/// Hexadecimal digits of 256 bits.
const LENGTH: usize = 64;

/// An unguessable name for a session. Has neither `Debug` nor `Display`, so that no log can hold it.
pub struct Token(String);

impl Token {
    /// 256 bits from the operating system.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bits = [0; 32];
        getrandom::fill(&mut bits)?;
        Ok(Self(bits.map(|byte| format!("{byte:02x}")).concat()))
    }

    /// Takes what a cookie holds, if it can be a token.
    pub fn read(text: &str) -> Option<Self> {
        let plausible = text.len() == LENGTH && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
        plausible.then(|| Self(text.to_owned()))
    }

    /// What the cookie holds.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What the server keeps. No salt: the token is as random as a key.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }
}
