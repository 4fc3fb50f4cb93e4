//! The front end of Integrationslov: a client-side Leptos app.
//!
//! `citizen` and `texts` are the two pages. They call only `api`, which sends the contract's operations and knows no view.
//! `shell` surrounds them, `ui` is the kit that knows neither the router nor `api`, and `platform` is the browser. The words
//! come from `letasyl-locale`.

#![recursion_limit = "256"]

pub mod api;
pub mod citizen;
pub mod platform;
pub mod shell;
mod texts;
pub mod ui;

/// Puts the app into `#app`. It takes the place of `#start`, which stands there before any script has run.
pub fn mount() {
    shell::panic_notice::install();
    let Some(root) = platform::browser::element_by_id("app") else { return };
    leptos::mount::mount_to(root, shell::app::App).forget();
}
