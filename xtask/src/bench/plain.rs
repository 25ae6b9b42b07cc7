//! The plain JavaScript Worker of tests/plain-worker, on the same runtime as the portal.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::project::Project;
use crate::serve::{self, Guarded, ready};

const FOLDER: &str = "tests/plain-worker";
/// As long as the portal may take to start.
const START_SECONDS_MAX: u64 = 90;

/// The running Worker. Dropping it kills it.
pub struct Plain {
    address: String,
    _runtime: Guarded,
}

impl Plain {
    /// Starts and returns when it answers.
    pub fn start(project: &Project, state: &Path) -> Result<Self> {
        fs::create_dir_all(state.join("run")).with_context(|| format!("cannot make {}", state.display()))?;
        let settings = state.join("run/plain-worker.json");
        fs::write(&settings, format!("{:#}", localised(project)?))?;
        let port = serve::choose_port(0)?;
        let mut runtime = serve::start_runtime(project, state, port, &[settings])?;
        let address = format!("http://127.0.0.1:{port}");
        let start = Instant::now();
        while !matches!(ready::status(&address), Ok(200)) {
            if !runtime.is_running() || start.elapsed() > Duration::from_secs(START_SECONDS_MAX) {
                let text = fs::read_to_string(state.join(serve::LOG)).unwrap_or_default();
                bail!("the plain Worker did not start: {}", crate::run::last_lines(&text, 1));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(Self { address, _runtime: runtime })
    }

    pub fn address(&self) -> &str {
        &self.address
    }
}

/// Its settings, kept elsewhere than its program, as the portal's are.
fn localised(project: &Project) -> Result<Value> {
    let source = project.path(FOLDER).join("wrangler.toml");
    let text = fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
    let mut settings: Value = toml::from_str(&text).with_context(|| format!("in {}", source.display()))?;
    let main = settings["main"].as_str().with_context(|| format!("{} names no program", source.display()))?;
    settings["main"] = json!(project.path(FOLDER).join(main));
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_program_is_found_from_anywhere() {
        let settings = localised(&Project::here().unwrap()).unwrap();
        assert!(Path::new(settings["main"].as_str().unwrap()).is_file());
        assert!(Path::new(settings["main"].as_str().unwrap()).is_absolute());
        assert_eq!(settings["kv_namespaces"][0]["binding"], "COPIES");
    }
}
