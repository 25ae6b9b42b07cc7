//! Mentors who are asked: no place is taken twice, nobody is left without word, and nobody sees what is not for them.

use domain::call::OpenRequest;
use domain::desk::call::CorrectRequest;
use domain::ledger::{annotate, change, links};
use domain::link::{LinkHash, Opened};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::request::Stage;
use domain::standing::{LETTER_WAITS_MS, Standing};
use simulation::calm::{Calm, id, link_in};
use simulation::requests::{
    ALUMNI, MENTEE, MENTOR, OTHER, agreed, ask, asked, begun, free, mentor, paired, places, sent, stage,
};
use simulation::two::{Phone, open};
use simulation::visitor::Visitor;

#[test]
fn asked_agreed_chosen_and_confirmed_and_each_is_told_once() {
    let calm = paired();
    let record = calm.record(MENTEE);
    assert_eq!((record.standing, stage(&calm, MENTEE), free(&calm, MENTOR)), (Standing::Paired, Stage::Accepted, 0));
    let facts = [Fact::RequestLetter, Fact::ChoiceLetter, Fact::IntroductionLetter, Fact::RequestReminder];
    assert_eq!(facts.map(|fact| sent(&calm, fact)), [1, 1, 1, 0]);
    let (to_mentor, to_mentee) = (
        calm.letters(MENTEE, Fact::IntroductionLetter).pop().unwrap().letter,
        calm.letters(MENTEE, Fact::DecisionLetter).pop().unwrap().letter,
    );
    assert!(to_mentor.text.contains(&to_mentee.to) && to_mentor.reply_to.as_deref() == Some(&to_mentee.to));
    assert!(to_mentee.text.contains(&to_mentor.to), "{}", to_mentee.text);
}

#[test]
fn what_was_typed_and_how_to_reach_anybody_is_in_no_letter_before_the_two_are_a_pair() {
    let calm = agreed();
    let mentee = calm.letters(MENTEE, Fact::ChoiceLetter).pop().unwrap().letter;
    let mentor = calm.letters(MENTEE, Fact::RequestLetter).pop().unwrap().letter;
    assert!(!mentee.text.contains(&mentor.to) && !mentor.text.contains(&mentee.to));
    assert!(!mentor.text.contains("zq7typed") && !mentee.text.contains("zq7typed"));
}

#[test]
fn each_sees_what_the_other_answered_as_far_as_it_is_for_them() {
    let calm = asked();
    let phone = open(&calm, MENTEE, Fact::RequestLetter);
    let page = phone.request(MENTEE).unwrap();
    let shown: Vec<&str> = page.answers.iter().map(|(id, _)| id.as_str()).collect();
    assert!(shown.contains(&"goals") && shown.contains(&"name"), "{shown:?}");
    assert!(!shown.contains(&"email") && page.contact.is_none(), "{shown:?}");
    assert_eq!(phone.request(OTHER).map(drop), Err(Problem::Changed), "nobody else's");
    let by_letter = open(&calm, MENTEE, Fact::ApplicantLetter);
    assert_eq!(by_letter.request(MENTEE).map(drop), Err(Problem::Changed), "who is asked is not told");
    phone.answer(MENTEE, true).unwrap();
    let page = by_letter.request(MENTEE).unwrap();
    assert!(page.answers.iter().any(|(id, _)| id == "work") && page.answers.iter().all(|(id, _)| id != "email"));
    let receipt = Visitor::of(&calm, MENTEE);
    let by_receipt = Phone { calm: &calm, number: MENTEE, session: receipt.session.clone() };
    assert_eq!(by_receipt.request(MENTEE).map(drop), Err(Problem::Changed), "an address that is not proven");
}

#[test]
fn a_mentor_is_named_before_the_pair_only_where_they_chose_that() {
    for (shown, is_named) in [("name", true), ("without-name", false), ("staff-only", false)] {
        let mut calm = Calm::default();
        mentor(&mut calm, MENTOR, 1);
        let mut draft = calm.record(MENTOR).draft;
        draft.answers.insert("shown".to_owned(), vec![shown.to_owned()]);
        let seen = calm.record(MENTOR).version;
        calm.decide(move |book| change::edit(book, &id(MENTOR), seen, &draft)).unwrap();
        calm.received(MENTEE, ALUMNI, Role::Mentee);
        ask(&calm, MENTEE, MENTOR).unwrap();
        calm.pass(LETTER_WAITS_MS + 60_000);
        open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, true).unwrap();
        calm.work();
        let page = open(&calm, MENTEE, Fact::ChoiceLetter).request(MENTEE).unwrap();
        assert_eq!(page.answers.iter().any(|(id, _)| id == "name"), is_named, "{shown}");
    }
}

#[test]
fn a_refused_yes_changes_nothing_and_the_other_letter_still_goes() {
    let mut calm = begun();
    places(&calm, MENTOR, 2);
    ask(&calm, MENTEE, MENTOR).unwrap();
    calm.pass(LETTER_WAITS_MS + 60_000);
    ask(&calm, OTHER, MENTOR).unwrap();
    places(&calm, MENTOR, 1);
    let phone = open(&calm, MENTEE, Fact::RequestLetter);
    phone.answer(MENTEE, true).unwrap();
    assert_eq!(phone.answer(OTHER, true), Err(Problem::NoPlace));
    calm.pass(LETTER_WAITS_MS + 60_000);
    assert_eq!(calm.letters(OTHER, Fact::DecisionLetter).len(), 1);
}

