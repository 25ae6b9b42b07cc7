//! A made-up record as staff see it, for tests.

use super::call::{DeskMentor, DeskRecord, DeskRequest, DeskWish, DeskWishes};
use super::row::{Marks, Row};
use crate::asked::{Ask, Asked, AskedAnswer};
use crate::call::Millis;
use crate::ledger::{Event, Happening};
use crate::mentor::{Mentor, Offer};
use crate::outbox::{Fact, Task};
use crate::programme::{Role, programme};
use crate::question::{Kind, YES};
use crate::request::{Question, Reason, Stage, Why};
use crate::standing::Standing;
use crate::text::Language;

/// 2026-11-23, 10.00 in Stockholm.
pub const NOW: Millis = 1_795_424_400_000;
/// Somebody of the staff, who did what staff do in it.
pub const STAFF: &str = "staff@example.org";

/// Of the programme `ki-alumni`, with something in every place; what was typed names the reference.
pub fn record(reference: &str, role: Role, language: Language) -> DeskRecord {
    let typed = |what: &str| typed(what, reference);
    let form = programme("ki-alumni").and_then(|programme| programme.form(role)).unwrap();
    let answer = |kind: Kind, id: &str| match kind {
        Kind::Email => "sam@example.org".to_owned(),
        Kind::Number { max, .. } | Kind::Year { max, .. } => max.to_string(),
        Kind::Acknowledgement => YES.to_owned(),
        kind => kind.options().last().map_or_else(|| typed(id), |option| (*option).to_owned()),
    };
    let answers: Vec<(String, Vec<String>)> =
        form.questions().map(|question| (question.id.to_owned(), vec![answer(question.kind, question.id)])).collect();
    let answered = AskedAnswer { at: NOW, by: STAFF.to_owned(), is_done: true, text: typed("Rättat") };
    let mentor = Mentor {
        checked: typed("Ringde"),
        checked_by: STAFF.to_owned(),
        checked_at: NOW,
        free: 2,
        paused_until: Some("2026-12-24".to_owned()),
        answered_in: vec![2, 1, 4],
    };
    DeskRecord {
        row: Row {
            reference: reference.to_owned(),
            programme: "ki-alumni".to_owned(),
            role: role.slug().to_owned(),
            standing: Standing::UnderReview,
            version: 4,
            received_at: NOW,
            // Of something that was asked.
            answer_by: Some("2026-11-30".to_owned()),
            name: "Åsa".to_owned(),
            marks: Marks::RESTRICTED,
        },
        language,
        notice: "2026-11-01".to_owned(),
        promised: Some("2026-12-07".to_owned()),
        arrived: Some(vec![("gone-question".to_owned(), vec![typed("Först")])]),
        answers,
        is_masked: false,
        registry: Some("1-2/2026".to_owned()),
        history: vec![
            Event::of(Happening::Received, NOW),
            Event::by(Happening::Became(Standing::UnderReview), NOW, STAFF, None),
            Event::by(Happening::Commented, NOW, STAFF, Some(typed("Ringde"))),
        ],
        letters: vec![Task::new(Fact::ApplicantLetter, NOW), Task::new(Fact::StaffLetter, NOW)],
        may_be_undone: false,
        letter: Some(format!("Vi läser {reference}.")),
        others: Vec::new(),
        needs_allowing: false,
        requests: vec![request()],
        wishes: (role == Role::Mentee).then(|| wishes(reference)),
        mentor: (role == Role::Mentor).then_some(DeskMentor { offer: Offer::Restricted, kept: Some(mentor) }),
        asked: vec![Asked { what: Ask::Correction, text: Some(typed("Fel")), at: NOW, answer: Some(answered) }],
    }
}

fn typed(what: &str, reference: &str) -> String {
    format!("{what} <{reference}> & åäö\nReferens: FALSK")
}

fn request() -> DeskRequest {
    DeskRequest {
        mentor: None,
        asked_at: NOW,
        stage: Stage::Over(Why::NotNow),
        since: NOW,
        answer_by: "2026-12-02".to_owned(),
        question: Some(Question { text: "Hur ofta?".to_owned(), reply: Some("Ibland.".to_owned()) }),
        reason: Some(Reason::NoTime),
    }
}

fn wishes(reference: &str) -> DeskWishes {
    let wish = DeskWish {
        reference: Some("KL7MN8PR".to_owned()),
        mentor: None,
        word: typed("Hej", reference),
        was_asked: true,
        is_ruled_out: false,
    };
    DeskWishes { ranked: vec![wish], avoid: typed("Helst inte", reference) }
}
