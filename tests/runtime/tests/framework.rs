//! A framework that a student and their mentor share: agreed on, changed, forwarded, left unanswered, ended and erased.

use domain::form_post::field;
use domain::framework::{Side, Stage};
use domain::independence::Tie;
use domain::letter::FrameworkNews;
use domain::outbox::DAY_MS;
use domain::words::form::framework as words;
use domain::words::letter::framework as letter;
use runtime_tests::letters::Letter;
use runtime_tests::pair::{Pair, begins, cookie, has, is_shown};
use runtime_tests::people::{name, secret};
use runtime_tests::portal::Portal;

#[test]
fn nothing_reaches_the_mentor_before_the_student_has_proven_their_address() {
    let portal = Portal::start("framework-unproven");
    let pair = Pair::sent(&portal, 1);
    assert!(pair.letters(Side::Mentor).is_empty() && pair.letters(Side::Mentee).len() == 1);
    portal.letters(1);
    // The receipt's link proves nothing.
    let opened = pair.open(&format!("/l/{}", secret(1).as_str()));
    portal.work_outbox();
    let page = pair.page(&cookie(&opened), "/my").body;
    assert!(is_shown(&page, words::UNCONFIRMED_NEXT) && pair.letters(Side::Mentor).is_empty());
    pair.session(Side::Mentee);
    portal.work_outbox();
    let asked = pair.letters(Side::Mentor);
    assert_eq!(asked.len(), 1);
    // The student's proven address and the law's words are in it, and nothing else that was typed.
    let first = &asked[0];
    assert!(first.subject.contains(&pair.address(Side::Mentee)) && first.text.contains(letter::NOTICE_TITLE.sv));
    for part in ["6.1 e", "imy.se", "/personal-data", "personuppgiftsansvarig"] {
        assert!(first.text.contains(part), "{part}");
    }
    assert!(!first.text.contains(&name(1)) && !first.text.contains("Påhittat svar"), "{}", first.text);
    // Opening it again asks nobody twice.
    pair.session(Side::Mentee);
    portal.work_outbox();
    assert_eq!(pair.letters(Side::Mentor).len(), 1);
}

#[test]
fn a_mentor_who_is_a_co_author_accepts_and_both_read_so() {
    let portal = Portal::start("framework-accept");
    let pair = Pair::shared(&portal, 1);
    let path = pair.letters(Side::Mentor)[0].link_path();
    assert_eq!(portal.get(&path).status, 200);
    assert!(pair.framework().accepted.len() == 1, "looking at a link changes nothing");
    let mentor = pair.session(Side::Mentor);
    let page = pair.page(&mentor, "/my").body;
    assert!(page.contains("Påhittat svar 1 på topics") && page.contains(&name(1)) && has(&page, "ask-ties"));
    assert!(is_shown(&page, words::stage(Stage::Asked, Side::Mentor)));

    let silent = pair.press(&mentor, words::ACCEPT_VALUE, 1, &[]);
    assert_eq!(silent.status, 422);
    assert!(silent.body.contains(words::TIES_MISSING.sv) && pair.framework().accepted.len() == 1);
    // Said at the top as well, with a way to the boxes.
    assert!(has(&silent.body, "summary") && has(&silent.body, "summary-ties") && has(&silent.body, "fault-ties"));
    assert!(silent.body.contains("href=\"#q-ties\"") && silent.body.contains("id=\"q-ties\""));

    for _ in 0..2 {
        // Twice is once.
        assert_eq!(pair.press(&mentor, words::ACCEPT_VALUE, 1, &["co-author"]).status, 303);
    }
    portal.work_outbox();
    assert_eq!((pair.framework().in_force(), pair.framework().accepted.len()), (Some(1), 2));
    for side in [Side::Mentee, Side::Mentor] {
        assert_eq!(pair.letters_saying(side, begins(FrameworkNews::Agreed)).len(), 1, "{side:?}");
        let page = pair.page(&pair.session(side), "/my").body;
        assert!(is_shown(&page, words::stage(Stage::Agreed, side)) && page.contains(words::tie(Tie::CoAuthor).sv));
        assert!(page.contains("inte en av KI:s regler") && !has(&page, "accept") && has(&page, "may-change"));
    }
    // Nobody at the programme is written to.
    assert!(portal.letters(4).iter().all(|letter| letter.to.ends_with("1@example.org")));
}

