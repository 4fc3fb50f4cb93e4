//! Splits long work into slices, so that the browser can respond and draw between them. Depends only on the browser's
//! clock.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MessageChannel;

use crate::platform::browser;

/// How long a slice may take, in milliseconds, on any processor.
const SLICE: f64 = 4.0;
/// How many items are processed between two looks at the clock.
const ITEMS_PER_CHECK: u32 = 32;

/// The current slice of long work.
pub struct TimeSlice {
    since: f64,
    done: u32,
}

impl TimeSlice {
    /// Begins a slice.
    pub fn new() -> Self {
        Self { since: browser::milliseconds(), done: 0 }
    }

    /// Whether the slice has used its time.
    pub fn is_over(&self) -> bool {
        browser::milliseconds() - self.since >= SLICE
    }

    /// Counts one item, and yields if the slice is over.
    pub async fn tick(&mut self) {
        self.done = self.done.wrapping_add(1);
        if self.done.is_multiple_of(ITEMS_PER_CHECK) {
            self.yield_if_over().await;
        }
    }

    /// Yields to the browser if the slice is over.
    pub async fn yield_if_over(&mut self) {
        if self.is_over() {
            yield_to_browser().await;
            self.since = browser::milliseconds();
        }
    }
}

impl Default for TimeSlice {
    fn default() -> Self {
        Self::new()
    }
}

/// Continues after the browser has handled what is waiting. Posts a message to itself, because browsers throttle timers.
pub async fn yield_to_browser() {
    let Ok(channel) = MessageChannel::new() else { return };
    let answered = Promise::new(&mut |resolve, _| {
        let heard = Closure::once_into_js(move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
        });
        channel.port1().set_onmessage(heard.dyn_ref());
        let _ = channel.port2().post_message(&wasm_bindgen::JsValue::NULL);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(answered).await;
    channel.port1().close();
}
