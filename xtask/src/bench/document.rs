//! What a browser fetches for a document: what its HTML loads, and what those scripts load in turn.

/// Links that a browser follows by itself.
const FETCHED_LINKS: [&str; 5] = ["stylesheet", "modulepreload", "preload", "icon", "manifest"];

/// Addresses in the HTML that are fetched without anybody's doing, and the bundle of a form's next pages, which the
/// program fetches ahead. Our own pages only: their attributes are always in double quotes.
pub fn loaded_by_html(html: &str) -> Vec<String> {
    let mut found: Vec<String> = tags(html).filter_map(loaded_by_tag).map(str::to_owned).collect();
    found.sort();
    found.dedup();
    found
}

fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

fn loaded_by_tag(tag: &str) -> Option<&str> {
    match tag.split_whitespace().next()? {
        "script" | "img" => attribute(tag, "src"),
        "link" => {
            let relations = attribute(tag, "rel")?;
            let is_fetched = relations.split(' ').any(|relation| FETCHED_LINKS.contains(&relation));
            if is_fetched { attribute(tag, "href") } else { None }
        }
        "main" => attribute(tag, "data-bundle"),
        _ => None,
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// Scripts and programs that a script loads: full addresses in quotes, and files beside it that it imports. Other texts
/// that begin with `./` are names that wasm-bindgen gives to its own tables.
pub fn loaded_by_script(script: &str) -> Vec<String> {
    let parts: Vec<&str> = script.split(['"', '\'', '`']).collect();
    let is_loaded = |pair: &&[&str]| {
        let [before, text] = pair else { return false };
        let before = before.trim_end();
        let is_imported = ["from", "import", "import("].iter().any(|word| before.ends_with(word));
        let is_loadable =
            matches!(text.rsplit_once('.'), Some((_, "js" | "wasm"))) && !text.contains(char::is_whitespace);
        is_loadable && (text.starts_with('/') || text.starts_with("./") && is_imported)
    };
    let mut found: Vec<String> = parts.windows(2).filter(is_loaded).map(|pair| pair[1].to_owned()).collect();
    found.sort();
    found.dedup();
    found
}

/// Where in the folder of pages an address found in `from` lies, both without a slash at the beginning.
pub fn place(address: &str, from: &str) -> String {
    match address.strip_prefix("./") {
        Some(beside) => match from.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{beside}"),
            None => beside.to_owned(),
        },
        None => address.trim_start_matches('/').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = r#"<!doctype html><html><head><link rel="canonical" href="/form"><link rel="icon" href="/icon.svg">
        <script type="module" src="/build/start-1.js"></script>
        <link rel="modulepreload" href="/build/portal-1.js" crossorigin="anonymous">
        <link rel="preload" href="/build/portal-1_bg.wasm" as="fetch"><style>a>b{c:"<img src=x>"}</style></head>
        <body><a href="/other">x</a><main id="main" data-view="form" data-bundle="build/form-1.txt"></main></body></html>"#;

    #[test]
    fn everything_a_document_loads_is_found_once_and_links_for_people_are_not() {
        let expected =
            ["/build/portal-1.js", "/build/portal-1_bg.wasm", "/build/start-1.js", "/icon.svg", "build/form-1.txt"];
        assert_eq!(loaded_by_html(FORM), expected);
        assert_eq!(loaded_by_html(&FORM.repeat(2)), expected);
        assert!(loaded_by_html("<p>no head</p>").is_empty());
    }

    #[test]
    fn a_script_names_the_program_it_starts() {
        let start = "import init from '/build/portal-1.js';\nawait init({ module_or_path: '/build/portal-1_bg.wasm' });\
                     new URL('portal_bg.wasm', import.meta.url); x(\"/api/applications\")";
        assert_eq!(loaded_by_script(start), ["/build/portal-1.js", "/build/portal-1_bg.wasm"]);
        let portal = "import { a } from './snippets/a.js';\nreturn { \"./portal_bg.js\": import0 };";
        assert_eq!(loaded_by_script(portal), ["./snippets/a.js"]);
    }

    #[test]
    fn an_address_leads_to_its_file() {
        assert_eq!(place("/icon.svg", "index.html"), "icon.svg");
        assert_eq!(place("build/form-1.txt", "en/form.html"), "build/form-1.txt");
        assert_eq!(place("./snippets/a.js", "build/portal-1.js"), "build/snippets/a.js");
    }
}
