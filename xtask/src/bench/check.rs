//! How many drafts a second the rules check, natively and compiled for release: `domain/examples/check_rate.rs` counts.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::table::{Section, grouped};
use crate::project::Project;

pub fn measure(project: &Project) -> Result<Section> {
    let output = Command::new("cargo")
        .args(["run", "--quiet", "--release", "--package", "domain", "--example", "check_rate"])
        .current_dir(project.root())
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start `cargo`")?;
    if !output.status.success() {
        bail!("domain/examples/check_rate.rs ended with {}", output.status);
    }
    let rates = rates(&String::from_utf8_lossy(&output.stdout))?;
    let mut section = Section::new(&["a second", "µs each"], "of first");
    let mut first = None;
    for (name, rate) in rates {
        let first = *first.get_or_insert(rate);
        let figures = vec![grouped(rate), format!("{:.1}", 1e6 / super::table::ratio(rate, 1))];
        section.row(name, figures, Some(super::table::ratio(rate, first)));
    }
    section.note("Compiled as the Workers are (for size), but for this machine; one thread.");
    Ok(section)
}

/// One line for each kind of draft: a whole number a second, a tab, its name.
fn rates(printed: &str) -> Result<Vec<(String, u64)>> {
    let rates = printed
        .lines()
        .map(|line| {
            let (rate, name) = line.split_once('\t')?;
            Some((name.to_owned(), rate.parse().ok().filter(|rate| *rate > 0)?))
        })
        .collect::<Option<Vec<_>>>();
    rates.filter(|rates| !rates.is_empty()).with_context(|| format!("what was printed is not a rate: {printed}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_rates_are_read_and_anything_else_is_refused() {
        let expected = [("longest".to_owned(), 81_234), ("empty".to_owned(), 7)];
        assert_eq!(rates("81234\tlongest\n7\tempty\n").unwrap(), expected);
        for bad in ["", "fast\tlongest", "0\tlongest", "12"] {
            assert!(rates(bad).is_err(), "{bad}");
        }
    }
}
