//! The address: which page it names, and how it changes without leaving the app. The one place that knows
//! `leptos_router`, of which the app uses links, history and "back", not the table of routes.

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider, State, Url};

use crate::live::Derived;
use crate::view::effect;

/// The address, shared by the whole app.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    history: StoredValue<Option<BrowserUrl>>,
    path: Derived<String>,
}

impl Router {
    /// Follows the address and offers it to the whole app. The library's `<Router>` around it would add only what its
    /// table of routes needs.
    pub(crate) fn provide() {
        let history = BrowserUrl::new().ok();
        let router = Self::over(history.clone());
        if let Some(history) = history {
            // Links, and "back".
            history.init(None);
            // The library waits to be told that the page stands before it writes the address into the history.
            effect(move || {
                router.path.with(|_| ());
                history.ready_to_complete();
            });
        }
        provide_context(router);
    }

    fn over(history: Option<BrowserUrl>) -> Self {
        let history = StoredValue::new(history);
        Self { history, path: Derived::new(move || url(history, |url| url.path().to_owned())) }
    }

    /// The path; who follows it is not woken by another query.
    pub(crate) fn path(self) -> Derived<String> {
        self.path
    }

    /// Reads the query: what `read` makes of the way to a parameter. Whoever reads it follows the whole address.
    pub(crate) fn query<T: Default>(self, read: impl FnOnce(&dyn Fn(&str) -> Option<String>) -> T) -> T {
        url(self.history, |url| read(&|name| url.search_params().get(name)))
    }

    /// Goes to a page of the app, and to its top.
    pub(crate) fn go(self, to: &str) {
        self.change(to, false, true);
    }

    /// Goes to a page in the place of the one that stands there.
    pub(crate) fn go_instead(self, to: &str) {
        self.change(to, true, true);
    }

    /// Writes another address for what is shown already: nothing moves.
    pub(crate) fn rewrite(self, to: &str) {
        self.change(to, true, false);
    }

    fn change(self, to: &str, replace: bool, scroll: bool) {
        let (Some(history), Ok(url)) = (self.history.get_value(), BrowserUrl::parse(to)) else { return };
        history.as_url().set(url);
        let value = to.to_owned();
        history.complete_navigation(&LocationChange { value, replace, scroll, state: State::default() });
    }
}

/// What `read` finds in the address; whoever reads it follows the address.
fn url<T: Default>(history: StoredValue<Option<BrowserUrl>>, read: impl FnOnce(&Url) -> T) -> T {
    history.get_value().map(|history| history.as_url().with(read)).unwrap_or_default()
}

/// The app's address.
pub(crate) fn use_router() -> Router {
    use_context().unwrap_or_else(|| Router::over(None))
}
