//! The tabs of this site hear each other at once, even side by side on the screen: without a request, and without a
//! trace in a storage.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, Event};

/// A channel to the other tabs. It does not hear itself, and is closed with the part of the page that opened it.
#[derive(Clone, Copy)]
pub(crate) struct Tabs(StoredValue<Option<Channel>, LocalStorage>);

struct Channel {
    channel: BroadcastChannel,
    heard: Option<Closure<dyn FnMut(Event)>>,
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

impl Tabs {
    /// Joins the channel of this name.
    pub(crate) fn join(name: &str) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        Self(StoredValue::new_local(channel.map(|channel| Channel { channel, heard: None })))
    }

    /// From here on, `act` gets what the other tabs say.
    pub(crate) fn hear(self, act: impl Fn(&str) + 'static) {
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let said = js_sys::Reflect::get(&event, &"data".into()).ok().and_then(|data| data.as_string());
            act(&said.unwrap_or_default());
        });
        let _ = self.0.try_update_value(|channel| {
            if let Some(Channel { channel, heard: kept }) = channel {
                channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
                *kept = Some(heard);
            }
        });
    }

    /// Says something to the other tabs.
    pub(crate) fn tell(self, what: &str) {
        let _ = self.0.try_with_value(|channel| {
            channel.as_ref().map(|channel| channel.channel.post_message(&what.into()));
        });
    }
}
