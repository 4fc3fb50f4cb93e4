//! Lists, which may be long, and may have been read before.

use letasyl_contract::{FromJson, IfReadable, Operation};

use super::Session;
use crate::api::{self, Abort, ApiError};

/// A list that was answered.
pub(crate) struct Many<T> {
    /// The elements that can be read.
    pub readable: Vec<T>,
    /// How many cannot.
    pub unread: usize,
    /// Which version of the list it is, where the backend says so.
    pub version: Option<String>,
}

impl<T: FromJson> Many<T> {
    async fn read(body: api::Body) -> Result<Self, ApiError> {
        let version = body.version().map(str::to_owned);
        let all = api::read_many::<IfReadable<T>>(body).await?;
        let count = all.len();
        let readable: Vec<T> = all.into_iter().filter_map(|element| element.0).collect();
        let unread = count - readable.len();
        Ok(Self { readable, unread, version })
    }
}

impl Session {
    /// Sends an operation that answers a list, which may be long: it is read in small steps.
    pub(crate) async fn send_for_many<O, T>(self, operation: &O, abort: &Abort) -> Result<Many<T>, ApiError>
    where
        O: Operation<Answer = Vec<T>>,
        T: FromJson,
    {
        let body = self.exchange(operation.request(), abort).await?;
        Many::read(body).await
    }

    /// The same where a version of the list is known already: `None` while it is still that one, which is not read again.
    pub(crate) async fn send_for_news<O, T>(
        self,
        operation: &O,
        abort: &Abort,
        known: Option<&str>,
    ) -> Result<Option<Many<T>>, ApiError>
    where
        O: Operation<Answer = Vec<T>>,
        T: FromJson,
    {
        let body = self.exchange(operation.request(), abort).await?;
        if known.is_some() && body.version() == known {
            return Ok(None);
        }
        Many::read(body).await.map(Some)
    }
}
