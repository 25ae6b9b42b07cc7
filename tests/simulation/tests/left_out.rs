//! Mentors who are wished for and ruled out all the same: by the programme's rules, or by whom the mentee rather does not want.

use domain::desk::member::Authority;
use domain::ledger::{Book as _, change, reading};
use domain::outbox::Fact;
use domain::problem::Problem;
use domain::programme::Role;
use domain::standing::Standing;
use domain::wish::{Wish, Wishes};
use simulation::calm::{Calm, id};
use simulation::desk::{CHIEF, by, sign_in, staffed};
use simulation::requests::{ALUMNI, MENTEE, MENTOR, ask, ask_in_turn, checked, mentor, show, wish};
use simulation::two::open;

const SECOND: u64 = 4;
/// A programme with a rule of what must differ: the mentee's subject and the mentor's workplace.
const RULED: &str = "everything";

/// Puts answers in the place of others.
fn answer(calm: &Calm, number: u64, answers: &[(&str, &str)]) {
    let record = calm.record(number);
    let (seen, mut draft) = (record.version, record.draft);
    for (question, value) in answers {
        draft.answers.insert((*question).to_owned(), vec![(*value).to_owned()]);
    }
    calm.decide(move |book| change::edit(book, &id(number), seen, &draft)).unwrap();
}

fn asked(calm: &Calm) -> Option<u64> {
    let record = calm.record(MENTEE);
    let asked = record.request().map(|request| request.mentor.clone())?;
    [MENTOR, SECOND].into_iter().find(|number| id(*number) == asked)
}

/// Two mentors who are shown, and a mentee who wishes for the first and then the second.
fn wished(avoid: &str) -> Calm {
    let mut calm = staffed(&[]);
    for (number, name) in [(MENTOR, "Eva Exempel"), (SECOND, "Bo Provsson")] {
        mentor(&mut calm, number, 1);
        show(&calm, number, "name");
        answer(&calm, number, &[("name", name)]);
    }
    calm.received(MENTEE, ALUMNI, Role::Mentee);
    wish(&calm, Fact::ApplicantLetter, &[MENTOR, SECOND], avoid).unwrap();
    calm
}

#[test]
fn whoever_may_be_named_as_rather_not_is_passed_over_in_turn_and_staff_may_still_ask_them() {
    let calm = wished("Exempel, E");
    ask_in_turn(&calm).unwrap();
    assert_eq!(asked(&calm), Some(SECOND));
    let calm = wished("Exempel, E");
    ask(&calm, MENTEE, MENTOR).unwrap();
    assert_eq!(asked(&calm), Some(MENTOR), "by a person’s decision");
    let calm = wished("");
    ask_in_turn(&calm).unwrap();
    assert_eq!(asked(&calm), Some(MENTOR), "nobody is named");
}

#[test]
fn staff_see_who_is_passed_over() {
    let mut calm = wished("Exempel, E");
    let (who, names, record) = (sign_in(&mut calm, CHIEF), calm.world.names.clone(), calm.record(MENTEE));
    let opened = by(&calm, &who, Authority::Reader, move |book, staff| {
        reading::shown(book, &names, staff, &record, false).map(Ok)
    });
    let passed_over: Vec<bool> = opened.unwrap().wishes.unwrap().ranked.iter().map(|wish| wish.is_ruled_out).collect();
    assert_eq!(passed_over, [true, false]);
}

#[test]
fn a_no_does_not_lead_on_to_whoever_may_be_named_as_rather_not() {
    let mut calm = wished("Bo Provsson");
    ask_in_turn(&calm).unwrap();
    assert_eq!(asked(&calm), Some(MENTOR));
    calm.pass(domain::standing::LETTER_WAITS_MS + 60_000);
    open(&calm, MENTEE, Fact::RequestLetter).answer(MENTEE, false).unwrap();
    assert_eq!((asked(&calm), calm.record(MENTEE).standing), (None, Standing::UnderReview));
}

/// A mentee and two mentors of a programme with rules, both wished for; the first works at what the mentee studies.
fn ruled(first: &str) -> Calm {
    let mut calm = staffed(&[]);
    for number in [MENTOR, SECOND] {
        let seen = calm.received(number, RULED, Role::Mentor).version;
        let seen = calm.bring(number, seen, Standing::UnderReview).unwrap().version;
        let typed = checked(seen, 1);
        let set = calm.decide(move |book| domain::ledger::mentors::set(book, &id(number), CHIEF, &typed)).unwrap();
        calm.bring(number, set.version, Standing::Listed).unwrap();
        calm.pass(11 * 60_000);
    }
    calm.received(MENTEE, RULED, Role::Mentee);
    answer(&calm, MENTOR, &[("workplace", first)]);
    answer(&calm, SECOND, &[("workplace", "Någon annanstans")]);
    answer(&calm, MENTEE, &[("situation", "studies"), ("subject", "Anatomi"), ("began", "2024")]);
    let mut record = calm.record(MENTEE);
    let ranked = [MENTOR, SECOND].map(|number| Wish { mentor: id(number), word: String::new() });
    record.wishes = Some(Box::new(Wishes { ranked: ranked.to_vec(), avoid: String::new(), edits: 1 }));
    calm.decide(move |book| book.put_record(&record).map(Ok)).unwrap();
    calm
}

#[test]
fn whom_a_rule_rules_out_is_passed_over_in_turn() {
    let calm = ruled(" anatomi ");
    ask_in_turn(&calm).unwrap();
    assert_eq!(asked(&calm), Some(SECOND));
    let calm = ruled("Fysiologi");
    ask_in_turn(&calm).unwrap();
    assert_eq!(asked(&calm), Some(MENTOR), "it differs");
}

#[test]
fn where_everybody_wished_for_is_ruled_out_nobody_is_asked() {
    let calm = wished("Eva Exempel\nBo Provsson");
    assert_eq!(ask_in_turn(&calm).map(drop), Err(Problem::NoPlace));
    assert_eq!(asked(&calm), None);
}
