//! A made-up letter of every kind there is, in both languages, written by the code that writes those that are sent.
//!
//! It stands here because only development carries this folder, and names nothing but `domain`: the page
//! `/dev/letters/samples` shows the letters, and `domain/tests/every_letter.rs` compiles this same file to hold each of them
//! to its picture. What a fact is told by is matched to the end, so that a new kind does not compile without a sample.

mod people;

use domain::calendar;
use domain::call::{DraftId, Millis};
use domain::draft::Draft;
use domain::framework::{Ending, Framework, Side};
use domain::independence::Tie;
use domain::ledger::daily::Day;
use domain::ledger::receive::{new_record, promised};
use domain::letter::{
    FrameworkFacts, FrameworkNews, Letter, RecordFacts, RequestFacts, RequestNews, about_a_record, about_a_request,
    decision_text, of_the_day, to_one_of_a_pair, to_who_signs_in,
};
use domain::live::Live;
use domain::outbox::Fact;
use domain::programme::{Role, programme};
use domain::standing::{MOVES, Standing};
use domain::text::Language;
use domain::words::page::PERSONAL_DATA;
use people::{MENTOR, PORTAL, STUDENT, contact, draft, full_day, member, own, reference};
use std::collections::BTreeSet;

/// One letter. Without one something here no longer fits the rules.
pub struct Sample {
    /// The fact and what of it, as it stands in an address: `staff-letter-mentor`.
    pub name: String,
    pub fact: Fact,
    /// Of whoever the letter is about; staff read theirs in Swedish all the same.
    pub language: Language,
    pub letter: Option<Letter>,
}

/// 2026-11-23, 10.00 in Stockholm.
const NOW: Millis = 1_795_424_400_000;

/// Every one, in the order in which facts go.
pub fn all() -> Vec<Sample> {
    let both = |fact: Fact| Language::ALL.into_iter().flat_map(move |language| of(fact, language));
    Fact::ALL.into_iter().flat_map(both).collect()
}

fn of(fact: Fact, language: Language) -> Vec<Sample> {
    let named = |(detail, letter): (String, Option<Letter>)| {
        let name = if detail.is_empty() { fact.key().to_owned() } else { format!("{}-{detail}", fact.key()) };
        Sample { name, fact, language, letter }
    };
    letters(fact, language).into_iter().map(named).collect()
}

/// What tells it from other letters of that fact, and the letter.
fn letters(fact: Fact, language: Language) -> Vec<(String, Option<Letter>)> {
    let of_role = |role: Role| (role.slug().to_owned(), about(fact, role, language, &Case::default()));
    let one = |letter| vec![(String::new(), letter)];
    match fact {
        Fact::SignInLetter => one(Some(to_who_signs_in(&member(language), &own(language)))),
        Fact::DailyLetter => daily(language),
        Fact::StaffLetter => {
            let marked = Case { is_marked: true, ..Case::default() };
            let marked = ("mentee-marked".to_owned(), about(fact, Role::Mentee, language, &marked));
            Role::ALL.into_iter().filter(|role| role.is_for_staff()).map(of_role).chain([marked]).collect()
        }
        Fact::ApplicantLetter => Role::ALL.into_iter().map(of_role).collect(),
        Fact::OpenedLetter => one(about(fact, Role::Waiting, language, &Case::default())),
        Fact::DecisionLetter => decisions(language),
        Fact::MentorLetter | Fact::MentorReminder | Fact::NoAnswerLetter | Fact::MenteeNews | Fact::MentorNews => {
            let told = FrameworkNews::ALL.into_iter().filter_map(|news| Some((news, of_framework(news, fact)?)));
            told.map(|(news, detail)| (detail.to_owned(), to_one_of_two(fact, news, language))).collect()
        }
        Fact::RequestLetter
        | Fact::ChoiceLetter
        | Fact::RequestReminder
        | Fact::IntroductionLetter
        | Fact::ReleaseLetter
        | Fact::WillingLetter => {
            let told = RequestNews::ALL.into_iter().map(|news| (news, of_request(news)));
            let told = told.filter(|(_, (of, _))| *of == fact);
            told.map(|(news, (_, detail))| (detail.to_owned(), of_a_request(news, language))).collect()
        }
        Fact::RequestEnds | Fact::SealRecord | Fact::SealLive | Fact::SealDocument | Fact::Erase => Vec::new(),
    }
}

