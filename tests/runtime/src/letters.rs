//! Letters as a mail program reads them: complete `.eml` files, parsed by an independent parser.

use crate::portal::Portal;
use mail_parser::{Address, MessageParser};
use std::path::Path;

/// The runtime writes letters as files by itself and tells nobody: this is how often and how long they are looked for.
const FILE_LOOKS_MAX: u32 = 1000;
const FILE_LOOK_PAUSE: std::time::Duration = std::time::Duration::from_millis(20);

/// One letter.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    pub from: String,
    pub reply_to: Option<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Every letter in the folder.
pub fn read(folder: &Path) -> Vec<Letter> {
    let entries = std::fs::read_dir(folder).expect("the letters' folder is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let letters = paths.filter(|path| path.extension().is_some_and(|extension| extension == "eml"));
    letters.map(|path| parse(&std::fs::read(path).expect("a letter can be read"))).collect()
}

fn parse(raw: &[u8]) -> Letter {
    let message = MessageParser::default().parse(raw).expect("a letter is MIME");
    let first = |address: Option<&Address>| address.and_then(|all| all.first()?.address().map(str::to_owned));
    Letter {
        to: first(message.to()).expect("a letter has a To"),
        from: first(message.from()).expect("a letter has a From"),
        reply_to: first(message.reply_to()),
        subject: message.subject().expect("a letter has a subject").to_owned(),
        text: message.body_text(0).expect("a letter has plain text").into_owned(),
        html: message.body_html(0).expect("a letter has HTML").into_owned(),
    }
}

impl Letter {
    /// The secret in the one link of the letter.
    pub fn link_path(&self) -> String {
        let at = self.text.find("/l/").expect("a letter to a person has a link");
        let start = self.text[..at].rfind("://").map_or(at, |scheme| scheme + 3);
        let from_host = &self.text[start..];
        let path = &from_host[from_host.find('/').expect("a path")..];
        path.split_whitespace().next().expect("a path").to_owned()
    }
}

impl Portal {
    /// Every letter that has left, as files on disk. How many were handed over is known at once, so none too many goes
    /// unseen; the files themselves come a moment after the runtime has written them.
    #[track_caller]
    pub fn letters(&self, count: usize) -> Vec<Letter> {
        let letters = self.all_letters();
        assert_eq!(letters.len(), count, "{letters:#?}");
        letters
    }

    /// Every letter handed over so far.
    #[track_caller]
    pub fn all_letters(&self) -> Vec<Letter> {
        let handed_over: Vec<serde_json::Value> = self.get("/dev/letters.json").json();
        self.letters_once(|letters| letters.len() >= handed_over.len())
    }

    /// Every letter there is, once they are enough.
    #[track_caller]
    pub fn letters_once(&self, are_enough: impl Fn(&[Letter]) -> bool) -> Vec<Letter> {
        let folder = self.server().letters();
        for _ in 0..FILE_LOOKS_MAX {
            let letters = read(&folder);
            if are_enough(&letters) {
                return letters;
            }
            std::thread::sleep(FILE_LOOK_PAUSE);
        }
        panic!("not enough letters came: {:#?}", read(&folder));
    }
}
