//! What staff do at the desk on the real runtime: rows, decisions, undoing, entering, correcting, erasing, all programmes.

use domain::call::{SendRequest, SetLiveRequest};
use domain::desk::call::{
    After, Correct, CorrectRequest, Decide, DecideRequest, DeskRecord, Enter, EnterRequest, Erase, EraseDue,
    EraseDueRequest, ExportRequest, LogExport, ReadDesk, ReadDue, ReadRows, ReasonRequest, Seen, SetLive, Undo,
};
use domain::desk::member::Authority;
use domain::desk::row::Marks;
use domain::ledger::{Happening, log};
use domain::live::Live;
use domain::outbox::DAY_MS;
use domain::problem::Problem;
use domain::programme::{Role, programme};
use domain::standing::{LETTER_WAITS_MS, Standing};
use domain::text::Language;
use domain::words::letter::desk;
use runtime_tests::desk::{CHIEF, Desk, letters_so_far, member, portal};
use runtime_tests::people::{self, send_request};
use runtime_tests::portal::Portal;

const COORDINATOR: &str = "coordinator@example.org";

fn received(portal: &Portal, number: u32) -> String {
    let receipt = portal.send(&send_request(number, Role::Mentee, Language::Sv)).expect("a receipt");
    portal.work_outbox();
    receipt.reference.as_str().to_owned()
}

fn decide(desk: &Desk, record: &DeskRecord, standing: Standing, comment: Option<&str>) -> Result<DeskRecord, Problem> {
    desk.call::<Decide>(&DecideRequest {
        reference: record.row.reference.clone(),
        seen: record.row.version,
        standing,
        comment: comment.map(str::to_owned),
        letter: None,
    })
}

#[test]
fn rows_come_in_pages_the_newest_first_and_each_is_small() {
    let portal = portal("desk-rows");
    let references: Vec<String> = (1..=3).map(|number| received(&portal, number)).collect();
    let desk = Desk::sign_in(&portal, CHIEF);
    let page = desk.call::<ReadRows>(&After { after: None }).expect("rows");
    let names: Vec<&str> = page.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, [3, 2, 1].map(people::name).iter().map(String::as_str).collect::<Vec<_>>());
    assert!(page.rows.iter().all(|row| serde_json::to_string(row).unwrap().len() <= 200));
    assert_eq!((page.next, page.unreadable), (None, 0));
    portal.dev("/dev/spoil", &format!("{{\"reference\":\"{}\"}}", references[1]));
    let page = desk.call::<ReadRows>(&After { after: None }).expect("one that cannot be read hides no other");
    let shown: Vec<&String> = page.rows.iter().map(|row| &row.reference).collect();
    assert_eq!((shown, page.unreadable), (vec![&references[2], &references[0]], 1));
}

#[test]
fn a_decision_is_told_after_ten_minutes_and_can_be_undone_until_then() {
    let portal = portal("desk-decision");
    let reference = received(&portal, 1);
    let desk = Desk::chief(&portal, vec![member(COORDINATOR, Authority::Coordinator, &["ki-alumni"])]);
    let coordinator = Desk::sign_in(&portal, COORDINATOR);
    let before = letters_so_far(&portal);
    let record = coordinator.read(&reference);
    let decided = decide(&coordinator, &record, Standing::WithMentor, Some("Frågat en mentor.")).expect("decided");
    assert_eq!(decided.row.standing, Standing::WithMentor);
    let again = decide(&coordinator, &record, Standing::WithMentor, Some("Frågat en mentor.")).expect("once");
    assert_eq!(again.row.version, decided.row.version, "sent twice, decided once");
    assert_eq!(decide(&desk, &record, Standing::Declined, Some("Nej.")).map(drop), Err(Problem::Changed));
    portal.work_outbox();
    assert_eq!(letters_so_far(&portal), before, "the letter waits");
    let seen = Seen { reference: reference.clone(), seen: decided.row.version };
    let undone = coordinator.call::<Undo>(&seen).expect("undone");
    assert_eq!(undone.row.standing, Standing::Received);
    let decided = decide(&coordinator, &undone, Standing::WithMentor, None).expect("decided");
    portal.set_clock(LETTER_WAITS_MS + 1000);
    portal.work_outbox();
    assert_eq!(letters_so_far(&portal), before + 1);
    let told = coordinator.read(&reference);
    let late = coordinator.call::<Undo>(&Seen { reference: reference.clone(), seen: told.row.version });
    assert_eq!(late.map(drop), Err(Problem::Changed), "it has gone");
    assert!(told.row.version > decided.row.version);
    let by: Vec<_> = told.history.iter().filter_map(|event| event.by.as_deref()).collect();
    assert_eq!(by, [COORDINATOR; 3]);
    let letters: Vec<serde_json::Value> = portal.get("/dev/letters.json").json();
    let text = letters.last().and_then(|letter| letter["text"].as_str()).unwrap_or_default();
    assert!(text.contains("frågat en mentor") && !text.contains("Frågat en mentor."), "{text}");
}

