//! A mentor who is asked for a mentee: what staff and each of the two press.

use crate::desk::Desk;
use crate::http::Answer;
use crate::letters::Letter;
use crate::pair::cookie;
use crate::people::{address, send_request};
use crate::portal::Portal;
use domain::call::SendRequest;
use domain::desk::call::{AskMentor, AskMentorRequest, Decide, DecideRequest, DeskRecord};
use domain::form_post::field::{GO, OF};
use domain::problem::Problem;
use domain::programme::Role;
use domain::request::TALK_FIELD;
use domain::standing::{LETTER_WAITS_MS, Standing};
use domain::text::Language;
use domain::words::form::framework::{PROGRAMME, ROLE};
use domain::words::form::request as words;

/// The numbers of the made-up people.
pub const MENTOR: u32 = 1;
pub const MENTEE: u32 = 2;
pub const OTHER: u32 = 3;

pub fn decide(desk: &Desk<'_>, reference: &str, standing: Standing) -> Result<DeskRecord, Problem> {
    let seen = desk.read(reference).row.version;
    desk.call::<Decide>(&DecideRequest { reference: reference.to_owned(), seen, standing, comment: None, letter: None })
}

/// A mentor with one place who can be asked; their reference.
pub fn listed(portal: &Portal, desk: &Desk<'_>, number: u32) -> String {
    accepted(portal, desk, &send_request(number, Role::Mentor, Language::Sv))
}

/// A mentor with one place who has sent this and can be asked; their reference.
pub fn accepted(portal: &Portal, desk: &Desk<'_>, request: &SendRequest) -> String {
    let receipt = portal.send(request).expect("a receipt");
    // The fate of the first letters is another version.
    portal.work_outbox();
    let reference = receipt.reference.as_str().to_owned();
    let taken_up = decide(desk, &reference, Standing::UnderReview).expect("taken up");
    desk.check(&taken_up, 1);
    decide(desk, &reference, Standing::Listed).expect("listed");
    reference
}

/// Somebody who applies and opens the link of the first letter; their reference.
pub fn applied(portal: &Portal, number: u32) -> String {
    let receipt = portal.send(&send_request(number, Role::Mentee, Language::Sv)).expect("a receipt");
    portal.work_outbox();
    open(portal, &newest(portal, &address(number)));
    receipt.reference.as_str().to_owned()
}

pub fn ask(desk: &Desk<'_>, reference: &str, mentor: &str) -> Result<DeskRecord, Problem> {
    let seen = desk.read(reference).row.version;
    let request = AskMentorRequest { reference: reference.to_owned(), seen, mentor: mentor.to_owned(), letter: None };
    desk.call::<AskMentor>(&request)
}

/// The letters that wait for a slip of the hand go.
pub fn pass(portal: &Portal) {
    portal.set_clock(portal.offset_ms() + LETTER_WAITS_MS + 1000);
    portal.work_outbox();
}

/// The newest letter to an address; no other has its link.
pub fn newest(portal: &Portal, to: &str) -> Letter {
    let letters: Vec<serde_json::Value> = portal.get("/dev/letters.json").json();
    let newest = letters.iter().rev().find(|letter| letter["to"] == to).expect("a letter");
    let text = newest["text"].as_str().expect("a text");
    let is_it = |letter: &Letter| letter.to == to && text.contains(&letter.link_path());
    portal.letters_once(|letters| letters.iter().any(is_it)).into_iter().find(is_it).expect("a letter")
}

/// Opens a letter's link: the cookie, and where it leads.
pub fn open(portal: &Portal, letter: &Letter) -> (String, String) {
    let opened = portal.post_form(&letter.link_path(), &[]);
    assert_eq!(opened.status, 303, "{}", opened.body);
    (cookie(&opened), opened.header("location").to_owned())
}

/// Reads the page of a request, and presses one of its buttons.
pub fn answer(portal: &Portal, cookie: &str, of: &str, go: &str) -> Answer {
    talk(portal, cookie, of, go, "")
}

/// As [`answer`], with a text.
pub fn talk(portal: &Portal, cookie: &str, of: &str, go: &str, text: &str) -> Answer {
    let page = portal.get_as(cookie, &format!("/my/request?of={of}")).body;
    let asked_at = page.split_once("name=\"_asked\" value=\"").and_then(|(_, rest)| rest.split('"').next());
    let who = if go == words::REPLY_VALUE { "mentee" } else { "mentor" };
    let typed = [(TALK_FIELD, text), (PROGRAMME, "ki-alumni"), (ROLE, who)];
    let fields = [(GO, go), (OF, of), (words::ASKED_AT, asked_at.unwrap_or_default())];
    portal.post_as(cookie, "/my/request", &[&fields[..], &typed[..]].concat())
}
