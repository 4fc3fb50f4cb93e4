//! A place in the page for one test, and ways to find things in it as a person would.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What a test mounted; it goes when the test is over.
pub struct Mounted {
    root: HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Mounted {
    /// Mounts a view and waits until its effects have run.
    pub async fn new(view: impl FnOnce() -> AnyView + 'static) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let handle = leptos::mount::mount_to(root.clone(), view);
        settled().await;
        Self { root, _handle: Box::new(handle) }
    }

    /// The first element that the selector finds.
    pub fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    /// The same, where it must be there.
    pub fn get<T: JsCast>(&self, selector: &str) -> T {
        self.find(selector).unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html())).unchecked_into()
    }

    /// The text that one sees.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Lets everything that waits for the next turn run.
pub async fn settled() {
    leptos::task::tick().await;
    leptos::task::tick().await;
}

/// The id of the element that has the focus.
pub fn focused() -> Option<Element> {
    document().active_element()
}
