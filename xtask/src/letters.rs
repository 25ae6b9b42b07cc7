//! Brings every letter that the local runtime writes into `<state>/letters/`, complete, and keeps it there.
//!
//! The runtime writes a raw letter to `$TMPDIR/miniflare-…/files/email/<id>.eml` and deletes that folder at a polite end.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::Result;

/// A letter is a few kilobytes, written at once; one whose size stood still this long is complete.
const STILL_MILLISECONDS: u64 = 50;

/// The collecting thread of one state folder.
#[derive(Debug)]
pub struct Letters {
    state: PathBuf,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Letters {
    /// First takes what a killed run left, then goes on collecting.
    pub fn collect(state: &Path) -> Result<Self> {
        take_all(state);
        let is_over = Arc::new(AtomicBool::new(false));
        let thread = std::thread::Builder::new().name("letters".to_owned()).spawn({
            let (state, is_over) = (state.to_path_buf(), Arc::clone(&is_over));
            move || {
                let mut sizes = HashMap::new();
                while !is_over.load(Ordering::Relaxed) {
                    sizes = take_still(&state, &sizes);
                    std::thread::sleep(Duration::from_millis(STILL_MILLISECONDS));
                }
            }
        })?;
        Ok(Self { state: state.to_path_buf(), is_over, thread: Some(thread) })
    }

    /// Takes the last letters; to be called when the runtime is dead and nothing is being written any more.
    pub fn finish(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // It does not panic, and if it did, the letters are taken below all the same.
            let _ = thread.join();
            take_all(&self.state);
        }
    }
}

/// Takes the letters whose size is what it was the last time, and returns the sizes of the others.
fn take_still(state: &Path, before: &HashMap<PathBuf, u64>) -> HashMap<PathBuf, u64> {
    let mut sizes = HashMap::new();
    for letter in written(state) {
        let size = fs::metadata(&letter).map_or(0, |facts| facts.len());
        if size > 0 && before.get(&letter) == Some(&size) {
            take(state, &letter);
        } else {
            sizes.insert(letter, size);
        }
    }
    sizes
}

/// With the runtime dead, a letter is as complete as it will ever be; an empty one was never sent.
fn take_all(state: &Path) {
    for letter in written(state) {
        if fs::metadata(&letter).is_ok_and(|facts| facts.len() > 0) {
            take(state, &letter);
        }
    }
}

/// Moving keeps the time at which the letter was written.
fn take(state: &Path, letter: &Path) {
    if let Some(name) = letter.file_name()
        && let Err(problem) = fs::rename(letter, state.join("letters").join(name))
    {
        eprintln!("cannot keep the letter {}: {problem}", letter.display());
    }
}

fn written(state: &Path) -> Vec<PathBuf> {
    let Ok(folders) = fs::read_dir(state.join("run")) else {
        return Vec::new();
    };
    folders
        .filter_map(Result::ok)
        .filter(|folder| folder.file_name().to_string_lossy().starts_with("miniflare-"))
        .filter_map(|folder| fs::read_dir(folder.path().join("files/email")).ok())
        .flatten()
        .filter_map(Result::ok)
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|end| end == "eml"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_letter_arrives_and_so_does_one_left_by_a_killed_run() {
        let state = std::env::temp_dir().join(format!("xtask-letters-{}", std::process::id()));
        let out = state.join("run/miniflare-1/files/email");
        fs::create_dir_all(&out).unwrap();
        fs::create_dir_all(state.join("letters")).unwrap();
        fs::write(out.join("left.eml"), "Subject: left").unwrap();
        fs::write(out.join("empty.eml"), "").unwrap();
        let mut letters = Letters::collect(&state).unwrap();
        assert!(state.join("letters/left.eml").is_file());
        fs::write(out.join("new.eml"), "Subject: new").unwrap();
        for _ in 0..100 {
            if state.join("letters/new.eml").is_file() {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        assert_eq!(fs::read_to_string(state.join("letters/new.eml")).unwrap(), "Subject: new");
        fs::write(out.join("last.eml"), "Subject: last").unwrap();
        letters.finish();
        assert!(state.join("letters/last.eml").is_file());
        assert!(!state.join("letters/empty.eml").exists());
        fs::remove_dir_all(&state).unwrap();
    }
}