#[test]
fn letters_that_fail_for_a_day_go_once_in_the_end_and_one_that_is_refused_is_told_at_the_desk() {
    let portal = portal("desk-failing");
    let [late, refused] = [1, 2].map(|number| received(&portal, number));
    let desk = Desk::sign_in(&portal, CHIEF);
    let marks = |reference: &String| {
        let rows = desk.call::<ReadRows>(&After { after: None }).expect("rows").rows;
        rows.into_iter().find(|row| row.reference == *reference).expect("its row").marks
    };
    let about = |reference: &String| {
        let letters: Vec<serde_json::Value> = portal.get("/dev/letters.json").json();
        letters.iter().filter(|letter| letter["subject"].as_str().is_some_and(|of| of.contains(reference))).count()
    };
    let before = [about(&late), about(&refused)];
    portal.set_faults("none", "refused");
    decide(&desk, &desk.read(&refused), Standing::WithMentor, None).expect("decided");
    portal.set_clock(11 * 60_000);
    portal.work_outbox();
    portal.set_faults("none", "fail");
    decide(&desk, &desk.read(&late), Standing::WithMentor, None).expect("decided");
    // A session lasts half an hour.
    for minutes in [22, 24, 28, 36] {
        portal.set_clock(minutes * 60_000);
        portal.work_outbox();
    }
    assert_eq!([about(&late), about(&refused)], before);
    assert!(!marks(&late).has(Marks::LETTER_FAILED), "it is still being tried");
    assert!(marks(&refused).has(Marks::LETTER_FAILED));
    portal.set_faults("none", "none");
    portal.set_clock(24 * 3_600_000);
    portal.work_outbox();
    assert_eq!([about(&late), about(&refused)], [before[0] + 1, before[1]], "the one that failed has gone, once");
}

#[test]
fn what_came_on_paper_is_entered_corrected_and_erased_each_with_a_reason() {
    let portal = portal("desk-paper");
    let desk = Desk::sign_in(&portal, CHIEF);
    let sent = send_request(5, Role::Mentee, Language::Sv);
    let mut enter =
        EnterRequest { id: sent.id, receipt_hash: sent.receipt_hash, draft: sent.draft, reason: " ".to_owned() };
    let name = enter.draft.answers.remove("name").expect("a name");
    let Err(Problem::Faults { faults }) = desk.call::<Enter>(&enter) else { panic!("entered with faults") };
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["name", "reason"], "everything that is wrong, and how it came must be said");
    enter.draft.answers.insert("name".to_owned(), name);
    enter.reason = "Per brev.".to_owned();
    let entered = desk.call::<Enter>(&enter).expect("entered");
    let twice = desk.call::<Enter>(&enter).expect("once");
    assert_eq!((twice.row.reference, portal.records().len()), (entered.row.reference.clone(), 1));
    assert!(entered.history.iter().any(|event| event.what == Happening::Entered));
    portal.work_outbox();
    let record = desk.read(&entered.row.reference);
    let mut draft = people::draft(5, Role::Mentee, Language::Sv);
    draft.answers.insert("email".to_owned(), vec!["right@example.org".to_owned()]);
    let request = CorrectRequest {
        reference: entered.row.reference.clone(),
        seen: record.row.version,
        draft,
        reason: "Personen ringde.".to_owned(),
    };
    let corrected = desk.call::<Correct>(&request).expect("corrected");
    assert!(corrected.arrived.is_some(), "what arrived is kept");
    assert!(corrected.answers.iter().any(|(_, values)| values == &["right@example.org"]));
    let erase = |seen| {
        let reference = entered.row.reference.clone();
        desk.call::<Erase>(&ReasonRequest { reference, seen, reason: "Begärt, prövat mot arkivreglerna.".to_owned() })
    };
    assert_eq!(erase(record.row.version), Err(Problem::Changed), "it has changed since");
    // The address that is right now is written to, and the fate of that letter is another version.
    portal.work_outbox();
    assert!(portal.all_letters().iter().any(|letter| letter.to == "right@example.org"));
    let seen = portal.records()[0].record.version;
    assert_eq!(erase(seen), Ok(()));
    assert_eq!(erase(seen), Ok(()), "the answer was lost, and it is sent again");
    assert_eq!(portal.records().len(), 0);
    let lines = desk.log();
    let what: Vec<&str> = lines.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(what, ["erase", "correct", "record", "enter", "enter"]);
    let oldest_first: Vec<_> = lines.into_iter().rev().collect();
    assert!(log::is_whole(&oldest_first));
}

