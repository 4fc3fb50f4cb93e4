//! Reading what is not quite as the document says: an element that cannot be read hides itself and nothing else.
//!
//! The value is looked at through the document's own description of it: whatever does not fit there is told as
//! [`Unread`], and the types see it as absent. Only answers are read so; what is sent to the backend has to be right.

use std::cell::RefCell;
use std::rc::Rc;

use uuid::Uuid;

use crate::code::Code;
use crate::date_time::DateTime;
use crate::json::{FromJson, Json, Misplaced, Shape};
use crate::schema::{Described, Element, Occurs, Schema};

/// An element that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The way to it: the document's names and the places in lists, joined by `/`.
    way: String,
    /// What stands there.
    shown: String,
}

impl Unread {
    /// What stands at this way among those that could not be read, as it was received: a text itself, anything else as
    /// JSON.
    pub fn at<'a>(all: &'a [Self], way: &str) -> Option<&'a str> {
        all.iter().find(|unread| unread.way == way).map(|unread| unread.shown.as_str())
    }

    /// Those below this way, with the rest of their ways.
    pub(crate) fn below(all: &[Self], way: &str) -> Vec<Self> {
        let rest = |unread: &Self| {
            let rest = unread.way.strip_prefix(way)?;
            let way = if rest.is_empty() { rest } else { rest.strip_prefix('/')? };
            Some(Self { way: way.to_owned(), shown: unread.shown.clone() })
        };
        all.iter().filter_map(rest).collect()
    }
}

/// Reads a value as far as it can be read, and what of it cannot.
pub(crate) fn read<T: FromJson + Described, J: Json>(json: J) -> Result<(T, Vec<Unread>), Misplaced> {
    let unread = Rc::default();
    let value = T::from_json(&View {
        node: Node::Real(json),
        schema: T::SCHEMA,
        way: String::new(),
        unread: Rc::clone(&unread),
    })?;
    Ok((value, unread.take()))
}

/// A value as its description lets it be seen.
struct View<J> {
    node: Node<J>,
    schema: Schema,
    way: String,
    unread: Rc<RefCell<Vec<Unread>>>,
}

enum Node<J> {
    Real(J),
    /// In place of an object or a list that has to be there and is not.
    Nothing,
}

impl<J: Json> View<J> {
    fn inside(&self, name: &str, schema: Schema, node: Node<J>) -> Self {
        let way = if self.way.is_empty() { name.to_owned() } else { format!("{}/{name}", self.way) };
        Self { node, schema, way, unread: Rc::clone(&self.unread) }
    }

    fn tell(&self, value: &J) {
        let shown = match value.shape() {
            Shape::Text(text) if !text.trim().is_empty() => text,
            _ => value.text(),
        };
        self.unread.borrow_mut().push(Unread { way: self.way.clone(), shown });
    }
}

impl<J: Json> Json for View<J> {
    fn member(&self, name: &str) -> Option<Self> {
        let found = match &self.node {
            Node::Real(json) => json.member(name),
            Node::Nothing => None,
        };
        // What the document does not describe may hold anything.
        if self.schema.type_name.is_none() {
            return found.map(|value| self.inside(name, self.schema, Node::Real(value)));
        }
        let element = self.schema.children.iter().find(|child| child.name == name)?;
        let must_be_there = element.occurs == Occurs::Once;
        match found {
            // What the citizen is known by is read as strictly as ever.
            Some(value) if must_be_there && element.schema.children.is_empty() => {
                Some(self.inside(name, element.schema, Node::Real(value)))
            }
            Some(value) if fits(&value, &element.schema) => Some(self.inside(name, element.schema, Node::Real(value))),
            Some(value) => {
                let view = self.inside(name, element.schema, Node::Nothing);
                view.tell(&value);
                must_be_there.then_some(view)
            }
            None => (must_be_there && !element.schema.children.is_empty())
                .then(|| self.inside(name, element.schema, Node::Nothing)),
        }
    }

    fn is_object(&self) -> bool {
        match &self.node {
            Node::Real(json) => json.is_object(),
            Node::Nothing => item(&self.schema).is_none(),
        }
    }

    fn names(&self) -> Vec<String> {
        match &self.node {
            Node::Real(json) => json.names(),
            Node::Nothing => Vec::new(),
        }
    }

    fn shape(&self) -> Shape<Self> {
        let Node::Real(json) = &self.node else {
            return if item(&self.schema).is_some() { Shape::Array(Vec::new()) } else { Shape::Object };
        };
        match json.shape() {
            Shape::Text(text) => match number(&text) {
                Some(number) if self.schema.type_name == Some("int32") => Shape::Number(f64::from(number)),
                _ => Shape::Text(text),
            },
            Shape::Array(items) => {
                let schema = item(&self.schema).map_or(self.schema, |element| element.schema);
                let view = |(index, value): (usize, J)| {
                    if value.is_object() {
                        return self.inside(&index.to_string(), schema, Node::Real(value));
                    }
                    let view = self.inside(&index.to_string(), schema, Node::Nothing);
                    view.tell(&value);
                    view
                };
                Shape::Array(items.into_iter().enumerate().map(view).collect())
            }
            Shape::Null => Shape::Null,
            Shape::Bool(value) => Shape::Bool(value),
            Shape::Number(number) => Shape::Number(number),
            Shape::Object => Shape::Object,
        }
    }

    fn text(&self) -> String {
        match &self.node {
            Node::Real(json) => json.text(),
            Node::Nothing => String::new(),
        }
    }
}

/// The element of which a list is made.
fn item(schema: &Schema) -> Option<&'static Element> {
    schema.children.iter().find(|child| child.occurs == Occurs::Many)
}

/// Whether a value is as its description says.
fn fits<J: Json>(value: &J, schema: &Schema) -> bool {
    match (schema.type_name, value.shape()) {
        (None, Shape::Text(text)) => !text.trim().is_empty(),
        (None, _) => Code::from_json(value).is_ok(),
        (Some("date-time"), Shape::Text(text)) => DateTime::parse(&text).is_ok(),
        (Some("uuid"), Shape::Text(text)) => Uuid::try_parse(&text).is_ok(),
        (Some("string"), Shape::Text(_)) | (Some("boolean"), Shape::Bool(_)) => true,
        (Some("int32"), Shape::Text(text)) => number(&text).is_some(),
        (Some("int32"), Shape::Number(_)) => i32::from_json(value).is_ok(),
        (Some(_), Shape::Array(_)) => item(schema).is_some(),
        (Some(_), Shape::Object) => !schema.children.is_empty() && item(schema).is_none(),
        _ => false,
    }
}

/// A number that somebody wrote as a text, if writing it again gives the same text: zeros in front may mean something.
fn number(text: &str) -> Option<i32> {
    text.parse().ok().filter(|number: &i32| number.to_string() == text)
}
