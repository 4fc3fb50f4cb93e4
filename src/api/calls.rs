//! The typed API of the pages: sends the contract's operations, and reports when the session has ended.

use leptos::prelude::*;
use letasyl_contract::{
    Cpr, FromJson, GetIntegrationslovsdata, GetIntegrationslovsdataPdf, IntegrationslovsdataDto, Operation, Request,
};

use super::citizen::decode_citizen;
use super::client::{Abort, PendingResponse, decode_answer, send_request};
use super::error::ApiError;
use super::list::List;
use super::pdf::{PdfFile, decode_pdf};

/// Sends operations.
#[derive(Clone, Copy)]
pub struct Api {
    on_session_ended: Callback<()>,
}

impl Api {
    /// `on_session_ended` runs when the backend answers that nobody is signed in.
    pub fn new(on_session_ended: impl Fn() + Send + Sync + 'static) -> Self {
        Self { on_session_ended: Callback::new(move |()| on_session_ended()) }
    }

    /// Sends an operation and decodes the response.
    pub async fn send<O: Operation>(self, operation: &O, abort: &Abort) -> Result<O::Answer, ApiError> {
        // Everything that all operations have in common is done before the generic part.
        decode_answer(self.request(operation.to_request(), abort).await)
    }

    /// Loads a citizen's data. `None`: LetAsyl has none.
    pub async fn citizen(self, cpr: &Cpr, abort: &Abort) -> Result<Option<IntegrationslovsdataDto>, ApiError> {
        let call = GetIntegrationslovsdata { cpr: cpr.clone() };
        decode_citizen(self.request(call.to_request(), abort).await, cpr)
    }

    /// Loads a citizen's PDF. `None`: LetAsyl has none.
    pub async fn pdf(self, cpr: Cpr, abort: &Abort) -> Result<Option<PdfFile>, ApiError> {
        let call = GetIntegrationslovsdataPdf { cpr };
        decode_pdf(self.request(call.to_request(), abort).await).await
    }

    /// Loads a list, which may be long: it is decoded in time slices.
    pub(crate) async fn list<O, T>(self, operation: &O, abort: &Abort) -> Result<List<T>, ApiError>
    where
        O: Operation<Answer = Vec<T>>,
        T: FromJson,
    {
        List::decode(self.request(operation.to_request(), abort).await?).await
    }

    /// Loads a list unless its version is the known one, which returns `None`.
    pub(crate) async fn list_if_changed<O, T>(
        self,
        operation: &O,
        abort: &Abort,
        known: Option<&str>,
    ) -> Result<Option<List<T>>, ApiError>
    where
        O: Operation<Answer = Vec<T>>,
        T: FromJson,
    {
        let body = self.request(operation.to_request(), abort).await?;
        if known.is_some() && body.version() == known {
            return Ok(None);
        }
        List::decode(body).await.map(Some)
    }

    fn request(self, request: Request, abort: &Abort) -> PendingResponse {
        let response = send_request(request, abort);
        Box::pin(async move {
            let response = response.await;
            if response.as_ref().is_err_and(ApiError::session_ended) {
                self.on_session_ended.run(());
            }
            response
        })
    }
}

/// The API of the app.
pub(crate) fn use_api() -> Api {
    use_context().unwrap_or_else(|| Api::new(|| {}))
}
