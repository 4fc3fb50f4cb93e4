//! Stands in for the crate `wasm-streams`, which Leptos pulls in for server functions that stream.
//!
//! This app has no server functions, but the real crate exports three classes to JavaScript. What is exported is never
//! left out by a linker, so every user would load them and all that hangs on them. This has the four functions that
//! `server_fn` is compiled against and streams nothing; should `server_fn` come to need more, it does not compile.

use futures_util::{Stream, future, stream};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser that no bytes run through.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// An empty stream in the place of one made from Rust.
    pub fn from_stream<S: Stream<Item = Result<JsValue, JsValue>> + 'static>(_: S) -> Self {
        Self(web_sys::ReadableStream::new().unwrap_or_else(JsCast::unchecked_into))
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Reading fails at once: nobody is to take the missing bytes for an empty answer.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> + 'static {
        stream::once(future::ready(Err(JsValue::from_str("streams are left out of this build"))))
    }
}