#[test]
fn a_mentor_who_is_a_supervisor_is_told_the_rule_and_can_answer_again() {
    let portal = Portal::start("framework-rule");
    let pair = Pair::shared(&portal, 1);
    let mentor = pair.session(Side::Mentor);
    assert_eq!(pair.press(&mentor, words::ACCEPT_VALUE, 1, &["supervisor", "none"]).status, 303);
    portal.work_outbox();
    assert_eq!((pair.framework().stage(), pair.framework().in_force()), (Stage::NotAllowed, None));
    assert_eq!(pair.letters_saying(Side::Mentee, begins(FrameworkNews::NotAllowed)).len(), 1);
    assert!(is_shown(&pair.page(&mentor, "/my").body, words::next(Stage::NotAllowed, Side::Mentor)));
    assert_eq!(pair.press(&mentor, words::ACCEPT_VALUE, 1, &["none"]).status, 303);
    assert_eq!(pair.framework().stage(), Stage::Agreed);
}

#[test]
fn of_two_who_change_at_once_the_second_sees_both_wordings_and_loses_nothing() {
    let portal = Portal::start("framework-both");
    let pair = Pair::shared(&portal, 1);
    let (student, mentor) = (pair.session(Side::Mentee), pair.session(Side::Mentor));
    let form = pair.page(&student, "/my/change").body;
    assert!(form.contains("Påhittat svar 1 på topics") && form.contains("name=\"_seen\" value=\"1\""));
    for _ in 0..2 {
        assert_eq!(pair.propose_stating(&mentor, 1, "Mentorns ämnen", &["none"]).status, 303);
    }
    assert_eq!(pair.framework().versions.len(), 2, "sent twice it is one");
    let late = pair.propose(&student, 1, "Studentens ämnen");
    assert_eq!(late.status, 409);
    assert!(late.body.contains("Studentens ämnen") && late.body.contains("Mentorns ämnen"));
    assert!(late.body.contains(words::CHANGED_MEANWHILE.sv) && late.body.contains("name=\"_seen\" value=\"2\""));
    assert_eq!(pair.propose(&student, 2, "Studentens ämnen").status, 303);
    // What the mentor read is not what stands there now.
    let old = pair.press(&mentor, words::ACCEPT_VALUE, 2, &["none"]);
    assert_eq!(old.status, 409);
    assert!(old.body.contains(words::ACCEPT_OLD.sv) && old.body.contains("Studentens ämnen"));
    assert_eq!(pair.press(&mentor, words::ACCEPT_VALUE, 3, &["none"]).status, 303);
    let framework = pair.framework();
    assert_eq!((framework.in_force(), framework.versions.len()), (Some(3), 3));
    let by: Vec<Side> = framework.versions.iter().map(|version| version.by).collect();
    assert_eq!(by, [Side::Mentee, Side::Mentor, Side::Mentee]);
    let page = pair.page(&student, "/my").body;
    assert!(page.contains("lydelse 2, föreslagen av mentorn") && page.contains("lydelse 3 godkänd av mentorn"));
}

