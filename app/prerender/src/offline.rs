//! The service worker, with what it keeps of this build: the pages for when there is no network, every form's pages, the program.

use crate::Build;
use crate::ahead::Bundle;
use crate::shell;
use domain::link::LinkHash;
use domain::text::Language;
use domain::words::page::offline::OFFLINE;
use std::collections::BTreeMap;
use std::fmt::Write;

const WORKER: &str = include_str!("offline.js");
/// Where it stands: at the root, for it serves every page.
pub const FILE: &str = "offline.js";

/// Its text. The name of its store follows from what it keeps, so that each release has one of its own.
pub fn text(build: &Build, bundles: &BTreeMap<String, Bundle>) -> String {
    let quoted =
        |texts: &mut dyn Iterator<Item = String>| texts.map(|text| format!("'{text}'")).collect::<Vec<_>>().join(",");
    let of = |language: Language, value: String| format!("{}:{value}", language.tag());
    let forms = Language::ALL.map(|language| {
        let prefix = format!("{}/", language.tag());
        let mut files =
            bundles.iter().filter(|(key, _)| key.starts_with(&prefix)).map(|(_, one)| format!("/{}", one.file));
        of(language, format!("[{}]", quoted(&mut files)))
    });
    let pages = Language::ALL.map(|language| of(language, format!("'{}'", language.address(OFFLINE.path))));
    let kept = format!(
        "forms:{{{}}},offlinePages:{{{}}},program:[{}]",
        forms.join(","),
        pages.join(","),
        quoted(&mut build.program.files().into_iter())
    );
    let name = LinkHash::of(format!("{kept}{}{WORKER}", shell::style_hash()).as_bytes());
    let mut text = String::new();
    let name = name.as_str().get(..16).unwrap_or_default();
    // Writing into a text cannot fail.
    let _ = write!(text, "const KEPT = {{cacheName:'portal-{name}',{kept}}};\n{WORKER}");
    text
}