#[test]
fn a_programme_is_closed_and_opened_at_the_desk_and_who_comes_too_late_is_told() {
    let portal = portal("desk-live");
    let desk = Desk::sign_in(&portal, CHIEF);
    let open = Live::of_file(programme("ki-alumni").unwrap(), true);
    let set = |seen, live: &Live| {
        desk.call::<SetLive>(&SetLiveRequest { programme: "ki-alumni".to_owned(), seen, live: live.clone() })
    };
    let closed = set(0, &Live { open: false, ..open.clone() }).expect("closed");
    assert_eq!(closed.by.as_deref(), Some(CHIEF));
    let late = portal.send(&send_request(1, Role::Mentee, Language::Sv));
    assert!(matches!(late, Err(Problem::NotOpen { .. })), "{late:?}");
    assert_eq!(set(0, &open).map(drop), Err(Problem::Changed), "somebody else was first");
    let wrong = set(1, &Live { contact: "nobody".to_owned(), ..open.clone() });
    assert!(matches!(wrong, Err(Problem::Faults { .. })));
    assert_eq!(set(1, &open).expect("open").version, 2);
    assert_eq!(set(1, &open).expect("once").version, 2, "sent twice, set once");
    portal.send(&send_request(1, Role::Mentee, Language::Sv)).expect("a receipt");
    let reply = desk.call::<ReadDesk>(&()).expect("the desk");
    assert!(reply.programmes.iter().any(|live| live.programme == "ki-alumni" && live.version == 2));
    desk.call::<LogExport>(&ExportRequest { rows: 1 }).expect("logged");
}

#[test]
fn the_daily_letter_goes_to_who_wants_it() {
    let portal = portal("desk-daily");
    let [spoilt, _] = [1, 2].map(|number| received(&portal, number));
    portal.dev("/dev/spoil", &format!("{{\"reference\":\"{spoilt}\"}}"));
    let wants =
        domain::desk::member::Member { daily_letter: true, ..member(COORDINATOR, Authority::Reader, &["ki-alumni"]) };
    let _chief = Desk::chief(&portal, vec![wants]);
    let daily = || {
        let letters: Vec<serde_json::Value> = portal.get("/dev/letters.json").json();
        letters.into_iter().filter(|letter| letter["to"] == COORDINATOR).collect::<Vec<_>>()
    };
    // Every sixth hour of a week: at least two of its days are working days, at Christmas too.
    for hours in (0..168).step_by(6) {
        portal.set_clock(hours * 3_600_000);
        portal.work_outbox();
    }
    let subjects: Vec<String> = daily().iter().map(|letter| letter["subject"].as_str().unwrap().to_owned()).collect();
    assert!(subjects.len() >= 2, "{subjects:#?}");
    let mut distinct = subjects.clone();
    distinct.dedup();
    assert_eq!(distinct, subjects, "one a day");
    let texts: Vec<String> = daily().iter().map(|letter| letter["text"].as_str().unwrap().to_owned()).collect();
    assert!(texts.iter().all(|text| text.contains(desk::ONE_UNREADABLE.sv)), "{texts:#?}");
    let of_arrival = texts.iter().filter(|text| text.contains(" 2. ")).count();
    assert_eq!(of_arrival, 1, "whatever hour it is, what arrived is told of once: {texts:#?}");
}

#[test]
fn what_has_been_kept_long_enough_is_erased_under_a_decision_once() {
    let portal = portal("desk-retention");
    let asked = |number| {
        let draft = people::draft_for("everything", number, Role::Asking, Language::Sv);
        let request = SendRequest { draft, ..send_request(number, Role::Mentee, Language::Sv) };
        portal.send(&request).expect("a receipt").reference.as_str().to_owned()
    };
    let references = [asked(1), asked(2)];
    portal.work_outbox();
    let desk = Desk::sign_in(&portal, CHIEF);
    let ended = |reference: &String| decide(&desk, &desk.read(reference), Standing::Ended, None).expect("ended");
    drop(references.iter().map(ended).collect::<Vec<_>>());
    portal.work_outbox();
    assert_eq!(desk.call::<ReadDue>(&After { after: None }).expect("a list").due, []);
    portal.set_clock(31 * DAY_MS);
    let desk = Desk::sign_in(&portal, CHIEF);
    let list = || desk.call::<ReadDue>(&After { after: None }).expect("a list");
    let found = list();
    assert_eq!(found.due.len(), 2);
    assert!(found.undecided.iter().any(|(slug, _)| slug == "ki-alumni"), "{:?}", found.undecided);
    let stale = Seen { reference: references[1].clone(), seen: 1 };
    let seen = found.due.iter().find(|due| due.reference == references[0]).expect("it is due").version;
    let records = vec![Seen { reference: references[0].clone(), seen }, stale];
    let request = EraseDueRequest { decision: "Gallringsbeslut 1-234/2026".to_owned(), records };
    let done = desk.call::<EraseDue>(&request).expect("erased");
    assert_eq!((&done.erased[..], &done.kept[..]), (&references[..1], &references[1..]));
    assert_eq!(desk.call::<EraseDue>(&request), Ok(done), "sent twice, erased once");
    assert_eq!(portal.records().len(), 1);
    let runs: Vec<(u32, u32)> = list().runs.iter().map(|run| (run.number, run.erased)).collect();
    assert_eq!(runs, [(1, 1)]);
    let lines = desk.log();
    assert_eq!((lines[0].what.as_str(), lines[0].about.as_str()), ("erase-due", "1/1"));
}
