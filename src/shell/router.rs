//! The address: which page it names, and how it changes without leaving the app. The one place that knows
//! `leptos_router`, of which the app uses addresses and the history, not the table of routes. Links and "back" are
//! handled here, because users with unsaved work are asked before a link leads anywhere.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MouseEvent};

use crate::platform::browser;
use crate::platform::events::closest_target;
use crate::platform::signals::{ErasedMemo, ErasedSignal};
use crate::shell::navigation_guard::NavigationGuard;

/// What an entry of the history keeps: how far the page has been scrolled, and the number of what was chosen in it.
pub(crate) type Kept = (i32, i32);

/// Answers for two paths.
type Stays = Arc<dyn Fn(&str, &str) -> bool + Send + Sync>;

/// The address, shared by the whole app.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    history: StoredValue<Option<BrowserUrl>>,
    path: ErasedMemo<String>,
    guard: NavigationGuard,
    /// Whether the page stays where it is scrolled to on the way from one path to another.
    stays: ErasedSignal<Option<Stays>>,
}

impl Router {
    /// Follows the address and offers it to the whole app. The library's `<Router>` around it would add only what its
    /// table of routes needs.
    pub(crate) fn provide() {
        let router = Self::over(BrowserUrl::new().ok());
        router.guard.watch();
        browser::add_listener("click", move |event| router.follow(&event));
        browser::add_listener("popstate", move |_| router.moved());
        provide_context(router);
    }

    /// A link to another page of the app. Those that are the browser's business have a `rel`; with a key, a click is
    /// the browser's, too.
    fn follow(self, event: &Event) {
        let plain = event.dyn_ref::<MouseEvent>().is_some_and(|click| {
            click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
        });
        let link = closest_target(event, "a[href^='/']:not([rel])");
        let to = link.and_then(|link| link.get_attribute("href"));
        if let Some(to) = to.filter(|_| plain && !event.default_prevented()) {
            event.prevent_default();
            self.visit(to);
        }
    }

    /// "Back" and "forward" have happened when one learns of them: what is asked first puts the address back.
    fn moved(self) {
        let (Some(history), Ok(url)) = (self.history.get_value(), BrowserUrl::current()) else { return };
        let same_page = self.path.with_untracked(|path| path == url.path());
        if same_page || !self.guard.is_blocking() {
            return history.as_url().set(url);
        }
        write(&history.as_url().with_untracked(full), false);
        self.visit(full(&url));
    }

    /// Goes where the user wants to, after asking where something would be lost.
    pub(crate) fn visit(self, to: String) {
        if self.path.with_untracked(|path| *path == to) {
            self.go(&to);
        } else {
            self.guard.confirm_if_blocking(Arc::new(move || self.go(&to)));
        }
    }

    fn over(history: Option<BrowserUrl>) -> Self {
        let history = StoredValue::new(history);
        let path = ErasedMemo::new(move || url(history, |url| url.path().to_owned()));
        Self { history, path, guard: NavigationGuard::new(), stays: ErasedSignal::default() }
    }

    /// The path; who follows it is not woken by another query.
    pub(crate) fn path(self) -> ErasedMemo<String> {
        self.path
    }

    /// Reads the query. `read` gets a function from a parameter's name to its value. Subscribes to the whole address.
    pub(crate) fn query<T: Default>(self, read: impl FnOnce(&dyn Fn(&str) -> Option<String>) -> T) -> T {
        url(self.history, |url| read(&|name| url.search_params().get(name)))
    }

    /// Leaves the page where it is scrolled to on the way between such paths, until the caller's reactive owner is disposed of.
    pub(crate) fn stay_between(self, stays: impl Fn(&str, &str) -> bool + Send + Sync + 'static) {
        self.stays.set(Some(Arc::new(stays)));
        on_cleanup(move || self.stays.set(None));
    }

    /// Asks before unsaved work is lost.
    pub(crate) fn guard(self) -> NavigationGuard {
        self.guard
    }

    /// Goes to a page of the app, and to its top, without asking: what could be lost is saved or given up.
    pub(crate) fn go(self, to: &str) {
        self.change(to, false);
    }

    /// Goes to a page in the place of the one that stands there.
    pub(crate) fn go_instead(self, to: &str) {
        self.change(to, true);
    }

    /// Writes another address for what is shown already, and keeps numbers with it: nothing moves.
    pub(crate) fn rewrite(self, to: &str, kept: Kept) {
        if let (Some(history), Ok(url)) = (self.history.get_value(), BrowserUrl::parse(to)) {
            history.as_url().set(url);
            keep(kept, Some(to));
        }
    }

    /// The same as another entry of the history, so that "back" undoes what the user has just chosen.
    pub(crate) fn append(self, to: &str, kept: Kept) {
        if let (Some(history), Ok(url)) = (self.history.get_value(), BrowserUrl::parse(to)) {
            history.as_url().set(url);
            write(to, false);
            keep(kept, None);
        }
    }

    /// The same without following it.
    pub(crate) fn query_untracked<T: Default>(self, read: impl FnOnce(&dyn Fn(&str) -> Option<String>) -> T) -> T {
        untrack(|| self.query(read))
    }

    /// Keeps numbers in this entry of the browser's history.
    pub(crate) fn keep(self, kept: Kept) {
        keep(kept, None);
    }

    /// The numbers that were kept in this entry.
    pub(crate) fn kept(self) -> Option<Kept> {
        let state: Array = browser::window()?.history().ok()?.state().ok()?.dyn_into().ok()?;
        #[expect(clippy::cast_possible_truncation, reason = "written as such by `keep`")]
        let number = |at| state.get(at).as_f64().map(|number| number as i32);
        Some((number(0)?, number(1)?))
    }

    fn change(self, to: &str, replace: bool) {
        let (Some(history), Ok(url)) = (self.history.get_value(), BrowserUrl::parse(to)) else { return };
        let same = BrowserUrl::current().is_ok_and(|current| current == url);
        let from = self.path.with_untracked(String::clone);
        let stays = self.stays.with_untracked(|stays| stays.as_ref().is_some_and(|stays| stays(&from, url.path())));
        history.as_url().set(url);
        write(to, replace || same);
        if let Some(window) = browser::window().filter(|_| !stays) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}

/// The path with its query.
fn full(url: &Url) -> String {
    if url.search().is_empty() { url.path().to_owned() } else { format!("{}?{}", url.path(), url.search()) }
}

/// Writes an address into the browser's history.
fn write(to: &str, replace: bool) {
    let Some(history) = browser::window().and_then(|window| window.history().ok()) else { return };
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(to))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(to))
    };
}

/// Writes into this entry of the history, in one go: browsers take their time for it.
fn keep((top, choice): Kept, address: Option<&str>) {
    if let Some(history) = browser::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&Array::of2(&top.into(), &choice.into()), "", address);
    }
}

/// What `read` finds in the address. Subscribes to it.
fn url<T: Default>(history: StoredValue<Option<BrowserUrl>>, read: impl FnOnce(&Url) -> T) -> T {
    history.get_value().map(|history| history.as_url().with(read)).unwrap_or_default()
}

/// The app's address.
pub(crate) fn use_router() -> Router {
    use_context().unwrap_or_else(|| Router::over(None))
}
