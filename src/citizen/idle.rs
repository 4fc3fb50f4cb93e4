//! Clears a citizen's data from a page that nobody uses, after a warning, and at once when the page is put away, so that
//! "back" finds nothing.
//!
//! The clock decides, not the timers: those of a page in the background come late, and those of a sleeping laptop not
//! at all. What happens inside a shown PDF is the viewer's, and counts for nothing here.

use std::time::Duration;

use leptos::prelude::*;
use letasyl_locale::{IDLE_LIMIT_MINUTES, IDLE_WARNING_MINUTES, time_of_day};

use super::state::Case;
use crate::platform::browser;
use crate::platform::signals::ErasedSignal;
use crate::ui::dialog::dialog;
use crate::ui::language::use_locale;
use crate::ui::view::{boxed_text, button, dialog_content, word_signal};

const MINUTE: f64 = 60_000.0;
const WARN_AFTER: f64 = IDLE_WARNING_MINUTES as f64 * MINUTE;
const CLEAR_AFTER: f64 = IDLE_LIMIT_MINUTES as f64 * MINUTE;
/// A small part of the time that the warning stands, so that most of it is left when it comes.
const LOOK_EVERY: Duration = Duration::from_secs((IDLE_LIMIT_MINUTES - IDLE_WARNING_MINUTES) as u64);

/// Watches over the page; shows the warning.
pub(super) fn idle(case: Case) -> AnyView {
    let touched = ErasedSignal::new(browser::milliseconds());
    let warning = RwSignal::new(false);
    let look = move || {
        let unused = browser::milliseconds() - touched.get_untracked();
        if unused < WARN_AFTER || !case.is_in_use() {
            return;
        }
        if unused >= CLEAR_AFTER {
            warning.set(false);
            case.clear_with_notice(|w| w.act.idle_cleared, true);
        } else if !case.session.ended_untracked() {
            warning.set(true);
        }
    };
    let stay = move || {
        touched.set(browser::milliseconds());
        warning.set(false);
    };
    let touch = move |event: web_sys::Event| {
        // First the clock: a use that comes too late prolongs nothing.
        look();
        // The pointer that only passes over the warning has not answered it.
        if !warning.get_untracked() || matches!(event.type_().as_str(), "click" | "keyup") {
            stay();
        }
    };
    let mut heard: Vec<_> = browser::TOUCHES.map(|name| window_event_listener_untyped(name, touch)).into();
    heard.extend(browser::RETURNS.map(|name| window_event_listener_untyped(name, move |_| look())));
    heard.push(window_event_listener_untyped("pagehide", move |_| case.clear()));
    let timer = set_interval_with_handle(look, LOOK_EVERY);
    on_cleanup(move || {
        heard.into_iter().for_each(WindowListenerHandle::remove);
        if let Ok(timer) = timer {
            timer.clear();
        }
    });

    let locale = use_locale();
    let said = boxed_text(move || {
        warning.get();
        let (_, time) = browser::at(&(touched.get_untracked() + CLEAR_AFTER).into());
        format!("{} {}.", locale.words().act.idle_text, time_of_day(locale.get(), time))
    });
    let content = dialog_content(said, vec![button("button button-primary", |w| w.act.stay, stay)]);
    dialog(warning, word_signal(|w| w.act.idle_title), content)
}
