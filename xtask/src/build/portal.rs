//! Builds the pages: Trunk bundles the browser program, app/prerender writes every page around it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, anyhow, bail};

use super::mirror::mirror;
use super::{EXTRA_PROGRAMMES, Site, expected, shared_sources};
use crate::compressed;
use crate::freshness::Stamp;
use crate::plan::Step;
use crate::project::Project;
use crate::run;
use crate::setup::{TRUNK, WASM_BINDGEN};

/// The step that builds the pages, or nothing when they are fresh.
pub fn step(project: &Project, site: Site) -> Option<Step<'_>> {
    let note = project.notes().join(format!("portal-{}.stamp", site.name()));
    let stamp = Stamp::of(&sources(project, site), site.name());
    if stamp.is_kept_in(&note) && site.pages(project).join("index.html").is_file() {
        return None;
    }
    let words = format!("building the pages of app/portal ({}), {}", site.name(), expected(site));
    Some(Step::new(words, move || {
        build(project, site)?;
        stamp.keep_in(&note)
    }))
}

fn sources(project: &Project, site: Site) -> Vec<PathBuf> {
    let mut sources = shared_sources(project, site);
    let pages = ["app", "public", "Trunk.toml", "functions/ledger/wrangler.toml"];
    let how_they_are_built = ["xtask/src/build/portal.rs", "xtask/src/compressed.rs"];
    sources.extend(pages.into_iter().chain(how_they_are_built).map(|source| project.path(source)));
    sources
}

/// Works beside the finished folder and brings it over file by file: whoever serves it never sees half a site.
fn build(project: &Project, site: Site) -> Result<()> {
    // Trunk keeps its own intermediate files in one place for all of its runs.
    let turn = fs::File::create(project.notes().join("portal.lock"))?;
    turn.lock().context("cannot wait for another build of the pages")?;
    let stages = project.target().join("site/stage");
    let [stage, kit, mentors, desk] =
        ["", "-kit", "-mentors", "-desk"].map(|ending| stages.join(format!("{}{ending}", site.name())));
    let programs = [
        (&stage, "app/portal/index.html"),
        (&kit, "app/portal/kit.html"),
        (&mentors, "app/portal/mentors.html"),
        (&desk, "app/desk/index.html"),
    ];
    for (stage, page) in programs {
        if stage.exists() {
            fs::remove_dir_all(stage)?;
        }
        fs::create_dir_all(stage)?;
        bundle(project, site, page, stage)?;
        if site.is_optimised() {
            minify(project, site, stage)?;
        }
    }
    prerender(project, site, &stage, [("--kit", &kit), ("--mentors", &mentors), ("--desk", &desk)])?;
    if site.is_optimised() {
        keep_compressed(&stage.join("build"))?;
    }
    mirror(&stage, &site.pages(project)).context("cannot bring the finished pages into place")
}

fn bundle(project: &Project, site: Site, page: &str, stage: &Path) -> Result<()> {
    let path = tools_on_path(project)?;
    check_version(&path, project, "wasm-bindgen", "wasm-bindgen 0.2.130")?;
    check_version(&path, project, "wasm-opt", "wasm-opt version 132 (version_132)")?;
    // Trunk copies every snippet it finds there, also those of earlier builds.
    let leftovers = project.target().join("wasm-bindgen");
    if leftovers.exists() {
        fs::remove_dir_all(&leftovers)?;
    }
    let mut trunk = Command::new(TRUNK.program(project));
    trunk
        .args(["build", page, "--dist"])
        .arg(stage)
        .arg(if site.is_optimised() { "--release=true" } else { "--release=false" })
        .current_dir(project.root())
        // Trunk takes NO_COLOR for its own boolean option and refuses any other value.
        .env_remove("NO_COLOR")
        .env(EXTRA_PROGRAMMES, site.extra_programmes())
        .env("PATH", path);
    run::logged(&mut trunk, &project.notes().join(format!("trunk-{}.log", site.name()))).map(|_| ())
}

