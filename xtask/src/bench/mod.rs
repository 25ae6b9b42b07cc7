//! `cargo xtask bench`: how big and how fast everything is, beside what it is measured against, as one table.
//!
//! Where to start: each part is one file or folder that measures and returns [`table::Section`]s. Nothing here is a test: a busy
//! machine gives other numbers, and no number makes anything fail.

mod accessibility;
mod check;
mod desk;
mod document;
mod folder;
mod kit;
mod lighthouse;
mod load;
mod mentors;
mod plain;
mod portal;
mod rebuild;
mod submissions;
mod table;
mod visit;
mod workers;

use anyhow::{Result, bail};

use crate::plan;
use crate::project::Project;
use crate::setup;
use table::Section;

/// What can be measured by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Bytes of a first visit.
    Sizes,
    /// Scores and times of a first visit on a slow phone.
    Lighthouse,
    /// Taps and bytes of the way to a mentor of one's own.
    Kit,
    /// What axe-core finds in the full matrix of widths, schemes and languages.
    Accessibility,
    /// Kept submissions a second.
    Submissions,
    /// Opening the desk, and working at it.
    Desk,
    /// A mentee's page of many mentors.
    Mentors,
    /// Sizes of the Workers.
    Workers,
    /// `Draft::check()` a second.
    Check,
    /// Seconds of rebuilding.
    Rebuild,
}

impl Part {
    /// In the order of the table. Rebuilding comes last: it makes every other build stale.
    pub const ALL: [Self; 10] = [
        Self::Sizes,
        Self::Lighthouse,
        Self::Kit,
        Self::Accessibility,
        Self::Submissions,
        Self::Desk,
        Self::Mentors,
        Self::Workers,
        Self::Check,
        Self::Rebuild,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Sizes => "sizes",
            Self::Lighthouse => "lighthouse",
            Self::Kit => "kit",
            Self::Accessibility => "accessibility",
            Self::Submissions => "submissions",
            Self::Desk => "desk",
            Self::Mentors => "mentors",
            Self::Workers => "workers",
            Self::Check => "check",
            Self::Rebuild => "rebuild",
        }
    }

    /// Those named in a list such as `sizes,check`.
    pub fn parse_list(list: &str) -> Result<Vec<Self>> {
        let known = || Self::ALL.map(Self::name).join(", ");
        let parse = |name: &str| match Self::ALL.into_iter().find(|part| part.name() == name) {
            Some(part) => Ok(part),
            None => bail!("there is nothing called `{name}` to measure; there is: {}", known()),
        };
        list.split(',').map(str::trim).map(parse).collect()
    }

    /// Of the part's first section; any other has its own.
    const fn title(self) -> &'static str {
        match self {
            Self::Sizes => "First visit, bytes (brotli 11)",
            Self::Lighthouse => "First visit, slow phone: scores",
            Self::Kit => "A mentor of one's own, all told",
            Self::Accessibility => "Accessibility, findings of axe-core",
            Self::Submissions => "Kept submissions",
            Self::Desk => "The desk, opening it",
            Self::Mentors => "A mentee's page of mentors, bytes",
            Self::Workers => "Workers, bytes (gzip -9)",
            Self::Check => "Draft::check()",
            Self::Rebuild => "Rebuild after touching",
        }
    }

    fn measure(self, project: &Project) -> Result<Vec<Section>> {
        let section = match self {
            Self::Lighthouse => return lighthouse::measure(project),
            Self::Desk => return desk::measure(project),
            Self::Mentors => return mentors::measure(project),
            Self::Sizes => visit::measure(project),
            Self::Kit => kit::measure(project),
            Self::Accessibility => accessibility::measure(project),
            Self::Submissions => submissions::measure(project),
            Self::Workers => workers::measure(project),
            Self::Check => check::measure(project),
            Self::Rebuild => rebuild::measure(project),
        };
        section.map(|section| vec![section])
    }
}

/// Measures the parts in the order of the table and prints it. What fails is told in its place, and the rest is still
/// measured.
pub fn run(project: &Project, wanted: &[Part]) -> Result<()> {
    plan::carry_out(setup::steps(project)?)?;
    let mut sections = Vec::new();
    let mut failures = Vec::new();
    for part in Part::ALL.into_iter().filter(|part| wanted.contains(part)) {
        eprintln!("measuring: {}", part.name());
        let mut measured = part.measure(project).unwrap_or_else(|problem| {
            // All of it here; the table has room for its first line.
            eprintln!("\nnot measured: {problem:#}\n");
            failures.push(part.name());
            vec![Section::failed(&problem)]
        });
        if let Some(first) = measured.first_mut() {
            first.title(part.title());
        }
        sections.extend(measured);
    }
    print!("{}", table::written(&sections));
    if failures.is_empty() { Ok(()) } else { bail!("could not be measured: {}", failures.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_in_a_list_and_an_unknown_one_is_refused() {
        assert_eq!(Part::parse_list("workers,sizes").unwrap(), [Part::Workers, Part::Sizes]);
        assert_eq!(Part::parse_list(&Part::ALL.map(Part::name).join(", ")).unwrap(), Part::ALL);
        assert!(Part::parse_list("sizes,speed").is_err());
        assert!(Part::parse_list("").is_err());
    }
}
