//! A newer version of the site offers itself, and takes nothing from who is in the middle of something.
//!
//! The start page names the program that it starts, and each build has a name of its own: another name than ours
//! means another version.

use leptos::prelude::*;

use crate::api;
use crate::platform::browser;
use crate::platform::signals::{ErasedSignal, effect};
use crate::shell::router::use_router;
use crate::ui::notices::use_notices;

/// Asking more often would tell nobody anything.
const BETWEEN: f64 = 5.0 * 60.0 * 1_000.0;
const NAME: &str = "data-app-js";

/// Looks for a newer version when the user comes back to the page or goes to another, at most every five minutes.
pub(crate) fn watch() {
    let notices = use_notices();
    let asked = ErasedSignal::new(browser::milliseconds());
    let look = move || {
        let now = browser::milliseconds();
        if now - asked.get_untracked() < BETWEEN {
            return;
        }
        asked.set(now);
        leptos::task::spawn_local(async move {
            let ours = browser::attribute("script[data-app-js]", NAME);
            let theirs = api::start_page().await.and_then(|page| named(&page));
            if ours.is_some() && theirs.is_some() && ours != theirs {
                notices.offer(|w| w.frame.new_version, "", |w| w.frame.reload, browser::reload);
            }
        });
    };
    let path = use_router().path();
    effect(move || {
        path.with(|_| look());
    });
    let back = window_event_listener_untyped("visibilitychange", move |_| look());
    on_cleanup(move || back.remove());
}

/// The name of the program in the text of a start page.
fn named(page: &str) -> Option<String> {
    let (_, rest) = page.split_once(NAME)?;
    let rest = rest.trim_start_matches(['=', '"']);
    // A minifier leaves out the quotes.
    let name = rest.split(['"', ' ', '>']).next()?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_name_of_the_program() {
        let page = r#"<script type="module" src="/boot.js" data-app-js="/letasyl-web-1.js" data-app-wasm="/x.wasm">"#;
        for page in [page.to_owned(), page.replace('"', "")] {
            assert_eq!(named(&page).as_deref(), Some("/letasyl-web-1.js"));
        }
        assert_eq!(named("<html>Vi er straks tilbage</html>"), None);
    }
}
