//! What is put into the marked places of a document: texts, addresses and the values of fields.

use std::collections::BTreeMap;

/// By name. One type for everything that is named here and for a draft's answers: each would bring its own tree into the
/// browser's program.
type Named = BTreeMap<String, Vec<String>>;

/// Everything for one document.
#[derive(Debug, Default)]
pub struct Fills {
    /// Place → text; an empty text only shows the place.
    places: Named,
    links: Named,
    /// Field → values.
    fields: Named,
    faulty: Named,
    hidden: Named,
}

/// How a place is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look<'a> {
    /// As the document was written.
    AsWritten,
    Hidden,
    /// Shown with this text; with an empty one, with what it has.
    Shown(&'a str),
}

impl Fills {
    pub fn text(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.places.insert(place.into(), vec![text.into()]);
    }

    pub fn show(&mut self, place: impl Into<String>) {
        self.places.entry(place.into()).or_default();
    }

    /// Hides what the document shows.
    pub fn hide(&mut self, place: impl Into<String>) {
        self.hidden.insert(place.into(), Vec::new());
    }

    pub fn link(&mut self, place: &str, address: String) {
        self.links.insert(place.to_owned(), vec![address]);
    }

    pub fn field(&mut self, name: &str, values: Vec<String>) {
        self.fields.insert(name.to_owned(), values);
    }

    pub fn fault(&mut self, question: &str, sentence: String) {
        self.show("summary");
        self.show(format!("summary-{question}"));
        self.text(format!("summary-text-{question}"), sentence.clone());
        self.text(format!("fault-{question}"), sentence);
        self.faulty_field(question);
    }

    /// Marks a field that is not named as its question.
    pub fn faulty_field(&mut self, name: &str) {
        self.faulty.insert(name.to_owned(), Vec::new());
    }

    /// The text of a place that is shown.
    pub fn at(&self, place: &str) -> Option<&str> {
        self.places.get(place).map(|text| text.first().map_or("", String::as_str))
    }

    pub fn is_hidden(&self, place: &str) -> bool {
        self.hidden.contains_key(place)
    }

    pub fn look(&self, place: &str) -> Look<'_> {
        match self.at(place) {
            _ if self.is_hidden(place) => Look::Hidden,
            Some(text) => Look::Shown(text),
            None => Look::AsWritten,
        }
    }

    pub fn link_at(&self, place: &str) -> Option<&str> {
        self.links.get(place)?.first().map(String::as_str)
    }

    pub fn values(&self, field: &str) -> Option<&[String]> {
        self.fields.get(field).map(Vec::as_slice)
    }

    pub fn is_faulty(&self, field: &str) -> bool {
        self.faulty.contains_key(field)
    }

    /// Whether the page's title says that something is wrong.
    pub fn has_faults(&self) -> bool {
        !self.faulty.is_empty() || self.places.contains_key("problem")
    }
}
