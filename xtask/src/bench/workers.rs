//! How big the two Workers are as they are deployed, beside the 300 KB that each may have.

use std::path::PathBuf;

use anyhow::Result;

use super::table::{Section, grouped, ratio};
use crate::build::{self, Site, WORKERS};
use crate::compressed::{self, Size};
use crate::plan;
use crate::project::Project;

/// What each Worker is to stay below: a tenth of what Cloudflare's free plan takes, so that it starts at once.
const AIM_BYTES: u64 = 300_000;

pub fn measure(project: &Project) -> Result<Section> {
    plan::carry_out(build::steps(project, Site::Production))?;
    let mut section = Section::new(&["wasm", "js", "sum", "unpacked"], "of 300 KB");
    for worker in WORKERS {
        let folder = Site::Production.worker(project, worker);
        let files: Vec<PathBuf> = ["index_bg.wasm", "index.js"].map(|file| folder.join(file)).to_vec();
        let sizes = compressed::sizes(&files)?;
        let sum = |bytes: fn(&Size) -> u64| sizes.iter().map(bytes).sum::<u64>();
        let gzip = sum(|size| size.gzip);
        let mut figures: Vec<String> = sizes.iter().map(|size| grouped(size.gzip)).collect();
        figures.extend([grouped(gzip), grouped(sum(|size| size.plain))]);
        section.row_with_aim(format!("functions/{worker}"), figures, Some(ratio(gzip, AIM_BYTES)), "aim 1.00 or less");
    }
    Ok(section)
}
