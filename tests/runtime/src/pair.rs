//! A student and a mentor who share a framework: what each of the two does on their own page.

use crate::http::Answer;
use crate::letters::Letter;
use crate::people::{address, draft_for, id, mentor_address, send_request};
use crate::portal::{Kept, Portal};
use domain::call::{DraftId, SendRequest};
use domain::form_post::field;
use domain::framework::{Framework, Side};
use domain::letter::FrameworkNews;
use domain::programme::Role;
use domain::text::{Language, Text};
use domain::words::form::framework as words;
use domain::words::letter::framework as letter;

/// Two made-up people, by a number.
pub struct Pair<'a> {
    pub portal: &'a Portal,
    number: u32,
    programme: &'static str,
    /// Of their framework; nothing once it is erased.
    pub reference: String,
}

impl<'a> Pair<'a> {
    /// The student sends the form; nobody has opened any link.
    #[track_caller]
    pub fn sent(portal: &'a Portal, number: u32) -> Self {
        Self::sent_in(portal, number, "doctoral")
    }

    #[track_caller]
    fn sent_in(portal: &'a Portal, number: u32, programme: &'static str) -> Self {
        portal.send(&Self::request(number, programme)).expect("a receipt");
        portal.work_outbox();
        Self { programme, ..Self::again(portal, number) }
    }

    /// Two who were there before.
    pub fn again(portal: &'a Portal, number: u32) -> Self {
        let receipt = portal.find(number);
        let reference = receipt.map_or_else(String::new, |receipt| receipt.reference.as_str().to_owned());
        Self { portal, number, programme: "doctoral", reference }
    }

    fn request(number: u32, programme: &str) -> SendRequest {
        SendRequest {
            draft: draft_for(programme, number, Role::Framework, Language::Sv),
            ..send_request(number, Role::Mentee, Language::Sv)
        }
    }

    /// The student has opened the mailed link, so the mentor has been written to.
    #[track_caller]
    pub fn shared(portal: &'a Portal, number: u32) -> Self {
        Self::shared_in(portal, number, "doctoral")
    }

    /// As [`Self::shared`], in another programme.
    #[track_caller]
    pub fn shared_in(portal: &'a Portal, number: u32, programme: &'static str) -> Self {
        let pair = Self::sent_in(portal, number, programme);
        pair.session(Side::Mentee);
        portal.work_outbox();
        pair
    }

    /// Every letter to one of the two, in no order.
    pub fn letters(&self, side: Side) -> Vec<Letter> {
        let handed_over: Vec<serde_json::Value> = self.portal.get("/dev/letters.json").json();
        let all = self.portal.letters_once(|letters| letters.len() >= handed_over.len());
        all.into_iter().filter(|letter| letter.to == self.address(side)).collect()
    }

    /// The letters to one of the two with this in their subject.
    pub fn letters_saying(&self, side: Side, what: &str) -> Vec<Letter> {
        self.letters(side).into_iter().filter(|letter| letter.subject.contains(what)).collect()
    }

    pub fn address(&self, side: Side) -> String {
        if side == Side::Mentee { address(self.number) } else { mentor_address(self.number) }
    }

    /// Opens a link and gives the answer.
    pub fn open(&self, path: &str) -> Answer {
        self.portal.post_form(path, &[])
    }

    /// Opens the link of some letter to one of the two; gives the session's cookie.
    #[track_caller]
    pub fn session(&self, side: Side) -> String {
        let letters = self.letters(side);
        let opened = self.open(&letters.first().expect("a letter").link_path());
        assert_eq!(opened.status, 303);
        cookie(&opened)
    }

    pub fn page(&self, cookie: &str, path: &str) -> Answer {
        self.portal.get_as(cookie, path)
    }

    pub fn post(&self, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.portal.post_as(cookie, path, fields)
    }

    /// Presses a button of the own page.
    pub fn press(&self, cookie: &str, go: &str, seen: u32, ties: &[&str]) -> Answer {
        let seen = seen.to_string();
        let mut fields = vec![("_go", go), (field::OF, self.reference.as_str()), (words::SEEN, seen.as_str())];
        fields.extend(ties.iter().map(|tie| ("ties", *tie)));
        self.post(cookie, "/my", &fields)
    }

    /// Proposes other topics.
    pub fn propose(&self, cookie: &str, seen: u32, topics: &str) -> Answer {
        self.propose_stating(cookie, seen, topics, &[])
    }

    /// As [`Self::propose`], by a mentor who ticks these boxes.
    pub fn propose_stating(&self, cookie: &str, seen: u32, topics: &str, ties: &[&str]) -> Answer {
        let seen = seen.to_string();
        let mut fields = vec![
            (field::OF, self.reference.as_str()),
            (words::SEEN, seen.as_str()),
            (words::PROGRAMME, self.programme),
            ("how-often", "months-3"),
            ("how-long", "minutes-60"),
            ("who-books", "mentee"),
            ("topics", topics),
            ("until_year", "2027"),
            ("until_month", "6"),
            ("until_day", "30"),
        ];
        fields.extend(ties.iter().map(|tie| ("ties", *tie)));
        self.post(cookie, "/my/change", &fields)
    }

    /// The record, unless it is gone.
    pub fn record(&self) -> Option<Kept> {
        let id = DraftId::parse(&id(self.number)).expect("an id");
        self.portal.records().into_iter().find(|kept| kept.record.id == id)
    }

    #[track_caller]
    pub fn framework(&self) -> Framework {
        *self.record().expect("a record").record.framework.expect("a framework")
    }
}

/// The session's cookie of an opened link.
pub fn cookie(opened: &Answer) -> String {
    opened.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
}

/// How a letter's subject begins, before anything is filled in.
pub fn begins(news: FrameworkNews) -> &'static str {
    let subject = letter::subject(news).sv;
    subject.split('{').find(|part| part.len() > 3).unwrap_or_default().trim()
}

pub fn is_shown(page: &str, text: Text) -> bool {
    page.contains(text.sv)
}

/// Whether a marked place of a page is shown.
pub fn has(page: &str, place: &str) -> bool {
    let tags = page.split('<').map(|part| part.split('>').next().unwrap_or_default());
    let mut marked = tags.filter(|tag| tag.contains(&format!("data-fill=\"{place}\"")));
    marked.any(|tag| !tag.split_whitespace().any(|word| word.trim_end_matches("=\"\"") == "hidden"))
}
