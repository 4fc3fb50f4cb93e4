//! Components and the fetch layer in real browsers, as `cargo xtask test` runs them in Chromium and in Firefox.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod collation;
mod components;
mod fetch;
mod page;
mod timeline;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
