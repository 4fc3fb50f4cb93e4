//! JSON parsed by the browser, read by the contract's types.

use js_sys::{Array, JSON, Reflect};
use letasyl_contract::{Json, Shape};
use wasm_bindgen::{JsCast, JsValue};

/// A value that the browser's own parser read.
pub(super) struct Parsed(JsValue);

impl Parsed {
    /// `None`: the text is no JSON.
    pub(super) fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
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
