//! Mentors whom a mentee wishes for: asked one after the other, each once, and nobody who did not agree to be shown.

use domain::call::DirectoryRequest;
use domain::desk::member::Authority;
use domain::ledger::{reading, wishes};
use domain::outbox::Fact;
use domain::problem::{Fault, FaultKind, Problem};
use domain::programme::Role;
use domain::request::{Reason, Stage, Why};
use domain::standing::{LETTER_WAITS_MS, Standing};
use domain::wish::EDITS_MAX;
use simulation::calm::{Calm, id};
use simulation::desk::{CHIEF, by, sign_in, staffed};
use simulation::requests::{
    ALUMNI, MENTEE, MENTOR, OTHER, ask, ask_in_turn, free, mentor, show, stage, until_over, wish,
};
use simulation::two::{Phone, open};
use simulation::visitor::Visitor;

const SECOND: u64 = 4;
const THIRD: u64 = 5;

/// Three mentors who are shown, and a mentee who has opened their letter.
fn begun() -> Calm {
    let mut calm = staffed(&[]);
    for number in [MENTOR, SECOND, THIRD] {
        mentor(&mut calm, number, 1);
        show(&calm, number, "name");
    }
    calm.received(MENTEE, ALUMNI, Role::Mentee);
    calm
}

/// All three are wished for, the first is asked and the letters have gone.
fn asked() -> Calm {
    let mut calm = begun();
    wish(&calm, Fact::ApplicantLetter, &[MENTOR, SECOND, THIRD], "").unwrap();
    ask_in_turn(&calm).unwrap();
    calm.pass(LETTER_WAITS_MS + 60_000);
    calm
}

fn now_asked(calm: &Calm) -> Option<u64> {
    let record = calm.record(MENTEE);
    let open = record.request().filter(|request| request.stage == Stage::Asked)?;
    [MENTOR, SECOND, THIRD, OTHER].into_iter().find(|number| id(*number) == open.mentor)
}

fn directory(calm: &Calm, programme: &str) -> Result<Vec<String>, Problem> {
    let request = DirectoryRequest { programme: programme.to_owned(), after: None };
    let page = calm.decide(move |book| wishes::directory(book, &request))?;
    Ok(page.cards.iter().map(|card| card.reference.as_str().to_owned()).collect())
}

#[test]
fn the_directory_holds_who_agreed_and_can_take_someone_and_nobodys_address() {
    let calm = begun();
    assert_eq!(directory(&calm, ALUMNI).unwrap().len(), 3);
    show(&calm, SECOND, "staff-only");
    Visitor::of(&calm, THIRD).withdraw(&calm).unwrap();
    assert_eq!(directory(&calm, ALUMNI).unwrap(), [calm.record(MENTOR).reference.as_str()]);
    let request = DirectoryRequest { programme: ALUMNI.to_owned(), after: None };
    let page = calm.decide(move |book| wishes::directory(book, &request)).unwrap();
    let ids: Vec<&str> = page.cards[0].answers.iter().map(|(id, _)| id.as_str()).collect();
    assert!(ids.contains(&"work") && !ids.contains(&"email") && !ids.contains(&"shown"), "{ids:?}");
    assert_eq!(directory(&calm, "doctoral"), Err(Problem::NotFound));
}

#[test]
fn what_is_wished_is_read_again_and_whoever_came_by_the_receipt_sees_no_mentors() {
    let calm = begun();
    let phone = open(&calm, MENTEE, Fact::ApplicantLetter);
    phone.wish(&[(SECOND, " Hej. "), (MENTOR, "")], "Exempel E").unwrap();
    let page = phone.wishes().unwrap();
    let words: Vec<&str> = page.wishes.iter().map(|wish| wish.word.as_str()).collect();
    assert_eq!((words, page.avoid.as_str(), page.edits, page.may_change), (vec!["Hej.", ""], "Exempel E", 1, true));
    assert_eq!(page.wishes[0].mentor, Some(calm.record(SECOND).reference));
    let receipt = Visitor::of(&calm, MENTEE);
    let by_receipt = Phone { calm: &calm, number: MENTEE, session: receipt.session.clone() };
    assert_eq!(by_receipt.wishes().map(drop), Err(Problem::Changed));
    assert_eq!(by_receipt.wish(&[], ""), Err(Problem::Changed));
    assert!(!receipt.read(&calm).may_wish);
}

