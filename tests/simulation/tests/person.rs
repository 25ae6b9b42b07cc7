//! Everything held about a person at the desk: who is shown what, what is only counted, and what the log says of it.

use domain::desk::call::{DeskPerson, ExportPersonRequest, Mark, MarkRequest, PersonFile, ReadRecordRequest};
use domain::desk::member::Authority;
use domain::ledger::staff::Who;
use domain::ledger::{Happening, annotate, person, reading};
use domain::problem::Problem;
use domain::programme::Role;
use domain::standing::{LETTER_WAITS_MS, Standing};
use simulation::calm::{Calm, draft, id, request, secret};
use simulation::desk::{CHIEF, by, member, sign_in, staffed};

const ALUMNI: &str = "ki-alumni";
const ADDRESS: &str = "one.person@example.org";
const COORDINATOR: &str = "coordinator@example.org";
const READER: &str = "reader@example.org";

/// A record of the one person whom these tests are about.
fn sent(calm: &mut Calm, number: u64, slug: &str, role: Role) -> String {
    let mut draft = draft(slug, role, number);
    draft.answers.insert("email".to_owned(), vec![ADDRESS.to_owned()]);
    calm.send(&request(number, draft)).unwrap();
    calm.work();
    calm.pass(1000);
    calm.record(number).reference.as_str().to_owned()
}

/// Three of programmes that differ, one framework, and one of somebody else.
fn world() -> (Calm, [String; 3]) {
    let mut calm = staffed(&[
        member(COORDINATOR, Authority::Coordinator, &["doctoral"]),
        member(READER, Authority::Reader, &[ALUMNI]),
    ]);
    let references = [
        sent(&mut calm, 1, ALUMNI, Role::Mentee),
        sent(&mut calm, 2, ALUMNI, Role::Mentor),
        sent(&mut calm, 3, "doctoral", Role::Registering),
    ];
    sent(&mut calm, 4, "doctoral", Role::Framework);
    calm.received(5, ALUMNI, Role::Mentee);
    (calm, references)
}

fn read(calm: &Calm, who: &Who, reference: &str, reason: Option<&str>) -> Result<DeskPerson, Problem> {
    let names = calm.world.names.clone();
    let request = ReadRecordRequest { reference: reference.to_owned(), reason: reason.map(str::to_owned) };
    by(calm, who, Authority::Reader, move |book, staff| person::read(book, &names, staff, &request))
}

fn references(person: &DeskPerson) -> Vec<&str> {
    person.records.iter().map(|record| record.row.reference.as_str()).collect()
}

/// What the log says was done, with what, the oldest first.
fn logged(calm: &Calm) -> Vec<(String, String)> {
    calm.rows().log.iter().map(|line| (line.what.clone(), line.about.clone())).collect()
}

fn protect(calm: &Calm, number: u64) {
    let seen = calm.record(number).version;
    let request =
        MarkRequest { reference: String::new(), seen, mark: Mark::Protected, is_so: true, reason: "Skäl.".to_owned() };
    calm.decide(move |book| annotate::mark(book, &id(number), CHIEF, &request)).unwrap();
}

#[test]
fn each_of_the_staff_is_shown_what_they_serve_and_told_how_much_they_do_not() {
    let (mut calm, all) = world();
    let [reader, coordinator, chief] = [READER, COORDINATOR, CHIEF].map(|address| sign_in(&mut calm, address));
    let seen = read(&calm, &reader, &all[1], None).unwrap();
    assert_eq!((references(&seen), seen.elsewhere, seen.frameworks), (vec![&*all[0], &*all[1]], 2, 0));
    let seen = read(&calm, &coordinator, &all[2], None).unwrap();
    assert_eq!((references(&seen), seen.elsewhere, seen.frameworks), (vec![&*all[2]], 2, 1));
    let seen = read(&calm, &chief, &all[0], None).unwrap();
    assert_eq!((references(&seen), seen.elsewhere, seen.frameworks), (vec![&*all[0], &*all[1], &*all[2]], 0, 1));
    assert!(!seen.has_more && seen.records.iter().all(|record| record.others.is_empty()));
    for (who, reference) in [(&reader, &all[2]), (&coordinator, &all[0])] {
        assert_eq!(read(&calm, who, reference, None).map(drop), Err(Problem::NotFound), "of another programme");
    }
    let framework = calm.record(4).reference.as_str().to_owned();
    assert_eq!(read(&calm, &chief, &framework, None).map(drop), Err(Problem::NotFound), "it is between the two");
    let shown: Vec<(String, String)> = [&all[0], &all[1], &all[2], &all[0], &all[1], &all[2]]
        .map(|reference| ("person".to_owned(), reference.clone()))
        .into();
    assert_eq!(logged(&calm), shown, "a line for each record that was shown");
}

