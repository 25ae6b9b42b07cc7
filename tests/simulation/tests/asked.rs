//! What a person asks of staff about their data, and what staff answer; nothing goes wrong around it.

use domain::asked::{ASK_FIELD, ASKED_MAX, Ask, TEXT_FIELD};
use domain::call::{AskRequest, OpenRequest, OwnPage};
use domain::desk::call::{After, AnswerAskedRequest, Mark, MarkRequest, ReadRecordRequest};
use domain::desk::member::Authority;
use domain::desk::row::{Marks, Row};
use domain::ledger::{Happening, Record, annotate, asked, daily, links, reading};
use domain::link::LinkHash;
use domain::problem::{Fault, FaultKind, Problem};
use domain::programme::Role;
use domain::reference::Reference;
use simulation::calm::{Calm, id, secret};
use simulation::desk::{CHIEF, FIRST, by, member, sign_in, staffed};

const ALUMNI: &str = "ki-alumni";
const WRONG: &str = "Min institution är fel.";

/// One application, and its person's session behind the receipt's link.
fn opened(calm: &mut Calm, number: u64) -> (Reference, LinkHash) {
    let reference = calm.received(number, ALUMNI, Role::Mentee).reference;
    let session = LinkHash::of(format!("session {number}").as_bytes());
    let request = OpenRequest { link: secret(number).hash(), session: session.clone() };
    calm.decide(move |book| links::open(book, None, &request)).unwrap();
    (reference, session)
}

fn ask(calm: &Calm, whose: &(Reference, LinkHash), what: &str, text: &str) -> Result<OwnPage, Problem> {
    let (of, session) = whose.clone();
    let request = AskRequest { session, of, what: what.to_owned(), text: text.to_owned() };
    calm.decide(move |book| asked::ask(book, &request))
}

fn answer(calm: &Calm, seen: u32, number: u32, is_done: bool, answer: &str) -> Result<Record, Problem> {
    let request = AnswerAskedRequest { reference: String::new(), seen, number, is_done, answer: answer.to_owned() };
    calm.decide(move |book| asked::answer(book, &id(1), CHIEF, &request))
}

fn is_marked(record: &Record) -> bool {
    Row::of(record, Marks::default()).marks.has(Marks::ASKED)
}

#[test]
fn what_is_asked_twice_is_asked_once_and_more_of_the_same_is_not_lost_unseen() {
    let mut calm = staffed(&[]);
    let whose = opened(&mut calm, 1);
    assert!(!is_marked(&calm.record(1)));
    let first = ask(&calm, &whose, "correction", WRONG).unwrap();
    assert_eq!(first.asked.len(), 1);
    let version = calm.record(1).version;
    assert_eq!(ask(&calm, &whose, "correction", &format!(" {WRONG}\r\n")), Ok(first), "the same is the same as once");
    assert_eq!(ask(&calm, &whose, "correction", "Och namnet."), Err(Problem::AskedAlready));
    assert_eq!(calm.record(1).version, version);
    let faults = vec![Fault::of(TEXT_FIELD, FaultKind::Missing)];
    assert_eq!(ask(&calm, &whose, "report", " "), Err(Problem::Faults { faults }));
    let faults = vec![Fault::of(ASK_FIELD, FaultKind::Missing)];
    assert_eq!(ask(&calm, &whose, "", ""), Err(Problem::Faults { faults }));
    assert_eq!(ask(&calm, &whose, "erasure", "").unwrap().asked.len(), 2, "one of each kind");
    let record = calm.record(1);
    assert!(is_marked(&record));
    let last = record.history.last().unwrap();
    assert_eq!((last.what, last.reason.as_deref(), last.by.as_deref()), (Happening::Asked(Ask::Erasure), None, None));
    assert_eq!(calm.world.staff_letters().len(), 0, "nobody is written to at once");
}

#[test]
fn what_was_written_for_one_record_is_never_asked_of_another_in_the_same_browser() {
    let mut calm = staffed(&[]);
    let (first, _) = opened(&mut calm, 1);
    let (_, session) = opened(&mut calm, 2);
    assert_eq!(ask(&calm, &(first, session), "erasure", ""), Err(Problem::Changed));
    assert!(calm.record(1).asked.is_empty() && calm.record(2).asked.is_empty());
}

