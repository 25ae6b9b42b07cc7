//! Mentors are asked twice a year whether they are still willing; nothing goes wrong around it, but time does pass.

use domain::calendar;
use domain::call::WithdrawRequest;
use domain::desk::call::After;
use domain::desk::member::Authority;
use domain::desk::queue::{Need, queue};
use domain::ledger::{Happening, mentors, reading, willing};
use domain::mentor::willing::{ASKED_AFTER_DAYS, SILENT_AFTER_DAYS, Willing};
use domain::mentor::{Offer, offer};
use domain::outbox::{DAY_MS, Fact, TaskState};
use domain::problem::Problem;
use domain::standing::Standing;
use simulation::calm::{Calm, id};
use simulation::desk::{CHIEF, by, sign_in, staffed};
use simulation::requests::{ALUMNI, MENTEE, MENTOR, ask, begun, checked, mentor, show};
use simulation::two::open;
use simulation::visitor::Visitor;
use simulation::weather::Weather;

/// So many days, and on each the ledger looks whom to ask.
fn days_pass(calm: &mut Calm, days: i64) {
    for _ in 0..days {
        look(calm);
        calm.pass(DAY_MS);
    }
}

/// As an alarm does from time to time.
fn look(calm: &Calm) {
    calm.decide(|book| willing::arrange(book).map(Ok)).expect("nothing is wrong");
}

/// Half a year, and the week in which the letter goes on a working morning.
fn half_a_year(calm: &mut Calm) {
    days_pass(calm, ASKED_AFTER_DAYS + 7);
}

fn letters(calm: &Calm) -> usize {
    calm.letters(MENTOR, Fact::WillingLetter).len()
}

fn listed() -> Calm {
    let mut calm = Calm::default();
    mentor(&mut calm, MENTOR, 1);
    calm
}

fn today(calm: &Calm) -> String {
    calendar::day(calm.world.clock.now())
}

fn offered(calm: &Calm) -> Offer {
    offer(&calm.record(MENTOR), &today(calm)).unwrap()
}

fn says_yes(calm: &Calm) -> Result<(), Problem> {
    let Visitor { session, of } = Visitor::of(calm, MENTOR);
    calm.decide(move |book| willing::say(book, &WithdrawRequest { session, of })).map(drop)
}

fn page(calm: &Calm) -> Option<Willing> {
    Visitor::of(calm, MENTOR).read(calm).willing
}

#[test]
fn the_letter_goes_once_half_a_year_after_the_listing_on_a_working_morning() {
    let mut calm = listed();
    days_pass(&mut calm, ASKED_AFTER_DAYS - 2);
    assert_eq!((letters(&calm), page(&calm)), (0, None));
    half_a_year(&mut calm);
    assert_eq!(letters(&calm), 1);
    let asked = calm.record(MENTOR).history.into_iter().find(|event| event.what == Happening::WillingAsked).unwrap();
    let (day, clock) = (calendar::day(asked.at), calendar::clock(asked.at));
    assert!(calendar::is_working_day(&day) && clock.as_str() >= "07.00" && clock.as_str() <= "09.30", "{day} {clock}");
    half_a_year(&mut calm);
    half_a_year(&mut calm);
    assert_eq!(letters(&calm), 1, "who has not answered is asked no more");
}

#[test]
fn a_yes_is_kept_and_the_next_letter_comes_half_a_year_after_it() {
    let mut calm = listed();
    half_a_year(&mut calm);
    assert_eq!(page(&calm), Some(Willing::Asked));
    says_yes(&calm).unwrap();
    let said = calm.record(MENTOR);
    assert_eq!(said.history.last().map(|event| event.what), Some(Happening::SaidWilling));
    assert!(matches!(page(&calm), Some(Willing::Said(_))));
    says_yes(&calm).unwrap();
    assert_eq!(calm.record(MENTOR).version, said.version, "twice is once");
    days_pass(&mut calm, ASKED_AFTER_DAYS - 2);
    assert_eq!((letters(&calm), offered(&calm)), (1, Offer::Takes));
    days_pass(&mut calm, 9);
    assert_eq!(letters(&calm), 2);
}

