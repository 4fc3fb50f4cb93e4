//! Content codings: which of them a client takes, and compressing with them.

use std::io::{self, Write};

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;
use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::weight::most_wanted;

/// Brotli's quality. On lists of texts, 5 makes a tenth less than gzip does, and takes five times as long.
const QUALITY: u32 = 5;
/// The quality for content that is longer than this, in bytes: somebody waits for it, so that it must be as fast as gzip.
const LONG: usize = 2 * 1024 * 1024;
const QUALITY_LONG: u32 = 1;
/// The base-two logarithm of Brotli's window.
const WINDOW: u32 = 22;
/// What the encoder takes at once, in bytes.
const BUFFER: usize = 64 * 1024;

/// A content coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coding {
    /// As it is.
    Identity,
    Gzip,
    Brotli,
}

impl Coding {
    /// The best of those that the client takes.
    pub fn accepted(headers: &HeaderMap) -> Self {
        most_wanted(headers, ACCEPT_ENCODING, (Self::Identity, Self::Brotli), |name| match name {
            "br" => Some(Self::Brotli),
            "gzip" | "*" => Some(Self::Gzip),
            _ => None,
        })
    }

    /// The one that content is kept in for a client that takes this one: long content is never kept as it is.
    pub fn kept(self) -> Self {
        if self == Self::Identity { Self::Gzip } else { self }
    }

    /// Its name in `Content-Encoding`, which says nothing of content as it is.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// Encodes the content. Blocks for long content.
    pub fn encode(self, content: Vec<u8>) -> io::Result<Vec<u8>> {
        match self {
            Self::Identity => Ok(content),
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(&content)?;
                encoder.finish()
            }
            Self::Brotli => {
                let quality = if content.len() > LONG { QUALITY_LONG } else { QUALITY };
                let mut encoder = CompressorWriter::new(Vec::new(), BUFFER, quality, WINDOW);
                encoder.write_all(&content)?;
                encoder.flush()?;
                Ok(encoder.into_inner())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_coding_that_a_client_takes() {
        for (accepted, expected) in [
            (None, Coding::Identity),
            (Some(""), Coding::Identity),
            (Some("deflate, zstd"), Coding::Identity),
            (Some("gzip"), Coding::Gzip),
            (Some("GZIP;q=0.5"), Coding::Gzip),
            (Some("*"), Coding::Gzip),
            (Some("gzip, deflate, br, zstd"), Coding::Brotli),
            (Some("br;q=0.5, gzip;q=0.8"), Coding::Gzip),
            (Some("br;q=0, gzip;q=0"), Coding::Identity),
            (Some("br;q=much"), Coding::Identity),
        ] {
            let mut headers = HeaderMap::new();
            headers.extend(accepted.map(|accepted| (ACCEPT_ENCODING, accepted.parse().unwrap())));
            assert_eq!(Coding::accepted(&headers), expected, "{accepted:?}");
        }
    }
}
