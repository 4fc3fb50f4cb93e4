//! Elements without a copy of Leptos for each kind of them.
//!
//! `view!` compiles what builds an element anew for every combination of tag, attributes and children, about a
//! kilobyte each. Here all elements are of one type, whose attributes, events and children come one by one. Knows
//! Leptos and the words, nothing of the product's pages.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::html::directive::directive;
use leptos::tachys::html::element::{ElementChild, custom};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use crate::view::{Key, effect, text, word};

/// What an element has besides its children.
enum Attribute {
    Fixed(&'static str, String),
    Live(&'static str, Box<dyn FnMut() -> Option<String>>),
    Hears(&'static str, Box<dyn FnMut(Event)>),
}

/// Attributes that wait for their element.
type Attributes = Rc<RefCell<Vec<Attribute>>>;

/// An element in the making.
pub(crate) struct Element {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<AnyView>,
}

/// An element of this name and, where there is one, this class.
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element { tag, attributes: Vec::new(), children: Vec::new() };
    if class.is_empty() { element } else { element.with("class", class) }
}

/// A button that is heard wherever it is pressed.
pub(crate) fn press(class: &'static str, act: impl FnMut() + 'static) -> Element {
    let mut act = act;
    el("button", class).with("type", "button").on("click", move |_| act())
}

/// A part of the page that has no element of its own: a word.
pub(crate) fn said(key: Key) -> AnyView {
    let word = word(key);
    told(move || word().to_owned())
}

/// The same for a text that changes.
pub(crate) fn told(changing: impl FnMut() -> String + Send + 'static) -> AnyView {
    text(changing).into_any()
}

impl Element {
    /// With an attribute.
    pub(crate) fn with(self, name: &'static str, value: &str) -> Self {
        self.attribute(Attribute::Fixed(name, value.to_owned()))
    }

    /// With an attribute that changes; it is not there while it is `None`.
    pub(crate) fn live(self, name: &'static str, value: impl FnMut() -> Option<String> + 'static) -> Self {
        self.attribute(Attribute::Live(name, Box::new(value)))
    }

    /// Hears an event.
    pub(crate) fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.attribute(Attribute::Hears(event, Box::new(act)))
    }

    /// Named for screen readers by a word.
    pub(crate) fn named(self, key: Key) -> Self {
        let word = word(key);
        self.live("aria-label", move || Some(word().to_owned()))
    }

    /// Titled by a word: what names a frame.
    pub(crate) fn title(self, key: Key) -> Self {
        let word = word(key);
        self.live("title", move || Some(word().to_owned()))
    }

    /// With a child.
    pub(crate) fn holds(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// With a word in it.
    pub(crate) fn says(self, key: Key) -> Self {
        self.holds(said(key))
    }

    /// With a text in it that changes.
    pub(crate) fn tells(self, changing: impl FnMut() -> String + Send + 'static) -> Self {
        self.holds(told(changing))
    }

    /// With a text in it that stays.
    pub(crate) fn reads(self, text: &str) -> Self {
        self.holds(text.to_owned().into_any())
    }

    /// Done.
    pub(crate) fn view(self) -> AnyView {
        let attributes = Rc::new(RefCell::new(self.attributes));
        let put = put as fn(web_sys::Element, Attributes);
        custom(self.tag).add_any_attr(directive(put, attributes)).child(self.children).into_any()
    }

    fn attribute(mut self, attribute: Attribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}

/// Gives an element its attributes, once: an element of this kind is never made over, but replaced.
fn put(element: web_sys::Element, attributes: Attributes) {
    for attribute in attributes.take() {
        match attribute {
            Attribute::Fixed(name, value) => drop(element.set_attribute(name, &value)),
            Attribute::Live(name, mut value) => {
                let element = element.clone();
                effect(move || {
                    drop(match value() {
                        Some(value) => element.set_attribute(name, &value),
                        None => element.remove_attribute(name),
                    });
                });
            }
            Attribute::Hears(event, act) => {
                let act = Closure::wrap(act).into_js_value();
                let _ = element.add_event_listener_with_callback(event, act.unchecked_ref());
            }
        }
    }
}

/// Views beside each other.
pub(crate) fn all(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// Nothing.
pub(crate) fn nothing() -> AnyView {
    ().into_any()
}
