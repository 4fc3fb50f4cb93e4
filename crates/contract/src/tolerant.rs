//! Reading what is not quite as the document says: an element that cannot be read hides itself and nothing else.
//!
//! The value is looked at through the document's own description of it: whatever does not fit there is told as
//! [`Unread`], and the types see it as absent. Only answers are read so; what is sent to the backend has to be right.

use std::cell::RefCell;
use std::rc::Rc;

use uuid::Uuid;

use crate::code::Code;
use crate::date_time::DateTime;
use crate::json::{DecodeError, FromJson, Json, Shape};
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
pub(crate) fn read<T: FromJson + Described, J: Json>(json: J) -> Result<(T, Vec<Unread>), DecodeError> {
    let unread = Rc::default();
    let value =
        T::from_json(&View { json: Some(json), schema: T::SCHEMA, way: String::new(), unread: Rc::clone(&unread) })?;
    Ok((value, unread.take()))
}

/// A value as its description lets it be seen.
struct View<J> {
    /// `None`: an object or a list has to be there, and is not.
    json: Option<J>,
    schema: Schema,
    way: String,
    unread: Rc<RefCell<Vec<Unread>>>,
}

impl<J: Json> View<J> {
    fn inside(&self, name: &str, schema: Schema, json: Option<J>) -> Self {
        let way = if self.way.is_empty() { name.to_owned() } else { format!("{}/{name}", self.way) };
        Self { json, schema, way, unread: Rc::clone(&self.unread) }
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
        let found = self.json.as_ref().and_then(|json| json.member(name));
        // What the document does not describe may hold anything.
        if self.schema.type_name.is_none() {
            return found.map(|value| self.inside(name, self.schema, Some(value)));
        }
        let element = self.schema.children.iter().find(|child| child.name == name)?;
        let must_be_there = element.occurs == Occurs::Once;
        // What the citizen is known by is read as strictly as ever.
        let is_strict = must_be_there && element.schema.children.is_empty();
        match found {
            Some(value) if is_strict || fits(&value, &element.schema) => {
                Some(self.inside(name, element.schema, Some(value)))
            }
            Some(value) => {
                let view = self.inside(name, element.schema, None);
                view.tell(&value);
                must_be_there.then_some(view)
            }
            None => (must_be_there && !is_strict).then(|| self.inside(name, element.schema, None)),
        }
    }

    fn is_object(&self) -> bool {
        self.json.as_ref().map_or_else(|| item(&self.schema).is_none(), J::is_object)
    }

    fn names(&self) -> Vec<String> {
        self.json.as_ref().map(J::names).unwrap_or_default()
    }

    fn shape(&self) -> Shape<Self> {
        let Some(json) = &self.json else {
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
                        return self.inside(&index.to_string(), schema, Some(value));
                    }
                    let view = self.inside(&index.to_string(), schema, None);
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
        self.json.as_ref().map(J::text).unwrap_or_default()
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