/// The bindings without what nothing here calls, and without what is for people to read. Trunk's own minifier refuses them.
fn minify(project: &Project, site: Site, stage: &Path) -> Result<()> {
    let is_bindings = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "js");
    let folder = fs::read_dir(stage.join("build"))?.filter_map(|entry| Some(entry.ok()?.path()));
    let [bindings] = folder
        .filter(is_bindings)
        .collect::<Vec<_>>()
        .try_into()
        .map_err(|found: Vec<PathBuf>| anyhow!("Trunk should bundle one script and bundled {}", found.len()))?;
    let entry = stage.join("entry.js");
    fs::write(&entry, format!("export {{ default }} from '{}';", bindings.display()))?;
    let mut esbuild = Command::new(project.node_program("esbuild"));
    esbuild.args(["--bundle", "--format=esm", "--minify", "--allow-overwrite", "--log-level=warning"]);
    esbuild.arg(&entry).arg(format!("--outfile={}", bindings.display())).current_dir(project.root());
    run::logged(&mut esbuild, &project.notes().join(format!("esbuild-{}.log", site.name())))?;
    fs::remove_file(&entry).map_err(Into::into)
}

/// In its own cargo call: together with the browser program, leptos would be built for both and work in neither.
fn prerender(project: &Project, site: Site, stage: &Path, others: [(&str, &PathBuf); 3]) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--package", "prerender", "--", "--dist"]).arg(stage);
    for (name, folder) in others {
        cargo.arg(name).arg(folder);
    }
    cargo.current_dir(project.root());
    cargo.env(EXTRA_PROGRAMMES, site.extra_programmes());
    if let Some(origin) = portal_address(project)? {
        cargo.args(["--origin", &origin]);
    }
    if site.has_dev() {
        cargo.arg("--samples");
    }
    run::logged(&mut cargo, &project.notes().join(format!("prerender-{}.log", site.name()))).map(|_| ())
}

/// A `.br` beside each hashed file, for the Worker to send as it is; about 5 seconds.
fn keep_compressed(folder: &Path) -> Result<()> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let is_sent_so = |path: &PathBuf| {
        path.extension().and_then(|end| end.to_str()).is_some_and(|end| matches!(end, "js" | "wasm" | "txt"))
    };
    compressed::keep(&files.into_iter().filter(is_sent_so).collect::<Vec<_>>())
}

/// Where the portal is, as the Workers are told it too.
fn portal_address(project: &Project) -> Result<Option<String>> {
    let text = fs::read_to_string(project.path("functions/ledger/wrangler.toml"))?;
    let settings: toml::Table = text.parse()?;
    let address = settings.get("vars").and_then(|variables| variables.get("PORTAL_ADDRESS")?.as_str());
    Ok(address.filter(|address| !address.is_empty()).map(str::to_owned))
}

/// The PATH with our own wasm-bindgen and wasm-opt before any other.
fn tools_on_path(project: &Project) -> Result<std::ffi::OsString> {
    let given = env::var_os("PATH").unwrap_or_default();
    let ours = [WASM_BINDGEN.folder(project), project.path("node_modules/.bin")];
    Ok(env::join_paths(ours.into_iter().chain(env::split_paths(&given)))?)
}

/// Trunk silently downloads a tool whose version is not the one in Trunk.toml.
fn check_version(path: &std::ffi::OsStr, project: &Project, program: &str, wanted: &str) -> Result<()> {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{program} --version")]).current_dir(project.root()).env("PATH", path);
    let found = run::answer(&mut command).unwrap_or_default();
    if !found.starts_with(wanted) {
        bail!("`{program} --version` should say `{wanted}` and says `{found}`");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_and_bundles_are_kept_compressed_and_nothing_else() {
        let folder = env::temp_dir().join(format!("xtask-portal-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for name in ["a.js", "a_bg.wasm", "form.txt", "icon.png"] {
            fs::write(folder.join(name), name).unwrap();
        }
        keep_compressed(&folder).unwrap();
        let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        assert_eq!(names, ["a.js", "a.js.br", "a_bg.wasm", "a_bg.wasm.br", "form.txt", "form.txt.br", "icon.png"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
