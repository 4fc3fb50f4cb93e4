//! What the nine operations do. They know neither HTTP nor SQL.

mod caching;
mod citizen;
mod pipeline;
mod texts;

use axum::Router;

use crate::app::App;

use pipeline::mount;

pub use caching::{Caching, caching};

/// The nine operations.
pub fn routes() -> Router<App> {
    let router = Router::new();
    let router = mount(router, texts::create);
    let router = mount(router, texts::delete);
    let router = mount(router, texts::get);
    let router = mount(router, texts::list);
    let router = mount(router, texts::groups);
    let router = mount(router, texts::update);
    let router = mount(router, citizen::read);
    let router = mount(router, citizen::pdf);
    mount(router, citizen::transfer)
}