#[test]
fn what_was_written_is_there_again_when_it_is_wrong_or_the_session_has_ended() {
    let portal = Portal::start("framework-typed");
    let pair = Pair::shared(&portal, 1);
    let student = pair.session(Side::Mentee);
    let wrong = pair.propose(&student, 1, &"å".repeat(801));
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains(&"å".repeat(801)) && has(&wrong.body, "fault-topics") && has(&wrong.body, "summary"));
    for nobody in ["", "__Host-session=0000000000000000000000000000000000000000000000000000000000000000"] {
        let ended = pair.propose(nobody, 1, "Ännu inte skickat");
        assert_eq!(ended.status, 401);
        assert!(ended.body.contains("Ännu inte skickat") && ended.body.contains(words::SIGNED_OUT.sv));
    }
    // The parties are not for changing, and another site's page changes nothing.
    let fields = [(field::OF, pair.reference.as_str()), (words::SEEN, "1"), (words::PROGRAMME, "doctoral")];
    let typed = [("email", "x@example.org"), ("how-often", "months-12"), ("how-long", "minutes-60")];
    let fields = [&fields[..], &typed, &[("who-books", "turns"), ("topics", "Nytt")]].concat();
    assert_eq!(pair.post(&student, "/my/change", &fields).status, 303);
    assert!(!pair.framework().versions[1].answers.contains_key("email"));
    assert_eq!(pair.record().unwrap().record.draft.answers["email"], [pair.address(Side::Mentee)]);
}

#[test]
fn a_forwarded_link_is_shut_out_by_a_new_one() {
    let portal = Portal::start("framework-forwarded");
    let pair = Pair::shared(&portal, 1);
    let forwarded = pair.letters(Side::Mentor)[0].link_path();
    let stranger = cookie(&pair.open(&forwarded));
    let student = pair.session(Side::Mentee);
    // A stranger can do what a mentor can, and the mentor hears of it.
    assert_eq!(pair.press(&stranger, words::ACCEPT_VALUE, 1, &["none"]).status, 303);
    portal.work_outbox();
    assert_eq!(pair.letters_saying(Side::Mentor, begins(FrameworkNews::Agreed)).len(), 1);
    assert_eq!(pair.press(&student, words::RENEW_VALUE, 1, &[]).status, 303);
    portal.work_outbox();
    assert_eq!(pair.page(&stranger, "/my").status, 401);
    assert_eq!(pair.open(&forwarded).status, 410);
    assert_eq!(pair.page(&student, "/my").status, 200);
    let links: Vec<String> = pair.letters(Side::Mentor).iter().map(Letter::link_path).collect();
    let good = links.iter().filter(|link| pair.open(link).status == 303);
    assert_eq!(good.count(), 1, "only the newest opens: {links:?}");
}

#[test]
fn a_mentor_who_never_answers_is_reminded_once_and_then_the_student_is_told() {
    let portal = Portal::start("framework-silent");
    let pair = Pair::shared(&portal, 1);
    let after = |days: i64| {
        portal.set_clock(days * DAY_MS + 60_000);
        portal.work_outbox();
        let no_answer = pair.letters_saying(Side::Mentee, "har inte svarat").len();
        (pair.letters(Side::Mentor).len(), no_answer)
    };
    assert_eq!(after(6), (1, 0));
    assert_eq!(after(7), (2, 0));
    assert_eq!(pair.letters_saying(Side::Mentor, begins(FrameworkNews::Reminder)).len(), 1);
    assert_eq!(after(13), (2, 0));
    assert_eq!(after(14), (2, 1));
    assert_eq!(after(60), (2, 1));

    // Whoever has answered is not reminded, nor is anybody told that they have not.
    portal.set_clock(0);
    let other = Pair::shared(&portal, 2);
    assert_eq!(other.propose_stating(&other.session(Side::Mentor), 1, "Något annat", &["none"]).status, 303);
    portal.work_outbox();
    let before = (other.letters(Side::Mentor).len(), other.letters(Side::Mentee).len());
    portal.set_clock(30 * DAY_MS);
    portal.work_outbox();
    assert_eq!((other.letters(Side::Mentor).len(), other.letters(Side::Mentee).len()), before);
}

