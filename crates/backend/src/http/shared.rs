//! Answers that many read: written and compressed once for each state of the database.

use axum::http::HeaderMap;
use axum::response::Response;
use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};

use super::coding::Coding;
use super::encoded::Encoded;
use crate::failure::Failure;
use crate::store::Version;

/// How much is kept, in bytes; what was not asked for lately is forgotten first. A hundred thousand texts take about
/// four megabytes.
const SIZE: u64 = 64 * 1024 * 1024;
/// How many answers are expected.
const ANSWERS: usize = 1_000;
/// What an answer takes beside its content, in bytes.
const KEY: u64 = 256;

/// Which answer, at which state of the database, in which coding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    address: String,
    version: Option<Version>,
    coding: Coding,
}

#[derive(Clone)]
struct BySize;

impl Weighter<Key, Encoded> for BySize {
    fn weight(&self, _: &Key, answer: &Encoded) -> u64 {
        KEY + u64::try_from(answer.size()).unwrap_or(SIZE)
    }
}

/// The answers of this process, which has one database.
pub struct Shared(Cache<Key, Encoded, BySize>);

impl Default for Shared {
    fn default() -> Self {
        // In one part: several would each take a part of the size, too little for the longest answers.
        let options = OptionsBuilder::new().shards(1).estimated_items_capacity(ANSWERS).weight_capacity(SIZE).build();
        Self(match options {
            Ok(options) => {
                Cache::with_options(options, BySize, DefaultHashBuilder::default(), DefaultLifecycle::default())
            }
            Err(_) => Cache::with_weighter(ANSWERS, SIZE, BySize),
        })
    }
}

impl Shared {
    /// Responds with what many read alike.
    ///
    /// `address`: as the contract writes it; what else somebody puts into an address is not remembered. `version`: the
    /// state of the database, read before the content, so that what changes in between belongs to the next state; `None`
    /// for what the program itself says. `read` gives what writes the JSON, which takes a while for many texts: that and
    /// the compression are not done on a thread that serves others.
    pub async fn respond<R, W>(
        &self,
        headers: &HeaderMap,
        address: String,
        version: Option<Version>,
        caching: &'static str,
        read: R,
    ) -> Result<Response, Failure>
    where
        R: Future<Output = Result<W, Failure>>,
        W: FnOnce() -> String + Send + 'static,
    {
        let accepted = Coding::accepted(headers);
        let coding = accepted.kept();
        let encode = async {
            let write = read.await?;
            let encoded = tokio::task::spawn_blocking(move || Encoded::new(write(), coding)).await;
            encoded.map_err(|error| Failure::Internal(format!("an answer could not be written: {error}")))?
        };
        let encoded = self.get(Key { address, version, coding }, encode).await?;
        Ok(encoded.answer(headers, accepted, caching))
    }

    /// The answer, read and encoded by the first who asks; others who ask meanwhile wait for it.
    async fn get<R>(&self, key: Key, read: R) -> Result<Encoded, Failure>
    where
        R: Future<Output = Result<Encoded, Failure>>,
    {
        self.0.get_or_insert_async(&key, read).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: i64) -> Key {
        let version = Some(Version { identity: "a".to_owned(), number });
        Key { address: "/a".to_owned(), version, coding: Coding::Identity }
    }

    async fn write(json: &str) -> Result<Encoded, Failure> {
        Encoded::new(json.to_owned(), Coding::Identity)
    }

    #[tokio::test]
    async fn an_answer_is_written_once_for_each_state() {
        let shared = Shared::default();
        shared.get(key(1), write("1")).await.unwrap();
        shared.get(key(1), async { panic!("written before") }).await.unwrap();
        let failed = shared.get(key(2), async { Err(Failure::NoSuchText) }).await;
        assert_eq!(failed.map(|answer| answer.size()), Err(Failure::NoSuchText));
        shared.get(key(2), write("2")).await.unwrap();
    }

    #[tokio::test]
    async fn what_is_kept_has_a_bound() {
        let shared = Shared::default();
        let long = "x".repeat(1_000);
        for number in 0..100_000 {
            shared.get(key(number), write(&long)).await.unwrap();
        }
        assert!(shared.0.weight() <= SIZE);
    }
}
