//! Equal request ids at the same instant: exactly one takes effect.

use std::sync::Arc;

use letasyl_contract::{
    CreateDynamicTextDto, CreateText, DeleteText, GetTexts, Operation, OverfoerLetAsylIntegrationslovsdata, RequestId,
};
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::support::*;

const ROUNDS: usize = 200;

fn create(request_id: RequestId) -> CreateText {
    let body = CreateDynamicTextDto { text: words("a"), display_text: words("b"), group_external_identifier: None };
    CreateText { request_id, body }
}

/// Sends all at once, each from a task of its own; answers the statuses, sorted.
async fn at_once(service: &Arc<Service>, asks: Vec<Ask>) -> Vec<u16> {
    let start = Arc::new(Barrier::new(asks.len()));
    let mut tasks = JoinSet::new();
    for ask in asks {
        let (service, start) = (Arc::clone(service), Arc::clone(&start));
        tasks.spawn(async move {
            start.wait().await;
            service.send(ask).await.status.as_u16()
        });
    }
    let mut statuses = tasks.join_all().await;
    statuses.sort_unstable();
    statuses
}

fn by(user: &Cookie, operation: &impl Operation) -> Ask {
    Ask::of(operation).by(user)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_equal_creations_one_succeeds_and_one_was_received() {
    let service = Arc::new(Service::start().await);
    let admin = service.sign_in(ADMIN).await;
    for _ in 0..ROUNDS {
        let operation = create(new_request_id());
        assert_eq!(at_once(&service, vec![by(&admin, &operation), by(&admin, &operation)]).await, [200, 412]);
    }
    assert_eq!(service.texts().await, 60 + ROUNDS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_different_writes_with_one_id_one_succeeds() {
    let service = Arc::new(Service::start().await);
    let admin = service.sign_in(ADMIN).await;
    for _ in 0..ROUNDS {
        let request_id = new_request_id();
        let before = service.done(&admin, &GetTexts::default()).await;
        let delete = DeleteText { external_identifier: before[0].external_identifier, request_id: request_id.clone() };
        let transfer = OverfoerLetAsylIntegrationslovsdata { cpr: cpr(FULL), request_id: request_id.clone() };
        let asks = vec![by(&admin, &create(request_id)), by(&admin, &delete), by(&admin, &transfer)];
        assert_eq!(at_once(&service, asks).await, [200, 412, 412]);
        let after = service.done(&admin, &GetTexts::default()).await;
        assert!(after.len().abs_diff(before.len()) <= 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_processes_on_one_database_one_succeeds() {
    let one = Arc::new(Service::start().await);
    let store = letasyl_backend::Store::open(&one.database()).unwrap();
    let settings = letasyl_backend::Settings {
        demo: true,
        clock: letasyl_backend::Clock::Manual(Arc::new(1_700_000_000_000.into())),
        ..Default::default()
    };
    let other = letasyl_backend::router(letasyl_backend::App::new(store, settings, None));
    let admin = one.sign_in(ADMIN).await;
    for _ in 0..50 {
        let operation = create(new_request_id());
        let here = tokio::spawn({
            let (one, ask) = (Arc::clone(&one), by(&admin, &operation));
            async move { one.send(ask).await.status.as_u16() }
        });
        let there = tokio::spawn({
            let (other, ask) = (other.clone(), by(&admin, &operation));
            async move { other.oneshot(axum::http::Request::from(ask)).await.unwrap().status().as_u16() }
        });
        let mut statuses = [here.await.unwrap(), there.await.unwrap()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
    }
    assert_eq!(one.texts().await, 110);
}