#[test]
fn either_ends_it_and_after_ninety_days_no_link_opens_it() {
    let portal = Portal::start("framework-ended");
    let pair = Pair::shared(&portal, 1);
    let mentor = pair.session(Side::Mentor);
    for _ in 0..2 {
        assert_eq!(pair.press(&mentor, words::END_VALUE, 1, &[]).status, 303);
    }
    portal.work_outbox();
    for side in [Side::Mentee, Side::Mentor] {
        assert_eq!(pair.letters_saying(side, begins(FrameworkNews::Ended)).len(), 1, "{side:?}");
    }
    let page = pair.page(&pair.session(Side::Mentee), "/my").body;
    assert!(
        is_shown(&page, words::stage(Stage::Ended, Side::Mentee)) && !has(&page, "may-change") && has(&page, "erase")
    );
    let late = pair.press(&mentor, words::ACCEPT_VALUE, 1, &["none"]);
    assert_eq!(late.status, 409);
    assert!(is_shown(&late.body, words::ENDED_MEANWHILE) && !is_shown(&late.body, words::ACCEPT_OLD));
    assert!(has(&late.body, "title-proposed") && !has(&late.body, "title-agreed"), "nothing was agreed on");
    assert_eq!(pair.propose_stating(&mentor, 1, "Efteråt", &["none"]).status, 409);
    let link = pair.letters(Side::Mentee)[0].link_path();
    portal.set_clock(89 * DAY_MS);
    assert_eq!(pair.open(&link).status, 303);
    portal.set_clock(91 * DAY_MS);
    assert_eq!(pair.open(&link).status, 410);
}

#[test]
fn what_one_side_erases_is_gone_once_both_are_told() {
    let mut portal = Portal::start("framework-erased");
    {
        let pair = Pair::shared(&portal, 1);
        let mentor = pair.session(Side::Mentor);
        pair.press(&mentor, words::ACCEPT_VALUE, 1, &["none"]);
        portal.work_outbox();
        assert!(portal.kv_keys().iter().any(|key| key.starts_with("record/")));
        // The letters cannot go at first: nothing is erased before both have been told.
        portal.set_faults("none", "fail");
        assert_eq!(pair.press(&mentor, words::ERASE_VALUE, 1, &[]).status, 303);
        portal.work_outbox();
        assert!(pair.record().is_some() && has(&pair.page(&mentor, "/my").body, "erasing"));
        portal.set_faults("none", "none");
    }
    portal.kill_and_restart();
    portal.set_clock(DAY_MS);
    portal.work_outbox();
    let pair = Pair::again(&portal, 1);
    for side in [Side::Mentee, Side::Mentor] {
        assert_eq!(pair.letters_saying(side, begins(FrameworkNews::Erased)).len(), 1, "{side:?}");
    }
    assert!(pair.record().is_none());
    // Its tombstone and its copies go by the outbox.
    portal.set_clock(2 * DAY_MS);
    portal.work_outbox();
    let keys = portal.kv_keys();
    assert!(keys.iter().all(|key| !key.starts_with("record/")) && keys.iter().any(|key| key.starts_with("erased/")));
    for side in [Side::Mentee, Side::Mentor] {
        // The last letter has none.
        let links: Vec<_> = pair.letters(side).into_iter().filter(|letter| letter.text.contains("/l/")).collect();
        assert!(!links.is_empty() && links.iter().all(|letter| pair.open(&letter.link_path()).status == 410));
    }
}

#[test]
fn a_lost_ledger_comes_back_with_every_version_and_who_accepted_which() {
    let portal = Portal::start("framework-restored");
    let pair = Pair::shared(&portal, 1);
    let mentor = pair.session(Side::Mentor);
    pair.propose_stating(&mentor, 1, "Andra ämnen", &["department"]);
    pair.press(&pair.session(Side::Mentee), words::ACCEPT_VALUE, 2, &[]);
    portal.work_outbox();
    let before = pair.record().unwrap().whole();
    assert_eq!(before.record.framework.as_ref().unwrap().stage(), Stage::Agreed);
    assert_eq!(portal.wipe_and_restore(), 1);
    assert_eq!(pair.record().unwrap().whole(), before);
    assert_eq!(pair.page(&pair.session(Side::Mentor), "/my").status, 200);
}
