//! The session's own end does not surprise: the backend forgets a session that nobody uses, so the page reports every use,
//! and five minutes before the end a user who is still there may stay. The end that no use puts off is announced, too.
//!
//! The clock decides, not the timers: those of a page in the background come late, and those of a sleeping laptop not
//! at all. A use in one tab is a use in all of them: they share one session.

use std::time::Duration;

use leptos::prelude::*;
use letasyl_locale::time_of_day;
use web_sys::Event;

use crate::platform::browser;
use crate::platform::signals::{ErasedSignal, effect};
use crate::platform::tabs::TabChannel;
use crate::shell::session::use_session;
use crate::ui::dialog::dialog;
use crate::ui::language::use_locale;
use crate::ui::notices::use_notices;
use crate::ui::view::{boxed_text, button, word, word_signal};

/// How long before the end the user is warned, in milliseconds.
const WARNING: f64 = 5.0 * 60_000.0;
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// How often the backend hears of a use, in milliseconds: its idle time and the page's differ by no more.
const TELL_EVERY: f64 = 60_000.0;
/// How much later than by its own clock the page asks whether the session is over, in milliseconds.
const MARGIN: f64 = 2_000.0;
/// The name of the channel by which the tabs learn of each other's use.
const TABS: &str = "use";

/// Watches over the session's time; shows the warning.
pub(crate) fn expiry() -> AnyView {
    let (session, notices, locale) = (use_session(), use_notices(), use_locale());
    let start = browser::milliseconds();
    let (touched, told) = (ErasedSignal::new(start), ErasedSignal::new(start));
    let warning = RwSignal::new(false);
    let tabs = TabChannel::join(TABS);
    // The session's idle life in milliseconds; as long as nobody is signed in there is none to watch over.
    let life = move || session.idle_life().filter(|_| !session.ended_untracked());
    let tell = move || {
        told.set(browser::milliseconds());
        session.look();
        tabs.post("");
    };
    // The session was used elsewhere.
    let used = move || {
        let now = browser::milliseconds();
        touched.set(now);
        told.set(now);
        warning.set(false);
    };
    // The end that no use puts off is announced once.
    let announced = ErasedSignal::new(0.0);
    let announce = move |now: f64| {
        let Some(end) = session.ends_at().filter(|end| now >= end - WARNING) else { return };
        if (announced.get_untracked() - end).abs() > LOOK_EVERY.as_secs_f64() * 1_000.0 {
            announced.set(end);
            let (_, time) = browser::at(&end.into());
            notices.warn_about(|w| w.frame.session_ends, &time_of_day(untrack(|| locale.get()), time));
        }
    };
    let stay = move || {
        touched.set(browser::milliseconds());
        warning.set(false);
        tell();
    };
    let look = move || {
        let Some(life) = life() else { return warning.set(false) };
        let now = browser::milliseconds();
        let (touched_at, told_at) = (touched.get_untracked(), told.get_untracked());
        let unused = now - touched_at.max(told_at);
        if unused >= life + MARGIN {
            warning.set(false);
            // A tab that slept knows nothing of the others.
            session.expire(used);
        } else if unused >= life - WARNING.min(life / 2.0) {
            warning.set(true);
        } else if touched_at > told_at && now - told_at >= TELL_EVERY.min(life / 3.0) {
            tell();
        }
        announce(now);
    };
    let touch = move |event: Event| {
        // First the clock: a use that comes too late prolongs nothing.
        look();
        // The pointer that only passes over the warning has not answered it.
        if !warning.get_untracked() {
            touched.set(browser::milliseconds());
        } else if matches!(event.type_().as_str(), "click" | "keyup") {
            stay();
        }
    };
    browser::TOUCHES.into_iter().for_each(|name| browser::add_listener(name, touch));
    browser::RETURNS.into_iter().for_each(|name| browser::add_listener(name, move |_| look()));
    set_interval(look, LOOK_EVERY);
    tabs.on_message(move |_| used());
    // Who signs in has just been there.
    effect(move || {
        session.state();
        touched.set(browser::milliseconds());
    });

    let deadline = boxed_text(move || {
        warning.get();
        let end = touched.get_untracked().max(told.get_untracked()) + session.idle_life().unwrap_or_default();
        let (_, time) = browser::at(&end.into());
        format!(" {}.", time_of_day(locale.get(), time))
    });
    let content = view! {
        <p>{word(|w| w.frame.expiry_text)} {deadline}</p>
        <div class="button-group">{button("button button-primary", |w| w.frame.stay_signed_in, stay)}</div>
    };
    dialog(warning, word_signal(|w| w.frame.expiry_title), content.into_any())
}
