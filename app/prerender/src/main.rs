//! `prerender --dist DIR --kit DIR --mentors DIR --desk DIR [--samples] [--origin URL]`: writes the documents into the first of the folders
//! that Trunk has filled, and the programs of the others beside its own.

use domain::calendar;
use prerender::{Build, ahead, documents, headers, offline, program, shell, sitemap, tighten};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

const USAGE: &str = "usage: prerender --dist DIR --kit DIR --mentors DIR --desk DIR [--samples] [--origin https://…]";

fn main() -> ExitCode {
    match run() {
        Ok(count) => {
            println!("{count} documents written");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("prerender: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Arguments {
    dist: PathBuf,
    kit: PathBuf,
    mentors: PathBuf,
    desk: PathBuf,
    samples: bool,
    origin: String,
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut given = env::args().skip(1);
    let (mut dist, mut kit, mut mentors, mut desk) = (None, None, None, None);
    let (mut samples, mut origin) = (false, String::new());
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--dist" => dist = Some(PathBuf::from(given.next().ok_or(USAGE)?)),
            "--kit" => kit = Some(PathBuf::from(given.next().ok_or(USAGE)?)),
            "--mentors" => mentors = Some(PathBuf::from(given.next().ok_or(USAGE)?)),
            "--desk" => desk = Some(PathBuf::from(given.next().ok_or(USAGE)?)),
            "--samples" => samples = true,
            "--origin" => given.next().ok_or(USAGE)?.trim_end_matches('/').clone_into(&mut origin),
            _ => return Err(USAGE.into()),
        }
    }
    let folder = |folder: Option<PathBuf>| folder.ok_or(USAGE);
    let (dist, kit, mentors, desk) = (folder(dist)?, folder(kit)?, folder(mentors)?, folder(desk)?);
    Ok(Arguments { dist, kit, mentors, desk, samples, origin })
}

fn run() -> Result<usize, Box<dyn Error>> {
    let Arguments { dist, kit, mentors, desk, samples, origin } = arguments()?;
    let program = take_over("portal", &dist, &dist)?;
    let kit = take_over("kit", &kit, &dist)?;
    let mentors = take_over("mentors", &mentors, &dist)?;
    let desk = take_over("desk", &desk, &dist)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    let today = calendar::day(i64::try_from(now)?);
    let build = Build { today, samples, origin, program, kit, mentors, desk };
    let documents = documents::all(&build);
    let bundles = ahead::bundles(&build, &documents);
    for bundle in bundles.values() {
        write(&dist.join(&bundle.file), &bundle.text)?;
    }
    for document in &documents {
        let bundle = ahead::key(document).and_then(|key| bundles.get(&key)).map_or("", |bundle| &bundle.file);
        write(&dist.join(document.file()), &shell::html(&build, document, bundle))?;
    }
    write(&dist.join(offline::FILE), &offline::text(&build, &bundles))?;
    write(&dist.join("robots.txt"), &sitemap::robots(&build))?;
    if let Some(sitemap) = sitemap::text(&build, &documents) {
        write(&dist.join("sitemap.xml"), &sitemap)?;
    }
    write(&dist.join("_headers"), &headers::text(&shell::style_hashes()))?;
    Ok(documents.len())
}

/// Puts the program that Trunk bundled in `from` into `dist`, tightened, with the loader that starts it.
fn take_over(name: &str, from: &Path, dist: &Path) -> Result<program::Program, Box<dyn Error>> {
    let template =
        fs::read_to_string(from.join("index.html")).map_err(|error| format!("no index.html of Trunk: {error}"))?;
    let below = |folder: &Path, address: &str| folder.join(address.trim_start_matches('/'));
    let [bindings, wasm] = program::bundled(&template)?.map(|address| below(from, &address));
    let (text, module) = tighten::tighten(&fs::read_to_string(&bindings)?, &fs::read(&wasm)?)?;
    fs::remove_file(bindings)?;
    fs::remove_file(wasm)?;
    let program = program::Program::of(name, &text, &module);
    write(&below(dist, program.bindings()), &text)?;
    fs::write(below(dist, program.wasm()), module)?;
    let (path, loader) = program.loader();
    write(&dist.join(path), &loader)?;
    Ok(program)
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()).into())
}
