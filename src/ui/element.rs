//! A builder for elements that compiles to one type.
//!
//! `view!` compiles a copy of Leptos for every combination of tag, attributes and children, about a kilobyte each. This
//! builder adds attributes, listeners and children one by one. Depends on Leptos and the words, not on any page.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::html::directive::directive;
use leptos::tachys::html::element::{ElementChild, custom};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use crate::platform::signals::effect;
use crate::ui::view::{Key, boxed_text, word};

/// What an element has besides children.
enum Attribute {
    Fixed(&'static str, String),
    Dynamic(&'static str, Box<dyn FnMut() -> Option<String>>),
    Listener(&'static str, Box<dyn FnMut(Event)>),
}

/// Attributes that wait for their element.
type Attributes = Rc<RefCell<Vec<Attribute>>>;

/// An element being built.
pub(crate) struct ElementBuilder {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<AnyView>,
}

/// Begins an element with this tag and class; an empty class adds none.
pub(crate) fn el(tag: &'static str, class: &'static str) -> ElementBuilder {
    let element = ElementBuilder { tag, attributes: Vec::new(), children: Vec::new() };
    if class.is_empty() { element } else { element.attr("class", class) }
}

/// Begins a button that runs `act` on a click.
pub(crate) fn button_el(class: &'static str, act: impl FnMut() + 'static) -> ElementBuilder {
    let mut act = act;
    el("button", class).attr("type", "button").on("click", move |_| act())
}

/// A word that follows the language, without an element around it.
pub(crate) fn word_view(key: Key) -> AnyView {
    let word = word(key);
    dyn_text(move || word().to_owned())
}

/// A text that changes, without an element around it.
pub(crate) fn dyn_text(changing: impl FnMut() -> String + Send + 'static) -> AnyView {
    boxed_text(changing).into_any()
}

impl ElementBuilder {
    /// Sets an attribute.
    pub(crate) fn attr(self, name: &'static str, value: &str) -> Self {
        self.attribute(Attribute::Fixed(name, value.to_owned()))
    }

    /// Sets an attribute that changes. `None` removes it.
    pub(crate) fn dyn_attr(self, name: &'static str, value: impl FnMut() -> Option<String> + 'static) -> Self {
        self.attribute(Attribute::Dynamic(name, Box::new(value)))
    }

    /// Listens to an event.
    pub(crate) fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.attribute(Attribute::Listener(event, Box::new(act)))
    }

    /// Sets `aria-label` to a word.
    pub(crate) fn aria_label(self, key: Key) -> Self {
        let word = word(key);
        self.dyn_attr("aria-label", move || Some(word().to_owned()))
    }

    /// Sets `title` to a word: the name of a frame.
    pub(crate) fn title(self, key: Key) -> Self {
        let word = word(key);
        self.dyn_attr("title", move || Some(word().to_owned()))
    }

    /// Adds a child.
    pub(crate) fn child(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// Adds a word.
    pub(crate) fn word(self, key: Key) -> Self {
        self.child(word_view(key))
    }

    /// Adds a text that changes.
    pub(crate) fn dyn_text(self, changing: impl FnMut() -> String + Send + 'static) -> Self {
        self.child(dyn_text(changing))
    }

    /// Adds a text that stays.
    pub(crate) fn text(self, text: &str) -> Self {
        self.child(text.to_owned().into_any())
    }

    /// The finished element.
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

/// Sets the attributes once: such an element is never rebuilt, but replaced.
fn put(element: web_sys::Element, attributes: Attributes) {
    for attribute in attributes.take() {
        match attribute {
            Attribute::Fixed(name, value) => drop(element.set_attribute(name, &value)),
            Attribute::Dynamic(name, mut value) => {
                let element = element.clone();
                effect(move || {
                    drop(match value() {
                        Some(value) => element.set_attribute(name, &value),
                        None => element.remove_attribute(name),
                    });
                });
            }
            Attribute::Listener(event, act) => {
                let act = Closure::wrap(act).into_js_value();
                let _ = element.add_event_listener_with_callback(event, act.unchecked_ref());
            }
        }
    }
}

/// Views next to each other.
pub(crate) fn fragment(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// No view.
pub(crate) fn empty() -> AnyView {
    ().into_any()
}
