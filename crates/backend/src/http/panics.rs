//! A panic while answering is one failed request, not a broken connection.

use std::any::Any;

use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;

use crate::failure::Failure;

/// Answers in place of what panicked. Its message may quote data and is thrown away; the log tells where it was.
pub fn panics_are_failures() -> CatchPanicLayer<fn(Box<dyn Any + Send>) -> Response> {
    CatchPanicLayer::custom(|_| Failure::Internal("panicked while answering".to_owned()).into_response())
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::panics_are_failures;

    async fn panics() {
        panic!("with the number 2902011234");
    }

    #[tokio::test]
    async fn a_panic_answers_500_and_tells_nothing() {
        let router = Router::new().route("/", get(panics)).layer(panics_are_failures());
        let response = router.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(response.status(), 500);
        let body = to_bytes(response.into_body(), 10_000).await.unwrap();
        let body = std::str::from_utf8(&body).unwrap();
        assert!(body.contains("urn:letasyl:problem:internal") && !body.contains("2902"));
    }
}
