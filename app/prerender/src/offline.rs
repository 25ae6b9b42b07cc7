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
    let forms = Language::ALL.map(|language| {
        let prefix = format!("{}/", language.tag());
        let of_language = bundles.iter().filter_map(|(key, bundle)| Some((key.strip_prefix(&prefix)?, bundle)));
        let named =
            |(form, bundle): (&str, &Bundle)| format!("'{}':'/{}'", language.address(&format!("/{form}")), bundle.file);
        of_language.map(named).collect::<Vec<_>>().join(",")
    });
    let pages = Language::ALL.map(|language| format!("{}:'{}'", language.tag(), language.address(OFFLINE.path)));
    let program = build.program.files().map(|path| format!("'{path}'"));
    let kept =
        format!("forms:{{{}}},offlinePages:{{{}}},program:[{}]", forms.join(","), pages.join(","), program.join(","));
    let name = LinkHash::of(format!("{kept}{}{WORKER}", shell::style_hashes().concat()).as_bytes());
    let mut text = String::new();
    let name = name.as_str().get(..16).unwrap_or_default();
    // Writing into a text cannot fail.
    let _ = write!(text, "const KEPT = {{cacheName:'portal-{name}',{kept}}};\n{WORKER}");
    text
}

#[cfg(test)]
mod tests {
    use super::WORKER;
    use crate::headers;

    #[test]
    fn the_policy_by_which_the_worker_knows_the_portal_is_the_one_that_is_sent() {
        let (_, policy) = WORKER.split_once("const POLICY = \"").unwrap();
        let (policy, _) = policy.split_once('"').unwrap();
        assert!(policy.contains("script-src"), "{policy}");
        assert!(headers::text(&["sha256-x".to_owned()]).contains(policy), "{policy}");
    }
}