#[test]
fn a_mentor_listed_long_before_anybody_was_asked_gets_the_letter_before_they_can_be_silent() {
    let mut calm = listed();
    calm.pass(900 * DAY_MS);
    assert_eq!((letters(&calm), offered(&calm)), (0, Offer::Takes));
    days_pass(&mut calm, 7);
    assert_eq!((letters(&calm), offered(&calm)), (1, Offer::Takes));
}

#[test]
fn silence_takes_a_mentor_out_of_the_directory_and_into_the_queue_until_they_say_yes() {
    let mut calm = staffed(&[]);
    mentor(&mut calm, MENTOR, 1);
    show(&calm, MENTOR, "name");
    half_a_year(&mut calm);
    let needs = |calm: &mut Calm| -> Vec<Need> {
        let who = sign_in(calm, CHIEF);
        let names = calm.world.names.clone();
        let rows = by(calm, &who, Authority::Reader, move |book, staff| {
            reading::rows(book, &names, staff, &After { after: None })
        });
        queue(&rows.unwrap().rows, [], calm.world.clock.now()).into_iter().map(|item| item.need).collect()
    };
    let is_shown = |calm: &Calm| domain::directory::card(&calm.record(MENTOR), &today(calm)).is_some();
    assert!(!needs(&mut calm).contains(&Need::Silent) && is_shown(&calm));
    days_pass(&mut calm, SILENT_AFTER_DAYS);
    assert!(needs(&mut calm).contains(&Need::Silent) && !is_shown(&calm));
    assert_eq!((offered(&calm), letters(&calm)), (Offer::Silent, 1));
    calm.received(MENTEE, ALUMNI, domain::programme::Role::Mentee);
    assert!(ask(&calm, MENTEE, MENTOR).is_err(), "nobody is asked who may have gone");
    says_yes(&calm).unwrap();
    assert!(!needs(&mut calm).contains(&Need::Silent) && is_shown(&calm));
}

#[test]
fn staff_who_have_heard_of_a_silent_mentor_write_so_where_the_check_stands() {
    let mut calm = listed();
    half_a_year(&mut calm);
    days_pass(&mut calm, SILENT_AFTER_DAYS);
    let set = |calm: &Calm, text: &str, places: u32| {
        let mut typed = checked(calm.record(MENTOR).version, places);
        text.clone_into(&mut typed.checked);
        calm.decide(move |book| mentors::set(book, &id(MENTOR), CHIEF, &typed)).unwrap();
    };
    set(&calm, "Ringde arbetsplatsen.", 2);
    assert_eq!(offered(&calm), Offer::Silent, "other places are no word of the mentor's");
    set(&calm, "Ringde mentorn, som vill fortsätta.", 2);
    assert_eq!(offered(&calm), Offer::Takes);
}

#[test]
fn whoever_pauses_or_leaves_before_the_letter_goes_gets_none() {
    for leaves in [false, true] {
        let mut calm = listed();
        calm.pass((ASKED_AFTER_DAYS + 1) * DAY_MS);
        look(&calm);
        assert!(calm.task(MENTOR, Fact::WillingLetter).is_some(), "it waits for the morning");
        if leaves {
            Visitor::of(&calm, MENTOR).withdraw(&calm).unwrap();
        } else {
            let mut typed = checked(calm.record(MENTOR).version, 1);
            typed.paused_until = calendar::day(calm.world.clock.now() + 20 * DAY_MS);
            calm.decide(move |book| mentors::set(book, &id(MENTOR), CHIEF, &typed)).unwrap();
        }
        days_pass(&mut calm, 12);
        assert_eq!(letters(&calm), 0, "{leaves}");
        if leaves {
            assert_eq!(says_yes(&calm), Err(Problem::Changed));
            continue;
        }
        assert_eq!(offered(&calm), Offer::Paused);
        days_pass(&mut calm, 20);
        assert_eq!(letters(&calm), 1, "the pause is over, and it was staff who set it");
    }
}