#[test]
fn a_yes_is_to_the_mentor_who_was_read_of_and_to_no_other() {
    let mut calm = agreed();
    let phone = open(&calm, MENTEE, Fact::ChoiceLetter);
    let first = phone.request(MENTEE).unwrap().asked_at;
    let session = phone.session;
    mentor(&mut calm, 4, 2);
    Visitor::of(&calm, MENTOR).withdraw(&calm).unwrap();
    ask(&calm, MENTEE, 4).unwrap();
    calm.pass(LETTER_WAITS_MS + 60_000);
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, true).unwrap();
    for yes in [true, false] {
        let phone = Phone { calm: &calm, number: MENTEE, session: session.clone() };
        assert_eq!(phone.answer_seen(MENTEE, first, yes), Err(Problem::Changed));
    }
    assert_eq!(stage(&calm, MENTEE), Stage::Agreed);
}

#[test]
fn a_corrected_address_shuts_out_whoever_read_the_one_before() {
    let mut calm = asked();
    let before = open(&calm, MENTEE, Fact::RequestLetter).session;
    let record = calm.record(MENTOR);
    let mut draft = record.draft.clone();
    draft.answers.insert("email".to_owned(), vec!["ratt@example.org".to_owned()]);
    let request =
        CorrectRequest { reference: String::new(), seen: record.version, draft, reason: "Ringde.".to_owned() };
    let names = calm.world.names.clone();
    calm.decide(move |book| annotate::correct(book, &names, &id(MENTOR), "staff@example.org", &request)).unwrap();
    let stranger = Phone { calm: &calm, number: MENTOR, session: before };
    assert_eq!(stranger.request(MENTEE).map(drop), Err(Problem::NotSignedIn));
    calm.work();
    assert_eq!(
        calm.letters(MENTOR, Fact::ApplicantLetter).last().map(|one| one.letter.to.clone()).as_deref(),
        Some("ratt@example.org")
    );
}

#[test]
fn whoever_came_by_the_mentors_receipt_sees_nobodys_answers() {
    let calm = asked();
    let stranger = Visitor::of(&calm, MENTOR);
    let phone = Phone { calm: &calm, number: MENTOR, session: stranger.session.clone() };
    assert_eq!(phone.request(MENTEE).map(drop), Err(Problem::Changed));
    assert_eq!(phone.answer(MENTEE, true), Err(Problem::Changed));
    assert!(stranger.read(&calm).requests.is_empty());
}

#[test]
fn the_letters_link_leads_to_the_request_and_later_to_the_own_page() {
    let calm = asked();
    let letter = calm.letters(MENTEE, Fact::RequestLetter).pop().unwrap();
    let link = link_in(&letter.letter.text).unwrap().hash();
    let open = || {
        let request = OpenRequest { link: link.clone(), session: LinkHash::of(b"a phone") };
        calm.decide(move |book| links::open(book, None, &request)).unwrap()
    };
    assert!(matches!(open(), Opened::Request(_, of) if of == calm.record(MENTEE).reference));
    Phone { calm: &calm, number: MENTOR, session: LinkHash::of(b"a phone") }.answer(MENTEE, false).unwrap();
    assert!(matches!(open(), Opened::Own(_)));
}

#[test]
fn a_place_is_taken_by_the_first_yes_and_the_second_is_told() {
    let mut calm = begun();
    places(&calm, MENTOR, 2);
    ask(&calm, MENTEE, MENTOR).unwrap();
    ask(&calm, OTHER, MENTOR).unwrap();
    // Fewer than were asked for.
    places(&calm, MENTOR, 1);
    calm.pass(LETTER_WAITS_MS + 60_000);
    let phone = open(&calm, OTHER, Fact::RequestLetter);
    assert_eq!(phone.answer(MENTEE, true), Ok(()));
    assert_eq!(phone.answer(OTHER, true), Err(Problem::NoPlace));
    assert_eq!((free(&calm, MENTOR), stage(&calm, OTHER)), (0, Stage::Asked), "what was refused changed nothing");
    assert_eq!(phone.answer(MENTEE, true), Ok(()), "twice is once");
    assert_eq!(free(&calm, MENTOR), 0);
    assert_eq!(ask(&calm, MENTEE, MENTOR).map(drop), Err(Problem::Changed));
}

#[test]
fn of_two_mentors_only_the_one_who_is_asked_can_say_yes() {
    let mut calm = asked();
    mentor(&mut calm, 4, 2);
    let first = open(&calm, MENTEE, Fact::RequestLetter).session;
    Phone { calm: &calm, number: MENTOR, session: first.clone() }.answer(MENTEE, false).unwrap();
    ask(&calm, MENTEE, 4).unwrap();
    let late = Phone { calm: &calm, number: MENTOR, session: first };
    assert_eq!(late.answer(MENTEE, true), Err(Problem::Changed), "after the next has been asked");
    calm.pass(LETTER_WAITS_MS + 60_000);
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, true).unwrap();
    assert_eq!((free(&calm, MENTOR), free(&calm, 4)), (1, 1));
}

#[test]
fn staff_confirm_no_pair_that_the_mentee_has_not_chosen() {
    let calm = agreed();
    let seen = calm.record(MENTEE).version;
    assert_eq!(calm.bring(MENTEE, seen, Standing::Paired).map(drop), Err(Problem::NotChosen));
}

#[test]
fn nobody_is_their_own_mentor_and_nobody_is_asked_who_takes_no_more() {
    let mut calm = Calm::default();
    mentor(&mut calm, MENTOR, 0);
    calm.received(MENTEE, ALUMNI, Role::Mentee);
    assert_eq!(ask(&calm, MENTEE, MENTOR).map(drop), Err(Problem::NoPlace));
    assert_eq!(ask(&calm, MENTEE, MENTEE).map(drop), Err(Problem::Changed), "not a mentor at all");
}
