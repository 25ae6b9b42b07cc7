//! How big a file is on the wire: Node, which is there anyway, compresses as a content network would.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

/// Prints `[[plain, brotli 11, gzip 9], …]`, one entry for each file named.
const SCRIPT: &str = r#"
const { readFileSync } = require("node:fs");
const { brotliCompressSync, gzipSync, constants } = require("node:zlib");
const sizes = process.argv.slice(1).map((file) => {
  const content = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return [content.length, brotliCompressSync(content, { params }).length, gzipSync(content, { level: 9 }).length];
});
console.log(JSON.stringify(sizes));
"#;

/// One file's sizes in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub plain: u64,
    pub brotli: u64,
    pub gzip: u64,
}

/// The sizes of files, in their order.
pub fn sizes(files: &[PathBuf]) -> Result<Vec<Size>> {
    let output = Command::new("node").args(["-e", SCRIPT, "--"]).args(files).output().context("cannot start `node`")?;
    if !output.status.success() {
        bail!("compressing failed: {}", crate::run::last_lines(&String::from_utf8_lossy(&output.stderr), 1));
    }
    let sizes: Vec<[u64; 3]> = serde_json::from_slice(&output.stdout).context("`node` did not print the sizes")?;
    Ok(sizes.into_iter().map(|[plain, brotli, gzip]| Size { plain, brotli, gzip }).collect())
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
        std::fs::remove_file(&file).unwrap();
        assert!(sizes(&[file]).is_err());
    }
}
