//! The marked places of a page of mentors, and what is put into them.

use super::super::kit::write;
use super::super::page::{all, data, document};
use domain::fills::Fills;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// All of them, each with its name.
pub struct Places {
    texts: Vec<(HtmlElement, String)>,
    links: Vec<(Element, String)>,
    fields: Vec<(Element, String)>,
    /// What was put there last; until then there stands what the document came with.
    put: RefCell<Option<Fills>>,
}

impl Places {
    pub fn of_page() -> Self {
        let named = |selector: &str, name: &dyn Fn(&Element) -> String| {
            let places = all(&document(), selector).into_iter();
            places
                .map(|place| {
                    let name = name(&place);
                    (place, name)
                })
                .collect::<Vec<_>>()
        };
        let texts = named("#mentors [data-fill]", &|place| data(place, "fill"));
        let fields = named("#mentors input[type=hidden], #wish-form input[type=hidden]", &|field| {
            field.get_attribute("name").unwrap_or_default()
        });
        Self {
            texts: texts.into_iter().filter_map(|(place, name)| Some((place.dyn_into().ok()?, name))).collect(),
            links: named("#mentors [data-fill-href]", &|link| data(link, "fill-href")),
            fields,
            put: RefCell::default(),
        }
    }

    /// Whether what would be put there stands there.
    pub fn stand(&self, fills: &Fills) -> bool {
        self.texts.iter().all(|(place, name)| stands(place, fills.at(name)))
    }

    /// What stands already is left alone, so that nothing is read out again and no selection is lost.
    pub fn put(&self, fills: Fills) {
        let mut put = self.put.borrow_mut();
        for (place, name) in &self.texts {
            let text = fills.at(name);
            if put.as_ref().map_or_else(|| stands(place, text), |put| put.at(name) == text) {
                continue;
            }
            place.set_hidden(text.is_none());
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                place.set_text_content(Some(text));
            }
        }
        for (link, name) in &self.links {
            if let Some(address) = fills.link_at(name) {
                link.set_attribute("href", address).ok();
            }
        }
        for (field, name) in &self.fields {
            if let Some(value) = fills.values(name).and_then(<[String]>::first) {
                write(field, value);
            }
        }
        *put = Some(fills);
    }
}

fn stands(place: &HtmlElement, text: Option<&str>) -> bool {
    match text {
        // Without a text of its own the place only shows what is in it.
        Some(text) => !place.hidden() && (text.is_empty() || place.text_content().as_deref() == Some(text)),
        None => place.hidden() || place.closest("[hidden]").ok().flatten().is_some(),
    }
}
