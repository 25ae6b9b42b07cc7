//! How long a change takes until the quick build has it: what somebody at work waits for.

use std::fs::File;
use std::path::Path;
use std::time::{Instant, SystemTime};

use anyhow::{Context as _, Result};

use super::table::Section;
use crate::build::{self, Site};
use crate::plan;
use crate::project::Project;

/// A file from each room that is changed most; the first is read by everything.
const TOUCHED: [(&str, &str); 3] = [
    ("a programme", "programmes/ki-alumni.toml"),
    ("a view of the portal", "app/portal/src/views/form.rs"),
    ("the ledger", "functions/ledger/src/object.rs"),
];

pub fn measure(project: &Project) -> Result<Section> {
    plan::carry_out(build::steps(project, Site::Quick))?;
    let mut section = Section::new(&["seconds", "built"], "of first");
    let mut first = None;
    for (name, file) in TOUCHED {
        touch(&project.path(file))?;
        let start = Instant::now();
        let steps = build::steps(project, Site::Quick);
        let built = format!("{} of {}", steps.len(), build::WORKERS.len() + 1);
        plan::carry_out(steps).with_context(|| format!("after touching {file}"))?;
        let seconds = start.elapsed().as_secs_f64();
        let first = *first.get_or_insert(seconds);
        section.row(format!("{name}, {file}"), vec![format!("{seconds:.1}"), built], Some(seconds / first));
    }
    section.note("`cargo xtask build --quick` after everything was fresh; built: of the pages and the two Workers.");
    Ok(section)
}

/// A new time of change and the same content, as saving without a change gives.
fn touch(path: &Path) -> Result<()> {
    File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(SystemTime::now()))
        .with_context(|| format!("cannot touch {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_touched_is_there() {
        let project = Project::here().unwrap();
        for (_, file) in TOUCHED {
            assert!(project.path(file).is_file(), "{file}");
        }
    }

    #[test]
    fn touching_changes_the_time_and_nothing_else() {
        let path = std::env::temp_dir().join(format!("xtask-touch-{}", std::process::id()));
        std::fs::write(&path, "same").unwrap();
        File::options().append(true).open(&path).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
        touch(&path).unwrap();
        assert!(std::fs::metadata(&path).unwrap().modified().unwrap() > SystemTime::UNIX_EPOCH);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "same");
        std::fs::remove_file(&path).unwrap();
    }
}