#[test]
fn staff_answer_once_and_only_what_they_have_seen_and_the_person_reads_it() {
    let mut calm = staffed(&[]);
    let whose = opened(&mut calm, 1);
    ask(&calm, &whose, "restriction", "").unwrap();
    let stale = calm.record(1).version;
    ask(&calm, &whose, "correction", WRONG).unwrap();
    let seen = calm.record(1).version;
    assert_eq!(answer(&calm, stale, 1, false, "Nej.").map(drop), Err(Problem::Changed), "it is not what was seen");
    assert!(matches!(answer(&calm, seen, 2, true, " "), Err(Problem::Faults { .. })), "the person is told something");
    assert_eq!(answer(&calm, seen, 3, true, "Klart.").map(drop), Err(Problem::Changed), "nobody asked that");
    let answered = answer(&calm, seen, 2, true, "Det är rättat.").unwrap();
    assert_eq!(answer(&calm, seen, 2, true, "Det är rättat.").unwrap().version, answered.version, "twice is once");
    assert_eq!(answer(&calm, answered.version, 2, false, "Nej.").map(drop), Err(Problem::Changed), "it is answered");
    assert!(is_marked(&answered), "the other one waits");
    let closed = answer(&calm, answered.version, 1, false, "Uppgifterna behövs.").unwrap();
    assert!(!is_marked(&closed));
    let last = closed.history.last().unwrap();
    assert_eq!((last.what, last.by.as_deref()), (Happening::Answered(Ask::Restriction), Some(CHIEF)));
    assert!(closed.history.iter().all(|event| event.reason.is_none()), "no text of theirs in the history");
    let page = ask(&calm, &whose, "restriction", "Läs igen.").unwrap();
    let said: Vec<_> =
        page.asked.iter().map(|asked| asked.answer.as_ref().map(|answer| answer.text.as_str())).collect();
    assert_eq!(said, [Some("Uppgifterna behövs."), Some("Det är rättat."), None], "it can be asked anew");
}

#[test]
fn the_desk_sees_what_is_asked_but_of_a_protected_record_not_the_words() {
    let mut calm = staffed(&[]);
    let whose = opened(&mut calm, 1);
    ask(&calm, &whose, "report", WRONG).unwrap();
    let who = sign_in(&mut calm, CHIEF);
    let read = |reference: String| {
        let names = calm.world.names.clone();
        let request = ReadRecordRequest { reference, reason: None };
        by(&calm, &who, Authority::Reader, move |book, staff| reading::record(book, &names, staff, &request)).unwrap()
    };
    let shown = read(whose.0.as_str().to_owned());
    assert_eq!(shown.asked[0].text.as_deref(), Some(WRONG));
    let (mark, reason) = (Mark::Protected, "Skyddade personuppgifter.".to_owned());
    let protect = MarkRequest { reference: String::new(), seen: shown.row.version, mark, is_so: true, reason };
    calm.decide(move |book| annotate::mark(book, &id(1), CHIEF, &protect)).unwrap();
    let masked = read(whose.0.as_str().to_owned());
    assert_eq!((masked.asked[0].what, masked.asked[0].text.as_deref()), (Ask::Report, None));
    let rows = by(&calm, &who, Authority::Reader, {
        let names = calm.world.names.clone();
        move |book, staff| reading::rows(book, &names, staff, &After { after: None })
    });
    assert!(rows.unwrap().rows[0].marks.has(Marks::ASKED));
}

#[test]
fn what_is_asked_stands_in_the_daily_letter_survives_a_lost_ledger_and_goes_when_the_record_is_erased() {
    let mut calm = staffed(&[member("reader@example.org", Authority::Reader, &[ALUMNI])]);
    let whose = opened(&mut calm, 1);
    ask(&calm, &whose, "correction", WRONG).unwrap();
    let by_day = calm.record(1).asked[0].answer_by();
    // Until the morning of a working day.
    for _ in 0..4 * 24 {
        calm.decide(|book| daily::arrange(book, Some(FIRST)).map(Ok)).unwrap();
        calm.work();
        calm.pass(3_600_000);
    }
    let letter = calm.world.staff_letters().into_iter().next().unwrap();
    let date = domain::words::date::long(&by_day, letter.language);
    assert!(letter.text.contains(&format!("En begäran väntar på svar, senast {date}.")), "{}", letter.text);
    assert!(!letter.text.contains(WRONG) && !letter.html.contains(WRONG));
    let before = calm.record(1).asked;
    calm.lose();
    calm.restore();
    assert_eq!(calm.record(1).asked, before);
    assert!(is_marked(&calm.record(1)));
    calm.erase(1).unwrap();
    calm.pass(3_600_000);
    assert!(calm.rows().records.is_empty() && calm.copies("record/").is_empty());
    assert_eq!(ask(&calm, &whose, "report", WRONG).map(drop), Err(Problem::NotSignedIn));
}

#[test]
fn nobody_asks_without_end() {
    let mut calm = staffed(&[]);
    let whose = opened(&mut calm, 1);
    for number in 1..=u32::try_from(ASKED_MAX).unwrap() {
        ask(&calm, &whose, "erasure", "").unwrap();
        answer(&calm, calm.record(1).version, number, false, "Handlingen ska bevaras.").unwrap();
    }
    assert_eq!(ask(&calm, &whose, "erasure", "").map(drop), Err(Problem::AskedTooOften));
}