#[test]
fn what_is_protected_is_shown_for_a_reason_and_stands_alone_until_then() {
    let (mut calm, all) = world();
    protect(&calm, 1);
    let reader = sign_in(&mut calm, READER);
    let masked = read(&calm, &reader, &all[0], None).unwrap();
    assert_eq!((references(&masked), masked.elsewhere), (vec![&*all[0]], 0), "the others would tell whose it is");
    let text = serde_json::to_string(&masked).unwrap();
    assert!(masked.records[0].is_masked && !text.contains(ADDRESS), "{text}");
    // From the record that is not protected, the protected one stays masked.
    let beside = read(&calm, &reader, &all[1], None).unwrap();
    let shown: Vec<bool> = beside.records.iter().map(|record| record.is_masked).collect();
    assert_eq!(shown, [true, false]);
    let before = calm.record(1).version;
    assert!(matches!(read(&calm, &reader, &all[1], Some(" ")), Err(Problem::Faults { .. })), "a blank is no reason");
    assert_eq!(calm.record(1).version, before);
    let opened = read(&calm, &reader, &all[1], Some("Begäran om utdrag.")).unwrap();
    assert!(opened.records.iter().all(|record| !record.is_masked) && opened.elsewhere == 2);
    let last = calm.record(1).history.pop().unwrap();
    assert_eq!((last.what, last.reason.as_deref()), (Happening::Unmasked, Some("Begäran om utdrag.")));
    assert_eq!(last.by.as_deref(), Some(READER));
    let lines = logged(&calm);
    let newest: Vec<&str> = lines.iter().rev().take(2).map(|(what, _)| what.as_str()).collect();
    assert_eq!(newest, ["person", "protected-record"], "the log tells the two apart");
    assert!(lines.iter().all(|(_, about)| all.contains(about)), "ids and kinds alone");
}

#[test]
fn every_record_in_a_file_that_is_made_stands_in_the_log_with_its_kind() {
    let (mut calm, all) = world();
    let reader = sign_in(&mut calm, READER);
    let export = |reference: &str, file| {
        let names = calm.world.names.clone();
        let request = ExportPersonRequest { reference: reference.to_owned(), file };
        by(&calm, &reader, Authority::Reader, move |book, staff| person::export(book, &names, staff, &request))
    };
    assert_eq!(export(&all[2], PersonFile::Json), Err(Problem::NotFound));
    export(&all[0], PersonFile::Json).unwrap();
    export(&all[1], PersonFile::Readable).unwrap();
    let lines = logged(&calm);
    let lines: Vec<(&str, &str)> = lines.iter().map(|(what, about)| (what.as_str(), about.as_str())).collect();
    let [first, second] = [all[0].as_str(), all[1].as_str()];
    let kinds =
        [("export-json", first), ("export-json", second), ("export-readable", first), ("export-readable", second)];
    assert_eq!(lines, kinds);
}

#[test]
fn no_secret_of_a_link_and_no_hash_of_one_comes_to_the_desk() {
    let (mut calm, all) = world();
    let seen = calm.record(1).version;
    calm.bring(1, seen, Standing::WithMentor).unwrap();
    calm.pass(LETTER_WAITS_MS);
    let chief = sign_in(&mut calm, CHIEF);
    let names = calm.world.names.clone();
    let request = ReadRecordRequest { reference: all[0].clone(), reason: None };
    let record =
        by(&calm, &chief, Authority::Reader, move |book, staff| reading::record(book, &names, staff, &request))
            .unwrap();
    assert_eq!(record.letters.len(), 3, "to the programme, the confirmation, the decision");
    let person = read(&calm, &chief, &all[0], None).unwrap();
    let text = serde_json::to_string(&(record, person)).unwrap();
    let links: Vec<String> = calm.rows().links.keys().map(|hash| hash.as_str().to_owned()).collect();
    assert!(links.len() >= 2);
    for known in links.iter().map(String::as_str).chain([secret(1).as_str()]) {
        assert!(!text.contains(known), "{known}");
    }
    assert!(!text.contains("/l/"));
    let runs = text.split(|letter: char| !letter.is_ascii_hexdigit());
    assert!(runs.into_iter().all(|run| run.len() < 64), "{text}");
}
