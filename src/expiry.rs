//! The session's own end does not surprise: the backend forgets a session that nobody uses, so it hears of every use,
//! and five minutes before the end whoever is still there may stay.
//!
//! The clock decides, not the timers: those of a page in the background come late, and those of a sleeping laptop not
//! at all. A use in one tab is a use in all of them: they share one session.

use std::time::Duration;

use leptos::prelude::*;
use letasyl_locale::time_of_day;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, Event};

use crate::browser;
use crate::components::dialog;
use crate::language::use_locale;
use crate::live::Live;
use crate::session::use_session;
use crate::view::{button, effect, text, word, word_signal};

/// How long before the end the user is warned, in milliseconds.
const WARNING: f64 = 5.0 * 60_000.0;
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// The name under which the tabs hear of each other's use.
const TABS: &str = "use";

/// Watches over the session's time; shows the warning.
pub(crate) fn expiry() -> AnyView {
    let session = use_session();
    let start = browser::milliseconds();
    let (touched, told) = (Live::new(start), Live::new(start));
    let warning = RwSignal::new(false);
    // One channel to speak and to listen: it does not hear itself.
    let tabs = StoredValue::new_local(BroadcastChannel::new(TABS).ok());
    // The session's idle life in milliseconds; as long as nobody is signed in there is none to watch over.
    let life = move || session.idle_life().filter(|_| !session.ended_untracked());
    let tell = move || {
        told.set(browser::milliseconds());
        session.look();
        tabs.with_value(|tabs| tabs.as_ref().map(|tabs| tabs.post_message(&true.into())));
    };
    let stay = move || {
        touched.set(browser::milliseconds());
        warning.set(false);
        tell();
    };
    let look = move || {
        let Some(life) = life() else { return warning.set(false) };
        let now = browser::milliseconds();
        let unused = now - touched.get_untracked();
        if unused >= life {
            warning.set(false);
            session.expire();
        } else if unused >= life - WARNING.min(life / 2.0) {
            warning.set(true);
        } else if touched.get_untracked() > told.get_untracked() && now - told.get_untracked() >= life / 3.0 {
            tell();
        }
    };
    let touch = move |event: Event| {
        // First the clock: whoever comes too late prolongs nothing.
        look();
        // The pointer that only passes over the warning has not answered it.
        if !warning.get_untracked() {
            touched.set(browser::milliseconds());
        } else if matches!(event.type_().as_str(), "click" | "keyup") {
            stay();
        }
    };
    browser::TOUCHES.into_iter().for_each(|name| browser::hear(name, touch));
    browser::RETURNS.into_iter().for_each(|name| browser::hear(name, move |_| look()));
    set_interval(look, LOOK_EVERY);
    let elsewhere = Closure::<dyn FnMut(Event)>::new(move |_| {
        let now = browser::milliseconds();
        touched.set(now);
        told.set(now);
        warning.set(false);
    });
    tabs.with_value(|tabs| tabs.as_ref().map(|tabs| tabs.set_onmessage(Some(elsewhere.as_ref().unchecked_ref()))));
    elsewhere.forget();
    // Who signs in has just been there.
    effect(move || {
        session.state();
        touched.set(browser::milliseconds());
    });

    let locale = use_locale();
    let deadline = text(move || {
        warning.get();
        let end = touched.get_untracked() + session.idle_life().unwrap_or_default();
        let (_, time) = browser::at(&end.into());
        format!(" {}.", time_of_day(locale.get(), time))
    });
    let content = view! {
        <p>{word(|w| w.frame.expiry_text)} {deadline}</p>
        <div class="button-group">{button("button button-primary", |w| w.frame.stay_signed_in, stay)}</div>
    };
    dialog(warning, word_signal(|w| w.frame.expiry_title), content.into_any())
}
