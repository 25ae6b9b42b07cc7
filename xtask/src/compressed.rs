//! Brotli at its slowest and smallest. Node, which is there anyway, compresses: the files that a build keeps so, and what `bench`
//! takes for a file's bytes on the wire.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

/// Before each of the scripts: the files named, and how one is compressed. Node's window, 4 MB, holds the biggest program whole.
const SHARED: &str = r#"
const { readFileSync, writeFileSync } = require("node:fs");
const { brotliCompressSync, gzipSync, constants } = require("node:zlib");
const files = process.argv.slice(1);
const brotli = (content) => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params });
};
"#;

/// Prints `[[plain, brotli 11, gzip 9], …]`, one entry for each file.
const SIZES: &str = r"
const sizes = (content) => [content.length, brotli(content).length, gzipSync(content, { level: 9 }).length];
console.log(JSON.stringify(files.map((file) => sizes(readFileSync(file)))));
";

/// Writes each file's compressed form beside it.
const KEEP: &str = "for (const file of files) writeFileSync(`${file}.br`, brotli(readFileSync(file)));";

/// One file's sizes in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub plain: u64,
    pub brotli: u64,
    pub gzip: u64,
}

/// The sizes of files, in their order.
pub fn sizes(files: &[PathBuf]) -> Result<Vec<Size>> {
    let sizes: Vec<[u64; 3]> = serde_json::from_slice(&run(SIZES, files)?).context("`node` did not print the sizes")?;
    Ok(sizes.into_iter().map(|[plain, brotli, gzip]| Size { plain, brotli, gzip }).collect())
}

/// Writes `<name>.br` beside each file; a megabyte takes 2 seconds.
pub fn keep(files: &[PathBuf]) -> Result<()> {
    run(KEEP, files).map(drop)
}

fn run(script: &str, files: &[PathBuf]) -> Result<Vec<u8>> {
    let script = [SHARED, script].concat();
    let output =
        Command::new("node").args(["-e", &script, "--"]).args(files).output().context("cannot start `node`")?;
    if !output.status.success() {
        bail!("compressing failed: {}", crate::run::last_lines(&String::from_utf8_lossy(&output.stderr), 1));
    }
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_shrinks_and_a_file_that_is_not_there_is_an_error() {
        let file = std::env::temp_dir().join(format!("xtask-compressed-{}", std::process::id()));
        std::fs::write(&file, "mentor ".repeat(1000)).unwrap();
        let found = sizes(std::slice::from_ref(&file)).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].plain, 7000);
        assert!(found[0].brotli < found[0].gzip && found[0].gzip < 200, "{found:?}");
        keep(std::slice::from_ref(&file)).unwrap();
        let kept = file.with_extension("br");
        assert_eq!(std::fs::metadata(&kept).unwrap().len(), found[0].brotli);
        for file in [&file, &kept] {
            std::fs::remove_file(file).unwrap();
        }
        assert!(sizes(std::slice::from_ref(&file)).is_err());
        assert!(keep(&[file]).is_err());
    }
}