/// With nothing and with much to say.
fn daily(language: Language) -> Vec<(String, Option<Letter>)> {
    let day = calendar::day(NOW);
    let days = [("quiet", Day { day: day.clone(), ..Day::default() }), ("full", full_day(day))];
    let desk = format!("{PORTAL}{}", language.address("/desk"));
    days.map(|(detail, day)| (detail.to_owned(), Some(of_the_day(&member(language), &day, &desk)))).to_vec()
}

/// What tells that news from other news of the fact; nothing where the fact does not tell it.
fn of_framework(news: FrameworkNews, fact: Fact) -> Option<&'static str> {
    let is_news = matches!(fact, Fact::MenteeNews | Fact::MentorNews);
    let (is_told, detail) = match news {
        FrameworkNews::First => (fact == Fact::MentorLetter, ""),
        FrameworkNews::Reminder => (fact == Fact::MentorReminder, ""),
        FrameworkNews::NoAnswer => (fact == Fact::NoAnswerLetter, ""),
        FrameworkNews::Unsure => (fact == Fact::NoAnswerLetter, "unsure"),
        FrameworkNews::Undelivered => (fact == Fact::NoAnswerLetter, "undelivered"),
        FrameworkNews::Agreed => (is_news, "agreed"),
        FrameworkNews::Proposed => (is_news, "proposed"),
        FrameworkNews::Other => (is_news, "other"),
        FrameworkNews::NotAllowed => (is_news, "not-allowed"),
        FrameworkNews::Ended => (is_news, "ended"),
        FrameworkNews::Erased => (is_news, "erased"),
    };
    is_told.then_some(detail)
}

/// The fact that tells it, and what tells it from other news of that fact.
const fn of_request(news: RequestNews) -> (Fact, &'static str) {
    match news {
        RequestNews::Asked => (Fact::RequestLetter, ""),
        RequestNews::AskedReminder => (Fact::RequestReminder, "mentor"),
        RequestNews::Replied => (Fact::RequestLetter, "replied"),
        RequestNews::Question => (Fact::ChoiceLetter, "question"),
        RequestNews::QuestionReminder => (Fact::RequestReminder, "question"),
        RequestNews::Choice => (Fact::ChoiceLetter, ""),
        RequestNews::ChoiceReminder => (Fact::RequestReminder, "mentee"),
        RequestNews::Introduction => (Fact::IntroductionLetter, ""),
        RequestNews::Released => (Fact::ReleaseLetter, ""),
        RequestNews::StillWilling => (Fact::WillingLetter, ""),
    }
}

/// A programme that has a form of that role.
const fn slug(role: Role) -> &'static str {
    match role {
        Role::Mentee | Role::Mentor | Role::Waiting => "ki-alumni",
        Role::Asking => "junior-faculty",
        Role::Framework => "own-mentor",
        Role::Suggesting => "outside",
        Role::Registering => "doctoral",
    }
}

/// What a letter about a record may say beside the answers.
#[derive(Default)]
struct Case {
    /// Perhaps no person, perhaps twice.
    is_marked: bool,
    decision: Option<Standing>,
    /// Whether the mentor is named.
    is_introduced: bool,
}

fn about(fact: Fact, role: Role, language: Language, case: &Case) -> Option<Letter> {
    let draft = draft(slug(role), role, language)?;
    let website = if case.is_marked { "x".to_owned() } else { String::new() };
    let application = Draft { website, ..draft }.check().ok()?;
    let live = Live { closes_on: Some("2026-12-15".to_owned()), ..Live::of_file(application.programme(), true) };
    let answer_by = promised(&application, NOW, true, &[]);
    let record = new_record(DraftId::from_random([1; 16]), &application, NOW, answer_by);
    let decision = case.decision.and_then(|standing| decision_text(&record, standing));
    let page = language.address(&format!("/{}", application.programme().slug));
    about_a_record(
        fact,
        &RecordFacts {
            application: &application,
            reference: &reference()?,
            received_at: NOW,
            answer_by: record.answer_by.as_deref(),
            possible_duplicate: case.is_marked,
            decision: decision.as_deref(),
            other: case.is_introduced.then(|| contact(MENTOR)).as_ref(),
            live: &live,
            own: &own(language),
            page: &format!("{PORTAL}{page}"),
        },
    )
}