#[test]
fn a_no_and_a_question_are_words_of_a_mentors_too() {
    for asks_first in [false, true] {
        let mut calm = begun();
        calm.pass(100 * DAY_MS);
        ask(&calm, MENTEE, MENTOR).unwrap();
        calm.pass(DAY_MS);
        let phone = open(&calm, MENTEE, Fact::RequestLetter);
        if asks_first {
            phone.talk(MENTEE, "Vad vill du lära dig?").unwrap();
        } else {
            phone.answer(MENTEE, false).unwrap();
        }
        let heard = calm.record(MENTOR).history.last().map(|event| event.what);
        assert_eq!(heard, Some(Happening::RequestAnswered), "{asks_first}");
        days_pass(&mut calm, ASKED_AFTER_DAYS - 2);
        assert_eq!(letters(&calm), 0);
        days_pass(&mut calm, 9);
        assert_eq!(letters(&calm), 1);
    }
}

#[test]
fn a_letter_that_did_not_arrive_makes_nobody_silent_and_has_had_its_turn() {
    let mut calm = listed();
    calm.world.dice.set(Weather { mail_fails: 1000, ..Weather::CALM });
    half_a_year(&mut calm);
    days_pass(&mut calm, 60);
    assert_eq!(calm.task(MENTOR, Fact::WillingLetter).map(|task| task.state), Some(TaskState::GivenUp));
    assert_eq!((letters(&calm), offered(&calm), page(&calm)), (0, Offer::Takes, Some(Willing::Asked)));
    calm.world.dice.set(Weather::CALM);
    half_a_year(&mut calm);
    assert_eq!(letters(&calm), 1);
}

#[test]
fn the_loss_of_the_ledger_forgets_neither_that_a_mentor_was_asked_nor_what_they_said() {
    let mut calm = listed();
    calm.pass((ASKED_AFTER_DAYS + 1) * DAY_MS);
    look(&calm);
    calm.work();
    calm.lose();
    calm.restore();
    days_pass(&mut calm, 7);
    assert_eq!(letters(&calm), 1, "the copy knew when it was to go");
    calm.lose();
    calm.restore();
    days_pass(&mut calm, SILENT_AFTER_DAYS);
    assert_eq!((letters(&calm), offered(&calm)), (1, Offer::Silent));
    says_yes(&calm).unwrap();
    calm.work();
    calm.lose();
    calm.restore();
    assert_eq!((offered(&calm), calm.record(MENTOR).standing), (Offer::Takes, Standing::Listed));
    days_pass(&mut calm, 60);
    assert_eq!(letters(&calm), 1);
}

#[test]
fn a_late_alarm_asks_nobody_who_has_said_yes_meanwhile() {
    let mut calm = listed();
    calm.pass((ASKED_AFTER_DAYS + 1) * DAY_MS);
    look(&calm);
    assert_eq!(page(&calm), Some(Willing::Asked), "the page asks before the letter does");
    says_yes(&calm).unwrap();
    calm.world.clock.forward(20 * DAY_MS);
    calm.work();
    assert_eq!((letters(&calm), calm.task(MENTOR, Fact::WillingLetter)), (0, None));
}

#[test]
fn one_alarm_looks_at_a_page_of_records_and_the_next_goes_on() {
    let mut calm = listed();
    for number in 10..130 {
        calm.received(number, ALUMNI, domain::programme::Role::Mentee);
    }
    calm.pass((ASKED_AFTER_DAYS + 1) * DAY_MS);
    look(&calm);
    assert_eq!(calm.task(MENTOR, Fact::WillingLetter), None, "the newest come first");
    look(&calm);
    assert!(calm.task(MENTOR, Fact::WillingLetter).is_some());
}
