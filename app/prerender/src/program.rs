//! The tags by which Trunk's index.html starts the program, made fit for a policy without inline scripts.

use domain::link::LinkHash;

/// What a document needs to start the program.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// `<link rel="modulepreload" …>` and the like, as Trunk wrote them.
    preloads: String,
    /// The module that Trunk wrote inline.
    module: String,
}

/// Finds Trunk's preloads and its inline module.
pub fn take_over(index: &str) -> Result<Program, String> {
    let preloads = tags(index, "<link ").filter(|tag| tag.contains("preload")).collect();
    let module = index
        .split_once("<script type=\"module\"")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once("</script>"))
        .map(|(script, _)| script.trim().to_owned())
        .filter(|script| script.contains(".wasm"))
        .ok_or("Trunk's index.html has no inline module that starts a .wasm; is it already prerendered?")?;
    Ok(Program { preloads, module })
}

fn tags<'a>(html: &'a str, open: &'a str) -> impl Iterator<Item = &'a str> {
    html.match_indices(open).filter_map(|(start, _)| {
        let tag = html.get(start..)?;
        tag.get(..=tag.find('>')?)
    })
}

impl Program {
    /// Path below the folder, and text, of the file that the inline module becomes.
    pub fn loader(&self) -> (String, String) {
        let hash = LinkHash::of(self.module.as_bytes());
        let short = hash.as_str().get(..16).unwrap_or_default();
        (format!("build/start-{short}.js"), self.module.clone())
    }

    /// What goes into the head of a document that starts the program.
    pub fn tags(&self) -> String {
        format!("{}{}", self.script(), self.preloads)
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
        <script type="module" nonce="x">import init from '/build/p.js'; init('/build/p.wasm');</script></head></html>"#;

    #[test]
    fn trunks_inline_module_becomes_a_file_named_by_its_content() {
        let program = take_over(INDEX).unwrap();
        let (path, text) = program.loader();
        assert!(path.starts_with("build/start-"));
        assert!(text.starts_with("import init") && text.ends_with("');"));
        assert!(program.tags().contains("modulepreload") && !program.tags().contains("icon"));
    }

    #[test]
    fn a_page_without_it_is_refused_rather_than_written_without_a_program() {
        assert!(take_over("<html></html>").is_err());
    }
}