/// Of every decision of which somebody is written to.
fn decisions(language: Language) -> Vec<(String, Option<Letter>)> {
    let told: BTreeSet<(Role, Standing)> =
        MOVES.iter().filter(|one| one.letter).map(|one| (one.role, one.to)).collect();
    let mut letters = Vec::new();
    for (role, standing) in told {
        let name = format!("{}-{}", role.slug(), standing.key());
        let letter = |is_introduced| {
            let case = Case { decision: Some(standing), is_introduced, ..Case::default() };
            about(Fact::DecisionLetter, role, language, &case)
        };
        if standing == Standing::Paired {
            letters.push((format!("{name}-introduced"), letter(true)));
        }
        letters.push((name, letter(false)));
    }
    letters
}

/// In a framework that has come to just that.
fn to_one_of_two(fact: Fact, news: FrameworkNews, language: Language) -> Option<Letter> {
    let (side, draft) = (fact.side()?, draft(slug(Role::Framework), Role::Framework, language)?);
    let framework = framework(news, side, &draft)?;
    let is_news = matches!(fact, Fact::MenteeNews | Fact::MentorNews);
    let what = if is_news { FrameworkNews::of(&framework, side) } else { news };
    let programme = programme(slug(Role::Framework))?;
    let [[_, mentee], [_, mentor]] = [STUDENT, MENTOR];
    let facts = FrameworkFacts {
        framework: &framework,
        mentee,
        mentor,
        side,
        what,
        language,
        programme,
        reference: &reference()?,
        link: &own(language),
        notice: &format!("{PORTAL}{}", language.address(PERSONAL_DATA.path)),
        contact: programme.contact,
    };
    (what == news).then(|| to_one_of_a_pair(&facts))
}

fn framework(news: FrameworkNews, side: Side, draft: &Draft) -> Option<Framework> {
    let begun = Framework::of(draft, NOW)?;
    let agreed = begun.accepted_by(Side::Mentor, NOW);
    let proposed = |by| agreed.proposed(by, NOW, draft.answers.clone(), true);
    let ended = |erases| Framework { ending: Some(Ending { by: side.other(), at: NOW, erases }), ..agreed.clone() };
    Some(match news {
        FrameworkNews::First
        | FrameworkNews::Reminder
        | FrameworkNews::NoAnswer
        | FrameworkNews::Unsure
        | FrameworkNews::Undelivered => begun,
        FrameworkNews::Agreed => agreed,
        FrameworkNews::Proposed => proposed(side.other()),
        FrameworkNews::Other => proposed(side),
        FrameworkNews::NotAllowed => agreed.stated(&[Tie::Supervisor], NOW),
        FrameworkNews::Ended => ended(false),
        FrameworkNews::Erased => ended(true),
    })
}

fn of_a_request(what: RequestNews, language: Language) -> Option<Letter> {
    let programme = programme(slug(Role::Mentee))?;
    let (reader, answer_by, other) = match what {
        RequestNews::Asked | RequestNews::AskedReminder | RequestNews::Replied => (MENTOR, "2026-11-30", None),
        RequestNews::Question | RequestNews::QuestionReminder | RequestNews::Choice | RequestNews::ChoiceReminder => {
            (STUDENT, "2026-11-30", None)
        }
        RequestNews::Introduction => (MENTOR, "", Some(contact(STUDENT))),
        RequestNews::Released | RequestNews::StillWilling => (MENTOR, "", None),
    };
    Some(about_a_request(&RequestFacts {
        to: &contact(reader).email,
        what,
        language,
        programme,
        reference: &reference()?,
        answer_by,
        other: other.as_ref(),
        link: &own(language),
        contact: programme.contact,
    }))
}
