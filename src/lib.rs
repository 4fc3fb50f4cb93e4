//! The front end of Integrationslov: a client-side Leptos app.
//!
//! `api` sends the contract's operations and knows no view. `citizen` and `texts` are the two pages and call only
//! `api`. `components` know neither the router nor `api`. The words come from `letasyl-locale`.

#![recursion_limit = "256"]

mod access;
pub mod api;
mod app;
mod blob;
mod browser;
pub mod citizen;
pub mod collation;
pub mod components;
mod diff;
mod element;
mod events;
mod expiry;
pub mod failure;
mod focus_keeper;
mod frame;
mod key_repeat;
mod language;
mod live;
mod navigation_guard;
mod notices;
pub mod pace;
mod panic_notice;
pub mod paths;
mod router;
mod session;
#[cfg(feature = "stil")]
mod stil;
mod tabs;
mod texts;
mod texts_module;
mod version;
mod view;

/// Puts the app into `#app`. It takes the place of `#start`, which stands there before any script has run, by itself.
pub fn mount() {
    panic_notice::install();
    let Some(root) = browser::element_by_id("app") else { return };
    leptos::mount::mount_to(root, app::App).forget();
}