#[test]
fn setting_twice_is_setting_once_and_a_page_that_is_old_sets_nothing() {
    let calm = begun();
    let phone = open(&calm, MENTEE, Fact::ApplicantLetter);
    phone.wish(&[(MENTOR, "a")], "").unwrap();
    let version = calm.record(MENTEE).version;
    phone.wish_seen(&[(MENTOR, "a")], "", 0).unwrap();
    assert_eq!(calm.record(MENTEE).version, version);
    assert_eq!(phone.wish_seen(&[(SECOND, "b")], "", 0), Err(Problem::Changed));
    phone.wish(&[(SECOND, "b"), (SECOND, "c")], "").unwrap();
    assert_eq!(calm.record(MENTEE).wishes.unwrap().ranked.len(), 1, "no mentor twice");
    let events = calm.record(MENTEE).history.len();
    for number in 0..EDITS_MAX {
        let changed = phone.wish(&[], &number.to_string());
        assert!(changed.is_ok() || number >= EDITS_MAX - 2, "{number}");
    }
    assert_eq!(phone.wish(&[], "once more"), Err(Problem::ChangedTooOften));
    assert_eq!(calm.record(MENTEE).history.len(), events, "on end, they are one event");
}

#[test]
fn a_word_that_is_too_long_is_told_at_its_field_and_nothing_is_kept_of_it() {
    let calm = begun();
    let phone = open(&calm, MENTEE, Fact::ApplicantLetter);
    let faults = vec![Fault::of("word-2", FaultKind::TooLong { max: 400, over: 1 })];
    let long = "x".repeat(401);
    assert_eq!(phone.wish(&[(MENTOR, "a"), (SECOND, &long)], ""), Err(faults.into()));
    assert_eq!(calm.record(MENTEE).wishes, None);
}

#[test]
fn the_first_is_asked_and_each_no_leads_to_the_next_until_they_run_out() {
    let mut calm = asked();
    for (number, next) in [(MENTOR, Some(SECOND)), (SECOND, Some(THIRD)), (THIRD, None)] {
        assert_eq!(now_asked(&calm), Some(number));
        open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, false).unwrap();
        assert_eq!(now_asked(&calm), next);
        calm.pass(LETTER_WAITS_MS + 60_000);
    }
    let record = calm.record(MENTEE);
    assert_eq!((record.standing, record.is_to_ask_again()), (Standing::UnderReview, true), "staff are to look further");
    assert_eq!(calm.letters(MENTEE, Fact::RequestLetter).len(), 3, "each is asked once");
    assert_eq!([MENTOR, SECOND, THIRD].map(|number| free(&calm, number)), [1, 1, 1]);
    assert_eq!(ask_in_turn(&calm).map(drop), Err(Problem::NoPlace), "nobody is asked twice by itself");
}

#[test]
fn a_mentor_who_cannot_says_why_once_also_when_the_next_has_been_asked() {
    let mut calm = asked();
    let first = open(&calm, MENTEE, Fact::RequestLetter).session;
    let phone = Phone { calm: &calm, number: MENTOR, session: first.clone() };
    assert_eq!(phone.explain(MENTEE, Reason::NoTime), Err(Problem::Changed), "before there was a no");
    phone.answer(MENTEE, false).unwrap();
    assert_eq!(now_asked(&calm), Some(SECOND));
    calm.pass(LETTER_WAITS_MS + 60_000);
    let phone = Phone { calm: &calm, number: MENTOR, session: first };
    phone.explain(MENTEE, Reason::NoTime).unwrap();
    phone.explain(MENTEE, Reason::Other).unwrap();
    let page = phone.request(MENTEE).unwrap();
    assert_eq!((page.stage, page.reason), (Stage::Over(Why::NotNow), Some(Reason::NoTime)));
    assert!(page.answers.is_empty() && page.word.is_none(), "nobody’s answers any more");
    let record = calm.record(MENTEE);
    assert_eq!(record.requests.iter().map(|one| one.reason).collect::<Vec<_>>(), [Some(Reason::NoTime), None]);
    let mentee = open(&calm, MENTEE, Fact::ApplicantLetter);
    assert!(!format!("{:?}", mentee.wishes().unwrap()).contains("NoTime"), "staff alone read it");
}

#[test]
fn whoever_is_silent_or_leaves_gives_way_to_the_next() {
    let mut calm = asked();
    let over = until_over(&calm, MENTEE);
    calm.pass(over);
    assert_eq!(now_asked(&calm), Some(SECOND));
    assert_eq!(calm.record(MENTEE).requests[0].stage, Stage::Over(Why::NoAnswer));
    Visitor::of(&calm, SECOND).withdraw(&calm).unwrap();
    assert_eq!(now_asked(&calm), Some(THIRD));
    assert_eq!(calm.run.failure().map(|failure| format!("{failure:?}")), None);
}

#[test]
fn who_is_full_or_gone_when_their_turn_comes_is_passed_over() {
    let mut calm = asked();
    calm.received(OTHER, ALUMNI, Role::Mentee);
    ask(&calm, OTHER, SECOND).unwrap();
    calm.pass(LETTER_WAITS_MS + 60_000);
    open(&calm, OTHER, Fact::RequestLetter).answer(OTHER, true).unwrap();
    assert_eq!(free(&calm, SECOND), 0);
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, false).unwrap();
    assert_eq!(now_asked(&calm), Some(THIRD));
}

