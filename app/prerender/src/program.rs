//! The tags by which Trunk's index.html starts the program, and the loader that starts it here: when it is wanted, from a file
//! of its own (the policy allows no inline script), and without harm where it cannot start.

use domain::link::LinkHash;

const START: &str = include_str!("start.js");

/// What a document needs to start the program.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// `<link rel="modulepreload" …>` and the like, as Trunk wrote them.
    preloads: String,
    /// Address of the bindings, a module.
    bindings: String,
    /// Address of the WASM.
    wasm: String,
}

/// Finds Trunk's preloads and what its inline module starts.
pub fn take_over(index: &str) -> Result<Program, String> {
    let preloads = tags(index, "<link ").filter(|tag| tag.contains("preload")).collect();
    let module = index
        .split_once("<script type=\"module\"")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once("</script>"))
        .map(|(script, _)| script)
        .ok_or("Trunk's index.html has no inline module; is it already prerendered?")?;
    let address = |ending: &str| {
        let quoted = module.split('\'').find(|part| part.starts_with('/') && part.ends_with(ending));
        quoted.map(str::to_owned).ok_or(format!("Trunk's inline module names no {ending}"))
    };
    Ok(Program { preloads, bindings: address(".js")?, wasm: address(".wasm")? })
}

fn tags<'a>(html: &'a str, open: &'a str) -> impl Iterator<Item = &'a str> {
    html.match_indices(open).filter_map(|(start, _)| {
        let tag = html.get(start..)?;
        tag.get(..=tag.find('>')?)
    })
}

impl Program {
    /// Path below the folder, and text, of the loader.
    pub fn loader(&self) -> (String, String) {
        let text = START.replace("BINDINGS", &self.bindings).replace("WASM", &self.wasm);
        let hash = LinkHash::of(text.as_bytes());
        let short = hash.as_str().get(..16).unwrap_or_default();
        (format!("build/start-{short}.js"), text)
    }

    /// Addresses of everything that the program consists of.
    pub fn files(&self) -> [String; 3] {
        [format!("/{}", self.loader().0), self.bindings.clone(), self.wasm.clone()]
    }

    /// What lets the browser fetch the program while it reads the document.
    pub fn preloads(&self) -> &str {
        &self.preloads
    }

    /// The tag of the loader; it tells one build from another.
    pub fn script(&self) -> String {
        let (path, _) = self.loader();
        format!("<script type=\"module\" src=\"/{path}\"></script>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<html><head><link rel="modulepreload" href="/build/p.js"><link rel="icon" href="/i.svg">
        <script type="module" nonce="x">import init, * as bindings from '/build/p.js';
        const wasm = await init({ module_or_path: '/build/p_bg.wasm' });</script></head></html>"#;

    #[test]
    fn the_loader_starts_what_trunk_built_and_is_named_by_its_content() {
        let program = take_over(INDEX).unwrap();
        let (path, text) = program.loader();
        assert!(path.starts_with("build/start-"));
        assert!(text.contains("import('/build/p.js')") && text.contains("module_or_path: '/build/p_bg.wasm'"));
        assert!(program.preloads().contains("modulepreload") && !program.preloads().contains("icon"));
        let other = take_over(&INDEX.replace("p_bg", "q_bg")).unwrap();
        assert_ne!(other.loader().0, path);
    }

    #[test]
    fn a_page_without_it_is_refused_rather_than_written_without_a_program() {
        assert!(take_over("<html></html>").is_err());
        assert!(take_over("<script type=\"module\">import init from '/build/p.js';</script>").is_err());
    }
}
