//! JSON as the browser parses it.

use crate::json::{Json, Read};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

pub fn read<T: Read>(text: &str) -> Option<T> {
    T::read(&JSON::parse(text).ok()?)
}

impl Json for JsValue {
    fn member(&self, name: &str) -> Option<Self> {
        let member = Reflect::get(self, &name.into()).ok()?;
        (!member.is_null() && !member.is_undefined()).then_some(member)
    }

    fn is_null(&self) -> bool {
        JsValue::is_null(self)
    }

    fn as_text(&self) -> Option<String> {
        self.as_string()
    }

    fn as_number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn is_true(&self) -> bool {
        self.as_bool() == Some(true)
    }

    fn items(&self) -> Vec<Self> {
        self.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default()
    }

    fn members(&self) -> Vec<(String, Self)> {
        let Some(object) = self.dyn_ref::<Object>() else { return Vec::new() };
        let names = Object::keys(object).to_vec();
        names.iter().filter_map(|name| Some((name.as_string()?, Reflect::get(self, name).ok()?))).collect()
    }
}