#[test]
fn a_mentee_who_wants_another_gets_the_next_and_one_who_is_silent_does_not() {
    for (answers, next) in [(true, Some(SECOND)), (false, None)] {
        let mut calm = asked();
        open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, true).unwrap();
        calm.work();
        if answers {
            open(&calm, MENTEE, Fact::ChoiceLetter).answer(MENTEE, false).unwrap();
        } else {
            let over = until_over(&calm, MENTEE);
            calm.pass(over);
        }
        assert_eq!((now_asked(&calm), free(&calm, MENTOR)), (next, 1));
    }
}

#[test]
fn wishes_stand_while_somebody_is_asked_and_a_yes_ends_the_asking() {
    let mut calm = asked();
    let phone = open(&calm, MENTEE, Fact::ApplicantLetter);
    assert_eq!(phone.wish(&[(THIRD, "")], ""), Err(Problem::Changed));
    let page = phone.wishes().unwrap();
    assert_eq!((page.may_change, page.wishes[0].stage, page.wishes[1].stage), (false, Some(Stage::Asked), None));
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, true).unwrap();
    calm.work();
    assert_eq!((stage(&calm, MENTEE), calm.record(MENTEE).requests.len()), (Stage::Agreed, 1));
}

#[test]
fn taken_back_nobody_else_is_asked() {
    let mut calm = asked();
    Visitor::of(&calm, MENTEE).withdraw(&calm).unwrap();
    calm.pass(LETTER_WAITS_MS + 60_000);
    assert_eq!((now_asked(&calm), calm.record(MENTEE).requests.len()), (None, 1));
}

#[test]
fn only_the_mentor_reads_the_word_and_whom_rather_not_staff_alone() {
    let mut calm = begun();
    let phone = open(&calm, MENTEE, Fact::ApplicantLetter);
    phone.wish(&[(MENTOR, "qx9word"), (SECOND, "qx9other")], "qx9avoid").unwrap();
    ask_in_turn(&calm).unwrap();
    calm.pass(LETTER_WAITS_MS + 60_000);
    let page = open(&calm, MENTEE, Fact::RequestLetter).request(MENTEE).unwrap();
    assert_eq!(page.word.as_deref(), Some("qx9word"));
    let told = format!("{page:?}");
    assert!(!told.contains("qx9other") && !told.contains("qx9avoid"), "{told}");
    for fact in Fact::ALL {
        for letter in calm.letters(MENTEE, fact) {
            assert!(!letter.letter.text.contains("qx9"), "{fact:?}");
        }
    }
    let (who, names, record) = (sign_in(&mut calm, CHIEF), calm.world.names.clone(), calm.record(MENTEE));
    let desk = by(&calm, &who, Authority::Reader, move |book, staff| {
        reading::shown(book, &names, staff, &record, false).map(Ok)
    });
    let desk = desk.unwrap();
    let wishes = desk.wishes.unwrap();
    assert_eq!((wishes.avoid.as_str(), wishes.ranked[0].word.as_str()), ("qx9avoid", "qx9word"));
    assert!(wishes.ranked[0].was_asked && !wishes.ranked[1].was_asked);
    assert_eq!(
        wishes.ranked[0].mentor.as_ref().map(|row| row.reference.as_str()),
        wishes.ranked[0].reference.as_deref()
    );
}

#[test]
fn nobody_can_be_wished_for_who_is_not_shown_or_is_no_mentor() {
    let mut calm = begun();
    calm.received(OTHER, ALUMNI, Role::Mentee);
    show(&calm, THIRD, "staff-only");
    let phone = open(&calm, MENTEE, Fact::ApplicantLetter);
    for number in [THIRD, OTHER, MENTEE] {
        assert_eq!(phone.wish(&[(number, "")], ""), Err(Problem::Changed), "{number}");
    }
    phone.wish(&[(MENTOR, "")], "").unwrap();
    show(&calm, MENTOR, "staff-only");
    phone.wish(&[(MENTOR, "still")], "").unwrap();
    assert_eq!(calm.record(MENTEE).wishes.unwrap().ranked[0].word, "still", "a wish that stands may stand");
}

#[test]
fn undone_before_the_letters_go_nobody_was_asked() {
    let mut calm = begun();
    wish(&calm, Fact::ApplicantLetter, &[MENTOR], "").unwrap();
    let seen = ask_in_turn(&calm).unwrap().version;
    calm.decide(move |book| domain::ledger::decide::undo(book, &id(MENTEE), seen, "x")).unwrap();
    calm.pass(LETTER_WAITS_MS + 60_000);
    assert_eq!((calm.record(MENTEE).requests.len(), calm.letters(MENTEE, Fact::RequestLetter).len()), (0, 0));
    assert_eq!(ask_in_turn(&calm).unwrap().standing, Standing::WithMentor);
}
