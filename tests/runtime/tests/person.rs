//! Letters' texts and everything held about a person at the desk, on the real runtime.

use domain::call::SendRequest;
use domain::desk::call::{
    DeskPerson, ExportPerson, ExportPersonRequest, Mark, MarkRequest, PersonFile, ReadDesk, ReadPerson, ReadRecord,
    ReadRecordRequest, SetMark,
};
use domain::desk::letter::{BLACKED_OUT, written_today};
use domain::desk::member::Authority;
use domain::desk::person::made;
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::text::Language;
use runtime_tests::desk::{CHIEF, Desk, member, portal};
use runtime_tests::people::{address, draft_for, send_request};
use runtime_tests::portal::Portal;

const READER: &str = "reader@example.org";
const OTHER: &str = "other@example.org";

/// Three records of one person, the last in another programme, and one of somebody else.
fn sent(portal: &Portal) -> [String; 4] {
    let send = |number: u32, slug: &str, role, whose: u32| {
        let mut draft = draft_for(slug, number, role, Language::Sv);
        draft.answers.insert("email".to_owned(), vec![address(whose)]);
        let request = SendRequest { draft, ..send_request(number, Role::Mentee, Language::Sv) };
        let reference = portal.send(&request).expect("a receipt").reference.as_str().to_owned();
        portal.work_outbox();
        reference
    };
    [
        send(1, "ki-alumni", Role::Mentee, 1),
        send(2, "ki-alumni", Role::Mentor, 1),
        send(3, "everything", Role::Asking, 1),
        send(4, "ki-alumni", Role::Mentee, 4),
    ]
}

fn read(desk: &Desk, reference: &str, reason: Option<&str>) -> Result<DeskPerson, Problem> {
    desk.call::<ReadPerson>(&ReadRecordRequest { reference: reference.to_owned(), reason: reason.map(str::to_owned) })
}

#[test]
fn everything_about_a_person_is_read_and_taken_out_by_who_serves_its_programme_and_logged() {
    let portal = portal("person");
    let [first, second, elsewhere, stranger] = sent(&portal);
    let members =
        vec![member(READER, Authority::Reader, &["ki-alumni"]), member(OTHER, Authority::Coordinator, &["everything"])];
    let chief = Desk::chief(&portal, members);
    let [reader, other] = [READER, OTHER].map(|address| Desk::sign_in(&portal, address));
    let found = |desk: &Desk, reference: &str| {
        let person = read(desk, reference, None).expect("a person");
        let references = person.records.iter().map(|record| record.row.reference.clone());
        (references.collect::<Vec<_>>(), person.elsewhere)
    };
    assert_eq!(found(&reader, &first), (vec![first.clone(), second.clone()], 1));
    assert_eq!(found(&other, &elsewhere), (vec![elsewhere.clone()], 2), "no more than how many");
    assert_eq!(found(&chief, &second), (vec![first.clone(), second.clone(), elsewhere.clone()], 0));
    assert_eq!(read(&other, &first, None).map(drop), Err(Problem::NotFound));
    assert_eq!(found(&chief, &stranger), (vec![stranger.clone()], 0));

    let request = ExportPersonRequest { reference: first.clone(), file: PersonFile::Json };
    reader.call::<ExportPerson>(&request).expect("logged");
    let lines = chief.log();
    let newest: Vec<(&str, &str)> = lines.iter().take(2).map(|line| (&*line.what, &*line.about)).collect();
    assert_eq!(newest, [("export-json", &*second), ("export-json", &*first)]);
    assert_eq!(lines.iter().filter(|line| line.what == "person" && line.about == first).count(), 2);
    let person = read(&reader, &first, None).expect("a person");
    for file in [PersonFile::Json, PersonFile::Readable] {
        let made = made(&person, file, &first, 0).expect("a file");
        let text = String::from_utf8(made.bytes).expect("UTF-8");
        for number in [1, 2] {
            assert!(text.contains(&format!("Påhittat svar {number} på")), "{text}");
        }
        assert!(text.contains(&second) && !text.contains(&elsewhere) && !text.contains(&stranger), "{text}");
    }
    let console = std::fs::read_to_string(portal.log()).expect("a log");
    assert!(!console.contains(&address(1)) && !console.contains("Påhittat"), "nothing typed is logged");
}

#[test]
fn a_person_whose_data_are_protected_is_read_for_a_reason() {
    let portal = portal("person-protected");
    let [first, second, ..] = sent(&portal);
    let chief = Desk::sign_in(&portal, CHIEF);
    let read_record = ReadRecordRequest { reference: first.clone(), reason: None };
    let record = chief.call::<ReadRecord>(&read_record).expect("a record");
    let (seen, reason) = (record.row.version, "Skyddad folkbokföring.".to_owned());
    let mark = MarkRequest { reference: first.clone(), seen, mark: Mark::Protected, is_so: true, reason };
    chief.call::<SetMark>(&mark).expect("protected");
    let masked = read(&chief, &first, None).expect("masked");
    assert_eq!((masked.records.len(), masked.records[0].is_masked), (1, true));
    assert!(made(&masked, PersonFile::Json, &first, 0).is_none(), "no file leaves anything out");
    assert!(matches!(read(&chief, &first, Some("")), Err(Problem::Faults { .. })));
    let opened = read(&chief, &first, Some("Begäran om utdrag.")).expect("opened");
    assert!(opened.records.len() == 3 && opened.records.iter().all(|record| !record.is_masked));
    let lines = chief.log();
    assert!(lines.iter().any(|line| line.what == "protected-record" && line.about == first));
    assert!(lines.iter().any(|line| line.what == "person" && line.about == second));
    assert!(!serde_json::to_string(&lines).expect("JSON").contains("Begäran"), "ids and kinds alone");
}

#[test]
fn a_letter_is_read_at_the_desk_as_it_went_but_for_its_link() {
    let portal = portal("person-letters");
    let receipt = portal.send(&send_request(1, Role::Mentee, Language::Sv)).expect("a receipt");
    portal.work_outbox();
    let desk = Desk::sign_in(&portal, CHIEF);
    let programmes = desk.call::<ReadDesk>(&()).expect("the desk").programmes;
    let live = programmes.into_iter().find(|live| live.programme == "ki-alumni").expect("its live half").live;
    let read = ReadRecordRequest { reference: receipt.reference.as_str().to_owned(), reason: None };
    let record = desk.call::<ReadRecord>(&read).expect("a record");
    let facts: Vec<Fact> = record.letters.iter().map(|task| task.fact).collect();
    assert_eq!(facts, [Fact::ApplicantLetter, Fact::StaffLetter]);
    let sent: Vec<serde_json::Value> = portal.get("/dev/letters.json").json();
    for task in &record.letters {
        let read = written_today(&record, &live, task).expect("a letter");
        let of = |letter: &&serde_json::Value| letter["to"] == read.to && letter["subject"] == read.subject;
        let went = sent.iter().find(of).expect("it went")["text"].as_str().expect("a text").replace("\r\n", "\n");
        // Line by line: where a link stood there is a bar, and all else is equal.
        let lines: Vec<(&str, &str)> = went.trim_end().lines().zip(read.text.trim_end().lines()).collect();
        let bars = lines.iter().filter(|(went, read)| *read == BLACKED_OUT && went.contains("/l/")).count();
        assert_eq!(bars, usize::from(task.fact == Fact::ApplicantLetter));
        for (went, read) in lines.iter().filter(|(_, read)| *read != BLACKED_OUT) {
            assert_eq!(went.trim_end(), read.trim_end());
        }
        assert!(!read.text.contains("/l/") && !read.html.contains("/l/"));
    }
}
