//! Elements without a copy of Leptos for each kind of them.
//!
//! `view!` compiles what builds an element anew for every combination of tag, attributes and children, about a
//! kilobyte each. Here all elements are of one type, whose attributes, events and children come one by one. Knows
//! Leptos and the words, nothing of the product's pages.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::{ElementChild, custom};
use leptos::tachys::html::event::{Custom, on};
use web_sys::Event;

use crate::view::{Key, text, word};

/// An element in the making.
pub(crate) struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
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
        self.attribute(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// With an attribute that changes; it is not there while it is `None`.
    pub(crate) fn live(self, name: &'static str, value: impl FnMut() -> Option<String> + Send + 'static) -> Self {
        let value: Box<dyn FnMut() -> Option<String> + Send> = Box::new(value);
        self.attribute(custom_attribute(name, value).into_any_attr())
    }

    /// Hears an event.
    pub(crate) fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        let act: Box<dyn FnMut(Event)> = Box::new(act);
        self.attribute(on(Custom::<Event>::new(event), act).into_any_attr())
    }

    /// Named for screen readers by a word.
    pub(crate) fn named(self, key: Key) -> Self {
        let word = word(key);
        self.live("aria-label", move || Some(word().to_owned()))
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
        custom(self.tag).add_any_attr(self.attributes).child(self.children).into_any()
    }

    fn attribute(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
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
