//! Every document there is: where it stands, what it is called, what is in it.

use crate::review::Review;
use crate::{Build, desk, form_documents, guide, home, kit, mentors, own, personal_data, programme_page, sections};
use domain::text::{Language, Text};
use domain::words::page::{self, offline::OFFLINE};

/// How a document is shown in the other language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Switch {
    /// A link to this path.
    Link(String),
    /// A button of the page's form, so that what is typed goes along; Enter presses the form's own button all the same.
    Form { path: String, default_go: &'static str },
    /// Its address holds a secret that only the Worker knows: a link that it fills and shows.
    Filled,
}

/// What a document says of itself on `<main>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Main {
    pub view: &'static str,
    pub programme: &'static str,
    pub role: &'static str,
    pub place: &'static str,
    /// The program takes it over.
    pub comes_alive: bool,
}

/// One file.
#[derive(Clone, Debug)]
pub struct Document {
    pub language: Language,
    /// Without language: `/`, `/ki-alumni`.
    pub path: String,
    pub title: String,
    pub description: String,
    pub switch: Switch,
    pub main: Main,
    /// What stands in `<main>`.
    pub body: String,
    /// The line in the foot that says who reviewed it and when.
    pub review: Review,
    /// Whether search engines may list it.
    pub is_listed: bool,
}

impl Document {
    /// Its file below the folder: `index.html`, `en.html`, `en/ki-alumni.html`.
    pub fn file(&self) -> String {
        match self.address().trim_matches('/') {
            "" => "index.html".to_owned(),
            path => format!("{path}.html"),
        }
    }

    pub fn address(&self) -> String {
        self.language.address(&self.path)
    }
}

/// Every document, in both languages.
pub fn all(build: &Build) -> Vec<Document> {
    Language::ALL.into_iter().flat_map(|language| of_language(build, language)).collect()
}

fn of_language(build: &Build, language: Language) -> Vec<Document> {
    let mut documents = vec![home::document(build, language), personal_data::document(build, language)];
    documents.extend([&page::ACCESSIBILITY, &page::CONTACT].map(|text| sections::document(language, text)));
    documents.push(sections::not_found(language));
    documents.push(Document { is_listed: false, ..sections::document(language, &OFFLINE) });
    documents.push(form_documents::storage(language));
    documents.extend(own::documents(language));
    documents.extend(guide::documents(build, language));
    documents.extend(kit::documents(language));
    documents.extend(desk::documents(language));
    for (programme, words) in domain::words::programmes() {
        documents.push(programme_page::document(build, language, programme, words));
        documents.extend(mentors::open::document(build, language, programme, words));
        documents.extend(form_documents::of(build, language, programme));
    }
    documents
}

/// The title of a document, with the site's name after it.
pub fn title(language: Language, parts: &[Text]) -> String {
    let mut said: Vec<&str> = parts.iter().map(|part| part.say(language)).collect();
    said.push(page::SITE_NAME.say(language));
    said.join(" – ")
}
