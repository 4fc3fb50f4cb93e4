//! JSON parsed by the browser, read by the contract's types.

use js_sys::{Array, Function, JSON, JsString, Object, Reflect};
use letasyl_contract::{Json, Shape};
use wasm_bindgen::{JsCast, JsValue};

/// A value that the browser's own parser read.
pub(super) struct Parsed(JsValue);

impl Parsed {
    /// `None`: the text is no JSON. Parsed where it lies: `js_sys` would take it out of the browser and back.
    pub(super) fn parse(text: &JsString) -> Option<Self> {
        let json = Reflect::get(&js_sys::global(), &"JSON".into()).ok()?;
        let parse: Function = Reflect::get(&json, &"parse".into()).ok()?.dyn_into().ok()?;
        parse.call1(&json, text).ok().map(Self)
    }

    /// A text as JSON.
    pub(super) fn of_text(text: &JsString) -> Self {
        Self(text.into())
    }

    /// It as a string of the browser's.
    pub(super) fn string(self) -> Option<JsString> {
        self.0.dyn_into().ok()
    }
}

impl Json for Parsed {
    fn member(&self, name: &str) -> Option<Self> {
        if !self.is_object() {
            return None;
        }
        let value = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        (!value.is_null() && !value.is_undefined()).then_some(Self(value))
    }

    fn is_object(&self) -> bool {
        self.0.is_object() && !Array::is_array(&self.0)
    }

    fn names(&self) -> Vec<String> {
        let members = self.0.dyn_ref::<Object>().filter(|_| self.is_object());
        members
            .map(|members| Object::keys(members).iter().filter_map(|name| name.as_string()).collect())
            .unwrap_or_default()
    }

    fn shape(&self) -> Shape<Self> {
        if let Some(text) = self.0.as_string() {
            Shape::Text(text)
        } else if let Some(number) = self.0.as_f64() {
            Shape::Number(number)
        } else if let Some(value) = self.0.as_bool() {
            Shape::Bool(value)
        } else if let Some(items) = self.0.dyn_ref::<Array>() {
            Shape::Array(items.iter().map(Self).collect())
        } else if self.0.is_object() {
            Shape::Object
        } else {
            Shape::Null
        }
    }

    fn text(&self) -> String {
        JSON::stringify(&self.0).map(String::from).unwrap_or_default()
    }
}
