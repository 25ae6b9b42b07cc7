//! Finds a Chromium for the journeys, or has the system install one where that is allowed.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::run;

/// What the browser is called on the systems people work on.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_MACOS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The browser named by CHROME, one found on this machine, or one just installed.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROME").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        if named.is_file() {
            return Ok(named);
        }
        bail!("CHROME names {}, and that is not a file", named.display());
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if let Some(apt_get) = permitted_apt_get() {
        eprintln!("installing Chromium by apt-get, about a minute, once on this machine");
        run::shown(
            Command::new("sh").args(["-c", &format!("{apt_get} update -q && {apt_get} install -q -y chromium")]),
        )?;
        if let Some(found) = find() {
            return Ok(found);
        }
    }
    bail!(
        "the journeys need Chromium or Chrome, and none was found: install one by your system's package manager, \
         or name one, such as CHROME=/path/to/chrome cargo xtask test"
    )
}

fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    find_in(&folders).or_else(|| ON_MACOS.iter().map(PathBuf::from).find(|file| file.is_file()))
}

fn find_in(folders: &[PathBuf]) -> Option<PathBuf> {
    NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// The words that run apt-get with the rights it needs, without asking anyone for a password.
fn permitted_apt_get() -> Option<&'static str> {
    if !Path::new("/usr/bin/apt-get").is_file() {
        return None;
    }
    if run::answer(Command::new("id").arg("-u"))? == "0" {
        return Some("env DEBIAN_FRONTEND=noninteractive apt-get");
    }
    run::answer(Command::new("sudo").args(["-n", "true"])).map(|_| "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_found_by_any_of_its_names() {
        let folder = env::temp_dir().join(format!("xtask-chromium-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        assert_eq!(find_in(std::slice::from_ref(&folder)), None);
        std::fs::write(folder.join("google-chrome"), "").unwrap();
        assert_eq!(find_in(std::slice::from_ref(&folder)), Some(folder.join("google-chrome")));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
