//! What the portal asks of others and shows to them: nothing is loaded from elsewhere, no public file lies about unused.

use crate::checkout::File;

/// Beginnings of addresses that a browser would fetch by itself from another host.
const LOADED: [&str; 9] = [
    "src=\"http",
    "src=\"//",
    "src='http",
    "url(http",
    "url(\"http",
    "url('http",
    "url(//",
    "@import \"http",
    "@import url(",
];

/// Files that are asked for by their well-known name, or read by the platform.
const KNOWN_BY_NAME: [&str; 5] = [
    "public/robots.txt",
    "public/.well-known/security.txt",
    "public/favicon.ico",
    "public/_headers",
    "public/.assetsignore",
];

/// Scripts, styles, fonts or pictures from another host.
pub fn loaded_from_elsewhere(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.is_in("app") || file.is_in("public")) {
        for (index, line) in file.text.lines().enumerate() {
            let line = line.replace(' ', "").to_lowercase();
            let is_loaded_link = line.contains("<link") && line.contains("stylesheet") && line.contains("href=\"http");
            if is_loaded_link || LOADED.iter().any(|mark| line.contains(&mark.replace(' ', ""))) {
                findings.push(file.at(index + 1, "nothing is loaded from another host"));
            }
        }
    }
    findings
}

/// Public files that no page names.
pub fn unused_public_files(files: &[File]) -> Vec<String> {
    let sources: Vec<&File> = files
        .iter()
        .filter(|file| ["app", "domain", "functions", "public"].iter().any(|room| file.is_in(room)))
        .collect();
    files
        .iter()
        .filter(|file| file.is_in("public") && !KNOWN_BY_NAME.contains(&file.path.as_str()))
        .filter(|file| {
            let name = file.path.rsplit('/').next().unwrap_or_default();
            !sources.iter().any(|source| source.path != file.path && source.text.contains(name))
        })
        .map(|file| file.at(1, "no page names this file"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assert_tidy;
    use crate::checkout::files;

    #[test]
    fn nothing_is_loaded_from_another_host() {
        assert_tidy(&loaded_from_elsewhere(&files()));
        for bad in ["<script src=\"https://cdn.example/a.js\">", "@font-face { src: url(https://f.example/a) }"] {
            assert_eq!(loaded_from_elsewhere(&[File::new("app/portal/index.html", bad)]).len(), 1, "{bad}");
        }
        let link = "<a href=\"https://ki.se\">KI</a>";
        assert_eq!(loaded_from_elsewhere(&[File::new("app/portal/index.html", link)]).len(), 0);
    }

    #[test]
    fn every_public_file_is_named_by_some_page() {
        assert_tidy(&unused_public_files(&files()));
        let lonely = File::new("public/old.svg", "<svg/>");
        assert_eq!(unused_public_files(std::slice::from_ref(&lonely)).len(), 1);
        assert_eq!(unused_public_files(&[lonely, File::new("app/a.rs", "\"/old.svg\"")]).len(), 0);
    }
}
