//! Long work in small steps: between them the browser answers the user and draws. Knows only the browser's clock.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MessageChannel;

use crate::browser;

/// How long a step may take, in milliseconds. On a processor four times as slow as a usual one it is still the same
/// time: what gets less is the work done in it.
const STEP: f64 = 4.0;
/// So many small things are done before the clock is looked at.
const AT_A_TIME: u32 = 32;

/// How long the step that is under way has lasted.
pub struct Pace {
    since: f64,
    done: u32,
}

impl Pace {
    /// A step begins.
    pub fn new() -> Self {
        Self { since: browser::milliseconds(), done: 0 }
    }

    /// Whether the step has lasted long enough.
    pub fn due(&self) -> bool {
        browser::milliseconds() - self.since >= STEP
    }

    /// One small thing is done; rests when it is time to.
    pub async fn step(&mut self) {
        self.done = self.done.wrapping_add(1);
        if self.done.is_multiple_of(AT_A_TIME) {
            self.rest().await;
        }
    }

    /// Lets the browser do what waits, when it is time to.
    pub async fn rest(&mut self) {
        if self.due() {
            breath().await;
            self.since = browser::milliseconds();
        }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new()
    }
}

/// Goes on when the browser has done what waits. By a message to oneself: timers are slowed down by browsers.
pub async fn breath() {
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
