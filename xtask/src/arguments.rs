//! What can be typed after `cargo xtask`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::bench::Part;
use crate::build::Site;
use crate::simulate::Lives;

pub const HELP: &str = "\
cargo xtask dev      set up, build and serve the portal at http://127.0.0.1:8787
    --port N         another port
    --state DIR      where KV, Durable Objects and letters are kept between starts (.state)
    --sample         made-up mentors and applications, so that there is something to see
    --release        optimised as in production, still with the letters page at /dev/letters
cargo xtask test     run every test there is; `cargo xtask test NAME…` runs the named suites
cargo xtask simulate play random lives of the ledger under random faults; the tests play 2,000
    --seeds N        how many (50,000)
    --seed S         the first of them
    --steps K        steps of each (60)
cargo xtask check    format, lints, tidiness, licences and sources of dependencies
cargo xtask build    what is deployed, into dist/ and functions/*/build
cargo xtask bench    print how big and how fast everything is, beside what it is measured against
    --only PARTS     some of it: sizes, lighthouse, kit, accessibility, submissions, desk,
                     workers, check, rebuild; with commas
cargo xtask screenshots  photograph every page and state into target/screenshots
    --to DIR         another folder
    --only WORDS     pages and states with this in their names: desk, kit, about-you
cargo xtask deploy   name what is missing, then deploy to Cloudflare
    --dry-run        name what is missing and prove that the rest would be accepted; deploys nothing
";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Dev(Serving),
    /// Serves what is built, without building or watching: for tests and for trying a build.
    Serve(Serving),
    Build(Site),
    Check,
    Test(Vec<String>),
    Simulate(Lives),
    Bench(Vec<Part>),
    Screenshots(Pictures),
    Deploy {
        is_dry_run: bool,
    },
}

/// Which pictures are taken.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pictures {
    /// Into this folder, or the usual one.
    pub folder: Option<PathBuf>,
    /// Of pages and states with this in their names, or of all.
    pub only: Option<String>,
}

/// How `dev` and `serve` serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Serving {
    pub port: u16,
    pub state: Option<PathBuf>,
    pub has_sample: bool,
    pub site: Site,
}

/// Reads the command line after the program's own name.
pub fn parse(arguments: Vec<std::ffi::OsString>) -> Result<Task> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let Some(first) = parser.next()? else {
        return Ok(Task::Help);
    };
    let name = match first {
        Value(name) => name.string()?,
        Long("help") | Short('h') => return Ok(Task::Help),
        other => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "help" => Ok(Task::Help),
        "dev" => Ok(Task::Dev(serving(&mut parser, Site::Quick)?)),
        "serve" => Ok(Task::Serve(serving(&mut parser, Site::Optimised)?)),
        "build" => Ok(Task::Build(site(&mut parser)?)),
        "check" => nothing_more(&mut parser).map(|()| Task::Check),
        "test" => Ok(Task::Test(names(&mut parser)?)),
        "simulate" => Ok(Task::Simulate(lives(&mut parser)?)),
        "bench" => Ok(Task::Bench(parts(&mut parser)?)),
        "screenshots" => Ok(Task::Screenshots(pictures(&mut parser)?)),
        "deploy" => deploy(&mut parser),
        other => bail!("there is no `cargo xtask {other}`; there is:\n{HELP}"),
    }
}

fn serving(parser: &mut lexopt::Parser, site: Site) -> Result<Serving> {
    let mut serving = Serving { port: 8787, state: None, has_sample: false, site };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => serving.port = parser.value()?.parse()?,
            Long("state") => serving.state = Some(parser.value()?.into()),
            Long("sample") => serving.has_sample = true,
            Long("release") => serving.site = Site::Optimised,
            Long("quick") => serving.site = Site::Quick,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(serving)
}

/// `--optimised` and `--quick` build the two sites with `dev`, which `dev` and `test` otherwise build by themselves.
fn site(parser: &mut lexopt::Parser) -> Result<Site> {
    let mut site = Site::Production;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("optimised") => site = Site::Optimised,
            Long("quick") => site = Site::Quick,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(site)
}

fn names(parser: &mut lexopt::Parser) -> Result<Vec<String>> {
    let mut names = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(names)
}

fn lives(parser: &mut lexopt::Parser) -> Result<Lives> {
    let mut lives = Lives::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("seeds") => lives.seeds = parser.value()?.parse()?,
            Long("seed") => lives.seed = parser.value()?.parse()?,
            Long("steps") => lives.steps = parser.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(lives)
}

fn parts(parser: &mut lexopt::Parser) -> Result<Vec<Part>> {
    let mut parts = Part::ALL.to_vec();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => parts = Part::parse_list(&parser.value()?.string()?)?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(parts)
}

fn pictures(parser: &mut lexopt::Parser) -> Result<Pictures> {
    let mut pictures = Pictures::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("to") => pictures.folder = Some(parser.value()?.into()),
            Long("only") => pictures.only = Some(parser.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(pictures)
}

fn deploy(parser: &mut lexopt::Parser) -> Result<Task> {
    let mut is_dry_run = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("dry-run") => is_dry_run = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Deploy { is_dry_run })
}

fn nothing_more(parser: &mut lexopt::Parser) -> Result<()> {
    match parser.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &str) -> Result<Task> {
        parse(words.split_whitespace().map(Into::into).collect())
    }

    #[test]
    fn options_of_dev_are_understood() {
        let task = typed("dev --port 9000 --state /tmp/s --sample --release").unwrap();
        let expected =
            Serving { port: 9000, state: Some(PathBuf::from("/tmp/s")), has_sample: true, site: Site::Optimised };
        assert_eq!(task, Task::Dev(expected));
    }

    #[test]
    fn what_is_not_known_is_refused_with_a_sentence() {
        for words in [
            "fly",
            "dev --port many",
            "dev --colour",
            "check all",
            "deploy now",
            "bench --only speed",
            "simulate --seeds all",
            "screenshots everywhere",
            "screenshots --to",
        ] {
            assert!(typed(words).is_err(), "{words}");
        }
        assert_eq!(typed("").unwrap(), Task::Help);
        assert_eq!(typed("bench").unwrap(), Task::Bench(Part::ALL.to_vec()));
        assert_eq!(typed("bench --only check").unwrap(), Task::Bench(vec![Part::Check]));
        let lives = Lives { seeds: 7, seed: 3, ..Lives::default() };
        assert_eq!(typed("simulate --seeds 7 --seed 3").unwrap(), Task::Simulate(lives));
        assert_eq!(typed("bench --only lighthouse").unwrap(), Task::Bench(vec![Part::Lighthouse]));
        assert_eq!(typed("screenshots").unwrap(), Task::Screenshots(Pictures::default()));
        let pictures = Pictures { folder: Some("/tmp/p".into()), only: Some("desk".to_owned()) };
        assert_eq!(typed("screenshots --to /tmp/p --only desk").unwrap(), Task::Screenshots(pictures));
        assert_eq!(typed("deploy --dry-run").unwrap(), Task::Deploy { is_dry_run: true });
    }
}
