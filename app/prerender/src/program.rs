//! The program as Trunk bundled it, the tags that fetch it ahead, and the loader that starts it here: when it is wanted, from a file
//! of its own (the policy allows no inline script), and without harm where it cannot start.

use domain::link::{LinkHash, SESSION_MS};

const START: &str = include_str!("start.js");
/// Before a session ends its page says so: long enough to find the link and open it, and to finish a sentence first.
const SAID_BEFORE_MS: i64 = 10 * 60 * 1000;

/// What a document needs to start the program.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// Address of the bindings, a module.
    bindings: String,
    /// Address of the WASM.
    wasm: String,
}

/// The addresses of the bindings and of the WASM that Trunk's inline module starts, in that order.
///
/// # Errors
/// A page that Trunk did not write.
pub fn bundled(index: &str) -> Result<[String; 2], String> {
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
    Ok([address(".js")?, address(".wasm")?])
}

/// The first digits of a file's hash: its name, so that it may be kept for ever.
fn short_hash(content: &[u8]) -> String {
    LinkHash::of(content).as_str().chars().take(16).collect()
}

impl Program {
    /// The program of these two files, named by what is in them.
    pub fn of(name: &str, bindings: &str, wasm: &[u8]) -> Self {
        let hash = short_hash(&[bindings.as_bytes(), wasm].concat());
        Self { bindings: format!("/build/{name}-{hash}.js"), wasm: format!("/build/{name}-{hash}_bg.wasm") }
    }

    /// Address of the bindings.
    pub fn bindings(&self) -> &str {
        &self.bindings
    }

    /// Address of the WASM.
    pub fn wasm(&self) -> &str {
        &self.wasm
    }

    /// Path below the folder, and text, of the loader.
    pub fn loader(&self) -> (String, String) {
        // What is written for whoever reads it here need not travel.
        let lines: Vec<&str> = START.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect();
        let text = lines
            .join("\n")
            .replace("BINDINGS", &self.bindings)
            .replace("WASM", &self.wasm)
            .replace("SESSION_MS", &SESSION_MS.to_string())
            .replace("SAID_AFTER_MS", &(SESSION_MS - SAID_BEFORE_MS).to_string());
        (format!("build/start-{}.js", short_hash(text.as_bytes())), text)
    }

    /// Addresses of everything that the program consists of.
    pub fn files(&self) -> [String; 3] {
        [format!("/{}", self.loader().0), self.bindings.clone(), self.wasm.clone()]
    }

    /// What lets the browser fetch the program while it reads the document.
    pub fn preloads(&self) -> String {
        format!(
            "<link rel=\"modulepreload\" href=\"{}\" crossorigin><link rel=\"preload\" href=\"{}\" as=\"fetch\" \
             type=\"application/wasm\" crossorigin>",
            self.bindings, self.wasm
        )
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
    fn what_trunk_bundled_is_found() {
        assert_eq!(bundled(INDEX).unwrap(), ["/build/p.js", "/build/p_bg.wasm"]);
    }

    #[test]
    fn the_loader_starts_the_program_and_each_file_is_named_by_its_content() {
        let program = Program::of("portal", "a", b"b");
        let (path, text) = program.loader();
        assert!(path.starts_with("build/start-"));
        assert!(text.contains(&format!("import('{}')", program.bindings())));
        assert!(text.contains(&format!("module_or_path: '{}'", program.wasm())));
        for address in [program.bindings(), program.wasm()] {
            assert!(program.preloads().contains(&format!("href=\"{address}\"")), "{address}");
        }
        for other in [Program::of("portal", "a", b"c"), Program::of("portal", "c", b"b")] {
            assert_ne!(other.loader().0, path);
            assert_ne!(other.wasm(), program.wasm());
        }
    }

    #[test]
    fn a_page_without_it_is_refused_rather_than_written_without_a_program() {
        assert!(bundled("<html></html>").is_err());
        assert!(bundled("<script type=\"module\">import init from '/build/p.js';</script>").is_err());
    }
}
