//! The rest of a form in one file: what the program fetches ahead, so that going on needs no network. Documents of one form
//! say much the same, so together they travel in a third of their bytes.

use crate::documents::Document;
use crate::{Build, shell};
use domain::link::LinkHash;
use portal::SEPARATOR;
use std::collections::BTreeMap;

/// A file below the folder, and its text.
pub struct Bundle {
    pub file: String,
    pub text: String,
}

/// One bundle a form and language, by [`key`].
pub fn bundles(build: &Build, documents: &[Document]) -> BTreeMap<String, Bundle> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for document in documents {
        if let Some(key) = key(document) {
            let text = texts.entry(key).or_default();
            text.extend([document.address().as_str(), "\n", &shell::parts(build, document), SEPARATOR]);
        }
    }
    texts.into_iter().map(|(key, text)| (key, Bundle { file: file(&text), text })).collect()
}

/// Which bundle a document is in: those of a form's places.
pub fn key(document: &Document) -> Option<String> {
    let main = &document.main;
    let is_place = main.comes_alive && !main.role.is_empty();
    is_place.then(|| format!("{}/{}/{}", document.language.tag(), main.programme, main.role))
}

fn file(text: &str) -> String {
    let hash = LinkHash::of(text.as_bytes());
    format!("build/form-{}.txt", hash.as_str().get(..16).unwrap_or_default())
}
