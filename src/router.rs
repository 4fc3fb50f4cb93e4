//! The address: which page it names, and how it changes without leaving the app. The one place that knows
//! `leptos_router`, of which the app uses links, history and "back", not the table of routes.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, Location, LocationProvider};
use leptos_router::params::ParamsMap;

use crate::view::effect;

/// The address, shared by the whole app.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    path: Memo<String>,
    query: Memo<ParamsMap>,
    go: Callback<(String, NavigateOptions)>,
}

impl Router {
    /// Offers the address to the whole app. To be called inside the library's own router.
    pub(crate) fn provide() {
        let navigate = use_navigate();
        let go = Callback::new(move |(to, options): (String, NavigateOptions)| navigate(&to, options));
        let Location { pathname: path, query, .. } = use_location();
        // The library waits to be told that the page stands before it writes the address into the history.
        if let Some(url) = use_context::<BrowserUrl>() {
            effect(move || {
                path.track();
                url.ready_to_complete();
            });
        }
        provide_context(Self { path, query, go });
    }

    /// The path; who follows it is not woken by another query.
    pub(crate) fn path(self) -> Memo<String> {
        self.path
    }

    /// Reads the query: what `read` makes of the way to a parameter. Whoever reads it follows the query.
    pub(crate) fn query<T>(self, read: impl FnOnce(&dyn Fn(&str) -> Option<String>) -> T) -> T {
        self.query.with(|query| read(&|name| query.get(name)))
    }

    /// Goes to a page of the app, and to its top.
    pub(crate) fn go(self, to: &str) {
        self.go.run((to.to_owned(), NavigateOptions::default()));
    }

    /// Goes to a page in the place of the one that stands there.
    pub(crate) fn go_instead(self, to: &str) {
        self.go.run((to.to_owned(), NavigateOptions { replace: true, ..NavigateOptions::default() }));
    }

    /// Writes another address for what is shown already: nothing moves.
    pub(crate) fn rewrite(self, to: &str) {
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        self.go.run((to.to_owned(), options));
    }
}

/// The app's address.
pub(crate) fn use_router() -> Router {
    use_context().unwrap_or_else(|| Router {
        path: Memo::new(|_| String::new()),
        query: Memo::new(|_| ParamsMap::new()),
        go: Callback::new(|_| ()),
    })
}
