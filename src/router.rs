//! The address: which page it names, and how it changes without leaving the app.
//!
//! Leptos's own router costs the browser ten kilobytes, most of them for what this app has no use for: nested routes,
//! state in the history, paths relative to others. This has links, "back", and going somewhere.

use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, Url, UrlSearchParams};

use crate::browser;
use crate::live::{Derived, Live};

/// A link that leads through the app; the others are the browser's.
const LINK: &str = "a[href]:not([target], [download], [rel~=external])";

/// The two parts of an address that decide what is shown.
#[derive(Clone, Default, PartialEq)]
struct Address {
    path: String,
    /// The query with its question mark.
    search: String,
}

/// The address, shared by the whole app.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    address: Live<Address>,
    path: Derived<String>,
}

/// What becomes of the page that is left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// "Back" leads to it.
    Kept,
    /// It is gone.
    Replaced,
}

impl Router {
    /// Reads the address, follows it, and offers it to the whole app.
    pub(crate) fn provide() {
        let router = Self::at(current());
        provide_context(router);
        // For as long as the page lives, so the ways to stop listening are let go.
        let _ = window_event_listener(ev::popstate, move |_| router.address.set(current()));
        let _ = window_event_listener(ev::click, move |event| {
            if let Some(link) = link_of(&event) {
                event.prevent_default();
                router.change(&link.href(), Before::Kept, true);
            }
        });
    }

    fn at(address: Address) -> Self {
        let address = Live::new(address);
        Self { address, path: Derived::new(move || address.with(|address| address.path.clone())) }
    }

    /// The path; who follows it is not woken by another query.
    pub(crate) fn path(self) -> Derived<String> {
        self.path
    }

    /// Reads the query: what `read` makes of the way to a parameter. Whoever reads it follows the whole address.
    pub(crate) fn query<T>(self, read: impl FnOnce(&dyn Fn(&str) -> Option<String>) -> T) -> T {
        let search = self.address.with(|address| address.search.clone());
        let query = UrlSearchParams::new_with_str(&search).ok();
        // Of a parameter that stands there twice the last one counts.
        read(&|name| query.as_ref().and_then(|query| query.get_all(name).pop().as_string()))
    }

    /// Goes to a page of the app, and to its top.
    pub(crate) fn go(self, to: &str) {
        self.change(to, Before::Kept, true);
    }

    /// Goes to a page in the place of the one that stands there.
    pub(crate) fn go_instead(self, to: &str) {
        self.change(to, Before::Replaced, true);
    }

    /// Writes another address for what is shown already: nothing moves.
    pub(crate) fn rewrite(self, to: &str) {
        self.change(to, Before::Replaced, false);
    }

    fn change(self, to: &str, before: Before, to_top: bool) {
        let Some(window) = browser::window() else { return };
        let (Ok(history), Ok(now)) = (window.history(), window.location().href()) else { return };
        let Ok(url) = Url::new_with_base(to, &now) else { return };
        let href = Some(url.href());
        // A browser may refuse too many entries at once. The page is shown all the same.
        let _ = match before {
            Before::Replaced => history.replace_state_with_url(&JsValue::UNDEFINED, "", href.as_deref()),
            // A link to where one is adds nothing to the way back.
            Before::Kept if url.href() == now => Ok(()),
            Before::Kept => history.push_state_with_url(&JsValue::UNDEFINED, "", href.as_deref()),
        };
        self.address.set(Address { path: url.pathname(), search: url.search() });
        if to_top {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}

/// The app's address.
pub(crate) fn use_router() -> Router {
    use_context().unwrap_or_else(|| Router::at(Address::default()))
}

fn current() -> Address {
    let location = browser::window().map(|window| window.location());
    let part = |part: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| part(location).ok()).unwrap_or_default()
    };
    Address { path: part(web_sys::Location::pathname), search: part(web_sys::Location::search) }
}

/// The link that a click follows within the app: an ordinary click on a link to an address of ours.
fn link_of(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let other = event.default_prevented()
        || event.button() != 0
        || event.meta_key()
        || event.alt_key()
        || event.ctrl_key()
        || event.shift_key();
    if other {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest(LINK).ok()??;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    (link.origin() == browser::window()?.location().origin().ok()?).then_some(link)
}
