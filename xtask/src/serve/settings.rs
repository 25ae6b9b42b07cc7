//! The Workers' wrangler.toml as the local runtime takes it: same bindings, the chosen build, local variables and keys.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::Options;
use super::keys::Keys;
use crate::build::WORKERS;
use crate::project::Project;

/// Where the local settings of one Worker are written.
pub fn file(state: &Path, worker: &str) -> PathBuf {
    state.join("run").join(format!("{worker}.json"))
}

/// Removes what an earlier run left beside its settings.
pub fn clear(state: &Path) -> Result<()> {
    let run = state.join("run");
    if run.exists() {
        fs::remove_dir_all(&run).with_context(|| format!("cannot clear {}", run.display()))?;
    }
    fs::create_dir_all(&run).with_context(|| format!("cannot make {}", run.display()))
}

/// Writes the settings of both Workers where they changed.
pub fn write(project: &Project, options: &Options, state: &Path, address: &str) -> Result<()> {
    let keys = Keys::of_state(state)?;
    let mut shared = local_values(address);
    shared.extend(options.variables.clone());
    for worker in WORKERS {
        let source = project.path("functions").join(worker).join("wrangler.toml");
        let text = fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
        let program = options.site.worker(project, worker).join("index.js");
        let pages = options.site.pages(project);
        for needed in [&program, &pages.join("index.html")] {
            if !needed.is_file() {
                bail!("{} is not built: `cargo xtask dev` or `cargo xtask test` builds it", needed.display());
            }
        }
        let mut variables = shared.clone();
        variables.extend(keys.named().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
        let local =
            localised(&text, &program, &pages, &variables).with_context(|| format!("in {}", source.display()))?;
        let (file, text) = (file(state, worker), format!("{local:#}"));
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            continue;
        }
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// What is different here from production: links lead to this server, and workerd refuses jurisdictions.
fn local_values(address: &str) -> BTreeMap<String, String> {
    [("PORTAL_ADDRESS", address), ("LEDGER_JURISDICTION", "")]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Takes out what only holds in production, and points to the build instead of to the source.
fn localised(text: &str, program: &Path, pages: &Path, variables: &BTreeMap<String, String>) -> Result<Value> {
    let mut settings: Value = toml::from_str(text)?;
    let table = settings.as_object_mut().context("not a table")?;
    // A route would make every request appear to come to the production address.
    for only_in_production in ["route", "routes", "build", "env"] {
        table.remove(only_in_production);
    }
    table.insert("main".to_owned(), json!(program));
    if let Some(assets) = table.get_mut("assets") {
        assets["directory"] = json!(pages);
    }
    let vars = table.entry("vars").or_insert_with(|| json!({}));
    for (name, value) in variables {
        vars[name.as_str()] = json!(value);
    }
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_settings_keep_bindings_and_lose_what_is_only_for_production() {
        let text = r#"
            name = "api"
            main = "build/index.js"
            routes = [{ pattern = "mentor.example.org", custom_domain = true }]
            [build]
            command = "something"
            [assets]
            directory = "../../dist"
            binding = "ASSETS"
            [[kv_namespaces]]
            binding = "RECORDS"
            id = "records"
            [vars]
            LIMIT = "5"
        "#;
        let variables = BTreeMap::from([("LIMIT".to_owned(), "2".to_owned())]);
        let local = localised(text, Path::new("/b/index.js"), Path::new("/d"), &variables).unwrap();
        assert_eq!(local["main"], "/b/index.js");
        assert_eq!(local["assets"], json!({ "directory": "/d", "binding": "ASSETS" }));
        assert_eq!(local["kv_namespaces"][0]["id"], "records");
        assert_eq!(local["vars"]["LIMIT"], "2");
        assert!(local.get("routes").is_none());
        assert!(local.get("build").is_none());
    }
}
