//! Messages between the tabs of this site, without a request and without storage.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, Event};

/// A channel to the other tabs. It does not receive its own messages, and closes with its reactive owner.
#[derive(Clone, Copy)]
pub(crate) struct TabChannel(StoredValue<Option<Channel>, LocalStorage>);

struct Channel {
    channel: BroadcastChannel,
    listener: Option<Closure<dyn FnMut(Event)>>,
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

impl TabChannel {
    /// Joins the channel of this name.
    pub(crate) fn join(name: &str) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        Self(StoredValue::new_local(channel.map(|channel| Channel { channel, listener: None })))
    }

    /// Runs `act` with each message of the other tabs.
    pub(crate) fn on_message(self, act: impl Fn(&str) + 'static) {
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let data = js_sys::Reflect::get(&event, &"data".into()).ok().and_then(|data| data.as_string());
            act(&data.unwrap_or_default());
        });
        let _ = self.0.try_update_value(|channel| {
            if let Some(Channel { channel, listener: kept }) = channel {
                channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
                *kept = Some(listener);
            }
        });
    }

    /// Sends a message to the other tabs.
    pub(crate) fn post(self, message: &str) {
        let _ = self.0.try_with_value(|channel| {
            channel.as_ref().map(|channel| channel.channel.post_message(&message.into()));
        });
    }
}
