//! The desk as somebody of the staff uses it: signed in by a letter, making calls.

use crate::http::Answer;
use crate::pair::cookie;
use crate::portal::{Portal, USUAL, call_request};
use domain::desk::call::{
    Before, DeskCall, DeskRecord, LogEntry, ReadLog, ReadRecord, ReadRecordRequest, SetMembers, SetMembersRequest,
    SetMentor, SetMentorRequest,
};
use domain::desk::member::{Authority, Member};
use domain::problem::{Problem, ProblemJson};
use domain::text::Language;
use domain::words::desk::staff::logged;
use ureq::http::Request;
use ureq::http::header::{HeaderName, HeaderValue};

/// The configured first administrator of tests.
pub const CHIEF: &str = "chief@example.org";

/// A portal that has one, without limits.
pub fn portal(name: &str) -> Portal {
    portal_with(name, &[])
}

/// As [`portal`], with these variables too.
pub fn portal_with(name: &str, more: &[(&str, &str)]) -> Portal {
    Portal::start_with(name, &USUAL.into_iter().chain(more.iter().copied()).collect::<Vec<_>>())
}

/// How many letters were handed over so far.
pub fn letters_so_far(portal: &Portal) -> usize {
    portal.get("/dev/letters.json").json::<Vec<serde_json::Value>>().len()
}

/// Somebody of the staff.
pub fn member(address: &str, authority: Authority, programmes: &[&str]) -> Member {
    Member {
        address: address.to_owned(),
        name: "Sam Sample".to_owned(),
        authority,
        programmes: programmes.iter().map(|slug| (*slug).to_owned()).collect(),
        daily_letter: false,
        language: Language::Sv,
    }
}

/// Somebody at the desk.
pub struct Desk<'a> {
    pub portal: &'a Portal,
    pub cookie: String,
}

impl<'a> Desk<'a> {
    /// Asks for a link, reads the letter and opens it.
    #[track_caller]
    pub fn sign_in(portal: &'a Portal, address: &str) -> Self {
        let opened = portal.post_form(&Self::link(portal, address), &[]);
        assert_eq!((opened.status, opened.header("location")), (303, "/desk"));
        Self { portal, cookie: cookie(&opened) }
    }

    /// The path of the newest link that went to an address.
    #[track_caller]
    pub fn link(portal: &Portal, address: &str) -> String {
        let asked = portal.post_form("/desk/sign-in", &[("email", address)]);
        assert_eq!((asked.status, asked.header("location")), (303, "/desk/sign-in/sent"));
        portal.work_outbox();
        let letters: Vec<serde_json::Value> = portal.get("/dev/letters.json").json();
        let newest = letters.iter().rev().find(|letter| letter["to"] == address).expect("a letter");
        let text = newest["text"].as_str().expect("a text");
        let at = text.find("/l/").expect("a link");
        text[at..].split_whitespace().next().expect("a path").to_owned()
    }

    /// The administrator, with these others on the list.
    #[track_caller]
    pub fn chief(portal: &'a Portal, members: Vec<Member>) -> Self {
        let chief = Self::sign_in(portal, CHIEF);
        chief.call::<SetMembers>(&SetMembersRequest { seen: 0, members }).expect("a list of staff");
        chief
    }

    #[track_caller]
    pub fn call<C: DeskCall>(&self, request: &C::Request) -> Result<C::Reply, Problem> {
        let body = serde_json::to_vec(request).expect("it can be written as JSON");
        let answer = self.raw(C::PATH, body, &[]);
        if answer.status == 200 { Ok(answer.json()) } else { Err(answer.json::<ProblemJson>().problem) }
    }

    /// A record, opened.
    #[track_caller]
    pub fn read(&self, reference: &str) -> DeskRecord {
        let request = ReadRecordRequest { reference: reference.to_owned(), reason: None };
        self.call::<ReadRecord>(&request).expect("a record")
    }

    /// Writes who a mentor is, and how many more they take.
    #[track_caller]
    pub fn check(&self, mentor: &DeskRecord, free: u32) -> DeskRecord {
        let request = SetMentorRequest {
            reference: mentor.row.reference.clone(),
            seen: mentor.row.version,
            checked: "Ringde arbetsplatsen.".to_owned(),
            free: free.to_string(),
            paused_until: String::new(),
        };
        self.call::<SetMentor>(&request).expect("checked")
    }

    /// The newest lines of the log; each says in words what was done.
    #[track_caller]
    pub fn log(&self) -> Vec<LogEntry> {
        let lines = self.call::<ReadLog>(&Before { before: None }).expect("the log");
        for line in &lines {
            assert!(logged(&line.what).is_some(), "the log has no words for {}", line.what);
        }
        lines
    }

    /// A call with these headers in the place of, or beside, the usual ones.
    #[track_caller]
    pub fn raw(&self, path: &str, body: Vec<u8>, headers: &[(&str, &str)]) -> Answer {
        let mut request: Request<Vec<u8>> = call_request(&self.portal.url(path), body);
        let usual = [("cookie", self.cookie.as_str())];
        for (name, value) in usual.iter().chain(headers).filter(|(_, value)| !value.is_empty()) {
            let name: HeaderName = name.parse().expect("a header");
            request.headers_mut().insert(name, HeaderValue::from_str(value).expect("a value"));
        }
        self.portal.run(request)
    }
}
