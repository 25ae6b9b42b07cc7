//! The hashed files below `/build/`: as the build keeps them compressed, untouched, to whoever takes brotli, and plain to
//! everybody else.

use runtime_tests::http::Answer;
use runtime_tests::portal::Portal;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;
use ureq::http::Request;
use xtask::build::Site;
use xtask::project::Project;

static PORTAL: LazyLock<Portal> = LazyLock::new(|| Portal::start("files"));

/// What a file is, by how its name ends.
const KINDS: [(&str, &str); 3] =
    [("js", "text/javascript; charset=utf-8"), ("wasm", "application/wasm"), ("txt", "text/plain; charset=utf-8")];

/// Every hashed file of the build: its address, where it lies, and its kind.
fn files() -> Vec<(String, PathBuf, &'static str)> {
    let folder = Site::Optimised.pages(&Project::here().unwrap()).join("build");
    let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).filter_map(|path| {
        let (_, kind) = KINDS.into_iter().find(|(ending, _)| path.extension().unwrap() == *ending)?;
        Some((format!("/build/{}", path.file_name().unwrap().display()), path, kind))
    });
    files.collect()
}

fn kept(path: &std::path::Path) -> PathBuf {
    path.with_added_extension("br")
}

#[track_caller]
fn ask(method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(PORTAL.url(address));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    PORTAL.run(request.body(Vec::new()).unwrap())
}

const BROTLI: (&str, &str) = ("accept-encoding", "br");
const PLAIN: (&str, &str) = ("accept-encoding", "identity");

#[test]
fn whoever_takes_brotli_gets_every_file_as_it_is_kept() {
    for kind in KINDS {
        assert!(files().iter().any(|(_, _, of)| *of == kind.1), "{}", kind.0);
    }
    for (address, path, kind) in files() {
        let (answer, plain) = (ask("GET", &address, &[BROTLI]), ask("GET", &address, &[PLAIN]));
        assert_eq!((answer.status, answer.header("content-encoding")), (200, "br"), "{address}");
        assert!(answer.bytes == std::fs::read(kept(&path)).unwrap(), "{address}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{address}");
        assert_eq!(answer.header("content-type"), kind, "{address}");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable", "{address}");
        assert_ne!(answer.header("etag"), plain.header("etag"), "{address}");
        for header in ["content-type", "cache-control", "content-security-policy", "x-content-type-options"] {
            assert_eq!(answer.header(header), plain.header(header), "{address}: {header}");
        }
        let head = ask("HEAD", &address, &[BROTLI]);
        assert_eq!((head.status, head.header("content-encoding"), head.bytes.len()), (200, "br", 0), "{address}");
    }
}

#[test]
fn what_is_kept_is_the_file() {
    let check = r#"
        const { readFileSync } = require("node:fs");
        const { brotliDecompressSync } = require("node:zlib");
        for (const file of process.argv.slice(1)) {
            if (!brotliDecompressSync(readFileSync(`${file}.br`)).equals(readFileSync(file))) throw new Error(file);
        }"#;
    let files = files().into_iter().map(|(_, path, _)| path);
    assert!(Command::new("node").args(["-e", check, "--"]).args(files).status().unwrap().success());
}

#[test]
fn whoever_does_not_take_brotli_gets_the_plain_file() {
    let none: &[(&str, &str)] = &[];
    let unwanted = [PLAIN, ("accept-encoding", "br;q=0"), ("accept-encoding", "deflate, BR; q=0.0")];
    for (address, path, kind) in files() {
        let file = std::fs::read(path).unwrap();
        for headers in unwanted.iter().map(std::slice::from_ref).chain([none]) {
            let answer = ask("GET", &address, headers);
            assert_eq!((answer.status, answer.header("content-encoding")), (200, ""), "{address} {headers:?}");
            assert!(answer.bytes == file, "{address} {headers:?}");
            assert_eq!(answer.header("content-type"), kind, "{address} {headers:?}");
        }
    }
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    for (address, _, _) in files() {
        for coding in [BROTLI, PLAIN] {
            let tag = ask("GET", &address, &[coding]).header("etag").to_owned();
            for known in [tag.clone(), format!("W/{tag}")] {
                let again = ask("GET", &address, &[coding, ("if-none-match", &known)]);
                assert_eq!((again.status, again.bytes.len()), (304, 0), "{address} {coding:?}");
                assert_eq!(again.header("etag"), tag, "{address} {coding:?}");
                assert!(again.header("cache-control").contains("immutable"), "{address} {coding:?}");
            }
            let changed = ask("GET", &address, &[coding, ("if-none-match", "\"other\"")]);
            assert_eq!(changed.status, 200, "{address} {coding:?}");
        }
    }
}

#[test]
fn files_are_only_read_and_what_is_not_there_is_not_there_compressed() {
    let (address, path, _) = files().remove(0);
    for coding in [BROTLI, PLAIN] {
        assert_eq!(ask("POST", &address, &[coding]).status, 405);
        for missing in [format!("/en{address}"), "/build/portal-0000000000000000.js".to_owned()] {
            let answer = ask("GET", &missing, &[coding]);
            assert_eq!(answer.status, 404, "{missing}");
            assert!(!answer.header("cache-control").contains("immutable"), "{missing}");
        }
    }
    // By its own name it is bytes that nobody is told how to read, and not for a year.
    let by_name = ask("GET", &format!("{address}.br"), &[PLAIN]);
    assert!(by_name.bytes == std::fs::read(kept(&path)).unwrap());
    assert!(!by_name.header("cache-control").contains("immutable"));
}
