//! The marked places of a page, and what is put into them: what the Worker does where this program is absent.

use super::kit::write;
use super::page::{all, data, document};
use domain::fills::{Fills, Look};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// All of them, each with its name.
pub struct Places {
    texts: Vec<(HtmlElement, String)>,
    links: Vec<(Element, String)>,
    fields: Vec<(Element, String)>,
    /// What was put there last; nothing where it is not known what the document came with.
    put: RefCell<Option<Fills>>,
}

impl Places {
    /// The places below `part`, and the fields that `fields` finds. `put` is what stands there already.
    pub fn of(part: &str, fields: &str, put: Option<Fills>) -> Self {
        let texts = named(&format!("{part} [data-fill]"), |place| data(place, "fill")).into_iter();
        Self {
            texts: texts.filter_map(|(place, name)| Some((place.dyn_into().ok()?, name))).collect(),
            links: named(&format!("{part} [data-fill-href]"), |link| data(link, "fill-href")),
            fields: named(fields, |field| field.get_attribute("name").unwrap_or_default()),
            put: RefCell::new(put),
        }
    }

    /// Whether what would be put there stands there.
    pub fn stand(&self, fills: &Fills) -> bool {
        self.texts.iter().all(|(place, name)| stands(place, fills.look(name)))
    }

    /// What stands already is left alone, so that nothing is read out again and no selection is lost.
    pub fn put(&self, fills: Fills) {
        let mut put = self.put.borrow_mut();
        for (place, name) in &self.texts {
            let (before, now) = (put.as_ref().map(|put| put.look(name)), fills.look(name));
            if before.map_or_else(|| stands(place, now), |before| before == now) {
                continue;
            }
            // What is only hidden now and then was written to be seen.
            let is_hidden = now == Look::Hidden || now == Look::AsWritten && before != Some(Look::Hidden);
            place.set_hidden(is_hidden);
            if let Look::Shown(text) = now
                && !text.is_empty()
                // What stands there already is not read out once more.
                && place.text_content().as_deref() != Some(text)
            {
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
            let is_faulty = fills.is_faulty(name);
            if put.as_ref().is_some_and(|put| put.is_faulty(name)) != is_faulty {
                mark(field, is_faulty);
            }
        }
        *put = Some(fills);
    }
}

fn named(selector: &str, name: impl Fn(&Element) -> String) -> Vec<(Element, String)> {
    let found = all(&document(), selector).into_iter();
    found
        .map(|element| {
            let name = name(&element);
            (element, name)
        })
        .collect()
}

fn mark(field: &Element, is_faulty: bool) {
    if is_faulty {
        field.set_attribute("aria-invalid", "true").ok();
    } else {
        field.remove_attribute("aria-invalid").ok();
    }
}

fn stands(place: &HtmlElement, look: Look<'_>) -> bool {
    match look {
        // Without a text of its own the place only shows what is in it.
        Look::Shown(text) => !place.hidden() && (text.is_empty() || place.text_content().as_deref() == Some(text)),
        Look::AsWritten | Look::Hidden => place.hidden() || place.closest("[hidden]").ok().flatten().is_some(),
    }
}
